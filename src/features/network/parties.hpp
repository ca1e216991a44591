// Whoever may sign for a party is told what was done about its agreements: what is for them to sign, what begins, what ends.
#pragma once
#include "core/institutions/institutions.hpp"
#include "core/notices/notices.hpp"

namespace hebra::network {

namespace words {
inline constexpr Word k_act_proposed{"act_agreement_proposed", "proponen un convenio a su institución: falta su firma",
                                     "an agreement is proposed to your institution and awaits its signature"};
inline constexpr Word k_act_signed{"act_agreement_signed", "un convenio de su institución quedó firmado por las dos",
                                   "an agreement of your institution was signed by both"};
inline constexpr Word k_act_declined{"act_agreement_declined", "una propuesta de convenio con su institución ya no está por firmar",
                                     "an agreement proposed with your institution is no longer to be signed"};
inline constexpr Word k_act_ended{"act_agreement_ended", "pusieron fin a un convenio de su institución", "an agreement of your institution is ended"};
}  // namespace words

inline constexpr notices::Kind k_proposed{"agreement.proposed", words::k_act_proposed};
inline constexpr notices::Kind k_signed{"agreement.signed", words::k_act_signed};
inline constexpr notices::Kind k_declined{"agreement.declined", words::k_act_declined};
inline constexpr notices::Kind k_ended{"agreement.ended", words::k_act_ended};

inline std::vector<notices::Kind> notice_kinds() { return {k_proposed, k_signed, k_declined, k_ended}; }

/// Tells the parties, except the one that did it: what that one was told before is attended to.
void tell_parties(notices::Notices& notices, db::Tx& tx, const institutions::AgreementDone& done);

}  // namespace hebra::network
