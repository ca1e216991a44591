// The safety of numbers: what may be shown of a channel, and to be tapped, to somebody who would use it.
#pragma once
#include <string>

#include "features/directory/service.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_contact_url{"contact_url", "Escriba la dirección completa de la página, desde https://.",
                                    "Write the whole address of the page, from https://."};
inline constexpr Word k_contact_email{"contact_email", "Escriba un correo como ayuda@example.org.",
                                      "Write an e-mail address such as help@example.org."};
inline constexpr Word k_to_confirm_number{"to_confirm_number", "número por confirmar", "number to be confirmed"};
inline constexpr Word k_to_confirm_contact{"to_confirm_contact", "contacto por confirmar", "contact to be confirmed"};
inline constexpr Word k_doubted_number{"doubted_number", "número marcado malo, por comprobar",
                                       "number reported wrong, to be checked"};
inline constexpr Word k_contact_missing{"contact_missing", "contacto por averiguar", "contact to be found out"};
}  // namespace words

/// How far a channel's contact can be trusted.
enum class Standing { confirmed, unconfirmed, expired, doubted, missing };
BOOST_DESCRIBE_ENUM(Standing, confirmed, unconfirmed, expired, doubted, missing)

/// `doubted` comes first: a report that a number is wrong stands until somebody confirms it anew.
Standing standing_of(const Channel& channel, Time now);

/// What a visitor may see of a channel.
struct Shown {
    Standing standing;
    std::string contact;  ///< only when confirmed: "600 360 7777"
    std::string uri;      ///< only when confirmed and it can be tapped: "tel:6003607777"
    Word word;            ///< what stands in its place otherwise; empty when confirmed
};

/// The rule for visitors and the public, the same for every kind of channel: nothing that an editor has not confirmed
/// within its expiry is shown or tapped. The row's source stands beside it.
Shown dialable(const Channel& channel, Time now);

/// What opens the contact, without asking whether it may: for staff. Empty if nothing does.
std::string uri_of(const Channel& channel);

/// Whether the contact has the form of its kind; an empty one has. No: `invalid` (those of chile::Dialable and
/// chile::Phone, k_contact_url, k_contact_email).
Result<> check_contact(ChannelKind kind, std::string_view contact);

}  // namespace hebra::directory
