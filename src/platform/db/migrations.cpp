#include "platform/db/migrations.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "platform/db/sql.hpp"

namespace hebra::db {
namespace {

struct Applied {
    int number;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, name, checksum))

/// FNV-1a, 64 bits: it guards against a file edited by mistake, not against an adversary.
std::string checksum(std::string_view sql) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : sql) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fmt::format("{:016x}", hash);
}

/// One starter at a time. SQLite's single writer is lock enough.
void wait_for_turn(Tx& tx, Engine engine) {
    constexpr std::int64_t k_lock = 0x6865627261;  // "hebra"
    if (engine == Engine::postgres) tx.add("SELECT pg_advisory_xact_lock(:lock)", {arg("lock", k_lock)});
}

std::vector<Applied> account(Tx& tx) {
    tx.add(R"sql(
        CREATE TABLE IF NOT EXISTS schema_migration (
            number   BIGINT NOT NULL PRIMARY KEY,
            name     TEXT NOT NULL,
            checksum TEXT NOT NULL
        )
    )sql");
    return tx.all<Applied>("SELECT number, name, checksum FROM schema_migration ORDER BY number");
}

void refuse_foreign(const std::vector<Applied>& applied, std::span<const Migration> known) {
    for (const auto& step : applied) {
        const auto ours = std::find_if(known.begin(), known.end(), [&](auto& m) { return m.number == step.number; });
        if (ours == known.end()) {
            throw SchemaRefused(fmt::format(
                "the database is at migration {:04} ({}), this program knows only up to {:04}: start a newer hebra, or "
                "restore the backup made before the upgrade",
                step.number, step.name, known.empty() ? 0 : known.back().number));
        }
        if (checksum(ours->sql) != step.checksum) {
            throw SchemaRefused(fmt::format(
                "migration {:04} ({}) was applied with another text than this program's {}: a released migration must never "
                "change; use the hebra that made this database, and correct the schema in a new migration",
                step.number, step.name, ours->name));
        }
    }
}

void apply_step(Tx& tx, const Migration& step) {
    for (const auto statement : split(step.sql)) tx.add(statement);
    tx.add("INSERT INTO schema_migration (number, name, checksum) VALUES (:number, :name, :checksum)",
           {arg("number", step.number), arg("name", step.name), arg("checksum", checksum(step.sql))});
}

}  // namespace

void migrate(Database& database, std::span<const Migration> migrations) {
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        if (migrations[i].number != static_cast<int>(i) + 1) throw Error("migrations are numbered 1, 2, 3 … without a gap");
    }
    // One transaction each; what is applied is asked anew in each, because another program may be doing the same.
    for (bool more = true; more;) {
        const auto done = database.write([&](Tx& tx) -> Result<bool> {
            wait_for_turn(tx, database.engine());
            const auto applied = account(tx);
            refuse_foreign(applied, migrations);
            if (applied.size() >= migrations.size()) return true;
            apply_step(tx, migrations[applied.size()]);
            return applied.size() + 1 == migrations.size();
        });
        more = !done.value();
    }
}

}  // namespace hebra::db
