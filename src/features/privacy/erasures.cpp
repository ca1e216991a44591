#include "features/privacy/erasures.hpp"

#include <algorithm>
#include <thread>

#include "access/once/once.hpp"
#include "core/disclosure/disclosure.hpp"
#include "core/drafts/drafts.hpp"
#include "core/people/store.hpp"
#include "core/thread/thread.hpp"
#include "platform/crypto/code.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/log/log.hpp"

namespace hebra::privacy {
namespace {

constexpr auto k_confirmation_holds = std::chrono::minutes(15);
constexpr int k_scrub_tries = 5;

/// Kept with the idempotency key, so that a repeat is answered as the first time: whom, and when.
std::string reference(PersonId person, Time at) { return fmt::format("{} {}", person.text(), to_micros(at)); }
Time time_of(const std::string& reference) { return from_micros(std::stoll(reference.substr(reference.find(' ') + 1))); }

}  // namespace

/// Somebody to be erased, and what there is of them.
struct Erasures::About {
    PersonId person;
    std::string thread_code;
    int version;
    bool erased;
    attention::AboutPerson attention;
    std::vector<referrals::Carried> referrals;

    std::int64_t open() const {
        return std::ranges::count(referrals, false, &referrals::Carried::ended);
    }
    std::int64_t packages() const {
        return std::ranges::count(referrals, true, &referrals::Carried::ours);
    }
};

Result<Erasures::About> Erasures::about(db::Reader& reader, const Actor& actor, const std::string& thread_code) {
    const auto code = crypto::ThreadCode::parse(thread_code);
    if (!code) return refuse_field("/thread_code", code.error().word);
    const auto person = people::store::find_by_thread_code(reader, actor.institution, code->text());
    if (!person) return refuse_field("/thread_code", words::k_erasure_code);
    HEBRA_TRY(const auto row, people::store::find(reader, actor.institution, *person));
    const bool erased = !ground_.vault.subject(reader, actor.institution, person->value());
    return About{*person,
                 row.thread_code,
                 row.version,
                 erased,
                 attention::about_person(reader, actor.institution, *person),
                 referrals::about_person(reader, actor.institution, *person)};
}

std::string Erasures::confirmation_of(const Actor& actor, const About& about, Time before) const {
    const auto text = fmt::format("erasure 1 {} {} {} {} {} {} {} {}", actor.user.text(), actor.institution.text(), about.person.text(),
                                  about.version, about.attention.contacts.size(), about.attention.files, about.referrals.size(),
                                  to_micros(before));
    return to_base64url(crypto::mac(ground_.vault.requests(), bytes_of(text)));
}

Result<ErasurePreview> Erasures::preview(const Actor& actor, const ErasureRequest& request) {
    HEBRA_TRY(const auto found,
              ground_.database.read([&](db::Reader& reader) { return about(reader, actor, request.thread_code); }));
    if (found.erased) return refuse(Refused::conflict, people::words::k_person_erased);
    ground_.audit.record_view(ground_.database, actor,
                              {.action = "person.erasure_preview", .subject = found.person.value(), .person = found.person.value()});
    const Time before = ground_.clock.now() + k_confirmation_holds;
    return ErasurePreview{.person_id = found.person,
                          .thread_code = found.thread_code,
                          .contacts = std::ssize(found.attention.contacts),
                          .files = found.attention.files,
                          .packages = found.packages(),
                          .open_referrals = found.open(),
                          .confirmation = found.open() > 0 ? std::string() : confirmation_of(actor, found, before),
                          .confirm_before = before};
}

Result<ErasedPerson> Erasures::erase(const Actor& actor, const ErasureOrder& order) {
    const Time now = ground_.clock.now();
    struct Before {
        About about;
        std::optional<Time> done;  ///< under the same key, earlier
    };
    HEBRA_TRY(const auto before, ground_.database.read([&](db::Reader& reader) -> Result<Before> {
        HEBRA_TRY(const auto twice, access::claimed_before(reader, actor));
        HEBRA_TRY(auto found, about(reader, actor, order.thread_code));
        return Before{std::move(found), twice ? std::optional(time_of(*twice)) : std::nullopt};
    }));
    const auto& found = before.about;
    const ErasedPerson done{found.person, found.thread_code, before.done.value_or(now)};
    if (before.done) return done;
    if (found.erased) return refuse(Refused::conflict, people::words::k_person_erased);
    if (found.open() > 0) return refuse(Refused::conflict, words::k_referral_first);
    if (order.confirm_before < now || !crypto::same(bytes_of(order.confirmation), bytes_of(confirmation_of(actor, found, order.confirm_before))))
        return refuse(Refused::conflict, words::k_confirm_again);

    access::Erasure erasure{.at = now, .institution = actor.institution, .person = found.person.value()};
    for (const auto& contact : found.attention.contacts) erasure.own.push_back(contact.value());
    for (const auto& referral : found.referrals) (referral.ours ? erasure.shared : erasure.own).push_back(referral.id.value());
    HEBRA_TRY(const auto kept, ground_.database.write([&](db::Tx& tx) -> Result<access::Erasure> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, reference(found.person, now), now));
        if (twice) return erasure;
        // As it was when it was confirmed: a contact written meanwhile is not erased unseen.
        HEBRA_TRY(const auto still, about(tx, actor, order.thread_code));
        if (still.erased) return refuse(Refused::conflict, people::words::k_person_erased);
        if (confirmation_of(actor, still, order.confirm_before) != order.confirmation)
            return refuse(Refused::conflict, words::k_confirm_again);
        // What others saw of them by those ends with them; what a receiver made its own record of stays the receiver's.
        const auto revoked = disclosure::revoke_all_of(tx, actor.institution, found.person, now);
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "person.erase", .subject = found.person.value(), .person = found.person.value(),
                        .fields = {fmt::format("reason={}", boost::describe::enum_to_string(order.reason, "")),
                                   fmt::format("contacts={}", found.attention.contacts.size()),
                                   fmt::format("packages={}", found.packages()),
                                   fmt::format("disclosures={}", revoked)}});
        for (const auto& referral : found.referrals)
            if (referral.ours && !referral.other.is_nil() && referral.other != actor.institution)
                ground_.audit.record_in(tx, referral.other, actor, {.action = "referral.redact", .subject = referral.id.value()});
        remove_drafts(tx, erasure, {found.thread_code});
        ground_.people.erase(tx, actor.institution, found.person, now, entry);
        attention::end_contacts_of(tx, actor.institution, found.person, now, entry);
        // After their key is gone: what was opened about them at this moment held it, and is seen now.
        ground_.commitments.cancel_about(tx, actor.institution, found.person, {now, entry});
        return ground_.ledger.add(tx, erasure);
    }));
    ground_.ledger.forget(kept);
    HEBRA_CHECK(ground_.ledger.write_out());
    scrub();
    return done;
}

void Erasures::erase_again(db::Tx& tx, const access::Erasure& erasure) {
    const Actor machine{.user = {}, .institution = erasure.institution, .session = {}, .permissions = {}};
    const PersonId person(erasure.person);
    disclosure::revoke_all_of(tx, erasure.institution, person, erasure.at);
    const auto entry = ground_.audit.record(
        tx, machine, {.action = "person.erase", .subject = person.value(), .person = person.value(), .fields = {"from_ledger"}});
    remove_drafts(tx, erasure, {});
    ground_.people.erase(tx, erasure.institution, person, ground_.clock.now(), entry);
    attention::end_contacts_of(tx, erasure.institution, person, erasure.at, entry);
    // The older database may hold promises about them that were cancelled, or kept, since.
    ground_.commitments.cancel_about(tx, erasure.institution, person, {erasure.at, entry});
}

/// Whatever the institution was writing about them or their records, or with their name in it; and whatever anybody was writing
/// about what everybody loses. What another institution writes about its own person under the same code is its own.
void Erasures::remove_drafts(db::Tx& tx, const access::Erasure& erasure, std::vector<std::string> names) {
    names.push_back(erasure.person.text());
    for (const auto& record : erasure.own) names.push_back(record.text());
    for (const auto& record : erasure.shared) {
        names.push_back(record.text());
        drafts::remove_all_drafts_about(tx, record.text());
    }
    for (const auto& name : names) drafts::remove_drafts_about(tx, erasure.institution, name);
    drafts::remove_drafts_naming(tx, *ground_.vault.institution(tx, erasure.institution), erasure.institution, names);
}

/// As it was taken back: what the older database knows of the permissions, and of what travelled by them. The referrals stay as
/// they stood: whether somebody attended them meanwhile, nobody here can tell. @return the codes of those to cancel
std::set<std::string> Erasures::withdraw_again(db::Tx& tx, const access::TakenBack& withdrawal) {
    const Actor machine{.user = {}, .institution = withdrawal.institution, .session = {}, .permissions = {}};
    std::set<std::string> to_cancel;
    for (const auto& subject : withdrawal.travelled) disclosure::revoke(tx, subject.text(), withdrawal.at);
    for (const auto& permission : withdrawal.permissions) {
        const disclosure::DirectiveId id(permission);
        const auto person = disclosure::person_of(tx, withdrawal.institution, id);
        const auto own = person ? people::store::find(tx, withdrawal.institution, *person) : Result<people::store::Row>(not_found());
        if (!own) continue;
        const auto entry = ground_.audit.record(
            tx, machine, {.action = "directive.withdraw", .subject = permission, .person = person->value(), .fields = {"from_ledger"}});
        if (!disclosure::withdraw(tx, withdrawal.institution, id, withdrawal.at, entry)) continue;
        const auto all = disclosure::directives(tx, withdrawal.institution, *person);
        const auto given = std::ranges::find(all, id, &disclosure::Directive::id);
        thread::add(tx, {.thread_id = own->thread_id,
                         .institution_id = withdrawal.institution,
                         .event_at = withdrawal.at,
                         .entered_at = ground_.clock.now(),
                         .kind = thread::EventKind::permission_withdrawn,
                         .data_class = 0,
                         .visibility = thread::Visibility::agreement,
                         .shared_with = InstitutionId::parse(given->recipient),
                         .subject_id = RecordId(permission),
                         .user_id = {},
                         .audit_id = entry});
        for (const auto& referral : referrals::about_person(tx, withdrawal.institution, *person))
            if (referral.ours && referral.not_begun && std::ranges::count(withdrawal.travelled, referral.id.value()) > 0)
                to_cancel.insert(own->thread_code);
    }
    return to_cancel;
}

Result<CaughtUp> Erasures::catch_up() {
    CaughtUp done;
    HEBRA_TRY(const auto again, ground_.ledger.replay({
        .erased = [this](db::Tx& tx, const access::Erasure& line) { erase_again(tx, line); },
        .taken_back = [&](db::Tx& tx, const access::TakenBack& line) { done.to_cancel.merge(withdraw_again(tx, line)); },
    }));
    static_cast<access::ErasureLedger::Again&>(done) = again;
    // A database that came back by other means than `hebra restore` has nobody at the console: the guide says what to do with it.
    for (const auto& code : done.to_cancel) log::warning("erasures.referral_to_cancel", {{"thread", log::Machinery(code)}});
    HEBRA_CHECK(ground_.ledger.write_out());
    if (done.erased > 0 || unscrubbed_) scrub();
    return done;
}

void Erasures::scrub() {
    unscrubbed_ = true;
    for (int tries = 0; tries < k_scrub_tries && unscrubbed_; ++tries) {
        if (tries > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (ground_.scrub()) unscrubbed_ = false;
    }
}

}  // namespace hebra::privacy
