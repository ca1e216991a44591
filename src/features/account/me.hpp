// What a person sees of themselves: name, institutions, roles, what they may do.
#pragma once
#include <string>
#include <vector>

#include "access/staff/staff.hpp"
#include "access/users/sessions.hpp"
#include "core/institutions/institutions.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::account {

struct Me {
    UserId user_id;
    Private name;
    Private email;
    access::UserLanguage language;
    institutions::Institution institution;                ///< the one acted for
    calendar::Zone zone;                                  ///< whose clock counts: the official time of its place
    std::vector<institutions::Institution> institutions;  ///< those with a role of theirs
    std::vector<access::Role> roles;                      ///< in the one acted for
    std::vector<std::string> permissions;
    bool totp;
    bool demo;  ///< the installation holds fictitious people only
};
BOOST_DESCRIBE_STRUCT(Me, (), (user_id, name, email, language, institution, zone, institutions, roles, permissions, totp, demo))

/// Everything the account's routes need.
struct Rooms {
    access::Users& users;
    access::Sessions& sessions;
    institutions::Institutions& institutions;
    access::Staff& staff;
    bool mail;  ///< whether this installation sends any
    bool demo;
    bool tls;
};

Result<Me> me(const Rooms& rooms, const Actor& actor);

}  // namespace hebra::account
