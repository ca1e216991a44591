// Whom to call at an institution when in doubt (INJUV, "Orientaciones…" 8.2: «Programa o área / Servicio», contact person).
// They are told to those its institution works with, never to the public: what the public rings is in the directory's rows.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "base/actor.hpp"
#include "base/private.hpp"
#include "base/result.hpp"

namespace hebra::institutions {

/// Somebody of its staff, as their institution tells of them: work data alone, and of few (Ley 21.719 art. 3, proportionality).
struct ContactPerson {
    Private name;
    Private post;                          ///< what they are there: "Encargada de red"
    std::optional<Private> phone = {};     ///< of the work
    std::optional<Private> email = {};     ///< of the work
    std::optional<Private> hours = {};     ///< when they answer, in words: "Lunes a jueves, de 9 a 17"
};
BOOST_DESCRIBE_STRUCT(ContactPerson, (), (name, post, phone, email, hours))

struct ContactPeopleList {
    std::vector<ContactPerson> people;  ///< in the order in which to call them
    int version;                        ///< 0: none was ever named
};
BOOST_DESCRIBE_STRUCT(ContactPeopleList, (), (people, version))

namespace words {
inline constexpr Word k_contacts_many{"contacts_many", "Nombre a seis personas o menos: a quién llamar primero y quién la reemplaza.",
                                      "Name six people or fewer: whom to call first and who stands in."};
inline constexpr Word k_contact_name{"contact_person_name", "Escriba el nombre de la persona, en 80 letras o menos.",
                                     "Write the person's name, in 80 letters or fewer."};
inline constexpr Word k_contact_post{"contact_person_post", "Escriba su cargo, en 80 letras o menos.", "Write their post, in 80 letters or fewer."};
inline constexpr Word k_contact_way{"contact_person_way", "Escriba un teléfono o un correo del trabajo: sin eso nadie puede llamar.",
                                    "Write a work phone or e-mail: without one nobody can call."};
inline constexpr Word k_contact_phone{"contact_person_phone", "Ese teléfono no se puede marcar. Escríbalo completo: +56 2 2345 6789.",
                                      "That phone cannot be dialled. Write it whole: +56 2 2345 6789."};
inline constexpr Word k_contact_email{"contact_person_email", "Ese correo está incompleto. Escríbalo como nombre@institucion.cl.",
                                      "That e-mail is not complete. Write it as name@institution.cl."};
inline constexpr Word k_contact_hours{"contact_person_hours", "Diga cuándo responde, en 80 letras o menos.",
                                      "Say when they answer, in 80 letters or fewer."};
}  // namespace words

/// The same without the spaces around, and nothing where nothing was written; or every field in doubt, by its pointer:
/// `/people`: `contacts_many`; `/people/0/name`: `contact_person_name`; …
Result<std::vector<ContactPerson>> check(std::vector<ContactPerson> people);

class ContactPeople {
  public:
    ContactPeople(db::Database& database, access::Vault& vault, audit::Audit& audit, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), clock_(clock) {}

    /// Who they are. The caller has made sure that whoever asks works with that institution.
    ContactPeopleList of(InstitutionId institution);
    /// Names them anew, all at once: who is left out is forgotten. The caller has made sure that whoever does it may. Told in the
    /// chain of the institution they are of, and in one's own; the chains keep that it was done, never whom.
    /// `invalid`, by field; `stale` when somebody changed it since `seen`.
    Result<ContactPeopleList> name(const Actor& actor, InstitutionId institution, std::vector<ContactPerson> people, int seen);

  private:
    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    const Clock& clock_;
};

}  // namespace hebra::institutions
