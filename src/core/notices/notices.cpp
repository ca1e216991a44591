#include "core/notices/notices.hpp"

#include <stdexcept>

#include "core/notices/store.hpp"

namespace hebra::notices {
namespace {

const Kind& kind_of(commitments::EscalationReason reason) {
    switch (reason) {
        case commitments::EscalationReason::reminder: return k_reminder;
        case commitments::EscalationReason::overdue: return k_overdue;
        case commitments::EscalationReason::renegotiated: return k_renegotiated;
    }
    return k_overdue;
}

}  // namespace

Notices::Notices(Needs needs) : needs_(std::move(needs)) {}

const Kind* Notices::kind_of(std::string_view name) const {
    const auto found = std::ranges::find(needs_.kinds, name, &Kind::name);
    return found == needs_.kinds.end() ? nullptr : &*found;
}

void Notices::check_kind(const Kind& kind) const {
    if (kind_of(kind.name) == nullptr) throw std::logic_error("a notice of a kind that is not listed: " + std::string(kind.name));
}

void Notices::tell(db::Tx& tx, UserId user, const NewNotice& notice, const commitments::Cause& cause) {
    tell_all(tx, std::span(&user, 1), notice, cause);
}

int Notices::tell(db::Tx& tx, Audience audience, const NewNotice& notice, const commitments::Cause& cause) {
    return tell_all(tx, whose_turn(audience, store::posts(tx, notice.institution)), notice, cause);
}

int Notices::tell(db::Tx& tx, std::span<const access::Role> roles, std::span<const UserId> but, const NewNotice& notice,
                  const commitments::Cause& cause) {
    return tell_all(tx, who_has(roles, but, store::posts(tx, notice.institution)), notice, cause);
}

int Notices::tell_all(db::Tx& tx, std::span<const UserId> users, NewNotice notice, const commitments::Cause& cause) {
    check_kind(notice.kind);
    std::vector<NoticeId> ids(users.size());
    for (auto& id : ids) id = NoticeId::make(cause.at);
    if (notice.kind.acknowledge_within && !users.empty()) {
        notice.commitment = ask(tx, users, ids.front(), notice, cause);
        notice.due_at = cause.at + *notice.kind.acknowledge_within;
    }
    for (std::size_t n = 0; n < users.size(); ++n) {
        store::end_earlier(tx, users[n], notice, cause.at, cause.entry);
        store::add(tx, ids[n], users[n], notice, cause);
    }
    return static_cast<int>(users.size());
}

/// One commitment for all who are told: whoever acknowledges it does so for the others.
CommitmentId Notices::ask(db::Tx& tx, std::span<const UserId> users, NoticeId first, const NewNotice& notice,
                          const commitments::Cause& cause) {
    const auto hours = static_cast<int>(notice.kind.acknowledge_within->count());
    return needs_.commitments.open(tx,
                                   {.kind = k_acknowledge,
                                    .subject = RecordId(first.value()),
                                    .institution = notice.institution,
                                    .owner = users.size() == 1 ? std::optional(users.front()) : std::nullopt,
                                    .thread = notice.thread,
                                    .danger = commitments::Danger::high,
                                    .term = commitments::Term::of(calendar::Allowance(hours, calendar::Unit::hours),
                                                                  commitments::CalendarKind::around_the_clock),
                                    .ladder = commitments::ladder_of(commitments::Usual::unseen)},
                                   cause);
}

void Notices::settle(db::Tx& tx, InstitutionId institution, RecordId subject, std::string_view about, Settled how,
                     const commitments::Cause& cause) {
    for (const auto& asked : store::asked_about(tx, institution, subject, about)) {
        if (how == Settled::attended) needs_.commitments.fulfil(tx, asked.subject_id, k_acknowledge.name, cause);
        else needs_.commitments.cancel(tx, asked.subject_id, k_acknowledge.name, cause);
    }
    store::end_about(tx, institution, subject, about, cause.at, cause.entry);
}

void Notices::settle(db::Tx& tx, RecordId subject, std::string_view about, Settled how, const commitments::Cause& cause) {
    for (const auto institution : store::told_about(tx, subject, about)) settle(tx, institution, subject, about, how, cause);
}

bool Notices::is_asked(db::Reader& reader, InstitutionId institution, RecordId subject, std::string_view about) {
    return !store::asked_about(reader, institution, subject, about).empty();
}

std::vector<Notice> Notices::open_of(const Actor& actor, const Position& before, std::int64_t most) {
    return needs_.database.read(
        [&](db::Reader& reader) { return store::open_of(reader, actor.user, actor.institution, before, most); });
}

std::int64_t Notices::count_open(const Actor& actor) {
    return needs_.database.read([&](db::Reader& reader) { return store::count_open(reader, actor.user, actor.institution); });
}

Result<> Notices::acknowledge(const Actor& actor, std::span<const NoticeId> ids) {
    const Time now = needs_.clock.now();
    return needs_.database.write([&](db::Tx& tx) -> Result<> {
        for (const auto id : ids) {
            const auto entry = needs_.audit.record(tx, actor, {.action = "notice.acknowledge", .subject = id.value()});
            const auto done = store::acknowledge(tx, actor.user, actor.institution, id, now, entry);
            if (done == store::Acknowledged::not_found) return not_found();
            if (done != store::Acknowledged::now) continue;
            const auto asked = store::asked_by(tx, id);
            if (!asked) continue;
            needs_.commitments.fulfil(tx, asked->subject_id, k_acknowledge.name, {now, entry});
            store::end_with(tx, id, asked->commitment_id, now, entry);  // for the others who were told
        }
        return {};
    });
}

Preference Notices::preference(const Actor& actor) {
    return {needs_.database.read([&](db::Reader& reader) { return store::by_email(reader, actor.user); })};
}

Result<Preference> Notices::prefer(const Actor& actor, const Preference& preference) {
    return needs_.database.write([&](db::Tx& tx) -> Result<Preference> {
        const auto entry =
            needs_.audit.record(tx, actor, {.action = "notice.prefer", .subject = actor.user.value(), .fields = {"by_email"}});
        store::prefer(tx, actor.user, preference.by_email, entry);
        return preference;
    });
}

std::int64_t Notices::tell_escalations() {
    return needs_.commitments.tell([this](db::Tx& tx, const commitments::Escalation& step) { tell_step(tx, step); });
}

void Notices::tell_step(db::Tx& tx, const commitments::Escalation& step) {
    NewNotice notice{.kind = notices::kind_of(step.reason),
                     .institution = step.institution_id,
                     .subject = step.subject_id,
                     .about = step.kind,
                     .thread = step.thread_id,
                     .commitment = step.commitment_id,
                     .due_at = step.due_at};
    if (step.kind == k_acknowledge.name) {
        // Whoever is told of it is led to what was to be seen, not to somebody else's notice.
        const auto unseen = store::what(tx, NoticeId(step.subject_id.value()));
        if (!unseen) return;
        notice.kind = k_unseen;
        notice.subject = unseen->subject_id;
        notice.about = unseen->about;
        notice.due_at.reset();
    }
    const commitments::Cause cause{needs_.clock.now(), step.audit_id};
    if (step.audience == Audience::network) {
        if (!tell_network(tx, step, notice, cause)) tell(tx, Audience::coordinator, notice, cause);
        return;
    }
    if (step.audience == Audience::owner && step.user_id) tell(tx, *step.user_id, notice, cause);
    else tell(tx, step.audience, notice, cause);
}

/// @return whether somebody coordinates the network of both; otherwise the step is the institution's own coordinator's
bool Notices::tell_network(db::Tx& tx, const commitments::Escalation& step, NewNotice notice, const commitments::Cause& cause) {
    if (!needs_.coordinator_between) return false;
    const auto network = needs_.coordinator_between(step.institution_id, step.requested_by);
    if (!network) return false;
    notice.kind = k_unanswered;
    notice.institution = *network;
    return tell(tx, Audience::network, notice, cause) > 0;
}

std::vector<Recent> Notices::since(Time moment) {
    constexpr std::int64_t k_most = 1'000;
    return needs_.database.read([&](db::Reader& reader) { return store::since(reader, moment, k_most); });
}

std::int64_t Notices::forget(db::Tx& tx, Time before) { return store::forget(tx, before); }

}  // namespace hebra::notices
