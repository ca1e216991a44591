#include "platform/db/dialect.hpp"

namespace hebra::db {

std::string_view name_of(Engine engine) { return engine == Engine::sqlite ? "sqlite" : "postgres"; }

}  // namespace hebra::db
