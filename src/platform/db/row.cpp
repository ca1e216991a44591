#include "platform/db/row.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "platform/db/sql.hpp"

namespace hebra::db {

void check_columns(const Shape& shape, const Row& row, std::string_view sql) {
    if (shape.names.empty()) {
        if (row.size() != 1) throw Error(fmt::format("one column was expected, {} came: {}", row.size(), shorten(sql)));
        return;
    }
    for (std::size_t i = 0; i < std::max(row.size(), shape.names.size()); ++i) {
        const auto column = i < row.size() ? row.name(i) : "nothing";
        const auto member = i < shape.names.size() ? shape.names[i] : "nothing";
        if (column != member) {
            throw Error(
                fmt::format("column {} is {}, the member in its place is {}: {}", i + 1, column, member, shorten(sql)));
        }
    }
}

}  // namespace hebra::db
