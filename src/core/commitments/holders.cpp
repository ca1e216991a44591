#include "core/commitments/holders.hpp"

#include <algorithm>

namespace hebra::commitments {

const Permission* Holders::needed_for(std::string_view kind) const {
    const auto found = std::ranges::find_if(needed_, [&](const Needed& one) { return kind.starts_with(one.kinds); });
    return found == needed_.end() ? nullptr : &found->permission;
}

bool Holders::may_hold(const Actor& actor, std::string_view kind) const {
    const auto* needed = needed_for(kind);
    return needed == nullptr || actor.may(*needed);
}

bool Holders::may_hold(const std::vector<access::Role>& roles, InstitutionId institution, std::string_view kind) const {
    if (roles.empty()) return false;
    const auto* needed = needed_for(kind);
    return needed == nullptr || std::ranges::count(roles_->permissions_of(roles, institution), needed->name) > 0;
}

}  // namespace hebra::commitments
