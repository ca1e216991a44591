// Who is given something to hold, and who lets it go: one rule for commitments, for a conversation handed to a colleague and for
// whoever changes roles. Asked in the transaction that relies on it.
#pragma once
#include "core/commitments/commitment.hpp"
#include "core/commitments/holders.hpp"
#include "platform/db/database.hpp"

namespace hebra::commitments {

/// Whether somebody may be given what is of a kind. Their account stays locked until the transaction ends: what they may does
/// not change meanwhile.
/// @param pointer the field that names them. No: `not_staff_here`, `not_their_work`
Result<> check_receiver(db::Tx& tx, const Holders& holders, UserId to, InstitutionId institution, std::string_view kind, std::string_view pointer);

/// Everybody who may be given it today, in the order of their ids: what a page offers.
std::vector<UserId> receivers_of(db::Reader& reader, const Holders& holders, InstitutionId institution, std::string_view kind);

/// What somebody holds in an institution and may hold no more, by the roles they have there by now (none: everything), goes back
/// to it, held by nobody. How many.
std::int64_t let_go(db::Tx& tx, const Holders& holders, UserId user, InstitutionId institution, const Cause& cause);

}  // namespace hebra::commitments
