// The use cases about contacts: write up, correct, close, attach to a person.
#pragma once
#include <functional>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "access/users/users.hpp"
#include "core/commitments/commitments.hpp"
#include "core/forms/forms.hpp"
#include "core/people/people.hpp"
#include "features/attention/attachment_store.hpp"
#include "features/attention/store.hpp"

namespace hebra::attention {

/// A version that a correction replaced, as it was, and why.
struct EarlierContact {
    Time replaced_at;
    Private replaced_by_name;
    Private reason;
    Contact contact;
};
BOOST_DESCRIBE_STRUCT(EarlierContact, (), (replaced_at, replaced_by_name, reason, contact))

/// What a colleague handed over, or left open, goes on: until it is closed, or handed to somebody else. Held by nobody it is loose.
inline constexpr commitments::Kind k_go_on{.name = "contact.go_on", .demands_owner = true, .by_hand = false, .negotiable = true};

struct Colleague {
    UserId id;
    Private name;
};
BOOST_DESCRIBE_STRUCT(Colleague, (), (id, name))

class Contacts {
  public:
    /// Whether the directory has a service.
    using HasService = std::function<bool(directory::ServiceId)>;

    Contacts(db::Database& database, access::Vault& vault, audit::Audit& audit, access::Users& users, people::People& people,
             forms::Forms& forms, commitments::Commitments& commitments, HasService has_service, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), users_(users), people_(people), forms_(forms),
          commitments_(commitments), has_service_(std::move(has_service)), clock_(clock) {}

    /// Writes up a contact, with a disposition closed at once; with a person it is an event on their thread. Of this and every
    /// other write the same Idempotency-Key gives the contact as it stands by then: a look, recorded like one.
    /// No: `invalid` with every field in doubt; `person_not_here`; `not_staff_here`, `not_their_work`.
    Result<Contact> create(const Actor& actor, const NewContact& contact);

    /// Opens a contact of one's own institution; the look is recorded before it is returned (class 3).
    Result<Contact> open(const Actor& actor, ContactId id);

    /// Changes what is named. A closed contact is corrected with a reason, and what it said before is kept.
    /// No: `stale` when somebody changed it since `seen`; `invalid`; `contact_erased`.
    Result<Contact> change(const Actor& actor, ContactId id, const ContactChange& change, int seen);

    /// No: `contact_state`, `has_person`, `no_person`; `conflict` when somebody changed it since; `invalid`.
    Result<Contact> move(const Actor& actor, ContactId id, const ContactMove& move);

    /// Who may attend contacts in one's institution now, by name: on whose behalf one may write, and to whom one may hand over.
    std::vector<Colleague> colleagues(const Actor& actor);

    /// Whoever attended in one's institution, also who does no more, by name: whose contacts one may look for.
    std::vector<Colleague> agents(const Actor& actor);

    /// What somebody had open in an institution and may attend no more, by the roles they have there by now (none: all of it), is
    /// anybody's to go on with: in the transaction that took those roles, and before what they held is taken from them. How many.
    std::int64_t let_go(db::Tx& tx, UserId user, InstitutionId institution, const commitments::Cause& cause);

    /// The same for whatever began at the very moment in which whoever attends it lost the role, unseen by who took it. For a
    /// chore; how many.
    std::int64_t let_go_late();

    /// What it said before each correction, the newest first. A look like opening it.
    Result<std::vector<EarlierContact>> earlier(const Actor& actor, ContactId id);

  private:
    struct Opened {
        store::Row row;
        std::optional<access::Sealing> sealing;  ///< none after erasure
        Contact contact;
    };
    /// What seals a contact, and whom it is about.
    struct Holder {
        access::Sealing sealing;
        std::optional<access::NewSubject> own;        ///< the contact's own new key
        std::optional<people::PreparedPerson> person;  ///< recorded together
        std::optional<PersonId> person_id;
    };
    struct Revision;
    struct Resealed;

    /// @param own_subject whose key it gets when there is nobody
    Result<Holder> holder_of(const Actor& actor, const Uuid& own_subject, const std::optional<PersonId>& person_id,
                             const std::optional<people::NewPerson>& person);
    /// Whoever attends a contact, other than who writes it, is somebody who may go on with it.
    Result<> check_agent(db::Tx& tx, const Actor& actor, const std::optional<UserId>& agent, std::string_view pointer) const;
    /// Whose key seals it is somebody who was not erased since; and is not, until this transaction ends.
    Result<> check_person(db::Tx& tx, const Actor& actor, PersonId person) const;
    Result<> check_service(const WriteUp& said) const;
    Result<Opened> opened(db::Reader& reader, InstitutionId institution, ContactId id);
    /// What a repeat answers: the contact as it stands, looked at like any other, with the return code of its first time.
    Result<Contact> open_again(const Actor& actor, ContactId id);
    /// For a write that saw an older version: the answer of its first time, if it is a repeat; otherwise the refusal.
    Result<Contact> repeated_or(const Actor& actor, ContactId id, Refused kind);
    /// Nothing happens while somebody is asked already.
    void ask_to_go_on(db::Tx& tx, InstitutionId institution, const store::OnThread& contact, std::optional<UserId> owner,
                      const commitments::Cause& cause);
    Resealed reseal(InstitutionId institution, const Opened& before, const access::Sealing& sealing);
    Result<> change_holder(db::Tx& tx, const Actor& actor, const Opened& before, const Revision& revision,
                           const Resealed& resealed);
    Result<Contact> revise(const Actor& actor, const Opened& before, Contact after, Revision revision);
    Result<Contact> attach(const Actor& actor, const Opened& before, const ContactMove& move);
    Result<Contact> hand_over(const Actor& actor, const Opened& before, const ContactMove& move);
    Result<Contact> close_it(const Actor& actor, const Opened& before, const ContactMove& move);
    void tell_names(Contact& contact);

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    access::Users& users_;
    people::People& people_;
    forms::Forms& forms_;
    commitments::Commitments& commitments_;
    HasService has_service_;
    const Clock& clock_;
};

}  // namespace hebra::attention
