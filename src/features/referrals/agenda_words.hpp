// What the agenda answers in words, besides those it shares with referrals (words.hpp).
#pragma once
#include "base/word.hpp"

namespace hebra::referrals::words {

inline constexpr Word k_slot_place_tells{
    "slot_place_tells", "El lugar dice dónde, nunca quién: quite el correo, el RUN o el teléfono. Por ejemplo «Box 3, segundo piso».",
    "The place says where, never who: take out the e-mail, the RUN or the telephone. Such as “Room 3, second floor”."};
inline constexpr Word k_agenda_many{"agenda_many", "Son más de 2.000 horas en esos días. Pida menos días.",
                                    "There are more than 2,000 hours in those days. Ask for fewer days."};

}  // namespace hebra::referrals::words
