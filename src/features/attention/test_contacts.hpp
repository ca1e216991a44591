// What the tests of this room share: a house with two institutions, an agent, and words that must never be in the clear.
#pragma once
#include "core/drafts/drafts.hpp"
#include "core/thread/test_house.hpp"
#include "core/thread/thread.hpp"
#include "features/attention/api.hpp"
#include "features/attention/attachments.hpp"
#include "features/attention/contacts.hpp"
#include "features/attention/search.hpp"

namespace hebra::attention {

inline constexpr std::string_view k_planted = "RELATO-PLANTADO-5521";

class ContactHouse : public test::OnBothDatabases<test::house_schema> {
  protected:
    static std::string code_of(const auto& result) { return result ? "" : std::string(result.error().word.code); }
    static std::string pointers_of(const auto& result) {
        std::string text;
        if (!result)
            for (const auto& field : result.error().fields) text += field.pointer + " ";
        return text;
    }

    Contact create(const NewContact& contact = {}) { return contacts.create(actor, contact).value(); }
    /// A contact with something said in every place.
    static NewContact told() {
        NewContact contact;
        contact.narrative = json::Change<Narrative>::set(Narrative::parse(k_planted).value());
        contact.summary = json::Change<Private>::set(Private(std::string(k_planted)));
        contact.topics = {"mood_anxiety", "family"};
        contact.moments = {{Moment::welcome, {}}, {Moment::problem, {}}, {Moment::action_plan, {}}, {Moment::problem, {}}};
        contact.answers = json::Raw{R"({"problem":"RELATO-PLANTADO-5521","plan_steps":[{"step":"Dormir el domingo","step_owner":"person"}]})"};
        return contact;
    }
    static ContactMove move_of(ContactAction action, int version) {
        ContactMove move;
        move.action = action;
        move.version = version;
        return move;
    }
    static ContactMove attach_to(PersonId person, int version) {
        auto move = move_of(ContactAction::attach_person, version);
        move.person_id = person;
        return move;
    }
    static people::NewPerson anonymous() {
        people::NewPerson person;
        person.identity = people::IdentityLevel::anonymous;
        return person;
    }
    /// Somebody with an account and a role at our institution.
    UserId colleague(access::Role role = access::Role::agent) {
        const auto email = fmt::format("colega{}@linea.demo", ++colleagues_);
        const Private password("cuatro palabras muy sueltas");
        return users.add(actor, {Private("Paz Soto"), Private(email), {{institution, role}}}, password).value();
    }
    Actor repeating(const std::string& key) const {
        auto once = actor;
        once.once = Once{key, "/api/v1/contacts", Bytes(32, 1)};
        return once;
    }
    /// How many rows a table has.
    std::int64_t rows(const std::string& table) {
        const auto sql = "SELECT COUNT(*) FROM " + table;
        return db().read([&](db::Reader& reader) { return reader.one<std::int64_t>(sql).value(); });
    }
    /// How often it was opened, as the audit tells.
    std::int64_t looks_at(ContactId contact) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE action = 'contact.view' AND subject_id = :id",
                                            {db::arg("id", contact.text())}).value();
        });
    }
    std::vector<thread::Event> events_of(const people::Person& person) {
        return db().read([&](db::Reader& reader) {
            return thread::timeline(reader, institution, person.thread_id, house.clock.now(), thread::k_newest, 50).value();
        });
    }
    void erase(PersonId person) {
        test::write(db(), [&](db::Tx& tx) { house.vault.erase(tx, institution, person.value()); });
        house.vault.forget(person.value(), institution);
    }

    test::TestHouse house{db()};
    crypto::PasswordPool passwords;
    access::Users users{db(), house.vault, house.audit, passwords, house.clock};
    forms::Forms forms{db(), house.audit, house.clock};
    const directory::ServiceId service = directory::ServiceId::make(house.clock.now());
    commitments::Calendars calendars{house.people, house.clock};
    access::RoleTable roles{grants()};
    commitments::Commitments commitments{db(), house.audit, calendars, house.clock, commitments::Holders({k_needed_to_hold}, roles)};
    Contacts contacts{db(), house.vault, house.audit, users, house.people, forms, commitments,
                      [this](directory::ServiceId id) { return id == service; }, house.clock};
    Attachments attachments{db(), house.vault, house.audit, users, house.clock};
    Search search{db(), house.audit, users};
    const InstitutionId institution = house.found("Línea Demo Joven");
    const InstitutionId elsewhere = house.found("Otra Línea Demo");
    const Actor actor = test::TestHouse::actor(institution, UserId::make(house.clock.now()));
    const Actor stranger = test::TestHouse::actor(elsewhere, UserId::make(house.clock.now()));

  private:
    int colleagues_ = 0;
};

}  // namespace hebra::attention
