#include "features/home/threads.hpp"

#include <algorithm>

#include "core/people/store.hpp"
#include "features/attention/api.hpp"
#include "platform/crypto/code.hpp"

namespace hebra::home {
namespace {

constexpr std::int64_t k_most_promises = 300;
constexpr std::int64_t k_most_sayings = 60;  // of contacts, and of referrals

std::string title_key(const std::string& kind) { return "commitment." + kind; }

/// The event at which it was heard.
thread::EventKind event_of(const std::optional<referrals::Action>& answering) {
    if (!answering) return thread::EventKind::referral_sent;
    switch (*answering) {
        case referrals::Action::person_denies: case referrals::Action::dispute: return thread::EventKind::arrival_denied;
        default: return thread::EventKind::closed;
    }
}

/// Who of its staff goes on with a conversation is an institution's own affair: others see what was promised to them or the person.
bool is_told(const commitments::OnThread& one, InstitutionId viewer) {
    return one.institution_id == viewer || !one.kind.starts_with(attention::k_needed_to_hold.kinds);
}

}  // namespace

InstitutionSummary Threads::summary_of(InstitutionId id) const {
    const auto institution = institutions_.find(id);
    if (!institution) throw std::runtime_error("a promise of no institution");
    return {institution->id, institution->name, institution->sector};
}

Result<ThreadPromises> Threads::promises(const Actor& actor, PersonId person) {
    const Time now = clock_.now();
    HEBRA_TRY(const auto found, database_.read([&](db::Reader& reader) -> Result<std::vector<commitments::OnThread>> {
        HEBRA_TRY(const auto row, people::store::find(reader, actor.institution, person));
        return commitments::on_thread(reader, actor.institution, row.thread_id, now, k_most_promises);
    }));
    ThreadPromises told;
    for (const auto& one : found) {
        if (!is_told(one, actor.institution)) continue;
        if (one.is_open() && one.institution_id != actor.institution)
            told.owed.push_back({.id = one.id,
                                 .kind = one.kind,
                                 .title_key = title_key(one.kind),
                                 .institution = summary_of(one.institution_id),
                                 .subject_id = one.subject_id,
                                 .danger = one.danger,
                                 .opened_at = one.opened_at,
                                 .due_at = one.due_at,
                                 .paused = one.paused,
                                 .overdue = !one.paused && one.due_at <= now,
                                 .asked = one.requested_by == actor.institution});
        if (one.has_lapsed())
            told.lapses.push_back({.kind = one.kind,
                                   .title_key = title_key(one.kind),
                                   .institution = summary_of(one.institution_id),
                                   .subject_id = one.subject_id,
                                   .from = one.due_at,
                                   .until = *one.acted_at,
                                   .mine = one.institution_id == actor.institution});
    }
    std::ranges::reverse(told.owed);
    std::ranges::reverse(told.lapses);
    audit_.record_view(database_, actor, {.action = "thread.view", .subject = person.value(), .person = person.value()});
    return told;
}

Result<SayingList> Threads::sayings(const Actor& actor, PersonId person) {
    struct Found {
        std::vector<attention::Said> contacts;
        std::vector<referrals::Said> referrals;
    };
    HEBRA_TRY(auto found, database_.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_CHECK(people::store::find(reader, actor.institution, person));
        Found all{attention::said_by(reader, vault_, actor.institution, person, k_most_sayings), {}};
        if (actor.may(referrals::k_referral_read))
            all.referrals = referrals::said_by(reader, vault_, actor.institution, person, clock_.now(), k_most_sayings);
        return all;
    }));
    SayingList list;
    const auto own = summary_of(actor.institution).name;
    for (auto& said : found.contacts)
        list.items.push_back({thread::EventKind::contact, RecordId(said.contact.value()), said.at, own, std::move(said.words)});
    for (auto& said : found.referrals)
        list.items.push_back({event_of(said.answering), RecordId(said.referral.value()), said.at, summary_of(said.institution).name,
                              std::move(said.words), said.asked});
    std::ranges::stable_sort(list.items, std::greater{}, &Saying::at);
    audit_.record_view(database_, actor,
                       {.action = "thread.words", .subject = person.value(), .person = person.value(),
                        .fields = {fmt::format("count={}", list.items.size())}});
    return list;
}

Result<ThreadPlace> Threads::place(const Actor& actor, const std::string& typed) {
    const auto code = crypto::ThreadCode::parse(typed);
    if (!code) return not_found();
    ThreadPlace place{code->text(), {}, {}};
    database_.read([&](db::Reader& reader) {
        place.person_id = people::store::find_by_thread_code(reader, actor.institution, place.thread_code);
        place.referral_id = referrals::newest_of_thread(reader, actor.institution, place.thread_code);
    });
    if (!place.person_id && !place.referral_id) return not_found();
    return place;
}

}  // namespace hebra::home
