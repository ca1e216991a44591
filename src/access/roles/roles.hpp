// What each role may do. One table, whose golden copy is tests/golden/roles.txt.
#pragma once
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/actor.hpp"

namespace hebra::access {

/// The work a person does in one institution. Somebody may have several, and others elsewhere.
/// `admin` runs the installation and opens no sealed content.
enum class Role {
    agent, supervisor, intake, mesa_coordinator, territorial, contact_officer,
    exit_validator, family_counsellor, care_lead, regional, privacy_officer, admin
};
BOOST_DESCRIBE_ENUM(Role, agent, supervisor, intake, mesa_coordinator, territorial, contact_officer,
                    exit_validator, family_counsellor, care_lead, regional, privacy_officer, admin)

std::string_view name_of(Role role);

/// Where an institution stands in the network that an installation serves: outside it, of it, or the one that coordinates it.
/// Each may what the ones before it may.
enum class Standing { outside, member, coordinator };
BOOST_DESCRIBE_ENUM(Standing, outside, member, coordinator)

/// A permission and the roles that have it; each room lists its own in its `api.hpp`. What touches others than the own
/// institution also asks where that institution stands: its administrator gives out the roles, but not that.
struct Grant {
    Permission permission;
    std::vector<Role> roles;
    Standing standing = Standing::outside;
};

/// Everybody who attends people: they read and write sealed records of their own institution.
inline const std::vector<Role> k_attending = {Role::agent, Role::supervisor, Role::intake, Role::mesa_coordinator,
                                              Role::contact_officer, Role::exit_validator, Role::family_counsellor};

class RoleTable {
  public:
    using StandingOf = std::function<Standing(InstitutionId)>;

    /// @throws std::logic_error when two rooms declare one permission
    /// @param standing_of none: every institution coordinates, as in a test about roles alone
    explicit RoleTable(std::vector<Grant> grants, StandingOf standing_of = {});

    /// Sorted names, ready for `Actor::permissions`. They point into the rooms' constants.
    std::vector<std::string_view> permissions_of(std::span<const Role> roles, InstitutionId institution) const;

    /// One line per permission: "person_read: agent supervisor …", and where the institution must stand. Sorted; this is what the golden file holds.
    std::string text() const;

  private:
    std::vector<Grant> grants_;
    StandingOf standing_of_;
};

}  // namespace hebra::access
