// What the codec says about a document it cannot accept.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/word.hpp"

namespace hebra::json {

inline constexpr std::size_t k_max_text = 10'000;   ///< bytes, of a string whose type names no limit
inline constexpr std::size_t k_max_items = 10'000;  ///< of a list or a map
inline constexpr std::size_t k_max_depth = 32;
inline constexpr std::size_t k_max_errors = 100;    ///< told about one document; then reading stops

namespace words {
inline constexpr Word k_not_json{"not_json", "El contenido no es JSON válido.", "The content is not valid JSON."};
inline constexpr Word k_not_utf8{"not_utf8", "El texto no está en UTF-8. Guárdelo o envíelo en UTF-8.",
                                 "The text is not in UTF-8. Save or send it in UTF-8."};
inline constexpr Word k_too_deep{"too_deep", "El JSON tiene más de 32 niveles.", "The JSON has more than 32 levels."};
inline constexpr Word k_missing{"missing", "Falta este dato.", "This is missing."};
inline constexpr Word k_want_text{"wrong_type", "Debe ser un texto.", "It must be text."};
inline constexpr Word k_want_integer{"wrong_type", "Debe ser un número entero.", "It must be a whole number."};
inline constexpr Word k_want_number{"wrong_type", "Debe ser un número.", "It must be a number."};
inline constexpr Word k_want_boolean{"wrong_type", "Debe ser verdadero o falso (true, false).",
                                     "It must be true or false."};
inline constexpr Word k_want_list{"wrong_type", "Debe ser una lista.", "It must be a list."};
inline constexpr Word k_want_object{"wrong_type", "Debe ser un objeto.", "It must be an object."};
inline constexpr Word k_not_id{"not_an_id", "No es un identificador válido.", "It is not a valid identifier."};
inline constexpr Word k_not_time{"not_a_time", "Debe ser una fecha y hora que exista, con su zona: 2026-11-19T21:12:00-03:00.",
                                 "It must be a date and time that exists, with its zone: 2026-11-19T21:12:00-03:00."};
inline constexpr Word k_not_date{"not_a_date", "Debe ser una fecha que exista: 2026-11-19.",
                                 "It must be a date that exists: 2026-11-19."};
inline constexpr Word k_not_base64{"not_base64url", "Debe estar en base64url (RFC 4648).", "It must be base64url (RFC 4648)."};
inline constexpr Word k_bad_character{"bad_character", "El texto lleva un carácter nulo (U+0000). Quítelo.",
                                      "The text has a null character (U+0000). Remove it."};
inline constexpr Word k_too_many_items{"too_many_items", "La lista tiene más de 10.000 elementos. Envíela por partes.",
                                       "The list has more than 10,000 items. Send it in parts."};
inline constexpr Word k_unknown_member{"unknown_member", "Este dato no existe aquí: no se guardaría. Revise cómo está escrito.",
                                       "There is no such member here: it would not be kept. Check its spelling."};
inline constexpr Word k_unknown_parameter{"unknown_parameter", "Este parámetro no existe aquí. Revise cómo está escrito.",
                                          "There is no such parameter here. Check its spelling."};
}  // namespace words

/// Words that say a type's own limits, never a value from a document: their text is kept as long as the program.
Word out_of_range_word(std::int64_t least, std::uint64_t most);
Word too_long_word(std::size_t max_bytes);
Word unknown_code_word(std::span<const std::string_view> accepted);

}  // namespace hebra::json
