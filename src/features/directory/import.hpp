// Our CSV and the directory: what a file would change, row by row, before anything is changed. Pure.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "features/directory/service.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_column_unknown{"column_unknown", "Esta columna no existe. Revise su nombre o quítela.",
                                       "There is no such column. Check its name or remove it."};
inline constexpr Word k_column_missing{"column_missing", "Falta esta columna, que es indispensable.",
                                       "This column is missing, and it is indispensable."};
inline constexpr Word k_column_twice{"column_twice", "Esta columna está dos veces.", "This column is there twice."};
inline constexpr Word k_row_cells{"row_cells", "La fila no tiene el mismo número de celdas que los títulos.",
                                  "The row does not have as many cells as there are titles."};
inline constexpr Word k_code_twice{"service_code_twice", "Este código ya está en una fila anterior del archivo.",
                                   "This code is already in an earlier row of the file."};
}  // namespace words

/// Why a row, or the file, cannot be taken.
struct RefusedRow {
    std::size_t line;    ///< of the file, from 1
    std::string column;  ///< empty: the whole row
    std::string value;   ///< what stood there, shortened
    Word word;
};

struct FieldChange {
    std::string column;
    std::string before;
    std::string after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (column, before, after))

struct ChangedService {
    std::size_t line;
    Service after;  ///< with the id, and with confirmations where the contact is still the same
    std::vector<FieldChange> fields;
};

/// What the file would do. Nothing is done yet.
struct Plan {
    std::int64_t edition = 0;  ///< of the directory it was compared with
    std::string encoding;  ///< "UTF-8"
    char separator = ',';
    std::size_t rows = 0;             ///< with data, refused ones included
    std::vector<Service> added = {};  ///< without ids
    std::vector<ChangedService> changed = {};
    std::vector<std::string> gone = {};  ///< codes offered by the directory that the file does not have
    std::size_t unchanged = 0;
    std::vector<RefusedRow> refused = {};  ///< each fault; a row may have several

    /// How many rows have a fault.
    std::size_t refused_rows() const;
};

/// Reads a file against the directory as it is, rows no longer offered included: a file that has one offers it again. A
/// column that the file lacks changes nothing. A file never confirms a number. Refused rows are left out, the rest stands;
/// a fault in the titles refuses the whole file, on line 1.
/// No: those of csv::Reader::open.
Result<Plan> plan_import(std::string_view file, std::span<const Service> present);

/// What the directory offers, as a file that `plan_import` reads back without a change.
std::string export_csv(std::span<const Service> services);

/// The lines of Chile that ship with the product, none of them confirmed: data/directory.csv.
std::string_view shipped_csv();

}  // namespace hebra::directory
