// What the use cases of referrals say no with, beyond the guard table's own words.
#pragma once
#include "base/word.hpp"

namespace hebra::referrals::words {

inline constexpr Word k_unknown_service{"unknown_service", "Ese servicio no está en el catastro, o ya no se ofrece. Elija otro.",
                                        "That service is not in the directory, or is no longer offered. Choose another."};
inline constexpr Word k_redirect_by_sending{
    "redirect_by_sending", "Elija otro servicio y envíe la derivación que sigue a esta: al enviarla, esta queda derivada a otro lugar.",
    "Choose another service and send the referral that follows this one: once it is sent, this one is redirected."};
inline constexpr Word k_other_needs_text{"other_needs_text", "Diga cuál es el otro motivo.", "Say what the other reason is."};
inline constexpr Word k_unknown_contact{"unknown_contact", "Esa conversación no es de su institución con esta persona. Elija una de ella, o deje la derivación sin conversación.",
                                        "That conversation is not your institution's with this person. Choose one of theirs, or leave the referral without one."};
inline constexpr Word k_outside_network{"outside_network", "No hay un convenio directo con esa institución. Entregue la información, o pida un convenio.",
                                        "There is no direct agreement with that institution. Give the information, or ask for an agreement."};
inline constexpr Word k_followed_goes_on{
    "followed_goes_on", "La derivación a la que sigue ya está en marcha otra vez: ábrala antes de enviar otra. Si ya no hace falta, bote este borrador.",
    "The referral this one follows is under way again: open it before sending another. If this one is no longer needed, discard the draft."};
inline constexpr Word k_not_followed{
    "not_followed", "Solo se sigue una derivación propia de la misma persona que fue devuelta o ya terminó. Elija otra, o escriba una nueva.",
    "Only one's own referral of the same person can be followed, once it was returned or has ended. Choose another, or write a new one."};
inline constexpr Word k_no_places{"no_places", "Ese servicio no tiene cupos libres. Elija un motivo para seguir igual, u otro servicio.",
                                  "That service has no places left. Choose a reason to go on all the same, or another service."};
inline constexpr Word k_criteria_unmet{"criteria_unmet", "Hay un criterio que no se cumple. Se puede enviar igual: cuente por qué.",
                                       "One criterion is not met. It can be sent all the same: say why."};
inline constexpr Word k_similar_open{"similar_open", "Ya hay una derivación parecida, abierta o reciente. Diga por qué hace falta otra.",
                                     "There is already a similar referral, open or recent. Say why another is needed."};
inline constexpr Word k_code_needed{"coded_reason_needed", "Elija el motivo de la lista.", "Choose the reason from the list."};
inline constexpr Word k_text_needed{"text_needed", "Escriba una frase que lo explique.", "Write a sentence that explains it."};
inline constexpr Word k_question_needed{"question_needed", "Escriba al menos una pregunta.", "Write at least one question."};
inline constexpr Word k_at_needed{"at_needed", "Diga el día y la hora.", "Say the day and the time."};
inline constexpr Word k_at_past{"at_past", "Ese momento ya pasó. Elija otro.", "That moment has passed. Choose another."};
inline constexpr Word k_at_far{"at_far", "Se da hora hasta 180 días adelante. Elija una fecha más cercana, o deje a la persona en lista de espera.",
                               "Appointments are given up to 180 days ahead. Choose a nearer date, or put the person on the waiting list."};
inline constexpr Word k_at_to_come{"at_to_come", "Ese momento todavía no llega. Escriba cuándo fue; si fue recién, déjelo en blanco.",
                                   "That moment has not come yet. Write when it was; if it was just now, leave it empty."};
inline constexpr Word k_at_before_sent{"at_before_sent", "Eso es antes de que se enviara la derivación. Revise el día y la hora.",
                                       "That is before the referral was sent. Check the day and the time."};
inline constexpr Word k_with_whom_needed{"with_whom_needed", "Escriba con quién fue: basta su nombre o su cargo.",
                                         "Write with whom it was: a name or an office is enough."};
inline constexpr Word k_hold_far{"hold_far", "Una pausa dura a lo más 180 días. Elija una fecha más cercana, o informe el resultado.",
                                 "A pause lasts at most 180 days. Choose a nearer date, or report the outcome."};
inline constexpr Word k_until_needed{"until_needed", "Diga hasta cuándo.", "Say until when."};
inline constexpr Word k_review_too_far{"review_too_far", "La próxima revisión es a lo más en 30 días.", "The next review is within 30 days at most."};
inline constexpr Word k_position_needed{"position_needed", "Diga qué lugar tiene en la lista, desde el 1.", "Say what place it has on the list, from 1 on."};
inline constexpr Word k_urgent_cannot_wait{"urgent_cannot_wait", "Una derivación urgente no va a lista de espera: acéptela o devuélvala.",
                                           "An urgent referral cannot be wait-listed: accept it or return it."};
inline constexpr Word k_not_a_draft{"not_a_draft", "Ya se envió: lo enviado no se cambia. Responda con un dato nuevo o anúlela.",
                                    "It was already sent: what was sent does not change. Reply with new data or cancel it."};
inline constexpr Word k_package_closed{"package_closed", "La persona retiró su permiso, o el plazo terminó: la ficha ya no se puede leer.",
                                       "The person withdrew their permission, or the time ended: the form can no longer be read."};

inline constexpr Word k_person_when_accepting{
    "person_when_accepting", "De qué ficha suya se trata se dice solo al aceptar.", "Which record of yours it is, is said only when accepting."};
inline constexpr Word k_nobody_decides{
    "nobody_decides", "No hay una institución que coordine la red y no sea parte en esto: nadie puede decidirlo. Derive a otro servicio.",
    "No institution coordinates the network without being a party to this: nobody can decide it. Refer to another service."};
inline constexpr Word k_for_the_named_alone{
    "for_the_named_alone", "Lo reservado lo abre solo la persona nombrada, o la supervisión de quien lo envió. Su intento quedó escrito.",
    "What is restricted is opened only by the person named, or by the supervisors of whoever sent it. Your attempt was recorded."};

inline constexpr Word k_withdrawn_already{"withdrawn_already", "Ese permiso ya se había retirado.", "That permission had already been withdrawn."};

inline constexpr Word k_unknown_slot{"unknown_slot", "Esa hora no está en su agenda, o ya no se ofrece. Elija otra.",
                                     "That hour is not in your agenda, or is no longer offered. Choose another."};
inline constexpr Word k_slot_other_service{"slot_other_service", "Esa hora es de otro servicio. Elija una del servicio al que se derivó.",
                                           "That hour belongs to another service. Choose one of the service it was referred to."};
inline constexpr Word k_slot_taken{"slot_taken", "Esa hora ya se ocupó o ya pasó. Elija otra.", "That hour was taken, or has passed. Choose another."};
inline constexpr Word k_slot_held{"slot_held", "Alguien tiene esa hora. Primero cambie o anule su cita.",
                                  "Somebody holds that hour. First move or cancel their appointment."};
inline constexpr Word k_slot_overlaps{"slot_overlaps", "Ese servicio ya ofrece una hora que se cruza, por la misma vía y en el mismo lugar. Cambie la hora, o diga otro lugar.",
                                      "That service already offers an hour that overlaps, in the same way and place. Change the time, or name another place."};
inline constexpr Word k_not_own_service{"not_own_service", "Solo se ofrecen horas de un servicio propio. Elija uno de su institución.",
                                        "Hours are offered for one's own services only. Choose one of your institution."};
inline constexpr Word k_slot_far{"slot_far", "Se ofrecen horas hasta 400 días adelante. Elija una fecha más cercana.",
                                 "Hours are offered up to 400 days ahead. Choose a nearer date."};
inline constexpr Word k_slot_minutes{"slot_minutes", "Cada hora dura entre 10 y 240 minutos.", "Each appointment lasts from 10 to 240 minutes."};
inline constexpr Word k_slot_count{"slot_count", "Ofrezca entre 1 y 20 horas seguidas.", "Offer from 1 to 20 hours in a row."};
inline constexpr Word k_slot_places{"slot_places", "Los cupos de una hora van de 1 a 30.", "An hour has from 1 to 30 places."};
inline constexpr Word k_slot_place{"slot_place", "El lugar se dice en 80 letras. Acórtelo.", "The place is said in 80 letters. Shorten it."};
inline constexpr Word k_agenda_days{"agenda_days", "La agenda muestra entre 1 y 31 días.", "The agenda shows from 1 to 31 days."};
inline constexpr Word k_hour_to_come{"hour_to_come", "Esa hora todavía no llega. Si avisó que no vendrá, cambie la hora.",
                                     "That hour has not come yet. If they said they will not come, move the appointment."};
inline constexpr Word k_fourth_hour{"fourth_hour", "Ya faltó tres veces. Escriba qué se acordó con quien envió antes de dar otra hora.",
                                    "Three appointments were missed. Write what was agreed with the sender before giving another."};
inline constexpr Word k_two_channels{"two_channels", "Antes de la tercera falta se busca por dos vías distintas. Diga cuáles fueron.",
                                     "Before a third no-show the person is sought in two different ways. Say which they were."};

}  // namespace hebra::referrals::words
