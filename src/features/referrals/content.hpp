// What the origin writes, and the package that travels: exactly what the receiver reads, never the origin's file.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "core/disclosure/basis.hpp"
#include "core/people/people.hpp"
#include "features/referrals/referral.hpp"

namespace hebra::referrals {

/// The fields of identity (data class 1) that the origin may let travel; each is chosen on its own.
enum class Shared { names, social_name, run, document, birth_date, phone, email, comuna, safe_contact };
BOOST_DESCRIBE_ENUM(Shared, names, social_name, run, document, birth_date, phone, email, comuna, safe_contact)

/// A piece of class 3: chosen and written one by one, never "the whole file".
struct HealthItem {
    std::string label;
    Private text;
};
BOOST_DESCRIBE_STRUCT(HealthItem, (), (label, text))

/// Class 4: only to somebody named, and only with a supervisor's permission.
struct Restricted {
    Private text;                                  ///< empty once it was sent: it is opened by itself
    Private recipient;                             ///< the office and person who may read it
    std::optional<Private> recipient_email = {};   ///< with which that person signs in at the receiving institution
};
BOOST_DESCRIBE_STRUCT(Restricted, (), (text, recipient, recipient_email))

/// The ficha as it is being written. Sealed under the person's key.
struct Content {
    Private who;   ///< the three lines: who, as much as may be said
    Private what;  ///< what is happening
    Private ask;   ///< what is asked of the receiver
    std::optional<Private> wish = {};  ///< what the person wants, in their own words
    std::optional<Private> done = {};  ///< what was already tried, so that nobody asks again
    std::optional<Private> social = {};
    std::optional<std::vector<HealthItem>> health = {};  ///< absent lists are empty
    std::optional<Restricted> restricted = {};
    std::optional<std::vector<Shared>> share = {};
    disclosure::Basis basis;
    std::optional<std::vector<std::string>> unmet = {};  ///< criteria of the service that are not met, by code
    std::optional<Private> pertinence_reason = {};     ///< why it is sent all the same
    std::optional<Private> redundancy_reason = {};     ///< why, though a similar one is open or recent
    /// Classes above what the agreement lets travel by itself, each marked by hand: they go in this referral alone.
    std::optional<std::vector<int>> beyond_agreement = {};
};
BOOST_DESCRIBE_STRUCT(Content, (), (who, what, ask, wish, done, social, health, restricted, share, basis, unmet, pertinence_reason,
                                    redundancy_reason, beyond_agreement))

/// One thing that travels.
struct Item {
    int data_class;
    std::string key;   ///< "what", "names", "health"
    std::string label; ///< of health items
    Private value;
    std::optional<UserId> reader = {};  ///< of class 4: who alone may open it, of those who received it
};
BOOST_DESCRIBE_STRUCT(Item, (), (data_class, key, label, value, reader))

/// An answer to a question, added later: makes a new version of the package.
struct Addition {
    Time at;
    Private text;
    std::optional<std::vector<Private>> questions = {};  ///< what it answers
};
BOOST_DESCRIBE_STRUCT(Addition, (), (at, text, questions))

/// Who allowed it, how, and what a child or adolescent says of it.
struct Allowed {
    disclosure::Giver giver;
    disclosure::Method method;
    disclosure::ChildAssent child_assent;
};
BOOST_DESCRIBE_STRUCT(Allowed, (), (giver, method, child_assent))

/// What the receiver sees. Frozen: its JSON is hashed, and any change is another version.
struct Package {
    ReferralId referral_id;
    int version;
    Time frozen_at;
    std::string thread_code;
    std::string from_institution;
    std::string to_service;
    Kind kind;
    Urgency urgency;
    bool minor;  ///< or of unknown age
    std::optional<int> age;
    Private called;  ///< how to address the person; empty for an anonymous one
    people::Identity identity;  ///< class 1: only what was chosen to travel
    std::vector<Item> items;
    std::optional<people::SafeContact> safe_contact;
    disclosure::BasisKind basis;
    std::optional<Allowed> allowed = {};  ///< when the basis is a consent
    std::vector<Addition> additions;
};
BOOST_DESCRIBE_STRUCT(Package, (), (referral_id, version, frozen_at, thread_code, from_institution, to_service, kind, urgency, minor,
                                    age, called, identity, items, safe_contact, basis, allowed, additions))

/// What frames a package besides the person and the content.
struct Frame {
    ReferralId referral_id;
    Time frozen_at;
    std::string from_institution;
    std::string to_service;
    Kind kind;
    Urgency urgency;
    std::string topic;
    Date today;
};

Package pack(const Frame& frame, const people::Person& person, const Content& content);

/// The data classes of what is in the package, sorted.
std::vector<int> classes_of(const Package& package);
/// "who,what,ask,names": the names of what travelled, for the disclosure and the audit.
std::string fields_of(const Package& package);

namespace words {
inline constexpr Word k_line_needed{"line_needed", "Falta esta línea de la ficha. Una frase basta.", "This line of the form is missing. One sentence is enough."};
inline constexpr Word k_class_4_needs_supervisor{
    "class_4_needs_supervisor", "Lo reservado (clase 4) viaja solo con permiso de supervisión y a una persona nombrada.",
    "Restricted data (class 4) travel only with a supervisor's permission and to a named person."};
inline constexpr Word k_reader_unknown{
    "reader_unknown", "Nadie de la institución que recibe entra a Hebra con ese correo. Pídaselo por teléfono, o quite lo reservado.",
    "Nobody at the receiving institution signs in with that e-mail. Ask them for it by telephone, or take out what is restricted."};
inline constexpr Word k_recipient_needed{"recipient_needed", "Nombre a quién puede leer lo reservado.", "Name who may read the restricted part."};
inline constexpr Word k_restricted_empty{"restricted_empty", "Escriba lo reservado, o quite la marca.", "Write what is restricted, or take off the mark."};
inline constexpr Word k_nothing_to_share{"nothing_to_share", "No hay ese dato que compartir en la ficha de la persona.",
                                       "The person's record has no such datum to share."};
inline constexpr Word k_beyond_identity{
    "beyond_agreement_identity",
    "El convenio con esa institución no deja viajar por sí solo la identidad y el contacto (clase 1). Márquela para esta derivación, quite esos datos, o entregue solo la información.",
    "The agreement with that institution does not let identity and contact (class 1) travel by itself. Mark it for this referral, take those data out, or give the information only."};
inline constexpr Word k_beyond_social{
    "beyond_agreement_social",
    "El convenio con esa institución no deja viajar por sí solo lo social (clase 2), como las tres líneas. Márquela para esta derivación, o entregue solo la información.",
    "The agreement with that institution does not let social data (class 2), such as the three lines, travel by itself. Mark it for this referral, or give the information only."};
}  // namespace words

/// Nothing but spaces: nobody can read it.
bool is_blank(const Private& text);

/// What is restricted, in a package that has some.
const Item* restricted_of(const Package& package);
/// Says whose account opens what is restricted.
void address_restricted(Package& package, UserId reader);
/// Takes the restricted text, and whose account opens it, out of what is about to be shown: that it exists and for whom stays.
void withhold_restricted(Package& package);

/// Classes that travel above what was agreed. Class 3 is always itemised and class 4 has its own conditions, whatever the
/// agreement (LevelDefault): neither is asked for again.
std::vector<int> beyond(const std::vector<int>& classes, int class_limit);
/// Refuses each class above the agreement that nobody marked.
Result<> check_agreed(const Content& content, const std::vector<int>& classes, int class_limit);

/// Whether the content can be sent: three lines, classes and their conditions, a basis that holds.
Result<> check_content(const Content& content, const people::Person& person, bool is_supervisor);

}  // namespace hebra::referrals
