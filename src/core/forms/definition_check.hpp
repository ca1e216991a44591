// Whether a definition holds together. Inside this room only.
#pragma once
#include "core/forms/form.hpp"

namespace hebra::forms {

/// The questions of a definition, with their conditions read. They point into it.
/// No: `invalid` with every fault, each with its pointer into the definition.
Result<std::vector<Question>> questions_of(const Definition& definition);

namespace words {
inline constexpr Word k_bad_form_code{"bad_form_code", "El código lleva minúsculas, números y _, empieza con letra y cabe en 40 letras.",
                                      "A code takes lower case, digits and _, starts with a letter and fits in 40 letters."};
inline constexpr Word k_code_twice{"code_twice", "Este código ya está en el formulario.", "This code is already in the form."};
inline constexpr Word k_label_missing{"label_missing", "Falta el texto en español o en inglés.", "The text in Spanish or in English is missing."};
inline constexpr Word k_bad_data_class{"bad_data_class", "La clase de datos va de 0 a 4.", "The data class goes from 0 to 4."};
inline constexpr Word k_options_misplaced{"options_misplaced", "Las opciones van en choice y choices, y al menos una.",
                                          "Options go with choice and choices, at least one."};
inline constexpr Word k_items_misplaced{"items_misplaced", "Las preguntas interiores van en group, al menos una, y un group no lleva otro.",
                                        "Inner questions go with group, at least one, and a group holds no other."};
inline constexpr Word k_rule_misplaced{"rule_misplaced", "Esta regla no corresponde a este tipo de pregunta.",
                                       "This rule does not fit this type of question."};
inline constexpr Word k_unknown_stage{"unknown_stage", "No es una de las etapas (stages) del formulario.",
                                      "It is not one of the form's stages."};
inline constexpr Word k_unknown_source{"unknown_source", "No es una de las fuentes (sources) del formulario.",
                                       "It is not one of the form's sources."};
inline constexpr Word k_condition_field{"condition_field", "La condición se refiere a una pregunta que no existe o que viene después.",
                                        "The condition refers to a question that does not exist or comes later."};
inline constexpr Word k_condition_value{"condition_value", "La condición compara con un valor que esta pregunta no puede tener.",
                                        "The condition compares with a value that this question cannot have."};
inline constexpr Word k_bad_score{"bad_score", "El puntaje suma opciones (points), o números y casillas (weight), de preguntas sin grupo.",
                                  "A score adds options (points), or numbers and boxes (weight), of questions outside groups."};
}  // namespace words

}  // namespace hebra::forms
