// Lists that page by an opaque cursor.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/bytes.hpp"
#include "platform/http/words.hpp"
#include "platform/json/json.hpp"

namespace hebra::http {

/// One page of a list. `next_cursor` is absent on the last.
template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next_cursor;
    BOOST_DESCRIBE_CLASS(Page, (), (items, next_cursor), (), ())
};

/// Keyed hash of a text; none if cursors need no seal, because the query itself holds to the caller's institution.
using Mac = std::function<Bytes(std::string_view)>;

std::string seal_cursor(std::string_view json, const Mac& mac);
std::optional<std::string> unseal_cursor(std::string_view cursor, const Mac& mac);

/// Where the next page starts, as text for `next_cursor`: a described struct of the ordering columns.
template <class Position>
std::string cursor_of(const Position& position, const Mac& mac = {}) {
    return seal_cursor(json::write(position), mac);
}

/// No: `bad_cursor` at "?cursor".
template <class Position>
Result<Position> read_cursor(std::string_view cursor, const Mac& mac = {}) {
    if (const auto text = unseal_cursor(cursor, mac)) {
        if (auto position = json::read<Position>(*text)) return *std::move(position);
    }
    return refuse_field("?cursor", words::k_bad_cursor);
}

}  // namespace hebra::http
