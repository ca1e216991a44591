// Whether a safe-contact card can be used by whoever has it in hand. Pure.
#pragma once
#include "core/people/person.hpp"

namespace hebra::people {

namespace words {
inline constexpr Word k_channel_value_needed{"channel_value_needed", "Escriba el número o la dirección, o quite esta forma de contacto.",
                                             "Write the number or the address, or remove this way of contact."};
inline constexpr Word k_safe_days_needed{"safe_days_needed", "Elija al menos un día.", "Choose at least one day."};
inline constexpr Word k_safe_hours_order{
    "safe_hours_order", "El horario termina después de empezar. Si pasa de la medianoche, escriba dos horarios.",
    "The hours end after they begin. If they go past midnight, write two."};
inline constexpr Word k_confirmed_to_come{"confirmed_to_come", "La persona no pudo confirmarlo en el futuro. Revise la fecha y la hora.",
                                          "The person cannot have confirmed it in the future. Check the date and the time."};
inline constexpr Word k_card_too_long{"card_too_long", "La tarjeta lleva hasta 20 formas de contacto y 20 horarios.",
                                      "The card holds up to 20 ways of contact and 20 spans of hours."};
}  // namespace words

/// Every field in doubt, by its pointer from the person ("/safe_contact/hours/0/to"): a number that no telephone network
/// carries, a way of contact with no address, hours of no day or no length. A chat is reached by the return code and a visit by
/// what its label says: neither needs an address.
std::vector<FieldError> faults_of(const SafeContact& card, Time now);

}  // namespace hebra::people
