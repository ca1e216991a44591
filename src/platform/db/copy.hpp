// A whole database as bytes, out and in, for backups. Neither side holds more than a piece in memory. Each engine's bytes
// are its own: SQLite's are a database file, PostgreSQL's an archive of pg_dump.
#pragma once
#include <cstdint>
#include <functional>
#include <span>

#include "platform/db/database.hpp"

namespace hebra::db {

/// Where a database lies.
struct Place {
    Engine engine;
    std::string where;  ///< SQLite: the file's path; PostgreSQL: its URL
};

/// Takes the next bytes. Throws to stop.
using Take = std::function<void(std::span<const std::uint8_t>)>;
/// Fills `out` with the next bytes; fewer only at the end, then 0. Throws to stop.
using Give = std::function<std::size_t(std::span<std::uint8_t>)>;

/// One moment of the database, whole, while others go on reading and writing. SQLite: through a file beside it, as large
/// as the database, gone when this returns. PostgreSQL: pg_dump must be installed and not older than the server.
/// Throws Unavailable.
void copy_out(const Place& place, const Take& take);

/// Makes the database what was copied out: all of it or nothing. It is marked as unfinished in the same step, and stays
/// so until `finish_copy`. Only for a vacant place. Throws Unavailable, or what `give` throws.
void copy_in(const Place& place, const Give& give);

/// Whether nothing is there: no file, or no table.
bool is_vacant(const Place& place);

/// Whether `copy_in` was here and `finish_copy` was not: such a database must not be served.
bool is_unfinished_copy(Database& database);
void finish_copy(Database& database);

/// The number of the newest migration applied; 0 in a vacant place.
int schema_number(Database& database);

/// Takes care that rows deleted from `table` cannot be read from the disk any longer, as far as the engine can: SQLite
/// overwrites deleted rows, and here the write-ahead log that still holds them; PostgreSQL vacuums the table (its own log
/// goes when it is recycled). False when readers were in the way: try again later.
bool scrub(const Place& place, std::string_view table);

}  // namespace hebra::db
