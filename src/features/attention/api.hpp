// What may be done with contacts and forms.
#pragma once
#include "access/roles/roles.hpp"
#include "core/people/ids.hpp"
#include "features/attention/ids.hpp"
#include "platform/db/database.hpp"

namespace hebra::attention {

/// Opens what was said (class 3). Whoever protects data sees who looked, never what was said.
inline constexpr Permission k_contact_read{"contact_read"};
inline constexpr Permission k_contact_write{"contact_write"};
inline constexpr Permission k_form_manage{"form_manage"};  ///< import, publish and retire forms of one's institution

inline std::vector<access::Grant> grants() {
    return {{k_contact_read, access::k_attending}, {k_contact_write, access::k_attending}, {k_form_manage, {access::Role::admin}}};
}

/// What there is of a person, without opening it: for whoever erases them.
struct AboutPerson {
    std::vector<ContactId> contacts;
    std::int64_t files = 0;
};
AboutPerson about_person(db::Reader& reader, InstitutionId institution, PersonId person);

}  // namespace hebra::attention
