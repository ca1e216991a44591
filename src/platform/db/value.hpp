// One value on its way into a statement, and one cell on its way out.
#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/bytes.hpp"

namespace hebra::db {

/// All that a column can hold, on both databases. Ids, words, dates and JSON are text; times, numbers and flags integers.
enum class Kind : std::uint8_t { unknown, integer, text, bytes };

/// A value to bind. Views are borrowed until the call returns; temporaries are moved in. No heap for ordinary values.
/// A NULL remembers the kind it stands for, so that PostgreSQL never has to guess a parameter's type.
class Value {
  public:
    using IdText = std::array<char, 36>;

    static Value null(Kind kind) { return Value(Null{kind}); }
    explicit Value(std::int64_t integer) : held_(integer) {}
    explicit Value(std::string_view borrowed) : held_(borrowed) {}
    explicit Value(std::string&& owned) : held_(std::move(owned)) {}
    explicit Value(BytesView borrowed) : held_(borrowed) {}
    explicit Value(Bytes&& owned) : held_(std::move(owned)) {}
    explicit Value(const IdText& id) : held_(id) {}

    Kind kind() const;
    bool is_null() const { return std::holds_alternative<Null>(held_); }
    /// Only when `kind()` is integer and it is not NULL.
    std::int64_t integer() const { return std::get<std::int64_t>(held_); }
    /// Text or bytes; the pointer is never null, also when empty (to both libraries null means NULL).
    std::string_view data() const;

  private:
    struct Null {
        Kind kind;
    };
    explicit Value(Null null) : held_(null) {}

    std::variant<Null, std::int64_t, std::string_view, BytesView, IdText, std::string, Bytes> held_;
};

/// A named parameter: `:name` in the SQL, without the colon here. Made by `arg`.
struct Arg {
    std::string_view name;
    Value value;
};

/// The parameters of one statement: a braced list, or any contiguous range of Arg.
class Args {
  public:
    Args() = default;
    Args(std::initializer_list<Arg> list) : all_(list.begin(), list.size()) {}
    template <class Range>
        requires std::convertible_to<const Range&, std::span<const Arg>>
    Args(const Range& list) : all_(list) {}

    std::size_t size() const { return all_.size(); }
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

  private:
    std::span<const Arg> all_;
};

/// One cell of the current row. Its views last until the next row.
class Cell {
  public:
    static Cell null(std::string_view column) { return {column, Kind::unknown, 0, {}}; }
    static Cell of(std::string_view column, std::int64_t integer) { return {column, Kind::integer, integer, {}}; }
    static Cell of(std::string_view column, Kind kind, std::string_view data) { return {column, kind, 0, data}; }

    bool is_null() const { return kind_ == Kind::unknown; }
    // Each throws, naming the column, when the cell is NULL or of another kind.
    std::int64_t integer() const;
    std::string_view text() const;
    BytesView bytes() const;

    /// Throws that the content is not what the type needs; the content itself stays out of the message.
    [[noreturn]] void unfit(std::string_view wanted) const;

  private:
    Cell(std::string_view column, Kind kind, std::int64_t integer, std::string_view data)
        : column_(column), kind_(kind), integer_(integer), data_(data) {}
    void expect(Kind kind) const;

    std::string_view column_;
    Kind kind_;
    std::int64_t integer_;
    std::string_view data_;
};

}  // namespace hebra::db
