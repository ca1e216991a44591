#include "core/commitments/commitments.hpp"

#include "access/once/once.hpp"
#include "core/commitments/giving.hpp"
#include "core/commitments/store.hpp"
#include "core/thread/thread.hpp"

namespace hebra::commitments {
namespace {

constexpr auto k_furthest = std::chrono::days(400);
constexpr int k_escalating_renegotiation = 3;  // workflows.md §4
constexpr std::string_view k_any_kind;

std::string_view action_name(Action action) {
    switch (action) {
        case Action::take: return "commitment.take";
        case Action::release: return "commitment.release";
        case Action::hand_over: return "commitment.hand_over";
        case Action::renegotiate: return "commitment.renegotiate";
        case Action::fulfil: return "commitment.fulfil";
    }
    return {};
}

/// Whether the caller may do this at all to a commitment that is open.
Result<> guard(const Actor& actor, const Commitment& commitment, const Move& move, Authority authority) {
    const bool is_mine = commitment.owner_id == actor.user;
    if (move.action == Action::take) {
        if (!commitment.owner_id || is_mine) return {};
        return refuse(Refused::conflict, words::k_held_by_other);
    }
    if (is_mine || authority == Authority::any) return {};
    return refuse(Refused::conflict, commitment.owner_id ? words::k_held_by_other : words::k_take_it_first);
}

}  // namespace

calendar::BusinessCalendar Commitments::calendar_of(db::Reader& reader, const Commitment& commitment) {
    return calendars_.of(reader, commitment.calendar, commitment.institution_id, commitment.person_id);
}

CommitmentId Commitments::open(db::Tx& tx, const NewCommitment& given, const Cause& cause) {
    const auto calendar = calendars_.of(tx, given.term.calendar, given.institution, given.person);
    const auto commitment = begun(given, calendar, cause.at);
    store::add(tx, commitment, cause.entry);
    return commitment.id;
}

bool Commitments::fulfil(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause,
                         std::optional<RecordId> evidence) {
    return store::fulfil(tx, subject, kind, cause, evidence) > 0;
}

void Commitments::fulfil_all(db::Tx& tx, RecordId subject, const Cause& cause) {
    store::fulfil(tx, subject, k_any_kind, cause, std::nullopt);
}

bool Commitments::cancel(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    return store::cancel(tx, subject, kind, cause) > 0;
}

void Commitments::cancel_all(db::Tx& tx, RecordId subject, const Cause& cause) {
    store::cancel(tx, subject, k_any_kind, cause);
}

void Commitments::cancel_about(db::Tx& tx, InstitutionId institution, PersonId person, const Cause& cause) {
    store::cancel_about(tx, institution, person, cause);
}

bool Commitments::pause(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    return store::pause(tx, subject, kind, cause) > 0;
}

void Commitments::pause_all(db::Tx& tx, RecordId subject, const Cause& cause) {
    store::pause(tx, subject, k_any_kind, cause);
}

bool Commitments::resume(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    return resume_some(tx, subject, kind, cause);
}

void Commitments::resume_all(db::Tx& tx, RecordId subject, const Cause& cause) {
    resume_some(tx, subject, k_any_kind, cause);
}

bool Commitments::resume_some(db::Tx& tx, RecordId subject, std::string_view kind, const Cause& cause) {
    bool resumed = false;
    for (const auto id : store::find_open(tx, subject, kind)) {
        auto commitment = store::lock(tx, id).value();
        if (!commitment.paused_at) continue;
        end_pause(commitment, calendar_of(tx, commitment), cause.at);
        resumed |= store::save(tx, commitment, cause.entry);
    }
    return resumed;
}

bool Commitments::restart(db::Tx& tx, RecordId subject, std::string_view kind, const Term& term, const Cause& cause) {
    bool restarted = false;
    for (const auto id : store::find_open(tx, subject, kind)) {
        auto commitment = store::lock(tx, id).value();
        const auto calendar = calendars_.of(tx, term.calendar, commitment.institution_id, commitment.person_id);
        start_clock(commitment, term, calendar, cause.at);
        restarted |= store::save(tx, commitment, cause.entry);
    }
    return restarted;
}

bool Commitments::change_person(db::Tx& tx, RecordId subject, std::string_view kind, const About& about, const Cause& cause) {
    return store::change_person(tx, subject, kind, about, cause) > 0;
}

std::vector<Commitment> Commitments::open_of(db::Reader& reader, std::span<const RecordId> subjects) const {
    return store::open_of(reader, subjects);
}

std::int64_t Commitments::take_from(db::Tx& tx, UserId user, std::optional<InstitutionId> institution, const Cause& cause) {
    return store::take_from(tx, user, institution, k_any_kind, cause);
}

Result<Listed> Commitments::move(const Actor& actor, CommitmentId id, const Move& move, Authority authority) {
    const Time now = clock_.now();
    return database_.write([&](db::Tx& tx) -> Result<Listed> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        if (twice) return find(tx, actor.institution, id, now);
        HEBRA_TRY(auto commitment, store::lock(tx, id));
        if (commitment.institution_id != actor.institution) return not_found();
        if (!commitment.is_open()) return refuse(Refused::conflict, words::k_ended);
        if (commitment.version != move.version) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
        HEBRA_CHECK(guard(actor, commitment, move, authority));
        const auto entry = audit_.record(
            tx, actor,
            {.action = action_name(move.action),
             .subject = id.value(),
             .person = commitment.person_id ? std::optional(commitment.person_id->value()) : std::nullopt,
             .fields = {commitment.kind}});
        HEBRA_CHECK(apply(tx, actor, commitment, move, {now, entry}));
        return find(tx, actor.institution, id, now);
    });
}

Result<> Commitments::apply(db::Tx& tx, const Actor& actor, Commitment& commitment, const Move& move, const Cause& cause) {
    const Time unowned_since = commitment.owner_id ? cause.at : std::min(cause.at, commitment.loose_at);
    switch (move.action) {
        case Action::take:
            if (!holders_.may_hold(actor, commitment.kind)) return refuse(Refused::forbidden, words::k_not_your_work);
            commitment.owner_id = actor.user;
            break;
        case Action::release: commitment.owner_id.reset(); break;
        case Action::hand_over:
            if (!move.to) return refuse_field("/to", words::k_person_needed);
            HEBRA_CHECK(give(tx, commitment, *move.to));
            break;
        case Action::renegotiate:
            HEBRA_CHECK(renegotiate(tx, actor, commitment, move, cause));
            break;
        case Action::fulfil:
            if (!commitment.by_hand) return refuse(Refused::conflict, words::k_only_its_act);
            return fulfil_by_hand(tx, actor, commitment, move, cause);
    }
    commitment.loose_at = loose_from(commitment, unowned_since);
    if (!store::save(tx, commitment, cause.entry)) return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    return {};
}

Result<> Commitments::give(db::Tx& tx, Commitment& commitment, UserId to) const {
    HEBRA_CHECK(check_receiver(tx, holders_, to, commitment.institution_id, commitment.kind, "/to"));
    commitment.owner_id = to;
    return {};
}

Result<> Commitments::renegotiate(db::Tx& tx, const Actor& actor, Commitment& commitment, const Move& move,
                                  const Cause& cause) {
    if (!commitment.negotiable || commitment.danger == Danger::imminent)
        return refuse(Refused::conflict, words::k_not_negotiable);
    if (commitment.paused_at) return refuse(Refused::conflict, words::k_clock_stands);
    if (!move.due_at) return refuse_field("/due_at", words::k_date_needed);
    if (*move.due_at <= cause.at || cause.at + k_furthest < *move.due_at)
        return refuse_field("/due_at", words::k_date_out_of_reach);
    if (!move.reason) return refuse_field("/reason", words::k_reason_needed);
    const Time old_due_at = commitment.due_at;
    start_clock(commitment, Term::at(*move.due_at, commitment.calendar), calendar_of(tx, commitment), cause.at);
    ++commitment.renegotiations;
    store::add_renegotiation(tx, {.commitment_id = commitment.id,
                                  .nth = commitment.renegotiations,
                                  .at = cause.at,
                                  .user_id = actor.user,
                                  .old_due_at = old_due_at,
                                  .new_due_at = *move.due_at,
                                  .reason = *move.reason});
    if (commitment.renegotiations >= k_escalating_renegotiation)
        add_escalation(tx, commitment, Audience::coordinator, EscalationReason::renegotiated, cause);
    return {};
}

Result<> Commitments::fulfil_by_hand(db::Tx& tx, const Actor& actor, const Commitment& commitment, const Move& move,
                                     const Cause& cause) {
    if (!store::fulfil_one(tx, commitment.id, commitment.version, cause, move.evidence_id))
        return refuse(Refused::conflict, hebra::words::k_changed_meanwhile);
    if (!commitment.thread_id) return {};
    thread::add(tx, {.thread_id = *commitment.thread_id,
                     .institution_id = commitment.institution_id,
                     .event_at = cause.at,
                     .entered_at = cause.at,
                     .kind = thread::EventKind::commitment_fulfilled,
                     .data_class = 0,
                     .shared_with = commitment.requested_by,
                     .subject_id = RecordId(commitment.id.value()),
                     .user_id = actor.user,
                     .audit_id = cause.entry});
    return {};
}

}  // namespace hebra::commitments
