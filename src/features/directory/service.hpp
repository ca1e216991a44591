// A line of attention or a service: what the directory knows of it, and how well. Pure: no SQL, no HTTP, no clock.
//
// The six indispensable data (INJUV, Orientaciones para la colaboración entre líneas de atención remota, 8.2): name, age
// range, days and hours, channels, speciality (topics), entry requirements.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "core/institutions/institution.hpp"
#include "features/directory/ids.hpp"
#include "features/directory/spoken_language.hpp"
#include "features/directory/topic.hpp"
#include "platform/calendar/schedule.hpp"

namespace hebra::directory {

/// The first four are the kinds of the same document (6.1); the rest are what else people ring.
enum class LineKind { crisis, specialised, counselling, general, emergency, reporting, information };
BOOST_DESCRIBE_ENUM(LineKind, crisis, specialised, counselling, general, emergency, reporting, information)

enum class ChannelKind { phone, whatsapp, sms, chat, email, web, video, in_person, by_referral };
BOOST_DESCRIBE_ENUM(ChannelKind, phone, whatsapp, sms, chat, email, web, video, in_person, by_referral)

/// Somebody of the directory's own institution rang, and it was right. Valid until it expires.
struct Confirmation {
    std::optional<UserId> by;  ///< read by their colleagues alone
    Time at;
    Time expires;
    std::optional<InstitutionId> institution_id = {};  ///< theirs
    friend bool operator==(const Confirmation&, const Confirmation&) = default;
};
BOOST_DESCRIBE_STRUCT(Confirmation, (), (by, at, expires, institution_id))

struct Channel {
    ChannelKind kind;
    std::string contact;                           ///< number, address, page; empty: it exists, nobody knows how to reach it
    std::optional<calendar::Schedule> hours = {};  ///< its own; else the service's
    std::optional<Confirmation> confirmation = {};
    std::optional<Time> doubted_at = {};  ///< somebody said "this number is wrong"
    std::optional<Time> reported_at = {};  ///< somebody from outside the network did: it is asked about, and shown meanwhile
    friend bool operator==(const Channel&, const Channel&) = default;
};
BOOST_DESCRIBE_STRUCT(Channel, (), (kind, contact, hours, confirmation, doubted_at, reported_at))

/// Whom it attends by where they live. `each_region`, `each_comuna`: every one has its own office, and this row stands for
/// those that nobody has loaded yet.
enum class Reach : std::uint8_t { national, places, each_region, each_comuna };
BOOST_DESCRIBE_ENUM(Reach, national, places, each_region, each_comuna)

struct Coverage {
    Reach reach = Reach::national;
    std::vector<territory::Region> regions = {};  ///< when places
    std::vector<territory::Comuna> comunas = {};  ///< when places, besides the regions
    friend bool operator==(const Coverage&, const Coverage&) = default;
};
BOOST_DESCRIBE_STRUCT(Coverage, (), (reach, regions, comunas))

/// Must one say who one is?
enum class Identity : std::uint8_t { unknown, anonymous, optional, required };
BOOST_DESCRIBE_ENUM(Identity, unknown, anonymous, optional, required)

enum class Cost : std::uint8_t { unknown, free, local_call, paid };
BOOST_DESCRIBE_ENUM(Cost, unknown, free, local_call, paid)

enum class Access { wheelchair, sign_language, text_only, easy_reading, home_visits };
BOOST_DESCRIBE_ENUM(Access, wheelchair, sign_language, text_only, easy_reading, home_visits)

/// How the row came to be known. `by_editor`: an editor of this directory checked it; the others are what the shipped rows
/// honestly are: `seed`, only the INJUV booklet; `conflict`, sources disagree; `no`, nothing found.
enum class Verified { by_editor, official_stored_page, second_hand_official, press, partial, seed, conflict, no };
BOOST_DESCRIBE_ENUM(Verified, by_editor, official_stored_page, second_hand_official, press, partial, seed, conflict, no)

struct Capacity {
    std::optional<int> places = {};
    std::optional<int> places_free = {};
    std::optional<Date> updated = {};
    std::optional<int> waiting_days = {};
    friend bool operator==(const Capacity&, const Capacity&) = default;
};
BOOST_DESCRIBE_STRUCT(Capacity, (), (places, places_free, updated, waiting_days))

/// Who checked a row, or rang it. The person is known by id alone: whoever reads the row gets the name of a colleague, and of
/// everybody else the institution.
struct Caller {
    std::string known_as = {};  ///< to everybody: their institution, or what a file says
    std::optional<UserId> by = {};  ///< read by their colleagues alone
    std::optional<InstitutionId> institution_id = {};  ///< theirs
    friend bool operator==(const Caller&, const Caller&) = default;
};
BOOST_DESCRIBE_STRUCT(Caller, (), (known_as, by, institution_id))

struct Service {
    ServiceId id;
    std::string code;  ///< what the row is called in files: "L03"
    std::string name;
    std::string institution;                           ///< as people know it
    std::optional<InstitutionId> institution_id = {};  ///< if it is of this network: it answers for the row
    std::optional<institutions::Sector> area = {};     ///< the institution's; if it is of this network, always as that says of itself
    LineKind kind = LineKind::general;
    std::string population = {};
    std::optional<int> age_min = {};  ///< in whole years, both ends included
    std::optional<int> age_max = {};
    std::vector<Topic> topics = {};
    std::vector<Channel> channels = {};
    calendar::Schedule hours = {};
    std::string hours_said = {};  ///< in the words of the source
    std::string entry_requirements = {};
    std::vector<std::string> required_documents = {};
    Coverage coverage = {};
    Identity identity = Identity::unknown;
    bool is_confidential = false;  ///< it says so
    Cost cost = Cost::unknown;
    std::vector<SpokenLanguage> languages = {};  ///< empty: nothing said but Spanish
    std::vector<Access> accessibility = {};
    Capacity capacity = {};

    std::string source = {};
    std::string as_of = {};  ///< what the source is dated: "2026", "2019-12", "2025-02-24", or empty
    Verified verified = Verified::no;
    std::optional<Date> checked_on = {};
    Caller checker = {};
    std::optional<Date> expires_on = {};
    Caller caller = {};  ///< who rang it last, whatever came of it
    std::optional<Date> rung_on = {};
    std::string notes = {};
    bool is_active = true;  ///< false: kept for old referrals, never offered
    friend bool operator==(const Service&, const Service&) = default;
};
BOOST_DESCRIBE_STRUCT(Service, (),
                      (id, code, name, institution, institution_id, area, kind, population, age_min, age_max, topics, channels,
                       hours, hours_said, entry_requirements, required_documents, coverage, identity, is_confidential, cost,
                       languages, accessibility, capacity, source, as_of, verified, checked_on, checker, expires_on,
                       caller, rung_on, notes, is_active))

/// How long a check holds where the row does not say (KPI 10 of the requirements: lines checked within 90 days).
inline constexpr std::chrono::days k_check_holds{90};

/// The earliest day that "2026", "2019-12" or "2025-02-24" can mean. nullopt for anything else.
std::optional<Date> earliest(std::string_view as_of);

/// The day at which the row was known to be right: the check, else the source's date. nullopt: nobody knows.
std::optional<Date> known_on(const Service& service);

/// The last day the row can be relied on. nullopt: it never could.
std::optional<Date> good_until(const Service& service);

/// Who rings it again when its check has run out: the institution it belongs to, else the last that confirmed a channel of it.
std::optional<InstitutionId> keeper_of(const Service& service);

/// Whether somebody said of a contact that it is wrong and nobody has confirmed it since.
bool has_doubts(const Service& service);

/// Whether its keeper must check it again: the number of a channel that was confirmed is not good any longer or, where none
/// ever was, the row itself.
bool needs_check(const Service& service, Time now);

/// A kind as the pages say it.
Word word_of(LineKind kind);
Word word_of(ChannelKind kind);

/// Where the service stands, if it stands in one place: whose time and holidays its hours follow.
territory::Place place_of(const Coverage& coverage);

}  // namespace hebra::directory
