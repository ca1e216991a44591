// What is said about a setting that cannot be used.
#pragma once
#include "base/word.hpp"

namespace hebra::config::words {

inline constexpr Word k_unknown_key{"unknown_key", "No existe esa opción.", "There is no such setting."};
inline constexpr Word k_missing_value{"missing_value", "Falta su valor.", "Its value is missing."};
inline constexpr Word k_not_a_flag{"not_a_flag", "Se esperaba una opción, como --clave=valor.",
                                   "An option was expected, such as --key=value."};
inline constexpr Word k_want_text{"want_text", "Se espera un texto entre comillas.", "A quoted text is expected."};
inline constexpr Word k_want_number{"want_number", "Se espera un número entero que quepa.",
                                    "A whole number that fits is expected."};
inline constexpr Word k_want_yes_no{"want_yes_no", "Se espera true o false.", "Either true or false is expected."};
inline constexpr Word k_want_duration{"want_duration",
                                      "Se espera una duración, como \"35d\", \"8h\", \"30m\", \"15s\" o \"500ms\".",
                                      "A duration is expected, such as \"35d\", \"8h\", \"30m\", \"15s\" or \"500ms\"."};
inline constexpr Word k_want_path{"want_path", "Se espera una ruta entre comillas.", "A quoted path is expected."};
inline constexpr Word k_want_list{"want_list", "Se espera una lista de textos.", "A list of texts is expected."};
inline constexpr Word k_want_choice{"want_choice", "Se espera una de las palabras permitidas.",
                                    "One of the allowed words is expected."};
inline constexpr Word k_want_section{"want_section", "Es una sección: sus opciones van debajo.",
                                     "This is a section: its settings go under it."};
inline constexpr Word k_file_unreadable{"file_unreadable", "No se puede leer el archivo de configuración.",
                                        "The configuration file cannot be read."};
inline constexpr Word k_not_toml{"not_toml", "El archivo no es TOML válido.", "The file is not valid TOML."};
inline constexpr Word k_secret_unreadable{"secret_unreadable", "No se puede leer el archivo del secreto, o está vacío.",
                                          "The file of the secret cannot be read, or is empty."};

}  // namespace hebra::config::words
