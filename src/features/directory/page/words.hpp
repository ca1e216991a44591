// What the public page says. To whoever looks for help: plain, and of «tú» (interface.md, "Voices").
#pragma once
#include "base/word.hpp"

namespace hebra::directory::words {

inline constexpr Word k_page_title{"public_title", "¿Quién puede ayudar?", "Who can help?"};
inline constexpr Word k_page_skip{"public_skip", "Saltar al contenido", "Skip to the content"};
inline constexpr Word k_page_home{"public_home", "Hebra, inicio del catastro", "Hebra, start of the directory"};
inline constexpr Word k_page_sample{"public_sample", "Datos de muestra", "Sample data"};
inline constexpr Word k_page_reading{"public_reading", "Cómo se ve la página", "How the page looks"};
inline constexpr Word k_page_large{"public_large", "Letra grande", "Large letters"};
inline constexpr Word k_page_contrast{"public_contrast", "Contraste", "Contrast"};
inline constexpr Word k_page_night{"public_night", "Noche", "Night"};
inline constexpr Word k_page_language{"public_language", "English", "Español"};
inline constexpr Word k_page_leave{"public_leave", "Salir rápido", "Leave quickly"};

inline constexpr Word k_danger_title{"public_danger", "¿Hay peligro ahora?", "Is there danger now?"};
inline constexpr Word k_danger_none{"public_danger_none",
                                    "Los números de emergencia de esta página están por confirmar. Usa el que ya conozcas.",
                                    "The emergency numbers of this page are still to be confirmed. Use one you already know."};
inline constexpr Word k_danger_sample{"public_danger_sample", "(muestra: aquí no se marca)", "(sample: nothing is dialled here)"};

inline constexpr Word k_form_name{"public_form", "Buscar ayuda", "Look for help"};
inline constexpr Word k_form_topic{"public_topic", "Busco ayuda por ", "I look for help with "};
inline constexpr Word k_form_age{"public_age", " para alguien de ", " for someone aged "};
inline constexpr Word k_form_place{"public_place", " en ", " in "};
inline constexpr Word k_form_channel{"public_channel", ", por ", ", by "};
inline constexpr Word k_form_language{"public_language_of", ", en ", ", in "};
inline constexpr Word k_form_when{"public_when", ", primero quien atienda ", ", first whoever attends "};
inline constexpr Word k_label_topic{"public_label_topic", "Motivo", "Reason"};
inline constexpr Word k_label_age{"public_label_age", "Edad", "Age"};
inline constexpr Word k_label_place{"public_label_place", "Comuna", "Comuna"};
inline constexpr Word k_label_channel{"public_label_channel", "Canal", "Channel"};
inline constexpr Word k_label_language{"public_label_language", "Idioma", "Language"};
inline constexpr Word k_label_text{"public_label_text", "Tus palabras", "Your words"};
inline constexpr Word k_label_when{"public_label_when", "Momento", "Moment"};
inline constexpr Word k_any_topic{"public_any_topic", "cualquier motivo", "any reason"};
inline constexpr Word k_any_age{"public_any_age", "edad sin decir", "age untold"};
inline constexpr Word k_any_place{"public_any_place", "cualquier comuna", "any comuna"};
inline constexpr Word k_any_channel{"public_any_channel", "cualquier canal", "any channel"};
inline constexpr Word k_any_language{"public_any_language", "cualquier idioma", "any language"};
inline constexpr Word k_whole_region{"public_whole_region", "cualquier comuna de {}", "any comuna of {}"};
inline constexpr Word k_year{"public_year", "{} año", "{}"};
inline constexpr Word k_years{"public_years", "{} años", "{}"};
inline constexpr Word k_when_now{"public_when_now", "ahora", "now"};
inline constexpr Word k_when_tonight{"public_when_tonight", "esta noche", "tonight"};
inline constexpr Word k_when_tomorrow{"public_when_tomorrow", "mañana por la mañana", "tomorrow morning"};
inline constexpr Word k_when_saturday{"public_when_saturday", "el sábado", "on Saturday"};
inline constexpr Word k_when_any{"public_when_any", "a cualquier hora", "at any time"};
inline constexpr Word k_form_text{"public_text", "Con tus palabras, si quieres", "In your words, if you like"};
inline constexpr Word k_form_free{"public_free", "Que sea gratis", "Free of charge"};
inline constexpr Word k_form_anonymous{"public_anonymous", "Sin dar el nombre", "Without giving a name"};
inline constexpr Word k_form_search{"public_search", "Buscar", "Search"};

inline constexpr Word k_count_now{"public_count_now", "{} {} ahora", "{} {} now"};
inline constexpr Word k_attends{"public_attends", "atiende", "attends"};
inline constexpr Word k_attend{"public_attend", "atienden", "attend"};
inline constexpr Word k_count_then{"public_count_then", "{} {} entonces", "{} {} then"};
inline constexpr Word k_count_later{"public_count_later", "{} más tarde", "{} later"};
inline constexpr Word k_count_unknown{"public_count_unknown", "{} con horario por confirmar", "{} with hours to be confirmed"};
inline constexpr Word k_count_none{"public_count_none", "Nadie calza con todo lo que pides", "Nobody fits all that you ask"};
inline constexpr Word k_stroke_is_now{"public_stroke", "la raya marca esta hora", "the stroke marks this hour"};
inline constexpr Word k_show_all{"public_show_all", "Ver los {}", "See all {}"};
inline constexpr Word k_first_hundred{"public_first_hundred", "Se muestran los primeros. Di más para ver otros.",
                                      "The first are shown. Say more to see others."};
inline constexpr Word k_not_fitting{"public_not_fitting", "No calzan {}.", "{} do not fit."};
inline constexpr Word k_see_why{"public_see_why", "Ver por qué", "See why"};
inline constexpr Word k_open_data{"public_open_data", "Datos abiertos (CSV)", "Open data (CSV)"};
inline constexpr Word k_nobody_knows{"public_nobody_knows",
                                     "Esta página no guarda quién pregunta ni qué. Un número solo se puede tocar si alguien lo comprobó hace poco.",
                                     "This page does not keep who asks or what. A number can only be tapped if somebody checked it lately."};

inline constexpr Word k_according_to{"public_according_to", "Según {}", "According to {}"};
inline constexpr Word k_source_says{"public_source_says", "La fuente dice: {}", "The source says: {}"};
inline constexpr Word k_checked_on{"public_checked_on", "Comprobado el {}", "Checked on {}"};
inline constexpr Word k_never_checked{"public_never_checked", "Sin comprobar por esta red", "Not checked by this network"};
inline constexpr Word k_report{"public_report", "Avisar un error", "Report a mistake"};
inline constexpr Word k_no_requirements{"public_no_requirements", "No se sabe qué pide para entrar", "It is not known what it asks for"};
inline constexpr Word k_asks_nothing{"public_asks_nothing", "No pide nada para entrar", "Asks for nothing"};
inline constexpr Word k_hours_unknown{"public_hours_unknown", "Horario por confirmar", "Hours to be confirmed"};
inline constexpr Word k_day_drawn{"public_day_drawn", "Horario de hoy: {}", "Today's hours: {}"};
inline constexpr Word k_opens{"public_opens", "Abre {}", "Opens {}"};
inline constexpr Word k_call{"public_call", "Llamar {}", "Call {}"};
inline constexpr Word k_write_to{"public_write_to", "Escribir al {}", "Write to {}"};
inline constexpr Word k_open_chat{"public_open_chat", "Abrir chat", "Open chat"};
inline constexpr Word k_open_page{"public_open_page", "Ver su página", "See its page"};
inline constexpr Word k_send_mail{"public_send_mail", "Escribir un correo", "Write an e-mail"};
inline constexpr Word k_open_video{"public_open_video", "Videollamada", "Video call"};
inline constexpr Word k_how_to_enter{"public_how_to_enter", "Cómo entrar", "How to enter"};
inline constexpr Word k_sample_contact{"public_sample_contact", "{} (muestra)", "{} (sample)"};

}  // namespace hebra::directory::words
