// One contact between a person and a line, written up. Pure: no SQL, no HTTP, no clock.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "core/forms/form.hpp"
#include "core/people/ids.hpp"
#include "core/people/person.hpp"
#include "features/attention/ids.hpp"
#include "features/directory/ids.hpp"
#include "platform/json/types.hpp"

namespace hebra::attention {

enum class ContactChannel { phone, chat, whatsapp, sms, email, visit, walk_in };
BOOST_DESCRIBE_ENUM(ContactChannel, phone, chat, whatsapp, sms, email, visit, walk_in)

enum class Direction { inbound, outbound };
BOOST_DESCRIBE_ENUM(Direction, inbound, outbound)

enum class ContactStatus { open, closed };
BOOST_DESCRIBE_ENUM(ContactStatus, open, closed)

/// As the agent judges and declares it; nothing computes it.
enum class RiskLevel { none, low, medium, high };
BOOST_DESCRIBE_ENUM(RiskLevel, none, low, medium, high)

/// How a contact ends. The last eight were no counselling: one tap closes them, and they count apart (best-in-class 2).
enum class Disposition {
    listened, oriented, plan_made, plan_and_referral, referred, interrupted,
    silent, prank, wrong_number, abusive, complaint, hung_up, number_request, test
};
BOOST_DESCRIBE_ENUM(Disposition, listened, oriented, plan_made, plan_and_referral, referred, interrupted, silent, prank, wrong_number,
                    abusive, complaint, hung_up, number_request, test)

/// The eight moments of an intervention (INJUV, Orientaciones, 9.1). Never a forced order (L7, L8): what is kept is the
/// order in which they were spoken of, and a moment may come back.
enum class Moment {
    welcome, problem, risk_and_protection, resources_and_networks, possibilities_and_barriers, action_plan, closing, referral
};
BOOST_DESCRIBE_ENUM(Moment, welcome, problem, risk_and_protection, resources_and_networks, possibilities_and_barriers, action_plan,
                    closing, referral)

struct TouchedMoment {
    Moment moment;
    std::optional<Time> at;
};
BOOST_DESCRIBE_STRUCT(TouchedMoment, (), (moment, at))

/// Longer than other texts: 20,000 letters, counted by the form.
using Narrative = json::PrivateText<80'000>;

/// What is said of a person in a contact: sealed as one document, data class 3.
struct Content {
    std::vector<TouchedMoment> moments;
    std::optional<Private> risk_reason;
    std::optional<Private> summary;        ///< in a few words, for the team
    std::optional<Narrative> narrative;
    std::optional<Private> joint_summary;  ///< made together, in the person's words (L12)
    json::Raw answers;                     ///< to the form, by the version the contact is pinned to
    std::vector<forms::Score> scores;

    Content() : answers{"{}"} {}
    bool is_empty() const;
};
BOOST_DESCRIBE_STRUCT(Content, (), (moments, risk_reason, summary, narrative, joint_summary, answers, scores))

struct Contact : Content {
    ContactId id;
    ContactStatus status = ContactStatus::open;
    ContactChannel channel = ContactChannel::phone;
    Direction direction = Direction::inbound;
    std::optional<directory::ServiceId> service_id;  ///< the line that was contacted
    Time started_at;                                 ///< when it happened, at most five years before it was written…
    std::optional<Time> ended_at;
    std::optional<std::int64_t> duration_seconds;
    Time entered_at;                                 ///< …apart from when it was written
    bool late = false;                               ///< written well after it ended
    UserId agent_id;                                 ///< who attended
    std::optional<Private> agent_name;
    std::optional<UserId> entered_by;                ///< who wrote it, when that was somebody else
    std::optional<Private> entered_by_name;
    std::optional<PersonId> person_id;
    std::optional<std::string> thread_code;
    std::vector<std::string> topics;
    std::optional<RiskLevel> risk;
    std::optional<Disposition> disposition;
    std::string form;
    forms::Version form_version;
    bool erased = false;                             ///< the person was erased: what was said cannot be read any more
    std::optional<std::string> return_code;          ///< a secret, told once: when this contact records its person
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(Contact, (Content), (id, status, channel, direction, service_id, started_at, ended_at, duration_seconds,
                                           entered_at, late, agent_id, agent_name, entered_by, entered_by_name, person_id,
                                           thread_code, topics, risk, disposition, form, form_version, erased, return_code, version))

/// What writing and correcting may say: what is absent stays, null clears.
struct WriteUp {
    json::Change<directory::ServiceId> service_id;
    json::Change<Time> ended_at;
    std::optional<std::vector<std::string>> topics;
    std::optional<std::vector<TouchedMoment>> moments;  ///< the whole order anew
    json::Change<RiskLevel> risk;
    json::Change<Private> risk_reason, summary, joint_summary;
    json::Change<Narrative> narrative;
    std::optional<json::Raw> answers;                   ///< all of them anew
    json::Change<Disposition> disposition;
    std::optional<std::string> draft;                   ///< the record of the draft this sends: removed with it
};
BOOST_DESCRIBE_STRUCT(WriteUp, (), (service_id, ended_at, topics, moments, risk, risk_reason, summary, joint_summary, narrative, answers,
                                    disposition, draft))

/// The smallest is `{"channel":"phone"}`. With a disposition it is closed at once.
struct NewContact : WriteUp {
    ContactChannel channel = ContactChannel::phone;
    std::optional<Direction> direction;
    std::optional<Time> started_at;                 ///< absent: now, while they talk; at most five years ago
    std::optional<UserId> on_behalf_of;             ///< who attended, when somebody else writes it
    std::optional<PersonId> person_id;
    std::optional<people::NewPerson> person;        ///< recorded with the contact
};
BOOST_DESCRIBE_STRUCT(NewContact, (WriteUp), (channel, direction, started_at, on_behalf_of, person_id, person))

struct ContactChange : WriteUp {
    std::optional<ContactChannel> channel;
    std::optional<Direction> direction;
    std::optional<Time> started_at;
    std::optional<Private> reason;  ///< needed to correct a closed contact
};
BOOST_DESCRIBE_STRUCT(ContactChange, (WriteUp), (channel, direction, started_at, reason))

enum class ContactAction { close, reopen, attach_person, detach_person, hand_over };
BOOST_DESCRIBE_ENUM(ContactAction, close, reopen, attach_person, detach_person, hand_over)

struct ContactMove {
    ContactAction action = ContactAction::close;
    int version = 0;                          ///< the one the caller was looking at
    std::optional<Private> reason;            ///< of reopen and detach_person
    std::optional<PersonId> person_id;        ///< of attach_person: somebody known…
    std::optional<people::NewPerson> person;  ///< …or somebody recorded now, on a new thread
    std::optional<Disposition> disposition;   ///< of close
    std::optional<Time> ended_at;             ///< of close
    std::optional<UserId> colleague_id;       ///< of hand_over: who goes on with it
    std::optional<std::string> draft;
};
BOOST_DESCRIBE_STRUCT(ContactMove, (), (action, version, reason, person_id, person, disposition, ended_at, colleague_id, draft))

/// The form that every contact is written up with, and under which its drafts are kept.
inline constexpr std::string_view k_form = "contact_writeup";
inline constexpr auto k_late_after = std::chrono::minutes(15);
/// Paper is copied in long after; a date before this was mistyped.
inline constexpr auto k_oldest = std::chrono::days(5 * 365);
inline constexpr auto k_longest = std::chrono::hours(24);
inline constexpr std::size_t k_most_moments = 80;

namespace words {
inline constexpr Word k_started_in_future{"started_in_future", "La hora de inicio está en el futuro. Corríjala.",
                                          "The start is in the future. Correct it."};
inline constexpr Word k_started_too_long_ago{"started_too_long_ago", "La hora de inicio es de hace más de cinco años. Revise la fecha.",
                                             "The start is more than five years ago. Check the date."};
inline constexpr Word k_ended_in_future{"ended_in_future", "La hora de término está en el futuro. Corríjala.",
                                        "The end is in the future. Correct it."};
inline constexpr Word k_ended_before_start{"ended_before_start", "La hora de término es anterior al inicio. Corrija una de las dos.",
                                           "The end is before the start. Correct one of them."};
inline constexpr Word k_contact_too_long{"contact_too_long", "Una atención no dura más de 24 horas. Revise las fechas.",
                                         "A contact lasts no more than 24 hours. Check the dates."};
inline constexpr Word k_too_many_moments{"too_many_moments", "Son demasiados momentos anotados. Deje los principales.",
                                         "Too many moments noted. Keep the main ones."};
inline constexpr Word k_answers_object{"answers_object", "Las respuestas van como un objeto, por pregunta.",
                                       "Answers go as an object, by question."};
inline constexpr Word k_reason_needed{"contact_reason_needed", "Diga por qué: queda junto a la versión anterior.",
                                      "Say why: it is kept beside the earlier version."};
inline constexpr Word k_contact_state{"contact_state", "Eso no se puede hacer en el estado en que está la atención.",
                                      "That cannot be done in the state the contact is in."};
inline constexpr Word k_has_person{"has_person", "Esta atención ya tiene a alguien. Sepárela primero, si es otra persona.",
                                   "This contact already has somebody. Detach them first, if it is another person."};
inline constexpr Word k_no_person{"no_person", "Esta atención no tiene a nadie que separar.", "This contact has nobody to detach."};
inline constexpr Word k_one_person{"one_person", "Indique una persona conocida (person_id) o una nueva (person), no las dos.",
                                   "Give a known person (person_id) or a new one (person), not both."};
inline constexpr Word k_person_not_here{"person_not_here", "Esa persona no está registrada en su institución. Búsquela o regístrela.",
                                        "That person is not recorded in your institution. Search for them or record them."};
inline constexpr Word k_colleague_needed{"colleague_needed", "Elija a quién se la entrega: alguien de su institución que no sea quien ya la lleva.",
                                         "Choose whom to hand it to: somebody of your institution other than who has it."};
inline constexpr Word k_line_unknown{"line_unknown", "Ese servicio no está en el catastro.", "That service is not in the directory."};
inline constexpr Word k_erased{"contact_erased", "La persona fue borrada: esta atención ya no se puede cambiar.",
                               "The person was erased: this contact cannot be changed any more."};
}  // namespace words

/// Carries out every named change; the names of the fields that were said, for the audit.
std::vector<std::string> apply(const WriteUp& said, Contact& contact);

/// Duration, lateness: what follows from the times.
void complete(Contact& contact);

/// Closes it: the end is now, unless it was written late and nobody said when it ended.
void close(Contact& contact, Time now);

/// Everything wrong with it for the status it is in: times, and what its form asks.
/// @param before what was kept; nullptr for a new contact. The groups of one that was closed only grow.
Result<> check(const Contact& contact, const forms::Form& form, const Contact* before, Time now);

/// Whether the move can be made from where the contact stands. No: `contact_state`, `has_person`, `no_person`.
Result<> check_move(const Contact& contact, ContactAction action);

/// What of the answers is kept, and the scores that follow from them.
void settle(Contact& contact, const forms::Form& form);

}  // namespace hebra::attention
