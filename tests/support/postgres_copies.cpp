#include "tests/support/postgres_copies.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include <fmt/format.h>

#include "tests/support/throwaway_postgres.hpp"

namespace hebra::test {
namespace {

/// What the schema consists of; the same in every copy, because a copy keeps its objects' numbers.
constexpr std::string_view k_fingerprint = R"sql(
    (SELECT md5(string_agg(concat_ws(' ', oid, relname, relnatts, relchecks), ',' ORDER BY oid))
       FROM pg_class WHERE relnamespace = 'public'::regnamespace)
)sql";

constexpr std::string_view k_remember = R"sql(
    CREATE SCHEMA pristine;
    CREATE TABLE pristine."schema fingerprint" AS SELECT {0} AS value;
    DO $$ DECLARE t TEXT; BEGIN
        FOR t IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
            EXECUTE format('CREATE TABLE pristine.%I AS TABLE public.%I', t, t);
        END LOOP;
    END $$
)sql";

/// Every table as it was; fails if a test changed the schema itself.
constexpr std::string_view k_restore = R"sql(
    DO $$ DECLARE t TEXT; BEGIN
        IF {0} IS DISTINCT FROM (SELECT value FROM pristine."schema fingerprint") THEN RAISE 'another schema'; END IF;
        SET LOCAL session_replication_role = replica;  -- no foreign keys while the rows change
        FOR t IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
            EXECUTE format('DELETE FROM public.%I', t);
            EXECUTE format('INSERT INTO public.%I SELECT * FROM pristine.%I', t, t);
        END LOOP;
    END $$
)sql";

}  // namespace

PostgresCopies& PostgresCopies::shared() {
    shared_postgres();  // made before, so that it ends after
    static PostgresCopies copies;
    return copies;
}

PostgresCopies::~PostgresCopies() {
    if (!std::getenv("HEBRA_TEST_POSTGRES")) return;
    for (const auto& name : all_) {
        try {
            drop(name);
        } catch (const std::exception&) {  // the server is gone, and took it along
        }
    }
}

std::string PostgresCopies::take(Prepare prepare) {
    auto& idle = idle_[prepare];
    while (!idle.empty()) {
        const auto name = std::move(idle.back());
        idle.pop_back();
        try {
            run_on_postgres(with_database(shared_postgres(), name), fmt::format(k_restore, k_fingerprint));
            return name;
        } catch (const std::runtime_error&) {
            drop(name);
        }
    }
    return create(original(prepare));
}

const std::string& PostgresCopies::original(Prepare prepare) {
    auto& name = originals_[prepare];
    if (name.empty()) {
        name = create("template0");
        const auto url = with_database(shared_postgres(), name);
        prepare(*db::open(url));
        run_on_postgres(url, fmt::format(k_remember, k_fingerprint));
    }
    return name;
}

std::string PostgresCopies::create(const std::string& from) {
    // Unique on the machine: several programs may share one server.
    auto name = fmt::format("hebra_{}_{}", getpid(), all_.size());
    run_on_postgres(shared_postgres(), fmt::format("CREATE DATABASE {} TEMPLATE {}", name, from));
    all_.push_back(name);
    return name;
}

void PostgresCopies::drop(const std::string& name) {
    run_on_postgres(shared_postgres(), fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", name));
}

}  // namespace hebra::test
