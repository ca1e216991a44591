#include "app/demo/life.hpp"

namespace hebra::app {
namespace {

constexpr auto k_summer = std::chrono::hours(3);  // behind universal time

}  // namespace

Time Life::at(When when) const {
    const auto today = std::chrono::floor<std::chrono::days>(until_ - k_summer);
    const Time moment = today - std::chrono::days(when.days_ago) + k_summer + std::chrono::hours(when.hour) + std::chrono::minutes(when.minute);
    return std::min(moment, until_);
}

Result<Actor> Life::actor(std::string_view user) {
    HEBRA_TRY(const auto found, house_.users.find_by_email(said(user)));
    const auto memberships = house_.users.memberships(found.id);
    std::vector<access::Role> roles;
    for (const auto& membership : memberships) roles.push_back(membership.role);
    return Actor{.user = found.id, .institution = memberships.front().institution_id, .session = {},
                 .permissions = house_.roles.permissions_of(roles, memberships.front().institution_id)};
}

Result<PersonId> Life::person_of(const Actor& actor) const {
    const auto row = rows_.find(actor.institution);
    if (row == rows_.end()) return not_found();
    return row->second;
}

void Life::is(std::string_view user, PersonId person) {
    if (const auto who = actor(user)) rows_[who->institution] = person;
}

Result<> Life::record(std::string_view user, const people::NewPerson& person) {
    HEBRA_TRY(const auto who, actor(user));
    HEBRA_TRY(const auto recorded, house_.people.create(who, person));
    rows_[who.institution] = recorded.id;
    return {};
}

Result<> Life::attend(When when, std::string_view user, attention::ContactChannel channel, std::string_view topic, std::string_view words) {
    go_to(when);
    HEBRA_TRY(const auto who, actor(user));
    attention::NewContact contact;
    contact.channel = channel;
    HEBRA_TRY(contact.person_id, person_of(who));
    contact.started_at = clock_.now() - std::chrono::minutes(25);
    contact.ended_at = json::Change<Time>::set(clock_.now());
    contact.topics = {std::string(topic)};
    contact.moments = {{attention::Moment::welcome, {}}, {attention::Moment::problem, {}}, {attention::Moment::action_plan, {}}, {attention::Moment::closing, {}}};
    contact.joint_summary = json::Change<Private>::set(said(words));
    contact.risk = json::Change<attention::RiskLevel>::set(attention::RiskLevel::low);
    contact.disposition = json::Change<attention::Disposition>::set(attention::Disposition::plan_made);
    HEBRA_CHECK(house_.contacts.create(who, contact));
    return {};
}

Result<disclosure::Consent> Life::consent(const people::Person& person) const {
    const auto age = people::age(person, day(0));
    return disclosure::Consent{.giver = disclosure::Giver::person,
                               .method = disclosure::Method::verbal,
                               .child_assent = !age || *age < 18 ? disclosure::ChildAssent::yes : disclosure::ChildAssent::not_applicable,
                               .valid_until = Date(std::chrono::floor<std::chrono::days>(until_) + std::chrono::days(180)),
                               .text_version = std::string(disclosure::k_text_version)};
}

Result<referrals::Opened> Life::draft(When when, std::string_view user, const Asked& asked) {
    go_to(when);
    HEBRA_TRY(const auto who, actor(user));
    HEBRA_TRY(const auto id, person_of(who));
    HEBRA_TRY(const auto person, house_.people.open(who, id));
    HEBRA_TRY(auto allowed, consent(person));
    const auto catalogue = house_.directory.catalogue();
    const auto* service = catalogue->find_code(asked.service);
    if (service == nullptr) return not_found();
    referrals::Content content{.who = said("Se presenta por su nombre; vive en Comuna Demo."),
                               .what = said(asked.what),
                               .ask = said(asked.ask),
                               .share = std::vector{referrals::Shared::phone, referrals::Shared::comuna},
                               .basis = {.kind = disclosure::BasisKind::consent, .consent = std::move(allowed)},
                               .unmet = {}};
    content.beyond_agreement = std::vector{1, 2};  // the person wants whoever receives them to have it, whatever was agreed
    if (!asked.wish.empty()) content.wish = said(asked.wish);
    if (!asked.despite.empty()) content.pertinence_reason = said(asked.despite);
    if (person.given_names) content.share->push_back(referrals::Shared::names);
    if (person.safe_contact) content.share->push_back(referrals::Shared::safe_contact);
    return house_.referrals.create(who, {.person_id = id,
                                       .service_id = service->id,
                                       .kind = asked.kind,
                                       .urgency = asked.urgency,
                                       .topic = std::string(asked.topic),
                                       .contact_id = {},
                                       .follows_id = asked.follows,
                                       .content = std::move(content)});
}

Result<ReferralId> Life::refer(When when, std::string_view user, const Asked& asked) {
    HEBRA_TRY(const auto written, draft(when, user, asked));
    HEBRA_CHECK(move(when, user, written.id, asked.kind == referrals::Kind::information ? referrals::Action::give : referrals::Action::send));
    return written.id;
}

Result<> Life::move(When when, std::string_view user, ReferralId id, referrals::MoveRequest request) {
    go_to(when);
    HEBRA_TRY(const auto who, actor(user));
    HEBRA_TRY(const auto before, house_.referrals.open(who, id));
    request.version = before.version;
    if (request.action == referrals::Action::confirm_first_contact) {
        request.at = clock_.now();
        request.with_whom = said("Profesional de turno");
    }
    if (referrals::is_persons_answer(request.action))
        request.asked = referrals::Asked{people::ContactKind::phone, clock_.now(), disclosure::Giver::person};
    if (request.action == referrals::Action::accept)
        if (const auto own = person_of(who)) request.person_id = *own;
    HEBRA_TRY(const auto after, house_.referrals.move(who, id, request));
    if (request.action == referrals::Action::accept && after.person_id) rows_[who.institution] = *after.person_id;
    return {};
}

Result<> Life::move(When when, std::string_view user, ReferralId id, referrals::Action action, std::string_view text) {
    referrals::MoveRequest request;
    request.action = action;
    if (!text.empty()) request.text = said(text);
    return move(when, user, id, std::move(request));
}

Result<> Life::seek(When when, std::string_view user, ReferralId id, referrals::TryResult result) {
    go_to(when);
    HEBRA_TRY(const auto who, actor(user));
    HEBRA_CHECK(house_.referrals.note_try(who, id, {people::ContactKind::phone, clock_.now(), result}));
    return {};
}

Result<> Life::tell_relation(std::string_view user, const people::NewRelationship& relation) {
    HEBRA_TRY(const auto who, actor(user));
    HEBRA_TRY(const auto person, person_of(who));
    HEBRA_CHECK(house_.relationships.add(who, person, relation));
    return {};
}

Result<people::NewPerson> nicknamed(std::string_view called, int age, int phone_number) {
    people::NewPerson person;
    person.identity = people::IdentityLevel::pseudonymous;
    person.alias = said(called);
    HEBRA_TRY(person.age_stated, people::Age::from_number(age));
    HEBRA_TRY(person.comuna, territory::Comuna::parse("13104"));
    HEBRA_TRY(person.phone, chile::Phone::parse(fmt::format("+5690000{:04}", phone_number)));
    return person;
}

referrals::MoveRequest with(referrals::Action action, std::string_view text, std::optional<referrals::Reason> code) {
    referrals::MoveRequest request;
    request.action = action;
    if (!text.empty()) request.text = said(text);
    request.code = code;
    return request;
}

}  // namespace hebra::app
