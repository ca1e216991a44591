#include "features/referrals/answers.hpp"

#include "features/referrals/move.hpp"

namespace hebra::referrals {

const notices::Kind* answer_of(Action action) {
    switch (action) {
        case Action::accept: return &k_accepted;
        case Action::waitlist: return &k_waitlisted;
        case Action::decline: return &k_declined;
        case Action::ask: return &k_asked;
        case Action::send_back: return &k_sent_back;
        case Action::uphold: return &k_upheld;
        case Action::let_stand: return &k_stands;
        case Action::no_show: return &k_no_show;
        case Action::confirm_first_contact: return &k_arrived;
        case Action::report_outcome: return &k_outcome;
        case Action::fail: return &k_failed;
        case Action::expire: return &k_expired;
        default: return nullptr;
    }
}

/// The origin is told of what it waits for. Once it acts itself, it knows what it was told.
void Mover::keep_notice(db::Tx& tx, audit::EntryId entry) {
    const auto& row = seen_.row;
    const commitments::Cause cause{now_, entry};
    if (actor_.institution == row.origin_id) ground_.notices.settle(tx, row.origin_id, RecordId(id_.value()), k_answer_told, cause);
    const auto* answer = answer_of(request_.action);
    if (answer == nullptr || (sender_ && sender_ == actor_.user)) return;
    referrals_.tell_origin(tx, row, *answer, sender_, cause);
}

void Referrals::tell_origin(db::Tx& tx, const store::Row& row, const notices::Kind& kind, std::optional<UserId> sender,
                            const commitments::Cause& cause) {
    const notices::NewNotice notice{.kind = kind,
                                    .institution = row.origin_id,
                                    .subject = RecordId(row.id.value()),
                                    .about = std::string(k_answer_told),
                                    .thread = row.thread_id};
    if (sender) ground_.notices.tell(tx, *sender, notice, cause);
    else ground_.notices.tell(tx, notices::Audience::owner, notice, cause);
}

}  // namespace hebra::referrals
