// Before it is sent: writing, and what to know.
#include <algorithm>

#include "access/once/once.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/words.hpp"
#include "platform/json/json.hpp"

namespace hebra::referrals {
namespace {

constexpr auto k_recent = std::chrono::days(90);

bool covers(const directory::Coverage& coverage, const territory::Comuna& comuna) {
    if (coverage.reach != directory::Reach::places) return true;
    return std::ranges::count(coverage.comunas, comuna) > 0 || std::ranges::count(coverage.regions, comuna.region()) > 0;
}

/// Whether an earlier one makes this one look redundant. One that led nowhere does so only towards the same service.
bool repeats(const store::Row& earlier, const store::Row& row) {
    if (earlier.status == Status::draft || earlier.status == Status::cancelled || earlier.status == Status::redirected) return false;
    if (earlier.service_id == row.service_id) return true;
    return earlier.topic == row.topic && !may_be_followed(earlier.status);
}

/// Class 4 is written by whoever supervises.
/// Information goes to the person alone: whose service it is about neither receives nor learns anything.
std::optional<InstitutionId> receiver_of(Kind kind, const directory::Service& service) {
    return kind == Kind::information ? std::nullopt : service.institution_id;
}

Result<> check_restricted(const Actor& actor, const Content& content) {
    const bool writes = content.restricted && !is_blank(content.restricted->text);
    if (writes && !actor.may(k_referral_supervise)) return refuse_field("/content/restricted", words::k_class_4_needs_supervisor);
    return {};
}

}  // namespace

std::vector<std::string> Referrals::unmet(const directory::Service& service, std::optional<int> age,
                                          const std::optional<territory::Comuna>& comuna) const {
    std::vector<std::string> codes;
    const bool too_young = age && service.age_min && *age < *service.age_min;
    const bool too_old = age && service.age_max && *age > *service.age_max;
    if (too_young || too_old) codes.emplace_back("out_of_age");
    if (!age && service.age_min && *service.age_min >= 18) codes.emplace_back("out_of_age");  // unknown counts as a minor
    if (comuna && !covers(service.coverage, *comuna)) codes.emplace_back("other_territory");
    return codes;
}

Result<Opened> Referrals::create(const Actor& actor, const NewReferral& given) {
    if (auto written = write_draft(actor, given); written && !written->is_repeat) return look(actor, written->id);
    else if (written) return open(actor, written->id);
    else {
        // A repeat of a draft that was kept may find its service gone, or what it followed taken up.
        HEBRA_TRY(const auto first, access::done_before(ground_.database, actor, std::move(written).error()));
        return open(actor, ReferralId::parse(first).value());
    }
}

Result<Referrals::Written> Referrals::write_draft(const Actor& actor, const NewReferral& given) {
    const Time now = ground_.clock.now();
    const auto service = ground_.service_of(given.service_id);
    if (!service) return refuse_field("/service_id", words::k_unknown_service);
    if (!directory::Topic::parse(given.topic)) return refuse_field("/topic", directory::words::k_unknown_topic);

    struct Before {
        people::Person person;
        access::Sealing sealing;
    };
    HEBRA_TRY(const auto before, ground_.database.read([&](db::Reader& reader) -> Result<Before> {
        HEBRA_TRY(auto person, ground_.people.opened(reader, actor.institution, given.person_id));
        HEBRA_TRY(auto sealing, ground_.vault.subject(reader, actor.institution, given.person_id.value()));
        if (given.contact_id && !ground_.has_contact(reader, actor.institution, *given.contact_id, given.person_id))
            return refuse_field("/contact_id", words::k_unknown_contact);
        if (given.follows_id) {
            const auto earlier = store::find(reader, actor.institution, *given.follows_id);
            const bool own = earlier && earlier->origin_id == actor.institution && earlier->origin_person_id == given.person_id;
            if (!own || goes_on(earlier->status)) return refuse_field("/follows_id", words::k_not_followed);
        }
        return Before{std::move(person), std::move(sealing)};
    }));
    HEBRA_CHECK(check_restricted(actor, given.content));
    auto content = given.content;
    if (!actor.may(k_referral_supervise)) content.restricted.reset();  // nor do they say for whom it would be
    const auto id = ReferralId::make(now);
    const auto age = people::age(before.person, today());
    const store::Row row{.id = id,
                         .origin_id = actor.institution,
                         .destination_id = receiver_of(given.kind, *service),
                         .thread_id = before.person.thread_id,
                         .thread_code = before.person.thread_code,
                         .origin_person_id = given.person_id,
                         .destination_person_id = {},
                         .contact_id = given.contact_id,
                         .service_id = given.service_id,
                         .kind = given.kind,
                         .urgency = given.urgency,
                         .status = Status::draft,
                         .topic = given.topic,
                         .age_band = age_band(age),
                         .follows_id = given.follows_id,
                         .content = before.sealing.seal("referral.content", id.value(), json::write(content)),
                         .package_version = 0,
                         .no_shows = 0,
                         .reschedules = 0,
                         .created_by = actor.user,
                         .created_at = now,
                         .sent_at = {},
                         .updated_at = now,
                         .version = 1};
    auto stored_id = id;
    bool is_repeat = false;
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        if (twice) {
            stored_id = ReferralId::parse(*twice).value();
            is_repeat = true;
            return {};
        }
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "referral.create", .subject = id.value(), .person = given.person_id.value()});
        store::add(tx, row, entry);
        return {};
    }));
    return Written{stored_id, is_repeat};
}

Result<Opened> Referrals::change(const Actor& actor, ReferralId id, const DraftChange& change, int seen_version) {
    if (auto kept = write_change(actor, id, change, seen_version); kept && !kept->is_repeat) return look(actor, id);
    else if (!kept) HEBRA_CHECK(access::done_before(ground_.database, actor, std::move(kept).error()));
    return open(actor, id);
}

Result<Referrals::Written> Referrals::write_change(const Actor& actor, ReferralId id, const DraftChange& change, int seen_version) {
    struct Before {
        store::Row row;
        access::Sealing sealing;
        Content content;
    };
    HEBRA_TRY(auto before, ground_.database.read([&](db::Reader& reader) -> Result<Before> {
        HEBRA_TRY(auto row, store::find(reader, actor.institution, id));
        if (row.origin_id != actor.institution) return not_found();
        HEBRA_TRY(auto sealing, ground_.vault.subject(reader, actor.institution, row.origin_person_id.value()));
        HEBRA_TRY(auto content, content_of(reader, row));
        return Before{std::move(row), std::move(sealing), std::move(content)};
    }));
    auto& row = before.row;
    if (row.status != Status::draft) return refuse(Refused::conflict, words::k_not_a_draft);
    if (change.kind) row.kind = *change.kind;
    if (change.service_id || change.kind) {
        row.service_id = change.service_id.value_or(row.service_id);
        const auto service = ground_.service_of(row.service_id);
        if (!service) return refuse_field("/service_id", words::k_unknown_service);
        row.destination_id = receiver_of(row.kind, *service);
    }
    if (change.urgency) row.urgency = *change.urgency;
    if (change.topic && !directory::Topic::parse(*change.topic)) return refuse_field("/topic", directory::words::k_unknown_topic);
    if (change.topic) row.topic = *change.topic;
    if (change.content) {
        auto content = *change.content;
        HEBRA_CHECK(check_restricted(actor, content));
        // Who does not supervise neither reads what is restricted nor loses it by writing the rest.
        if (!actor.may(k_referral_supervise)) content.restricted = std::move(before.content.restricted);
        row.content = before.sealing.seal("referral.content", id.value(), json::write(content));
    }
    const Time now = ground_.clock.now();
    bool is_repeat = false;
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        is_repeat = twice.has_value();
        if (is_repeat) return {};
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "referral.change", .subject = id.value(), .person = row.origin_person_id.value()});
        if (!store::save_draft(tx, row, seen_version, now, entry))
            return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return {};
    }));
    return Written{id, is_repeat};
}

Package Referrals::packed(const store::Row& row, const directory::Service& service, const people::Person& person,
                          const Content& content) const {
    return pack({.referral_id = row.id,
                 .frozen_at = ground_.clock.now(),
                 .from_institution = party(row.origin_id, "").name,
                 .to_service = service.name,
                 .kind = row.kind,
                 .urgency = row.urgency,
                 .topic = row.topic,
                 .today = today()},
                person, content);
}

Result<Package> Referrals::preview(const Actor& actor, ReferralId id) {
    struct Before {
        store::Row row;
        people::Person person;
        Content content;
    };
    HEBRA_TRY(const auto before, ground_.database.read([&](db::Reader& reader) -> Result<Before> {
        HEBRA_TRY(auto row, store::find(reader, actor.institution, id));
        if (row.origin_id != actor.institution) return not_found();
        if (row.status != Status::draft) return refuse(Refused::conflict, words::k_not_a_draft);
        HEBRA_TRY(auto person, ground_.people.opened(reader, row.origin_id, row.origin_person_id));
        HEBRA_TRY(auto content, content_of(reader, row));
        return Before{std::move(row), std::move(person), std::move(content)};
    }));
    const auto service = ground_.service_of(before.row.service_id);
    if (!service) return refuse_field("/service_id", words::k_unknown_service);
    ground_.audit.record_view(ground_.database, actor,
                              {.action = "referral.view", .subject = id.value(), .person = before.row.origin_person_id.value()});
    auto package = packed(before.row, *service, before.person, before.content);
    if (!actor.may(k_referral_supervise)) withhold_restricted(package);
    return package;
}

std::vector<store::Row> Referrals::similar(db::Reader& reader, const store::Row& row) const {
    auto found = store::of_person(reader, row.origin_id, row.origin_person_id, ground_.clock.now() - k_recent);
    std::erase_if(found, [&](const store::Row& other) {
        return other.id == row.id || (other.id == row.follows_id && !goes_on(other.status)) || !repeats(other, row);
    });
    return found;
}

Result<Warnings> Referrals::warnings(const Actor& actor, ReferralId id) {
    std::optional<PersonId> of;
    HEBRA_TRY(auto found, ground_.database.read([&](db::Reader& reader) -> Result<Warnings> {
        HEBRA_TRY(const auto row, store::find(reader, actor.institution, id));
        if (row.origin_id != actor.institution) return not_found();
        const auto service = ground_.service_of(row.service_id);
        if (!service) return refuse_field("/service_id", words::k_unknown_service);
        HEBRA_TRY(const auto person, ground_.people.opened(reader, actor.institution, row.origin_person_id));
        of = row.origin_person_id;
        Warnings warnings{unmet(*service, people::age(person, today()), person.comuna), {}};
        const auto places = directory::store::places_of(reader, row.service_id);
        if (places && places->left() == 0 && !store::holds_place(reader, id)) warnings.unmet.emplace_back("no_places");
        for (const auto& other : similar(reader, row)) warnings.similar.push_back(listed(actor, other, {}, true));
        return warnings;
    }));
    ground_.audit.record_view(ground_.database, actor, {.action = "referral.view", .subject = id.value(), .person = of->value()});
    return found;
}

}  // namespace hebra::referrals
