#include "features/account/me.hpp"

#include <algorithm>

namespace hebra::account {

Result<Me> me(const Rooms& rooms, const Actor& actor) {
    HEBRA_TRY(auto user, rooms.users.find(actor.user));
    HEBRA_TRY(const auto institution, rooms.institutions.find(actor.institution));
    Me me{.user_id = user.id,
          .name = std::move(user.name),
          .email = std::move(user.email),
          .language = user.language,
          .institution = institution,
          .zone = calendar::zone_of({.region = institution.region, .comuna = institution.comuna}),
          .institutions = {},
          .roles = {},
          .permissions = {actor.permissions.begin(), actor.permissions.end()},
          .totp = user.has_totp,
          .demo = rooms.demo};
    for (const auto& membership : rooms.users.memberships(actor.user)) {
        if (membership.institution_id == actor.institution) me.roles.push_back(membership.role);
        if (std::ranges::count(me.institutions, membership.institution_id, &institutions::Institution::id) > 0) continue;
        HEBRA_TRY(auto other, rooms.institutions.find(membership.institution_id));
        me.institutions.push_back(std::move(other));
    }
    return me;
}

}  // namespace hebra::account
