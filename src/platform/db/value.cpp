#include "platform/db/value.hpp"

#include <fmt/format.h>

#include "platform/db/error.hpp"

namespace hebra::db {
namespace {

std::string_view word(Kind kind) {
    switch (kind) {
        case Kind::integer: return "an integer";
        case Kind::text: return "text";
        case Kind::bytes: return "bytes";
        case Kind::unknown: break;
    }
    return "NULL";
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

std::string_view never_null(std::string_view data) { return data.data() == nullptr ? std::string_view("") : data; }

}  // namespace

Kind Value::kind() const {
    return std::visit(Overloaded{[](Null null) { return null.kind; }, [](std::int64_t) { return Kind::integer; },
                                 [](BytesView) { return Kind::bytes; }, [](const Bytes&) { return Kind::bytes; },
                                 [](const auto&) { return Kind::text; }},
                      held_);
}

std::string_view Value::data() const {
    return never_null(std::visit(
        Overloaded{[](Null) { return std::string_view(); }, [](std::int64_t) { return std::string_view(); },
                   [](std::string_view text) { return text; }, [](BytesView bytes) { return text_of(bytes); },
                   [](const Bytes& bytes) { return text_of(bytes); },
                   [](const auto& chars) { return std::string_view(chars.data(), chars.size()); }},
        held_));
}

void Cell::expect(Kind kind) const {
    if (kind_ != kind) throw Error(fmt::format("column {} holds {}, and {} was expected", column_, word(kind_), word(kind)));
}

std::int64_t Cell::integer() const {
    expect(Kind::integer);
    return integer_;
}

std::string_view Cell::text() const {
    expect(Kind::text);
    return data_;
}

BytesView Cell::bytes() const {
    expect(Kind::bytes);
    return bytes_of(data_);
}

void Cell::unfit(std::string_view wanted) const {
    throw Error(fmt::format("column {} holds something that is not {}", column_, wanted));
}

}  // namespace hebra::db
