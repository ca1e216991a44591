// Who may hold a commitment: whoever may do what it asks. Held by anybody else it would look cared for, and would not be.
#pragma once
#include <string_view>
#include <vector>

#include "access/roles/roles.hpp"

namespace hebra::commitments {

/// What the holders of a room's commitments must be able to do; each room says it in its `api.hpp`.
struct Needed {
    std::string_view kinds;  ///< how their names begin: "referral."
    Permission permission;
};

class Holders {
  public:
    /// Everybody may hold everything, as in a test about clocks alone.
    Holders() = default;
    Holders(std::vector<Needed> needed, const access::RoleTable& roles) : needed_(std::move(needed)), roles_(&roles) {}

    bool may_hold(const Actor& actor, std::string_view kind) const;
    /// Of somebody else, by the roles they have in an institution. Nobody without a role holds anything.
    bool may_hold(const std::vector<access::Role>& roles, InstitutionId institution, std::string_view kind) const;

  private:
    const Permission* needed_for(std::string_view kind) const;

    std::vector<Needed> needed_;
    const access::RoleTable* roles_ = nullptr;
};

}  // namespace hebra::commitments
