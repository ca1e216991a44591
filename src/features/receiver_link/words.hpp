// What links say no with.
#pragma once
#include "base/word.hpp"

namespace hebra::receiver_link::words {

inline constexpr Word k_not_sent{"receiver_link_not_sent", "Primero envíe la derivación: el enlace lleva a lo enviado.",
                                 "Send the referral first: the link leads to what was sent."};
inline constexpr Word k_referral_over{"receiver_link_referral_over", "Esta derivación ya terminó: no hay nada que responder con un enlace.",
                                      "This referral has ended: there is nothing to answer with a link."};
inline constexpr Word k_days{"receiver_link_days", "El enlace vale entre 1 y 30 días.", "The link lasts from 1 to 30 days."};
inline constexpr Word k_no_registered_mail{
    "receiver_link_no_registered_mail", "Ese servicio no tiene un correo confirmado en el catastro, o esta instalación no envía correos. Dicte el código por teléfono.",
    "That service has no confirmed e-mail in the directory, or this installation sends no mail. Tell the code by telephone."};
inline constexpr Word k_too_many_links{"receiver_link_too_many", "Ya hay cinco enlaces abiertos de esta derivación. Anule uno antes de hacer otro.",
                                       "There are five open links for this referral already. Revoke one before making another."};
inline constexpr Word k_too_many_today{
    "receiver_link_too_many_today", "Ya se hicieron diez enlaces de esta derivación hoy. Use uno de los que siguen abiertos, o llame al servicio.",
    "Ten links were made for this referral today already. Use one that is still open, or telephone the service."};
inline constexpr Word k_ended{"receiver_link_ended", "Ese enlace ya había terminado.", "That link had already ended."};

inline constexpr Word k_unknown{"receiver_link_unknown", "Este enlace no existe o está incompleto. Cópielo entero, o pida otro a quien se lo envió.",
                                "This link does not exist or is incomplete. Copy it whole, or ask whoever sent it for another."};
inline constexpr Word k_expired{"receiver_link_expired", "Este enlace venció. Pida otro a la institución que se lo envió.",
                                "This link has expired. Ask the institution that sent it for another."};
inline constexpr Word k_revoked{"receiver_link_revoked", "La institución que envió este enlace lo anuló. Si tiene dudas, llámela.",
                                "The institution that sent this link revoked it. If in doubt, call them."};
inline constexpr Word k_returned{"receiver_link_returned", "Desde aquí se dijo que no era para ustedes. La institución que lo envió ya lo sabe.",
                                 "From here it was said that this was not for you. The institution that sent it knows."};
inline constexpr Word k_withdrawn{"receiver_link_withdrawn", "La derivación fue retirada: ya no se puede leer. No tiene que hacer nada.",
                                  "The referral was withdrawn: it can no longer be read. There is nothing for you to do."};
inline constexpr Word k_code_refused{"receiver_link_code_refused", "Ese no es el código. Revíselo con quien se lo dio.",
                                     "That is not the code. Check it with whoever gave it to you."};
inline constexpr Word k_shut{"receiver_link_shut", "Hubo varios códigos equivocados. Por seguridad, espere quince minutos y pruebe otra vez.",
                             "There were several wrong codes. For safety, wait fifteen minutes and try again."};
inline constexpr Word k_burnt{"receiver_link_burnt", "Hubo demasiados códigos equivocados y el enlace se cerró. Pida otro a quien se lo envió.",
                              "There were too many wrong codes and the link was closed. Ask whoever sent it for another."};
inline constexpr Word k_code_first{"receiver_link_code_first", "Escriba el código para seguir: lo que escribió sigue aquí y aparecerá después.",
                                   "Write the code to go on: what you wrote is kept and appears afterwards."};
inline constexpr Word k_typed_again{"receiver_link_typed_again", "Aquí está lo que había escrito. Revíselo y envíelo.", "Here is what you had written. Check it and send it."};
inline constexpr Word k_typed_too_late{"receiver_link_typed_too_late", "Ya no se puede responder así: la derivación cambió. Lo que usted había escrito está abajo.",
                                       "It can no longer be answered like that: the referral has changed. What you had written is below."};
inline constexpr Word k_choose_answer{"receiver_link_choose_answer", "Elija una de las respuestas.", "Choose one of the answers."};
inline constexpr Word k_no_such_day{"receiver_link_no_such_day", "Ese día no existe. Escriba otra fecha.", "There is no such day. Write another date."};
inline constexpr Word k_choose_how{"receiver_link_choose_how", "Elija cómo será: en persona, por teléfono o por mensaje.",
                                   "Choose how it will be: in person, by telephone or by message."};
inline constexpr Word k_moved_meanwhile{"receiver_link_moved_meanwhile", "La derivación cambió mientras usted escribía. Léala y responda otra vez: lo que escribió sigue aquí.",
                                        "The referral changed while you were writing. Read it and answer again: what you wrote is still here."};
inline constexpr Word k_answered_already{"receiver_link_answered_already", "Esta derivación ya se respondió: abajo está cómo quedó. Lo que usted escribió no se envió.",
                                         "This referral was answered already: how it stands is below. What you wrote was not sent."};
inline constexpr Word k_too_long{"receiver_link_too_long", "Lo escrito es demasiado largo y no se recibió. Vuelva atrás: sigue en su navegador. Acórtelo y envíelo de nuevo.",
                                 "What was written is too long and was not received. Go back: your browser still has it. Shorten it and send it again."};
inline constexpr Word k_bad_date{"receiver_link_bad_date", "Escriba la fecha y la hora completas, o deje ambas en blanco.",
                                 "Write the whole date and time, or leave both empty."};
inline constexpr Word k_at_future{"receiver_link_at_future", "Ese momento todavía no llega. Escriba cuándo llegó la persona.",
                                  "That moment has not come yet. Write when the person arrived."};

}  // namespace hebra::receiver_link::words
