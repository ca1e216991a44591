#include "app/demo/rights.hpp"

namespace hebra::app {
namespace {

using std::chrono::hours;

Private text(std::string_view words) { return Private(std::string(words)); }

template <class T>
json::Change<T> said(T value) {
    return json::Change<T>::set(std::move(value));
}

Result<Actor> actor_of(House& house, std::string_view email) {
    HEBRA_TRY(const auto user, house.users.find_by_email(text(email)));
    const auto memberships = house.users.memberships(user.id);
    std::vector<access::Role> roles;
    for (const auto& membership : memberships) roles.push_back(membership.role);
    return Actor{.user = user.id, .institution = memberships.front().institution_id, .session = {},
                 .permissions = house.roles.permissions_of(roles, memberships.front().institution_id)};
}

Result<people::Person> somebody(House& house, const Actor& agent, std::string_view called, int age) {
    people::NewPerson person;
    person.identity = people::IdentityLevel::pseudonymous;
    person.alias = text(called);
    HEBRA_TRY(person.age_stated, people::Age::from_number(age));
    HEBRA_TRY(person.comuna, territory::Comuna::parse("13104"));
    HEBRA_TRY(person.phone, chile::Phone::parse("+56900000861"));
    return house.people.create(agent, person);
}

/// She allowed it, the health centre read it, and the next day she took it back.
Result<> tell_of_a_consent_taken_back(House& house, FixedClock& clock, Time until) {
    HEBRA_TRY(const auto agent, actor_of(house, "agente@linea.demo"));
    HEBRA_TRY(const auto intake, actor_of(house, "recepcion@cesfam.demo"));
    clock.advance(until - hours(24 * 6) - clock.now());
    HEBRA_TRY(const auto person, somebody(house, agent, "Rayén", 22));
    const auto catalogue = house.directory.catalogue();
    const auto* service = catalogue->find_code("D01");
    if (service == nullptr) return not_found();
    const auto valid_until = Date(std::chrono::floor<std::chrono::days>(until) + std::chrono::days(90));
    HEBRA_TRY(const auto draft, house.referrals.create(agent, {.person_id = person.id,
                                                              .service_id = service->id,
                                                              .kind = referrals::Kind::formal,
                                                              .urgency = referrals::Urgency::routine,
                                                              .topic = "mood_anxiety",
                                                              .contact_id = {},
                                                              .follows_id = {},
                                                              .content = {.who = text("Rayén, 22 años, Comuna Demo."),
                                                                          .what = text("Duerme poco desde que cambió de trabajo."),
                                                                          .ask = text("Primera hora por la tarde."),
                                                                          .share = std::vector{referrals::Shared::phone},
                                                                          .basis = {.kind = disclosure::BasisKind::consent,
                                                                                    .consent = disclosure::Consent{
                                                                                        .giver = disclosure::Giver::person,
                                                                                        .method = disclosure::Method::verbal,
                                                                                        .child_assent = disclosure::ChildAssent::not_applicable,
                                                                                        .valid_until = valid_until,
                                                                                        .text_version = std::string(disclosure::k_text_version)}},
                                                                          .unmet = {}}}));
    referrals::MoveRequest send;
    send.action = referrals::Action::send;
    send.version = draft.version;
    HEBRA_TRY(const auto sent, house.referrals.move(agent, draft.id, send));
    clock.advance(hours(3));
    HEBRA_CHECK(house.referrals.open(intake, sent.id));
    clock.advance(hours(22));
    HEBRA_TRY(const auto disclosed, house.referrals.disclosures(agent, person.id));
    if (disclosed.items.empty() || !disclosed.items.front().directive_id) return not_found();
    HEBRA_CHECK(house.referrals.withdraw(agent, person.id, *disclosed.items.front().directive_id,
                                         {disclosure::Giver::person, disclosure::Method::verbal}));
    return {};
}

/// Somebody who asked that nothing be left: the thread and its trace stay, nothing else.
Result<> erase_somebody(House& house, FixedClock& clock, Time until) {
    HEBRA_TRY(const auto agent, actor_of(house, "agente@linea.demo"));
    HEBRA_TRY(const auto officer, actor_of(house, "datos@linea.demo"));
    clock.advance(until - hours(24 * 4) - clock.now());
    HEBRA_TRY(const auto person, somebody(house, agent, "Amaru", 19));
    attention::NewContact contact;
    contact.person_id = person.id;
    contact.started_at = clock.now();
    contact.ended_at = said(clock.now());
    contact.topics = {"mood_anxiety"};
    contact.summary = said(text("Conversó una vez y pidió que no quede nada de lo que contó."));
    HEBRA_CHECK(house.contacts.create(agent, contact));
    clock.advance(hours(26));
    HEBRA_TRY(const auto shown, house.erasures.preview(officer, {person.thread_code}));
    HEBRA_CHECK(house.erasures.erase(officer, {person.thread_code, shown.confirmation, shown.confirm_before, privacy::ErasureReason::person_asked}));
    return {};
}

/// Somebody of the hospital tried to open the record of the person of the mockups.
Result<> try_to_open(House& house, FixedClock& clock, Time until) {
    HEBRA_TRY(const auto agent, actor_of(house, "agente@linea.demo"));
    HEBRA_TRY(const auto stranger, actor_of(house, "contacto@hospital.demo"));
    clock.advance(until - hours(24 * 2) - clock.now());
    people::PersonQuery query;
    query.text = text("Martina Catrileo");
    HEBRA_TRY(const auto found, house.people.search(agent, query));
    if (found.items.empty()) return {};
    const auto martina = found.items.front().id;
    house.audit.record_view_in(*house.database, agent.institution, stranger,
                               {.action = "person.view.refused", .subject = martina.value(), .person = martina.value()});
    return {};
}

}  // namespace

Result<> add_demo_rights(House& house, FixedClock& clock, Time until) {
    HEBRA_CHECK(tell_of_a_consent_taken_back(house, clock, until));
    HEBRA_CHECK(erase_somebody(house, clock, until));
    HEBRA_CHECK(try_to_open(house, clock, until));
    clock.advance(until - clock.now());
    return {};
}

}  // namespace hebra::app
