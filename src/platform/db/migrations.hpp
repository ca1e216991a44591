// The schema's one timeline: numbered steps, forward only, each applied once, whole or not at all.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "platform/db/database.hpp"
#include "platform/db/error.hpp"

namespace hebra::db {

/// One step. `sql` is a script in the shared dialect (dialect.hpp). Once released it never changes: a new step corrects it.
struct Migration {
    int number;  ///< 1, 2, 3 … without a gap
    std::string_view name;
    std::string_view sql;
};

/// The database holds a schema this program must not touch: newer than it knows, or built by other steps than its own.
class SchemaRefused : public Error {
  public:
    using Error::Error;
};

/// Applies what is missing, in order. Programs that start at once wait for each other. Throws SchemaRefused.
void migrate(Database& database, std::span<const Migration> migrations);

/// Tables, columns, keys and indexes in one normal form, the same for the same schema on both databases: for golden files.
/// CHECKs are left out (the two print them too differently), and so is the table in which `migrate` keeps its own account.
std::string schema_text(Database& database);

}  // namespace hebra::db
