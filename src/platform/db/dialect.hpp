// The few places where the two databases do not share a word. Everything else is one SQL text.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace hebra::db {

enum class Engine : std::uint8_t { sqlite, postgres };

std::string_view name_of(Engine engine);

/// A word of ours, written in capitals in the SQL (quoted text and comments are left alone), and what each says for it.
struct DialectWord {
    std::string_view word;  ///< one word, or two separated by any space
    std::string_view sqlite;
    std::string_view postgres;

    std::string_view on(Engine engine) const { return engine == Engine::sqlite ? sqlite : postgres; }
};

/// Longer words before the words they begin with.
inline constexpr DialectWord k_dialect[] = {
    /// Column type of sealed fields, hashes and keys.
    {"BYTES", "BLOB", "BYTEA"},
    /// After a table whose rows are found by their whole primary key: SQLite keeps no second copy of it. PostgreSQL has no such kind.
    {"WITHOUT ROWID", "WITHOUT ROWID", ""},
    /// SQLite has one writer: within a write, what was read cannot change.
    {"FOR UPDATE", "", "FOR UPDATE"},
    {"SKIP LOCKED", "", "SKIP LOCKED"},
    /// The number of the writing transaction. SQLite's transactions commit in order and need none.
    {"TXID", "0", "pg_current_xact_id()::text::bigint"},
    /// Rows whose TXID is below it are committed or gone: nobody can add one later. Read it in the same statement.
    {"TXID_HORIZON", "9223372036854775807", "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"},
};

}  // namespace hebra::db
