// One SQL text made ready for one database: named parameters numbered, dialect words replaced.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/dialect.hpp"
#include "platform/db/value.hpp"

namespace hebra::db {

/// A statement as its database wants it. `names[i]` is parameter i + 1.
struct Prepared {
    std::string text;
    std::vector<std::string> names;
};

/// `:name` becomes ?1 or $1, the same name always the same number; quoted text and comments are left alone.
/// Throws on `::` (write CAST), and on a quote or comment without end.
Prepared prepare(std::string_view sql, Engine engine);

/// The statements of a script, without their semicolons and surrounding space.
std::vector<std::string_view> split(std::string_view script);

/// The values in the order of the parameters, into `out`. Throws, naming it, on a missing, superfluous or repeated
/// argument, and on text with a NUL (PostgreSQL has none).
void match(const Prepared& prepared, Args args, std::string_view sql, std::vector<const Value*>& out);

/// Finds a statement by a view of its text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// A statement on one line, cut at 160 characters, for messages.
std::string shorten(std::string_view sql);

}  // namespace hebra::db
