#include "platform/db/copy.hpp"

#include <filesystem>

#include "platform/db/copy_engines.hpp"

namespace hebra::db {
namespace {

bool has_table(Database& database, std::string_view table) {
    const auto sql = database.engine() == Engine::sqlite
                         ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = :name"
                         : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = :name";
    return database.read([&](Reader& db) { return db.one<std::int64_t>(sql, {arg("name", table)}).value(); }) > 0;
}

}  // namespace

void copy_out(const Place& place, const Take& take) {
    if (place.engine == Engine::sqlite) sqlite_copy_out(place.where, take);
    else postgres_copy_out(place.where, take);
}

void copy_in(const Place& place, const Give& give) {
    if (!is_vacant(place)) throw Error("a copy is put back only where nothing is");
    if (place.engine == Engine::sqlite) sqlite_copy_in(place.where, give);
    else postgres_copy_in(place.where, give);
}

bool is_vacant(const Place& place) {
    if (place.engine == Engine::sqlite) return !std::filesystem::exists(place.where);
    const auto database = open_postgres({.url = place.where, .connections = 1});
    return database->read([](Reader& db) {
        return db.one<std::int64_t>("SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')").value();
    }) == 0;
}

bool is_unfinished_copy(Database& database) { return has_table(database, k_unfinished); }

void finish_copy(Database& database) {
    (void)database.write([](Tx& tx) -> Result<> {
        tx.add("DROP TABLE IF EXISTS unfinished_copy");
        return {};
    });
}

int schema_number(Database& database) {
    if (!has_table(database, "schema_migration")) return 0;
    return database.read([](Reader& db) {
        return static_cast<int>(db.one<std::int64_t>("SELECT coalesce(max(number), 0) FROM schema_migration").value());
    });
}

bool scrub(const Place& place, std::string_view table) {
    return place.engine == Engine::sqlite ? sqlite_scrub(place.where) : postgres_scrub(place.where, table);
}

}  // namespace hebra::db
