// Rows become described structs: by position, with every column's name checked against the member's.
#pragma once
#include <array>
#include <span>
#include <string_view>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "platform/db/column.hpp"

namespace hebra::db {

/// The current row of a query. Lasts until the next one.
class Row {
  public:
    virtual std::size_t size() const = 0;
    virtual std::string_view name(std::size_t column) const = 0;
    virtual Cell cell(std::size_t column) const = 0;

  protected:
    ~Row() = default;
};

/// What a query's columns must be called. No names: one column, called anything.
struct Shape {
    std::span<const std::string_view> names;
};

/// Throws, naming both, at the first column that is not the member in its place.
void check_columns(const Shape& shape, const Row& row, std::string_view sql);

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
const Shape& shape_of() {
    if constexpr (Columnar<T>) {
        static constexpr Shape k_single{};
        return k_single;
    } else {
        static_assert(boost::describe::has_describe_members<T>::value,
                      "a row is a struct described with BOOST_DESCRIBE_STRUCT, or one type with a Column");
        static constexpr auto k_names = []<class... D>(boost::mp11::mp_list<D...>) {
            return std::array<std::string_view, sizeof...(D)>{D::name...};
        }(boost::mp11::mp_rename<Members<T>, boost::mp11::mp_list>{});
        static constexpr Shape k_shape{k_names};
        return k_shape;
    }
}

template <class T>
T read_row(const Row& row) {
    if constexpr (Columnar<T>) {
        return Column<T>::read(row.cell(0));
    } else {
        T whole{};
        std::size_t column = 0;
        boost::mp11::mp_for_each<Members<T>>([&](auto d) {
            auto& member = whole.*d.pointer;
            member = Column<std::remove_reference_t<decltype(member)>>::read(row.cell(column++));
        });
        return whole;
    }
}

}  // namespace hebra::db
