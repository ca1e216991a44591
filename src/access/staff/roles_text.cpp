#include "access/staff/roles_text.hpp"

#include <algorithm>
#include <iterator>

namespace hebra::access {

std::string to_text(const std::vector<Role>& roles) {
    std::string text;
    for (const auto role : roles) {
        if (!text.empty()) text += ' ';
        text += name_of(role);
    }
    return text;
}

std::vector<Role> roles_from(std::string_view text) {
    std::vector<Role> roles;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        Role role{};
        if (boost::describe::enum_from_string(std::string(text.substr(0, end)).c_str(), role)) roles.push_back(role);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return in_order(std::move(roles));
}

std::vector<Role> in_order(std::vector<Role> roles) {
    std::ranges::sort(roles);
    const auto twice = std::ranges::unique(roles);
    roles.erase(twice.begin(), twice.end());
    return roles;
}

std::vector<Role> opening(const std::vector<Role>& roles) {
    std::vector<Role> those;
    std::ranges::copy_if(roles, std::back_inserter(those), [](Role role) { return role != Role::admin && role != Role::care_lead; });
    return those;
}

}  // namespace hebra::access
