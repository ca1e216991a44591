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
    check_kind(notice.kind);
    store::end_earlier(tx, user, notice, cause.at, cause.entry);
    const auto id = NoticeId::make(cause.at);
    store::add(tx, id, user, notice, cause);
    if (!notice.kind.acknowledge_within) return;
    const auto hours = static_cast<int>(notice.kind.acknowledge_within->count());
    needs_.commitments.open(tx,
                            {.kind = k_acknowledge,
                             .subject = RecordId(id.value()),
                             .institution = notice.institution,
                             .owner = user,
                             .thread = notice.thread,
                             .danger = commitments::Danger::high,
                             .term = commitments::Term::of(calendar::Allowance(hours, calendar::Unit::hours),
                                                           commitments::CalendarKind::around_the_clock)},
                            cause);
}

int Notices::tell(db::Tx& tx, Audience audience, const NewNotice& notice, const commitments::Cause& cause) {
    const auto users = whose_turn(audience, store::posts(tx, notice.institution));
    for (const auto user : users) tell(tx, user, notice, cause);
    return static_cast<int>(users.size());
}

int Notices::tell(db::Tx& tx, std::span<const access::Role> roles, std::span<const UserId> but, const NewNotice& notice,
                  const commitments::Cause& cause) {
    const auto users = who_has(roles, but, store::posts(tx, notice.institution));
    for (const auto user : users) tell(tx, user, notice, cause);
    return static_cast<int>(users.size());
}

void Notices::settle(db::Tx& tx, InstitutionId institution, RecordId subject, std::string_view about, const commitments::Cause& cause) {
    store::end_about(tx, institution, subject, about, cause.at, cause.entry);
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
            if (done == store::Acknowledged::now)
                needs_.commitments.fulfil(tx, RecordId(id.value()), k_acknowledge.name, {now, entry});
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
    return needs_.commitments.tell([this](db::Tx& tx, const commitments::Escalation& step) {
        const NewNotice notice{.kind = notices::kind_of(step.reason),
                               .institution = step.institution_id,
                               .subject = step.subject_id,
                               .about = step.kind,
                               .thread = step.thread_id,
                               .commitment = step.commitment_id,
                               .due_at = step.due_at};
        const commitments::Cause cause{needs_.clock.now(), step.audit_id};
        if (step.audience == Audience::owner && step.user_id) tell(tx, *step.user_id, notice, cause);
        else tell(tx, step.audience, notice, cause);
    });
}

std::vector<Recent> Notices::since(Time moment) {
    constexpr std::int64_t k_most = 1'000;
    return needs_.database.read([&](db::Reader& reader) { return store::since(reader, moment, k_most); });
}

std::int64_t Notices::forget(db::Tx& tx, Time before) { return store::forget(tx, before); }

}  // namespace hebra::notices
