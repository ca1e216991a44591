// Rows of a libpq result in binary format.
#pragma once
#include "platform/db/row.hpp"

struct pg_result;

namespace hebra::db {

// Type numbers (pg_type.oid) that never change.
enum PgType : unsigned {
    k_pg_bool = 16,
    k_pg_bytea = 17,
    k_pg_name = 19,
    k_pg_int8 = 20,
    k_pg_int2 = 21,
    k_pg_int4 = 23,
    k_pg_text = 25,
    k_pg_oid = 26,
    k_pg_bpchar = 1042,
    k_pg_varchar = 1043,
    k_pg_numeric = 1700
};

class PostgresRow final : public Row {
  public:
    PostgresRow(const pg_result* result, int row) : result_(result), row_(row) {}

    std::size_t size() const override;
    std::string_view name(std::size_t column) const override;
    /// Whole numbers of any width (SUM of a BIGINT is a numeric), booleans as 0 and 1, text and bytes. Throws on others.
    Cell cell(std::size_t column) const override;

  private:
    const pg_result* result_;
    int row_;
};

}  // namespace hebra::db
