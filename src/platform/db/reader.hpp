// What a closure may ask of the database, and what a writing one may change.
#pragma once
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/result.hpp"
#include "platform/db/session.hpp"
#include "platform/db/sql.hpp"

namespace hebra::db {

/// Asks. T is a described struct (each column named like its member, in its order) or one type with a Column.
/// Wrong SQL, a NULL in a member that is not optional, a name that differs: all throw.
class Reader {
  public:
    explicit Reader(Session& session) : session_(session) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// The only row; or `not_found`. Throws if there are more.
    template <class T>
    Result<T> one(std::string_view sql, Args args = {}) {
        auto found = maybe<T>(sql, args);
        if (!found) return not_found();
        return *std::move(found);
    }

    /// The only row, if there is one. Throws if there are more.
    template <class T>
    std::optional<T> maybe(std::string_view sql, Args args = {}) {
        std::optional<T> found;
        session_.query(sql, args, shape_of<T>(), Fetch::whole, [&](const Row& row) {
            if (found) throw Error(fmt::format("one row was expected, more came: {}", shorten(sql)));
            found.emplace(read_row<T>(row));
        });
        return found;
    }

    template <class T>
    std::vector<T> all(std::string_view sql, Args args = {}) {
        std::vector<T> rows;
        session_.query(sql, args, shape_of<T>(), Fetch::whole,
                       [&](const Row& row) { rows.push_back(read_row<T>(row)); });
        return rows;
    }

    /// Hands over row by row, holding one at a time: for long exports. `take` must not use the database.
    template <class T, class F>
    void each(std::string_view sql, Args args, F&& take) {
        session_.query(sql, args, shape_of<T>(), Fetch::streamed, [&](const Row& row) { take(read_row<T>(row)); });
    }

    /// Whether all it answers is committed. Within a write it may be what that write did, and may yet be undone: such an
    /// answer is not to be remembered.
    bool is_settled() const { return !session_.is_writing(); }

  protected:
    Session& session_;
};

/// Asks and changes, inside one transaction. All of it is stored, or nothing.
class Tx : public Reader {
  public:
    using Reader::Reader;

    /// A statement whose result nobody needs. On PostgreSQL it travels with the next question or the COMMIT, and if it
    /// fails, that is what throws.
    void add(std::string_view sql, Args args = {}) { session_.add(sql, args); }

    /// How many rows it changed.
    std::int64_t run(std::string_view sql, Args args = {}) { return session_.run(sql, args); }
};

}  // namespace hebra::db
