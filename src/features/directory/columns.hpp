// The columns of our CSV: one list, from which import, export and the difference between two rows are made.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "features/directory/service.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_cell_empty{"cell_empty", "Falta este dato, que es indispensable.",
                                   "This datum is missing, and it is indispensable."};
inline constexpr Word k_cell_not_number{"cell_not_number", "Escriba un número entero, sin puntos.",
                                        "Write a whole number, without dots."};
inline constexpr Word k_cell_not_date{"cell_not_date", "Escriba la fecha como 2026-11-19.", "Write the date as 2026-11-19."};
inline constexpr Word k_cell_not_yes_no{"cell_not_yes_no", "Escriba sí o no, o deje la celda vacía.",
                                        "Write yes or no, or leave the cell empty."};
inline constexpr Word k_cell_not_as_of{"cell_not_as_of",
                                       "Escriba el año, el mes o el día de la fuente: 2026, 2026-11 o 2026-11-19.",
                                       "Write the source's year, month or day: 2026, 2026-11 or 2026-11-19."};
inline constexpr Word k_age_impossible{"age_impossible", "Las edades van de 0 a 120 años.", "Ages go from 0 to 120 years."};
inline constexpr Word k_ages_reversed{"ages_reversed", "La edad mínima es mayor que la máxima.",
                                      "The least age is above the greatest."};
inline constexpr Word k_places_impossible{"places_impossible", "Los cupos libres no pueden ser más que los cupos.",
                                          "There cannot be more free places than places."};
inline constexpr Word k_not_a_place{
    "not_a_place", "Escriba \"national\", códigos CUT o nombres de regiones y comunas, \"each_region\" o \"each_comuna\".",
    "Write \"national\", CUT codes or names of regions and comunas, \"each_region\" or \"each_comuna\"."};
inline constexpr Word k_channel_absent{"channel_absent", "Hay un horario para un canal que la fila no tiene.",
                                       "There are hours for a channel that the row does not have."};
}  // namespace words

struct Column {
    std::string_view name;
    bool is_required;  ///< the column must be there, and its cells filled
    /// Puts a cell (trimmed, guard removed) into the service. The word says why it cannot.
    std::optional<Word> (*read)(Service& service, std::string_view cell);
    std::string (*write)(const Service& service);
};

/// In the order in which they are written, and must be read.
std::span<const Column> columns();

/// What no cell alone can show: ages and places the wrong way round, hours of an absent channel. The column it is about,
/// and why.
struct RowFault {
    std::string_view column;
    Word word;
};
std::optional<RowFault> fault_of(const Service& service);

}  // namespace hebra::directory
