// What the public page says of a part of the question that it could not use: beside its field, with what it did instead.
#pragma once
#include "base/word.hpp"

namespace hebra::directory::words {

inline constexpr Word k_trouble{"public_trouble", "No usamos esto de lo que pediste: {}. Lo demás sí.",
                                "We did not use this part of what you asked: {}. The rest we did."};
inline constexpr Word k_trouble_other{"public_trouble_other", "algo de la dirección que esta página no conoce",
                                      "something in the address that this page does not know"};
inline constexpr Word k_trouble_second{"public_trouble_second", "un segundo valor para {}", "a second value for {}"};
inline constexpr Word k_trouble_topic{"public_trouble_topic", "Ese motivo no está en la lista. Elige uno; por ahora vale cualquiera.",
                                      "That reason is not in the list. Choose one; for now any will do."};
inline constexpr Word k_trouble_age{"public_trouble_age",
                                    "La edad va de 0 a 120 años. Mientras no la sepamos, buscamos para alguien menor de 18.",
                                    "The age goes from 0 to 120 years. While we do not know it, we look for someone under 18."};
inline constexpr Word k_trouble_place{"public_trouble_place", "Esa comuna o región no existe. Elige una; por ahora vale cualquiera.",
                                      "There is no such comuna or region. Choose one; for now any will do."};
inline constexpr Word k_trouble_region{"public_trouble_region", "La comuna no es de esa región: buscamos en la comuna.",
                                       "The comuna is not in that region: we look in the comuna."};
inline constexpr Word k_trouble_channel{"public_trouble_channel", "Ese canal no está en la lista. Elige uno; por ahora vale cualquiera.",
                                        "That channel is not in the list. Choose one; for now any will do."};
inline constexpr Word k_trouble_language{"public_trouble_language", "Ese idioma no está en la lista. Elige uno; por ahora vale cualquiera.",
                                         "That language is not in the list. Choose one; for now any will do."};
inline constexpr Word k_trouble_moment{"public_trouble_moment", "Ese momento no existe. Elige uno; por ahora buscamos quien atienda ahora.",
                                       "There is no such moment. Choose one; for now we look for whoever attends now."};
inline constexpr Word k_trouble_past{"public_trouble_past", "Ese momento ya pasó. Elige otro; por ahora buscamos quien atienda ahora.",
                                     "That moment is over. Choose another; for now we look for whoever attends now."};
inline constexpr Word k_trouble_far{"public_trouble_far", "Falta mucho: aún no se conocen los feriados de ese año. Elige otro momento; por ahora buscamos quien atienda ahora.",
                                    "That is too far away: the holidays of that year are not known yet. Choose another; for now we look for who attends now."};
inline constexpr Word k_trouble_text{"public_trouble_text", "Es demasiado largo para buscarlo: bastan unas palabras.",
                                     "It is too long to be searched: a few words are enough."};
inline constexpr Word k_trouble_tick{"public_trouble_tick", "Esto solo se marca o no se marca. Por ahora no está marcado.",
                                     "This is either ticked or not. For now it is not ticked."};
inline constexpr Word k_trouble_twice{"public_trouble_twice", "Venía dos veces, con cosas distintas. Usamos la primera.",
                                      "It came twice, with different things. We used the first."};

}  // namespace hebra::directory::words
