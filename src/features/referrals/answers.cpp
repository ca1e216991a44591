#include "features/referrals/answers.hpp"

#include <algorithm>
#include <array>

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

const notices::Kind* news_of(const Move& move) {
    using enum Status;
    constexpr std::array k_in_hands = {acknowledged, info_requested, waitlisted, accepted, scheduled, first_contact, in_service, on_hold, outcome_reported};
    const bool in_hands = std::ranges::count(k_in_hands, move.from) > 0;
    switch (move.action) {
        case Action::reply: return &k_replied;
        case Action::send_back: return &k_answer_again_asked;
        case Action::dispute: return &k_disputed;
        case Action::person_denies: return &k_denied;
        case Action::cancel: case Action::redirect: case Action::mark_error: return in_hands ? &k_withdrawn : nullptr;
        default: return nullptr;
    }
}

/// Whether somebody who may have been disabled, or let go, still reads referrals there.
bool Mover::reads_still(db::Tx& tx, InstitutionId institution, UserId user) const {
    const auto account = access::store::user(tx, user);
    if (!account || account->status != access::UserStatus::active) return false;
    const auto readers = reading_roles();
    return std::ranges::any_of(access::store::memberships(tx, user), [&](const access::Membership& one) {
        return one.institution_id == institution && std::ranges::count(readers, one.role) > 0;
    });
}

/// Whoever wrote it may have been disabled, or let go, since it was read: then they hold nothing, and what follows shows that
/// nobody does.
void Mover::settle_sender(db::Tx& tx) {
    if (sender_ && !reads_still(tx, seen_.row.origin_id, *sender_)) sender_.reset();
}

/// The origin is told of what it waits for. Once it acts itself, it knows what it was told.
void Mover::keep_notice(db::Tx& tx, audit::EntryId entry) {
    const auto& row = seen_.row;
    const commitments::Cause cause{now_, entry};
    tell_destination(tx, cause);
    tell_receiver(tx, cause);
    tell_coordinator(tx, cause);
    if (actor_.institution == row.origin_id)
        ground_.notices.settle(tx, row.origin_id, RecordId(id_.value()), k_answer_told, notices::Settled::attended, cause);
    const auto* answer = answer_of(request_.action);
    if (answer == nullptr || (sender_ && sender_ == actor_.user)) return;
    referrals_.tell_origin(tx, row, *answer, sender_, cause);
}

/// At once: whoever takes in what comes there; whoever alone may open what is restricted.
void Mover::tell_destination(db::Tx& tx, const commitments::Cause& cause) {
    const auto& row = seen_.row;
    if (!row.destination_id) return;
    const RecordId subject(id_.value());
    const auto notice = [&](const notices::Kind& kind, std::string_view about) {
        return notices::NewNotice{.kind = kind, .institution = *row.destination_id, .subject = subject, .about = std::string(about), .thread = row.thread_id};
    };
    if (request_.action == Action::send) {
        ground_.notices.tell(tx, notices::Audience::owner, notice(row.urgency == Urgency::urgent ? k_received_urgent : k_received, k_arrival_told), cause);
        if (restricted_reader_) ground_.notices.tell(tx, *restricted_reader_, notice(k_restricted, k_restricted_told), cause);
    }
    if (row.status == Status::sent) {
        const auto how = move_->to == Status::acknowledged ? notices::Settled::attended : notices::Settled::past;
        ground_.notices.settle(tx, *row.destination_id, subject, k_arrival_told, how, cause);
    }
    // Its reader may open it while the disclosure lasts, but nobody waits for that any more.
    if (ends_access(*move_) || is_terminal(move_->to)) ground_.notices.settle(tx, *row.destination_id, subject, k_restricted_told, notices::Settled::past, cause);
}

/// Of what the origin, or whoever coordinates, did with what the receiver has in its hands.
void Mover::tell_receiver(db::Tx& tx, const commitments::Cause& cause) {
    const auto& row = seen_.row;
    if (!row.destination_id) return;
    const RecordId subject(id_.value());
    if (actor_.institution == *row.destination_id)
        ground_.notices.settle(tx, *row.destination_id, subject, k_origin_told, notices::Settled::attended, cause);
    const auto* news = news_of(*move_);
    const auto last = news != nullptr ? store::last_mover(tx, id_, *row.destination_id) : std::nullopt;
    if (news == nullptr || (last && last == actor_.user)) return;
    const notices::NewNotice notice{.kind = *news, .institution = *row.destination_id, .subject = subject, .about = std::string(k_origin_told), .thread = row.thread_id};
    if (last && reads_still(tx, *row.destination_id, *last)) ground_.notices.tell(tx, *last, notice, cause);
    else ground_.notices.tell(tx, notices::Audience::owner, notice, cause);
}

void Mover::tell_coordinator(db::Tx& tx, const commitments::Cause& cause) {
    const auto& row = seen_.row;
    const RecordId subject(id_.value());
    if (request_.action == Action::contest && coordinator_)
        ground_.notices.tell(tx, notices::Audience::network,
                             {.kind = k_contested, .institution = *coordinator_, .subject = subject, .about = std::string(k_contest_told), .thread = row.thread_id}, cause);
    // Whoever was told may coordinate no more: nobody has to decide it now.
    if (row.status == Status::decline_contested) ground_.notices.settle(tx, subject, k_contest_told, notices::Settled::attended, cause);
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
