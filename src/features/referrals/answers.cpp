#include "features/referrals/answers.hpp"

#include <algorithm>

#include "features/referrals/api.hpp"
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

/// Whoever wrote it may have been disabled, or let go, since it was read: then they hold nothing, and what follows shows that
/// nobody does.
void Mover::settle_sender(db::Tx& tx) {
    if (!sender_) return;
    const auto account = access::store::user(tx, *sender_);
    const auto readers = reading_roles();
    const auto reads = [&](const access::Membership& one) { return one.institution_id == seen_.row.origin_id && std::ranges::count(readers, one.role) > 0; };
    const bool active = account && account->status == access::UserStatus::active;
    if (!active || std::ranges::none_of(access::store::memberships(tx, *sender_), reads)) sender_.reset();
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
