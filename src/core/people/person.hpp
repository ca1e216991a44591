// Who a person is to one institution. Pure: no SQL, no HTTP, no clock.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/private.hpp"
#include "base/result.hpp"
#include "core/people/ids.hpp"
#include "core/people/values.hpp"
#include "platform/calendar/schedule.hpp"
#include "platform/chile/foreign_document.hpp"
#include "platform/chile/phone.hpp"
#include "platform/chile/run.hpp"
#include "platform/territory/territory.hpp"

namespace hebra::people {

/// How much the person has said of who they are. A ladder nobody is pushed up (L6, L31).
enum class IdentityLevel { anonymous, pseudonymous, identified };
BOOST_DESCRIBE_ENUM(IdentityLevel, anonymous, pseudonymous, identified)

/// What identifies a person: sealed as one document, data class 1. Every field is optional on its own.
struct Identity {
    std::optional<Name> alias = {};  ///< the name they want to be called by while pseudonymous
    std::optional<Name> given_names = {};
    std::optional<Name> first_surname = {};
    std::optional<Name> second_surname = {};
    std::optional<Name> social_name = {};  ///< used instead of given_names wherever the person is addressed
    std::optional<BirthDate> birth_date = {};
    std::optional<Age> age_stated = {};  ///< in whole years, as the person said it
    std::optional<chile::Run> run = {};
    std::optional<chile::ForeignDocument> document = {};
    std::optional<chile::Phone> phone = {};
    std::optional<Email> email = {};
    std::optional<territory::Comuna> comuna = {};
};
BOOST_DESCRIBE_STRUCT(Identity, (), (alias, given_names, first_surname, second_surname, social_name, birth_date, age_stated, run,
                                     document, phone, email, comuna))

/// What a person may say of themselves, or not, in their own words: sealed, data class 2. Read one by one by whoever attends;
/// counted only in aggregates; never used by ranking (L31). A coded list would make people choose among somebody else's names
/// for what they are.
struct Declared {
    std::optional<OwnWords> gender;
    std::optional<OwnWords> pueblo;
    std::optional<OwnWords> nationality;
    std::optional<OwnWords> language;
    std::optional<OwnWords> disability;
    std::optional<OwnWords> life_stage;
};
BOOST_DESCRIBE_STRUCT(Declared, (), (gender, pueblo, nationality, language, disability, life_stage))

enum class ContactKind { phone, chat, whatsapp, sms, email, visit };
BOOST_DESCRIBE_ENUM(ContactKind, phone, chat, whatsapp, sms, email, visit)

using calendar::TimeOfDay;
using calendar::Weekday;

enum class Voicemail { no, neutral_only, yes };
BOOST_DESCRIBE_ENUM(Voicemail, no, neutral_only, yes)

/// One way to reach the person.
struct SafeChannel {
    ContactKind kind;
    std::optional<Private> value;  ///< a number or address; none for chat with the return code
    std::optional<Private> label;  ///< "el de la casa, no"
    std::optional<bool> preferred;
    std::optional<bool> shared;    ///< others use it: it never proves who answers
};
BOOST_DESCRIBE_STRUCT(SafeChannel, (), (kind, value, label, preferred, shared))

/// When it is safe to be reached, in the person's local time.
struct SafeHours {
    std::vector<Weekday> days;
    TimeOfDay from;
    TimeOfDay to;
    std::optional<ContactKind> channel;
};
BOOST_DESCRIBE_STRUCT(SafeHours, (), (days, from, to, channel))

/// How to reach the person without harming them (workflows.md §6): travels with every referral that asks for a contact.
struct SafeContact {
    std::vector<SafeChannel> channels;
    std::vector<SafeHours> hours;
    std::optional<Voicemail> voicemail;
    std::optional<Private> voicemail_words;
    std::optional<Private> do_not_say;
    std::optional<Private> may_answer;
    std::optional<Private> must_not_tell;
    std::optional<Private> if_other_answers;
    std::optional<Time> confirmed_at;  ///< when the person last said so
};
BOOST_DESCRIBE_STRUCT(SafeContact, (), (channels, hours, voicemail, voicemail_words, do_not_say, may_answer, must_not_tell,
                                        if_other_answers, confirmed_at))

/// What arrives when a person is first recorded. The smallest is `{"identity":"anonymous"}`.
struct NewPerson : Identity, Declared {
    IdentityLevel identity;
    std::optional<SafeContact> safe_contact;
};
BOOST_DESCRIBE_STRUCT(NewPerson, (Identity, Declared), (identity, safe_contact))

/// One institution's own row about a person, opened.
struct Person : Identity, Declared {
    PersonId id;
    ThreadId thread_id;
    std::string thread_code;  ///< "HB-…": not secret
    IdentityLevel identity;
    std::optional<SafeContact> safe_contact;
    std::optional<std::string> return_code;  ///< a secret, shown once: when the person is first recorded
    Time created_at;
    int version;
};
BOOST_DESCRIBE_STRUCT(Person, (Identity, Declared), (id, thread_id, thread_code, identity, safe_contact, return_code, created_at,
                                                     version))

namespace words {
inline constexpr Word k_name_needed{"name_needed", "Una persona identificada lleva al menos un nombre o un documento.",
                                    "An identified person needs at least a name or a document."};
inline constexpr Word k_alias_needed{"alias_needed", "Escriba cómo quiere que le digan, o regístrela como anónima.",
                                     "Write what they want to be called, or record them as anonymous."};
inline constexpr Word k_anonymous_has_name{
    "anonymous_has_name", "Una persona anónima no lleva nombre ni documento. Cambie el nivel o borre el dato.",
    "An anonymous person carries no name or document. Change the level or clear the field."};
inline constexpr Word k_age_disagrees{"age_disagrees", "La edad dicha no calza con la fecha de nacimiento. Corrija una de las dos.",
                                      "The stated age does not match the birth date. Correct one of them."};
}  // namespace words

/// Refuses what contradicts itself: every field in doubt, at once.
/// @param today in the institution's own zone
/// @param more what else is in doubt of what was given (faults_of)
Result<> check(IdentityLevel level, const Identity& identity, Date today, std::vector<FieldError> more = {});

/// Years, by birth date or as stated; nullopt when neither is known: then the person is treated as a minor (BCN; Ley 21.430).
std::optional<int> age(const Identity& identity, Date today);

/// How the person is addressed: social name, then given names, then alias. Empty for an anonymous person.
Private called(const Identity& identity);

/// "M••••••• G•••••••" (first letters): enough to choose between duplicates, too little to learn a name.
Private masked_name(const Identity& identity);

}  // namespace hebra::people
