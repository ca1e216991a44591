// What the use cases of referrals say no with, beyond the guard table's own words.
#pragma once
#include "base/word.hpp"

namespace hebra::referrals::words {

inline constexpr Word k_unknown_service{"unknown_service", "Ese servicio no está en el catastro, o ya no se ofrece. Elija otro.",
                                        "That service is not in the directory, or is no longer offered. Choose another."};
inline constexpr Word k_outside_network{"outside_network", "No hay convenio que les una con esa institución. Entregue la información, o pida un convenio.",
                                        "No agreement ties you to that institution. Give the information, or ask for an agreement."};
inline constexpr Word k_no_places{"no_places", "Ese servicio no tiene cupos. Elija otro, o diga por qué se envía igual.",
                                  "That service has no places left. Choose another, or say why it is sent all the same."};
inline constexpr Word k_criteria_unmet{"criteria_unmet", "Hay un criterio que no se cumple. Se puede enviar igual: cuente por qué.",
                                       "One criterion is not met. It can be sent all the same: say why."};
inline constexpr Word k_similar_open{"similar_open", "Ya hay una derivación parecida, abierta o reciente. Diga por qué hace falta otra.",
                                     "There is already a similar referral, open or recent. Say why another is needed."};
inline constexpr Word k_code_needed{"coded_reason_needed", "Elija el motivo de la lista.", "Choose the reason from the list."};
inline constexpr Word k_text_needed{"text_needed", "Escriba una frase que lo explique.", "Write a sentence that explains it."};
inline constexpr Word k_question_needed{"question_needed", "Escriba al menos una pregunta.", "Write at least one question."};
inline constexpr Word k_at_needed{"at_needed", "Diga el día y la hora.", "Say the day and the time."};
inline constexpr Word k_at_past{"at_past", "Ese momento ya pasó. Elija otro.", "That moment has passed. Choose another."};
inline constexpr Word k_until_needed{"until_needed", "Diga hasta cuándo.", "Say until when."};
inline constexpr Word k_review_too_far{"review_too_far", "La próxima revisión es a lo más en 30 días.", "The next review is within 30 days at most."};
inline constexpr Word k_position_needed{"position_needed", "Diga qué lugar tiene en la lista.", "Say what place it has on the list."};
inline constexpr Word k_urgent_cannot_wait{"urgent_cannot_wait", "Una derivación urgente no va a lista de espera: acéptela o devuélvala.",
                                           "An urgent referral cannot be wait-listed: accept it or return it."};
inline constexpr Word k_not_a_draft{"not_a_draft", "Ya se envió: lo enviado no se cambia. Responda con un dato nuevo o anúlela.",
                                    "It was already sent: what was sent does not change. Reply with new data or cancel it."};
inline constexpr Word k_package_closed{"package_closed", "La persona retiró su permiso, o el plazo terminó: la ficha ya no se puede leer.",
                                       "The person withdrew their permission, or the time ended: the form can no longer be read."};

inline constexpr Word k_withdrawn_already{"withdrawn_already", "Ese permiso ya se había retirado.", "That permission had already been withdrawn."};

}  // namespace hebra::referrals::words
