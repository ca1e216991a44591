#include "tests/support/throwaway_postgres.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

extern char** environ;

namespace hebra::test {

ThrowawayPostgres::ThrowawayPostgres(Disk disk) {
    int orders[2], answers[2];  // closed in whatever this program starts: only its own end may keep the server alive
    if (pipe2(orders, O_CLOEXEC) != 0 || pipe2(answers, O_CLOEXEC) != 0) throw std::runtime_error("no pipes are left");

    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, orders[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, answers[1], STDOUT_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);  // Ctrl-C reaches the test; the server goes after it

    std::string script = HEBRA_THROWAWAY_POSTGRES, mode = disk == Disk::durable ? "durable" : "";
    char* const arguments[] = {script.data(), mode.data(), nullptr};
    const int failed = posix_spawn(&script_, script.c_str(), &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    close(orders[0]);
    close(answers[1]);
    orders_ = orders[1];
    answers_ = answers[0];
    if (failed) throw std::runtime_error("cannot run " + script);
    url_ = answer();
}

ThrowawayPostgres::~ThrowawayPostgres() {
    close(orders_);
    close(answers_);
    waitpid(script_, nullptr, 0);
}

void ThrowawayPostgres::order(std::string_view word) {
    const auto line = std::string(word) + '\n';
    if (write(orders_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        throw std::runtime_error("the throwaway PostgreSQL is gone");
    }
}

std::string ThrowawayPostgres::answer() {
    std::string line;
    for (char c; read(answers_, &c, 1) == 1 && c != '\n';) line += c;
    if (line.empty()) throw std::runtime_error("no PostgreSQL could be started for the tests (is postgresql-15 installed?)");
    return line;
}

void ThrowawayPostgres::crash() {
    order("crash");
    answer();
}

void ThrowawayPostgres::start() {
    order("start");
    answer();
}

const std::string& shared_postgres() {
    static const std::string url = [] {
        if (const char* given = std::getenv("HEBRA_TEST_POSTGRES")) return std::string(given);
        static const ThrowawayPostgres server;
        return server.url();
    }();
    return url;
}

std::string with_database(const std::string& url, std::string_view database) {
    return url + (url.find('?') == url.npos ? "?dbname=" : "&dbname=") + std::string(database);
}

void run_on_postgres(const std::string& url, const std::string& sql) {
    PGconn* connection = PQconnectdb(url.c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const auto status = PQresultStatus(result);
    const std::string message = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(message);
}

}  // namespace hebra::test
