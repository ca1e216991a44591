#!/bin/sh
# A PostgreSQL cluster that lives as long as this script's standard input: whoever started it may die as it likes.
#
#   throwaway_postgres.sh [durable]     prints the cluster's URL on one line when it answers, then obeys, line by line:
#   crash   every process of the cluster is killed (kill -9); prints "crashed"
#   start   it is started again on what the disk holds; prints the URL again
# Without `durable` nothing is forced to the disk: fast, and right for all but crash tests.
# It is reached through a socket in its own directory, never through a port: nothing to collide with, nobody else comes in.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
# In memory, if there is a gigabyte of it and nothing is to be proved about the disk.
place=/tmp
if [ "${1:-}" != durable ] && [ "$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')" -gt 1000000 ] 2>/dev/null; then
    place=/dev/shm
fi
home=$(mktemp -d "$place/hebra-postgres.XXXXXX")
url="postgresql:///postgres?host=$home&user=postgres"
speed="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
[ "${1:-}" = durable ] && speed=""

# The server refuses to run as root.
as_owner=""
if [ "$(id -u)" = 0 ]; then
    chown postgres "$home"
    as_owner="runuser -u postgres --"
fi

leader() { head -1 "$home/data/postmaster.pid" 2>/dev/null || true; }

start() {
    # shellcheck disable=SC2086
    $as_owner "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -s start -o "-c listen_addresses='' \
        -c unix_socket_directories='$home' -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=128MB \
        -c dynamic_shared_memory_type=mmap -c deadlock_timeout=100ms -c jit=off -c autovacuum=off $speed" </dev/null >&2
    echo "$url"
}

gone() { while kill -0 "$1" 2>/dev/null; do sleep 0.01; done; }

crash() {
    pid=$(leader)
    [ -n "$pid" ] || return 0
    children=$(cat "/proc/$pid/task/$pid/children" 2>/dev/null || true)
    # shellcheck disable=SC2086
    kill -9 "$pid" $children 2>/dev/null || true
    for each in "$pid" $children; do gone "$each"; done
    rm -f "$home/data/postmaster.pid"
}

# At once, but giving shared memory back to the system, which kill -9 would not.
stop() {
    pid=$(leader)
    [ -n "$pid" ] || return 0
    kill -QUIT "$pid" 2>/dev/null || true
    gone "$pid"
}

trap 'stop; rm -rf "$home"' EXIT
trap 'exit 1' INT TERM HUP

cd "$home"
# shellcheck disable=SC2086
$as_owner "$bin/initdb" -D "$home/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$home/initdb.log" 2>&1 ||
    { cat "$home/initdb.log" >&2; exit 1; }
start
while read -r order; do
    case "$order" in
        crash) crash; echo crashed ;;
        start) start ;;
    esac
done
