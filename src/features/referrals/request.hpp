// What callers ask of referrals, and how a referral looks to each side.
#pragma once
#include "features/referrals/asking.hpp"
#include "features/referrals/content.hpp"
#include "features/referrals/store.hpp"
#include "features/referrals/telling.hpp"

namespace hebra::referrals {

struct NewReferral {
    PersonId person_id;
    directory::ServiceId service_id;
    Kind kind;
    Urgency urgency;
    std::string topic;
    std::optional<RecordId> contact_id;  ///< the contact in which it was agreed
    std::optional<ReferralId> follows_id;
    Content content;
};
BOOST_DESCRIBE_STRUCT(NewReferral, (), (person_id, service_id, kind, urgency, topic, contact_id, follows_id, content))

/// A draft written anew; the version it replaces comes in If-Match.
struct DraftChange {
    std::optional<directory::ServiceId> service_id;
    std::optional<Kind> kind;
    std::optional<Urgency> urgency;
    std::optional<std::string> topic;
    std::optional<Content> content;
};
BOOST_DESCRIBE_STRUCT(DraftChange, (), (service_id, kind, urgency, topic, content))

/// Coded reasons. Upheld "no places" and the like become gaps.
enum class Reason {
    no_places, out_of_age, other_territory, insufficient_data, closed_list, needs_court_order, already_attended, other_level,
    person_declines,                                               // declining
    person_withdraws, found_elsewhere, sent_by_mistake,            // cancelling
    unreachable, deceased, moved,                                  // failing
    completed, ongoing, partly, referred_on, did_not_continue,     // outcomes
    cannot_wait, place_soon, agreed_with_service,                  // sending or accepting beyond the places
    did_not_consent,                                               // closing without asking the person
    other
};
BOOST_DESCRIBE_ENUM(Reason, no_places, out_of_age, other_territory, insufficient_data, closed_list, needs_court_order,
                    already_attended, other_level, person_declines, person_withdraws, found_elsewhere, sent_by_mistake, unreachable,
                    deceased, moved, completed, ongoing, partly, referred_on, did_not_continue, cannot_wait, place_soon,
                    agreed_with_service, did_not_consent, other)

/// What a move says: kept sealed beside it, under the package's key, for both sides to read.
struct MoveDetails {
    std::optional<Private> text;
    std::optional<std::vector<Private>> questions;  ///< absent: none
    std::optional<Time> at;
    std::optional<Private> with_whom;
    std::optional<people::ContactKind> channel;
    std::optional<people::ContactKind> other_channel;  ///< a no-show: the second way they were sought
    std::optional<Private> place;
    std::optional<int> position;
    std::optional<Date> until;
    std::optional<directory::ServiceId> service_id;  ///< who could take it instead
    std::optional<Asked> asked;                      ///< with what the person said of it: how and when they were asked
};
BOOST_DESCRIBE_STRUCT(MoveDetails, (), (text, questions, at, with_whom, channel, other_channel, place, position, until, service_id,
                                         asked))

struct MoveRequest : MoveDetails {
    Action action;
    int version;
    std::optional<Reason> code;
    std::optional<SlotId> slot_id;      ///< scheduling: an hour of one's own agenda, which says when, how and where
    std::optional<int> minutes;         ///< scheduling without one; 45 unless told
    std::optional<PersonId> person_id;  ///< accepting: one's own person this is; absent: a new one from the package
};
BOOST_DESCRIBE_STRUCT(MoveRequest, (MoveDetails), (action, version, code, slot_id, minutes, person_id))

struct Party {
    std::optional<InstitutionId> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, name))

/// A move as it was made.
struct Made : MoveDetails {
    Action action;
    Status to_status;
    Time at_time;
    std::string institution_name;
    Private user_name;  ///< empty when it is another institution's
    std::optional<std::string> code;
    std::optional<Telling> told = {};  ///< information given: what was said of the service that day
};
BOOST_DESCRIBE_STRUCT(Made, (MoveDetails), (action, to_status, at_time, institution_name, user_name, code, told))

enum class Viewer { origin, destination, coordinator };
BOOST_DESCRIBE_ENUM(Viewer, origin, destination, coordinator)

/// A referral in a list: what a row needs, and nothing about the person but their code and age band.
struct Listed {
    ReferralId id;
    Viewer viewer;
    std::string thread_code;
    std::string topic;     ///< empty for a receiver once the consent was withdrawn or ran out
    std::string age_band;  ///< then "unknown"
    Kind kind;
    Urgency urgency;
    Status status;
    Party origin;
    Party destination;
    std::string service_name;
    Time updated_at;
    std::optional<Time> sent_at;
    std::optional<Time> due_at;   ///< of the clock that runs; none when paused or ended
    bool paused;
    bool mine_to_act;             ///< the running clock is one's own institution's
    std::optional<Disputed> disputed = {};  ///< and not answered yet
    int tries = 0;                ///< to ask the person, since the last move; for the origin
    int version;
};
BOOST_DESCRIBE_STRUCT(Listed, (), (id, viewer, thread_code, topic, age_band, kind, urgency, status, origin, destination,
                                   service_name, updated_at, sent_at, due_at, paused, mine_to_act, disputed, tries, version))

/// What its service has left for it.
struct PlaceLeft {
    std::int64_t free;  ///< for others
    bool held;          ///< one is set aside for this referral
};
BOOST_DESCRIBE_STRUCT(PlaceLeft, (), (free, held))

/// A referral opened.
struct Opened : Listed {
    std::optional<PersonId> person_id;       ///< one's own row
    std::optional<RecordId> contact_id;      ///< the origin's
    std::optional<ReferralId> follows_id;    ///< the origin's
    directory::ServiceId service_id;         ///< nil for who coordinates: it would tell the topic
    std::optional<Content> content;          ///< the origin's own writing; the receiver never sees it
    std::optional<Package> package;          ///< what travelled
    std::optional<std::string> package_hash;
    std::vector<Action> possible;
    std::vector<Made> moves;
    std::vector<Tried> tried;                ///< to ask the person, all of them; the origin's alone
    int no_shows;
    std::optional<PlaceLeft> place;          ///< of a service that counts its places
    bool opens_restricted = false;           ///< something restricted travelled, and the caller may open it
    bool erased = false;                     ///< the person was erased: what was written and what travelled are gone
};
BOOST_DESCRIBE_STRUCT(Opened, (Listed), (person_id, contact_id, follows_id, service_id, content, package, package_hash, possible,
                                         moves, tried, no_shows, place, opens_restricted, erased))

/// What is restricted, opened by whom it is for.
struct RestrictedPart {
    Private recipient;
    Private text;
};
BOOST_DESCRIBE_STRUCT(RestrictedPart, (), (recipient, text))

/// Whether accepting it takes a reason: its service has no place left, and none is set aside for it.
inline bool is_full(const Opened& referral) { return referral.place && !referral.place->held && referral.place->free == 0; }

/// "14-17"; "unknown" counts as a minor wherever it matters.
std::string age_band(std::optional<int> age);

/// What a request is checked against.
struct Moment {
    Urgency urgency;
    std::optional<Time> sent_at;
    Time now;
    Date today;
    std::optional<Time> known_since = {};  ///< since when the person can tell how it went
    int tries = 0;                         ///< to ask them
    bool by_person = false;                ///< they say it themselves: nobody asked
};

/// Refuses what an action lacks, or says out of its time: its reason, its text, its date, with whom it was.
Result<> check_request(const MoveRequest& request, const Moment& moment);

}  // namespace hebra::referrals
