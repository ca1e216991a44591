// The repository's own schema, for tests of rooms that store.
#pragma once
#include "platform/db/database.hpp"

namespace hebra::test {

/// For OnBothDatabases: migrations/*.sql in the order of their numbers.
void schema(db::Database& database);

}  // namespace hebra::test
