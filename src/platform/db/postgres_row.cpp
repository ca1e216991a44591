#include "platform/db/postgres_row.hpp"

#include <libpq-fe.h>

#include <optional>

#include <fmt/format.h>

namespace hebra::db {
namespace {

/// Big-endian, two's complement, of 1 to 8 bytes.
std::int64_t big_endian(std::string_view bytes) {
    std::uint64_t value = static_cast<signed char>(bytes.front()) < 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

/// numeric on the wire: count of base-10000 digits, weight of the first, sign, scale, digits. nullopt: a fraction, or more
/// than 64 bits.
std::optional<std::int64_t> whole_numeric(std::string_view bytes) {
    const auto field = [&](std::size_t i) { return static_cast<int>(big_endian(bytes.substr(2 * i, 2))); };
    const int count = field(0), weight = field(1);
    const bool negative = field(2) == 0x4000;
    if (!negative && field(2) != 0) return std::nullopt;  // NaN, infinity
    std::int64_t value = 0;
    for (int i = 0; i <= std::max(weight, count - 1); ++i) {
        const int digit = i < count ? field(4 + static_cast<std::size_t>(i)) : 0;
        if (i > weight) {
            if (digit != 0) return std::nullopt;
            continue;
        }
        if (__builtin_mul_overflow(value, 10'000, &value)) return std::nullopt;
        if (__builtin_add_overflow(value, negative ? -digit : digit, &value)) return std::nullopt;
    }
    return value;
}

}  // namespace

std::size_t PostgresRow::size() const { return static_cast<std::size_t>(PQnfields(result_)); }

std::string_view PostgresRow::name(std::size_t column) const { return PQfname(result_, static_cast<int>(column)); }

Cell PostgresRow::cell(std::size_t index) const {
    const int column = static_cast<int>(index);
    if (PQgetisnull(result_, row_, column)) return Cell::null(name(index));
    const std::string_view data(PQgetvalue(result_, row_, column),
                                static_cast<std::size_t>(PQgetlength(result_, row_, column)));
    switch (PQftype(result_, column)) {
        case k_pg_bool:
        case k_pg_int2:
        case k_pg_int4:
        case k_pg_int8: return Cell::of(name(index), big_endian(data));
        case k_pg_oid: return Cell::of(name(index), big_endian(data) & 0xffffffff);
        case k_pg_numeric:
            if (const auto value = whole_numeric(data)) return Cell::of(name(index), *value);
            Cell::null(name(index)).unfit("a whole number of 64 bits");
        case k_pg_text:
        case k_pg_varchar:
        case k_pg_bpchar:
        case k_pg_name: return Cell::of(name(index), Kind::text, data);
        case k_pg_bytea: return Cell::of(name(index), Kind::bytes, data);
        default:
            throw Error(fmt::format("column {} has PostgreSQL's type {}: TEXT, BIGINT, SMALLINT and BYTES only", name(index),
                                    PQftype(result_, column)));
    }
}

}  // namespace hebra::db
