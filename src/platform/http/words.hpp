// What the HTTP floor itself says no with. A few have a status of their own (`status_of` in problem.hpp).
#pragma once
#include "base/word.hpp"

namespace hebra::http::words {

inline constexpr Word k_bad_target{"bad_target", "La dirección pedida está mal escrita.", "The address asked for is badly written."};
inline constexpr Word k_bad_request{"bad_request", "La petición HTTP está mal formada.", "The HTTP request is malformed."};
inline constexpr Word k_header_too_large{"header_too_large", "Los encabezados pasan de 16 KiB.", "The headers exceed 16 KiB."};
inline constexpr Word k_body_too_large{"body_too_large", "Lo enviado es demasiado grande para esta dirección.",
                                       "What was sent is too large for this address."};
inline constexpr Word k_too_slow{"too_slow", "La petición tardó demasiado en llegar. Envíela de nuevo.",
                                 "The request took too long to arrive. Send it again."};
inline constexpr Word k_no_route{"no_route", "No hay nada en esta dirección.", "There is nothing at this address."};
inline constexpr Word k_method_not_allowed{"method_not_allowed", "Esta dirección no admite ese método. El encabezado Allow dice cuáles.",
                                           "This address does not take that method. The Allow header says which."};
inline constexpr Word k_not_signed_in{"not_signed_in", "Inicie sesión para continuar.", "Sign in to continue."};
inline constexpr Word k_forbidden{"forbidden", "Su rol no permite hacer esto. Pídalo a quien administra su institución.",
                                  "Your role does not allow this. Ask your institution's administrator."};
inline constexpr Word k_other_institution{
    "other_institution",
    "Esta página muestra una institución y usted actúa ahora por otra: no se guardó nada. Vuelva a actuar por la que muestra, o abra la página de nuevo.",
    "This page shows one institution and you act for another now: nothing was saved. Act again for the one it shows, or open the page anew."};
inline constexpr Word k_cross_site{"cross_site", "La petición vino de otro sitio y no se aceptó. Hágala desde Hebra.",
                                   "The request came from another site and was not accepted. Make it from Hebra."};
inline constexpr Word k_want_json{"want_json", "El cuerpo debe enviarse como application/json.",
                                  "The body must be sent as application/json."};
inline constexpr Word k_want_websocket{"want_websocket", "Esta dirección se abre como WebSocket.",
                                       "This address is opened as a WebSocket."};
inline constexpr Word k_if_match_missing{"if_match_missing",
                                         "Falta If-Match con la versión que usted vio (el ETag de la última lectura).",
                                         "If-Match is missing, with the version you saw (the ETag of the last read)."};
inline constexpr Word k_bad_if_match{"bad_if_match", "If-Match debe ser el ETag recibido, como \"7\".",
                                     "If-Match must be the ETag received, such as \"7\"."};
inline constexpr Word k_bad_once{"bad_idempotency_key", "Idempotency-Key debe tener de 1 a 200 caracteres ASCII visibles.",
                                 "Idempotency-Key must have 1 to 200 visible ASCII characters."};
inline constexpr Word k_bad_cursor{"bad_cursor", "El cursor no es válido. Vuelva a la primera página.",
                                   "The cursor is not valid. Go back to the first page."};
inline constexpr Word k_busy{"busy", "Hay mucha demanda en este momento. Intente de nuevo en unos segundos; lo escrito se conserva.",
                             "There is too much demand right now. Try again in a few seconds; what you wrote is kept."};
inline constexpr Word k_unavailable{"unavailable", "No se pudo completar ahora. Intente de nuevo en unos segundos.",
                                    "It could not be completed now. Try again in a few seconds."};
inline constexpr Word k_failed{"failed", "Algo falló de nuestro lado. Si se repite, avise con el número de la petición.",
                               "Something failed on our side. If it happens again, report it with the request number."};

}  // namespace hebra::http::words
