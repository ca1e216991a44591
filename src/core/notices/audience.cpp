#include "core/notices/audience.hpp"

#include <algorithm>

namespace hebra::notices {
namespace {

using access::Role;
using Groups = std::vector<std::vector<Role>>;

const Groups& groups_of(commitments::Audience audience) {
    using enum Role;
    static const Groups k_receive = {{intake}, {supervisor}, {agent, mesa_coordinator, contact_officer, exit_validator, family_counsellor}};
    static const Groups k_coordinate = {{supervisor, mesa_coordinator}, {territorial, care_lead}, {regional}, {intake}};
    static const Groups k_head = {{regional}, {territorial}, {supervisor, mesa_coordinator}, {care_lead}};
    static const Groups k_network = {k_coordinating};
    switch (audience) {
        case commitments::Audience::owner: return k_receive;
        case commitments::Audience::coordinator: return k_coordinate;
        case commitments::Audience::head: return k_head;
        case commitments::Audience::network: return k_network;
    }
    return k_head;
}

template <class Wanted>
std::vector<UserId> those(std::span<const Post> posts, const Wanted& wanted) {
    std::vector<UserId> users;
    for (const auto& post : posts)
        if (wanted(post.role)) users.push_back(post.user_id);
    std::ranges::sort(users);
    const auto twice = std::ranges::unique(users);
    users.erase(twice.begin(), twice.end());
    return users;
}

}  // namespace

std::vector<UserId> whose_turn(commitments::Audience audience, std::span<const Post> posts) {
    for (const auto& group : groups_of(audience)) {
        auto users = those(posts, [&](Role role) { return std::ranges::count(group, role) > 0; });
        if (!users.empty()) return users;
    }
    // Another network's referrals are not everybody's to know of.
    if (audience == commitments::Audience::network) return {};
    return those(posts, [](Role) { return true; });
}

std::vector<UserId> who_has(std::span<const Role> roles, std::span<const UserId> but, std::span<const Post> posts) {
    auto users = those(posts, [&](Role role) { return std::ranges::count(roles, role) > 0; });
    std::erase_if(users, [&](UserId user) { return std::ranges::count(but, user) > 0; });
    return users;
}

}  // namespace hebra::notices
