#include "features/network/parties.hpp"

#include <array>

#include "features/network/api.hpp"

namespace hebra::network {
namespace {

using institutions::AgreementAct;

constexpr std::string_view k_about = "agreement.told";

/// Null for one signature of two: whoever lacks theirs was told by the proposal.
const notices::Kind* kind_of(AgreementAct act) {
    switch (act) {
        case AgreementAct::proposed: return &k_proposed;
        case AgreementAct::signed_by_one: return nullptr;
        case AgreementAct::signed_by_both: return &k_signed;
        case AgreementAct::declined: return &k_declined;
        case AgreementAct::ended: return &k_ended;
    }
    return nullptr;
}

}  // namespace

void tell_parties(notices::Notices& notices, db::Tx& tx, const institutions::AgreementDone& done) {
    const RecordId subject(done.agreement.id.value());
    const commitments::Cause cause{done.at, done.entry};
    for (const auto party : std::array{done.agreement.first_id, done.agreement.second_id}) {
        if (party == done.by) {
            notices.settle(tx, party, subject, k_about, notices::Settled::attended, cause);
            continue;
        }
        const auto* kind = kind_of(done.act);
        if (kind == nullptr) continue;
        notices.tell(tx, k_signing, {}, {.kind = *kind, .institution = party, .subject = subject, .about = std::string(k_about)}, cause);
    }
}

}  // namespace hebra::network
