// Who answers for what in an institution, by the roles it has. Pure.
#pragma once
#include <span>
#include <vector>

#include <boost/describe.hpp>

#include "access/roles/roles.hpp"
#include "core/commitments/ladder.hpp"

namespace hebra::notices {

/// A role somebody active has in an institution.
struct Post {
    UserId user_id;
    access::Role role;
};
BOOST_DESCRIBE_STRUCT(Post, (), (user_id, role))

/// Who coordinates a network, at the institution that does (docs/adr/0007).
inline const std::vector<access::Role> k_coordinating = {access::Role::regional, access::Role::territorial};

/// Whose turn it is: the first group that anybody belongs to, each person once. An institution may be one desk: at last
/// everybody who works there is told, so that no step of a ladder falls into nothing.
std::vector<UserId> whose_turn(commitments::Audience audience, std::span<const Post> posts);

/// Everybody who has any of some roles, once each, except a few.
std::vector<UserId> who_has(std::span<const access::Role> roles, std::span<const UserId> but, std::span<const Post> posts);

}  // namespace hebra::notices
