#include "access/roles/roles.hpp"

#include <algorithm>
#include <stdexcept>

namespace hebra::access {

std::string_view name_of(Role role) { return boost::describe::enum_to_string(role, "?"); }

RoleTable::RoleTable(std::vector<Grant> grants, StandingOf standing_of)
    : grants_(std::move(grants)), standing_of_(std::move(standing_of)) {
    std::ranges::sort(grants_, {}, [](const Grant& grant) { return grant.permission.name; });
    const auto twice = std::ranges::adjacent_find(grants_, {}, [](const Grant& grant) { return grant.permission.name; });
    if (twice != grants_.end()) throw std::logic_error("permission declared twice: " + std::string(twice->permission.name));
}

std::vector<std::string_view> RoleTable::permissions_of(std::span<const Role> roles, InstitutionId institution) const {
    const auto standing = standing_of_ ? standing_of_(institution) : Standing::coordinator;
    std::vector<std::string_view> names;
    for (const auto& grant : grants_) {
        const bool held = std::ranges::any_of(roles, [&](Role role) { return std::ranges::count(grant.roles, role) > 0; });
        if (held && standing >= grant.standing) names.push_back(grant.permission.name);
    }
    return names;
}

std::string RoleTable::text() const {
    std::string text;
    for (const auto& grant : grants_) {
        text += std::string(grant.permission.name) + ":";
        for (const auto role : grant.roles) text += " " + std::string(name_of(role));
        if (grant.standing != Standing::outside)
            text += " (" + std::string(boost::describe::enum_to_string(grant.standing, "?")) + ")";
        text += "\n";
    }
    return text;
}

}  // namespace hebra::access
