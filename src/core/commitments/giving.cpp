#include "core/commitments/giving.hpp"

#include <map>

#include "core/commitments/commitments.hpp"
#include "core/commitments/store.hpp"

namespace hebra::commitments {

Result<> check_receiver(db::Tx& tx, const Holders& holders, UserId to, InstitutionId institution, std::string_view kind, std::string_view pointer) {
    const auto roles = store::lock_roles(tx, to, institution);
    if (roles.empty()) return refuse_field(std::string(pointer), words::k_not_staff_here);
    if (!holders.may_hold(roles, institution, kind)) return refuse_field(std::string(pointer), words::k_not_their_work);
    return {};
}

std::vector<UserId> receivers_of(db::Reader& reader, const Holders& holders, InstitutionId institution, std::string_view kind) {
    std::map<UserId, std::vector<access::Role>> working;
    for (const auto& row : store::roles_of(reader, institution)) working[row.user_id].push_back(row.role);
    std::vector<UserId> all;
    for (const auto& [user, roles] : working)
        if (holders.may_hold(roles, institution, kind)) all.push_back(user);
    return all;
}

std::int64_t let_go(db::Tx& tx, const Holders& holders, UserId user, InstitutionId institution, const Cause& cause) {
    const auto roles = store::lock_roles(tx, user, institution);
    std::int64_t count = 0;
    for (const auto& kind : store::kinds_held(tx, user, institution))
        if (!holders.may_hold(roles, institution, kind)) count += store::take_from(tx, user, institution, kind, cause);
    return count;
}

}  // namespace hebra::commitments
