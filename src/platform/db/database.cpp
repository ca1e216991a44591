#include "platform/db/database.hpp"

namespace hebra::db {
namespace {

thread_local const Database* t_inside = nullptr;

}  // namespace

Database::Inside::Inside(const Database& database) : outer_(t_inside) { t_inside = &database; }
Database::Inside::~Inside() { t_inside = outer_; }

void Database::outside() const {
    if (t_inside == this) throw Error("a closure asked its own database for another read or write: use what it was given");
}

void Database::check() {
    read([](Reader& reader) { return reader.all<int>("SELECT 1 AS alive"); });
}

std::unique_ptr<Database> open(const std::string& url_or_path, Log log) {
    if (url_or_path.starts_with("postgres://") || url_or_path.starts_with("postgresql://")) {
        return open_postgres({.url = url_or_path, .log = std::move(log)});
    }
    return open_sqlite({.path = url_or_path, .log = std::move(log)});
}

}  // namespace hebra::db
