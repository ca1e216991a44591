// What may be done with contacts and forms.
#pragma once
#include "access/audit/entry.hpp"
#include "access/keys/vault.hpp"
#include "access/roles/roles.hpp"
#include "core/commitments/holders.hpp"
#include "core/people/ids.hpp"
#include "features/attention/ids.hpp"
#include "platform/db/database.hpp"

namespace hebra::attention {

/// Opens what was said (class 3). Whoever protects data sees who looked, never what was said.
inline constexpr Permission k_contact_read{"contact_read"};
inline constexpr Permission k_contact_write{"contact_write"};
inline constexpr Permission k_form_manage{"form_manage"};  ///< import, publish and retire forms of one's institution

inline constexpr commitments::Needed k_needed_to_hold{"contact.", k_contact_write};

inline std::vector<access::Grant> grants() {
    return {{k_contact_read, access::k_attending}, {k_contact_write, access::k_attending}, {k_form_manage, {access::Role::admin}}};
}

/// What there is of a person, without opening it: for whoever erases them.
struct AboutPerson {
    std::vector<ContactId> contacts;
    std::int64_t files = 0;
};
AboutPerson about_person(db::Reader& reader, InstitutionId institution, PersonId person);

/// What is open of a person who is erased is over: nothing is left to write up, and it would wait on its agent's list for ever.
void end_contacts_of(db::Tx& tx, InstitutionId institution, PersonId person, Time at, audit::EntryId entry);

/// What a person said, as it was read back to them at the end of a contact (L12): data class 3.
struct Said {
    ContactId contact;
    Time at;
    Private words;
};
/// The newest first, of at most so many contacts of one's own institution. Whoever tells it records the look first.
std::vector<Said> said_by(db::Reader& reader, access::Vault& vault, InstitutionId institution, PersonId person, std::int64_t most);

/// Whose contact it is, without opening it: to tell them that somebody else tried to.
struct ContactOwner {
    InstitutionId institution_id;
    std::optional<PersonId> person_id;
};
BOOST_DESCRIBE_STRUCT(ContactOwner, (), (institution_id, person_id))
std::optional<ContactOwner> owner_of(db::Reader& reader, ContactId id);

}  // namespace hebra::attention
