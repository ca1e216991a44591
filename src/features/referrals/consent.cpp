#include "features/referrals/consent.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "access/audit/store.hpp"
#include "access/once/once.hpp"
#include "core/people/store.hpp"
#include "core/thread/thread.hpp"
#include "features/referrals/move.hpp"
#include "features/referrals/words.hpp"

namespace hebra::referrals {
namespace {

constexpr int k_times = 4;  ///< of trying to cancel what moves meanwhile

std::vector<std::string> parts_of(const std::string& joined) {
    std::vector<std::string> parts;
    for (std::size_t start = 0; start < joined.size();) {
        const auto end = std::min(joined.find(',', start), joined.size());
        parts.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

std::vector<int> numbers_of(const std::string& joined) {
    std::vector<int> numbers;
    for (const auto& part : parts_of(joined)) {
        int number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number);
        numbers.push_back(number);
    }
    return numbers;
}

ConsentGiven consent_of(const disclosure::Directive& directive) {
    return {directive.giver, directive.method, directive.child_assent, directive.given_at, directive.valid_until};
}

/// How often this version of the package was opened: from when it was frozen until the next one was.
std::optional<PackageOpening> opening_of(const disclosure::Disclosure& one, const std::vector<disclosure::Disclosure>& all,
                                  const std::vector<audit::Entry>& openings) {
    auto until = Time::max();
    for (const auto& other : all)
        if (other.subject_id == one.subject_id && other.package_version > one.package_version) until = std::min(until, other.disclosed_at);
    std::optional<PackageOpening> opened;
    for (const auto& entry : openings) {
        if (entry.subject_id != one.subject_id || entry.at < one.disclosed_at || entry.at >= until) continue;
        if (!opened) opened = PackageOpening{0, entry.at, entry.at};
        opened->times += 1;
        opened->last_at = entry.at;
    }
    return opened;
}

}  // namespace

Result<DisclosureList> Referrals::disclosures(const Actor& actor, PersonId person) {
    struct Found {
        std::vector<disclosure::Disclosure> disclosures;
        std::vector<disclosure::Directive> directives;
        std::vector<store::Row> referrals;
        std::vector<audit::Entry> openings;
        std::unordered_map<ReferralId, disclosure::Basis> bases;  ///< other than consent: by which law, and why
    };
    HEBRA_TRY(const auto found, ground_.database.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_CHECK(people::store::find(reader, actor.institution, person));
        Found all{disclosure::disclosures(reader, actor.institution, person), disclosure::directives(reader, actor.institution, person),
                  store::all_of_person(reader, actor.institution, person),
                  audit::store::acts_on_person(reader, actor.institution, person.value(), k_open_package), {}};
        for (const auto& row : all.referrals)
            if (row.origin_person_id == person && row.sent_at)
                if (auto content = content_of(reader, row); content && content->basis.kind != disclosure::BasisKind::consent)
                    all.bases.emplace(row.id, std::move(content->basis));
        return all;
    }));
    ground_.audit.record_view(ground_.database, actor,
                              {.action = "person.disclosures", .subject = person.value(), .person = person.value()});
    const Time now = ground_.clock.now();
    DisclosureList list;
    for (const auto& one : found.disclosures) {
        const auto referral = std::ranges::find(found.referrals, one.subject_id, [](const store::Row& row) { return row.id.text(); });
        if (referral == found.referrals.end()) continue;
        const auto directive = std::ranges::find(found.directives, one.directive_id.value_or(disclosure::DirectiveId()), &disclosure::Directive::id);
        const bool consented = directive != found.directives.end();
        const auto service = ground_.service_of(referral->service_id);
        const auto basis = found.bases.find(referral->id);
        const bool explained = basis != found.bases.end();
        list.items.push_back({.id = one.id,
                              .referral_id = referral->id,
                              .recipient_id = one.recipient_id,
                              .recipient_name = party(one.recipient_id, service ? service->institution : "").name,
                              .service_name = service ? service->name : "",
                              .classes = numbers_of(one.classes),
                              .fields = parts_of(one.fields),
                              .beyond_agreement = numbers_of(one.beyond_agreement),
                              .basis = one.basis,
                              .article = explained ? basis->second.article : std::nullopt,
                              .justification = explained ? basis->second.justification : std::nullopt,
                              .package_version = one.package_version,
                              .package_hash = to_hex(one.package_hash),
                              .disclosed_at = one.disclosed_at,
                              .expires_at = one.expires_at,
                              .revoked_at = one.revoked_at,
                              .in_force = !one.revoked_at && one.expires_at > now,
                              .referral_status = referral->status,
                              .directive_id = one.directive_id,
                              .withdrawn_at = consented ? directive->withdrawn_at : std::nullopt,
                              .can_withdraw = consented && !directive->withdrawn_at,
                              .consent = consented ? std::optional(consent_of(*directive)) : std::nullopt,
                              .opened = opening_of(one, found.disclosures, found.openings)});
    }
    return list;
}

Result<> Referrals::withdraw_once(const Actor& actor, PersonId person, disclosure::DirectiveId directive, const Withdrawal& word,
                                  bool with_cancels) {
    const Time now = ground_.clock.now();
    auto unkeyed = actor;  // the key is this act's, not that of the moves inside it
    unkeyed.once.reset();
    struct Carried {
        std::string subject;
        std::optional<MoveRequest> cancel;
    };
    ThreadId thread;
    std::optional<InstitutionId> recipient;
    HEBRA_TRY(auto carried, ground_.database.read([&](db::Reader& reader) -> Result<std::vector<Carried>> {
        HEBRA_TRY(const auto own, people::store::find(reader, actor.institution, person));
        const auto all = disclosure::directives(reader, actor.institution, person);
        const auto given = std::ranges::find(all, directive, &disclosure::Directive::id);
        if (given == all.end()) return not_found();
        thread = own.thread_id;
        recipient = InstitutionId::parse(given->recipient);  // a service without an account has no thread to see it on
        std::vector<Carried> found;
        const auto referrals = store::all_of_person(reader, actor.institution, person);
        for (auto& subject : disclosure::subjects_of(reader, actor.institution, directive)) {
            Carried one{subject, {}};
            const auto row = std::ranges::find(referrals, subject, [](const store::Row& each) { return each.id.text(); });
            if (row != referrals.end() && find_move(row->kind, row->status, Action::cancel, k_origin)) {
                one.cancel.emplace();
                one.cancel->action = Action::cancel;
                one.cancel->version = row->version;
                one.cancel->code = Reason::person_withdraws;
            }
            found.push_back(std::move(one));
        }
        return found;
    }));
    std::vector<std::unique_ptr<Mover>> cancels;
    for (const auto& one : carried) {
        if (!one.cancel || !with_cancels) continue;
        cancels.push_back(std::make_unique<Mover>(*this, unkeyed, *ReferralId::parse(one.subject), *one.cancel));
        HEBRA_CHECK(cancels.back()->prepare());
    }
    // What a person took back is kept outside the database too: an older one that comes back is told of it.
    access::TakenBack outside{.at = now, .institution = actor.institution, .permissions = {directive.value()}};
    for (const auto& one : carried)
        if (const auto subject = Uuid::parse(one.subject)) outside.travelled.push_back(*subject);
    return ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, directive.text(), now));
        if (twice) return {};
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "directive.withdraw",
                        .subject = directive.value(),
                        .person = person.value(),
                        .fields = {fmt::format("giver={}", boost::describe::enum_to_string(word.giver, "")),
                                   fmt::format("method={}", boost::describe::enum_to_string(word.method, ""))}});
        if (!disclosure::withdraw(tx, actor.institution, directive, now, entry)) return refuse(Refused::conflict, words::k_withdrawn_already);
        for (const auto& one : carried) disclosure::revoke(tx, one.subject, now);
        thread::add(tx, {.thread_id = thread,
                         .institution_id = actor.institution,
                         .event_at = now,
                         .entered_at = now,
                         .kind = thread::EventKind::permission_withdrawn,
                         .data_class = 0,
                         .visibility = thread::Visibility::agreement,
                         .shared_with = recipient,
                         .subject_id = RecordId(directive.value()),
                         .user_id = actor.user,
                         .audit_id = entry});
        for (const auto& cancel : cancels) HEBRA_CHECK(cancel->apply(tx));
        ground_.ledger.add(tx, outside);
        return {};
    });
}

Result<DisclosureList> Referrals::withdraw(const Actor& actor, PersonId person, disclosure::DirectiveId directive, const Withdrawal& word) {
    // Whoever answers a referral at the same instant does not keep the person from taking it back; nothing else is a conflict
    // here, for strangers' lines in the ledger wait for each other.
    auto done = withdraw_once(actor, person, directive, word, true);
    for (int time = 1; time < k_times && !done; ++time) {
        if (done.error().kind != Refused::conflict || done.error().word == words::k_withdrawn_already) return Refuse(done.error());
        done = withdraw_once(actor, person, directive, word, time + 1 < k_times);
    }
    HEBRA_CHECK(done);
    HEBRA_CHECK(ground_.ledger.write_out());
    return disclosures(actor, person);
}

}  // namespace hebra::referrals
