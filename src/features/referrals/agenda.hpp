// The agenda of a receiving side: hours offered and hours given. Booking is a move of the referral (`schedule`, `reschedule`
// with a `slot_id`), so that an hour and the referral's state cannot disagree.
#pragma once
#include "core/commitments/commitments.hpp"
#include "core/institutions/institutions.hpp"
#include "features/referrals/agenda_store.hpp"
#include "features/referrals/referrals.hpp"

namespace hebra::referrals {

struct NewSlots {
    directory::ServiceId service_id;
    Time starts_at;                    ///< within 400 days
    int minutes;                       ///< 10 to 240
    std::optional<int> count;          ///< so many in a row, 1 to 20; one unless told
    std::optional<int> places;         ///< for a group, 1 to 30; one unless told
    people::ContactKind channel;
    std::optional<std::string> place;  ///< "Box 3, segundo piso", up to 80 letters: never about a person
};
BOOST_DESCRIBE_STRUCT(NewSlots, (), (service_id, starts_at, minutes, count, places, channel, place))

struct SlotList {
    std::vector<Slot> items;
};
BOOST_DESCRIBE_STRUCT(SlotList, (), (items))

/// The promise to tell the person the day before.
struct Reminder {
    CommitmentId id;
    int version;
    Time due_at;
    bool mine;  ///< one's own to keep; otherwise a colleague's, or nobody's
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (id, version, due_at, mine))

/// An hour given, and what may be done about it.
struct Appointment : store::AppointmentRow {
    std::vector<Action> possible;  ///< moves of its referral while the hour is booked; none afterwards
    std::optional<Reminder> reminder;
};
BOOST_DESCRIBE_STRUCT(Appointment, (store::AppointmentRow), (possible, reminder))

/// A service whose hours one may offer.
struct OwnService {
    directory::ServiceId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnService, (), (id, name))

/// A holiday of the institution's place. Hours may be offered on it all the same: some work on them.
struct AgendaHoliday {
    Date date;
    std::string name;
    std::string name_en;
    bool is_to_confirm;  ///< may not be one, such as an election to come
};
BOOST_DESCRIBE_STRUCT(AgendaHoliday, (), (date, name, name_en, is_to_confirm))

/// Some days, by the official time of the institution's place.
struct AgendaDays {
    Date from;
    int days;
    calendar::Zone zone;
    std::vector<OwnService> services;
    std::vector<Slot> slots;  ///< still offered, the full ones too
    std::vector<Appointment> appointments;
    std::vector<AgendaHoliday> holidays;  ///< from `from` on, as far as hours are offered (400 days): whoever offers one reads it first
};
BOOST_DESCRIBE_STRUCT(AgendaDays, (), (from, days, zone, services, slots, appointments, holidays))

struct AgendaQuery {
    std::optional<Date> from;  ///< today unless told
    std::optional<int> days;   ///< 1 to 31; a week unless told
    std::optional<AppointmentId> appointment = {};  ///< instead of `from`: the day of this hour of one's own
};
BOOST_DESCRIBE_STRUCT(AgendaQuery, (), (from, days, appointment))

class Agenda {
  public:
    /// What an institution offers today, by name.
    using ServicesOf = std::function<std::vector<OwnService>(InstitutionId)>;

    struct Needs {
        db::Database& database;
        audit::Audit& audit;
        institutions::Institutions& institutions;
        commitments::Commitments& commitments;
        ServicesOf services_of;
        const Clock& clock;
    };
    explicit Agenda(Needs needs) : needs_(std::move(needs)) {}

    /// Offers hours of a service of one's own. `not_own_service`; `slot_place_tells` of a place with an address or a long
    /// number; `slot_overlaps` when the same service already offers one at that time in that place, also when both are
    /// offered at one instant; what is out of range.
    Result<SlotList> offer(const Actor& actor, const NewSlots& slots);
    /// Takes back an hour that nobody holds. `slot_held`, or `changed_meanwhile`.
    Result<> withdraw(const Actor& actor, SlotId id, int seen);
    /// Who is expected when, by code. A look, recorded before it is returned. `agenda_many` of more than 2,000 hours: none is left out
    /// in silence.
    Result<AgendaDays> days(const Actor& actor, const AgendaQuery& query);
    /// The booked hours of the same days as iCalendar (RFC 5545), for a calendar program: by code, never by name.
    Result<std::string> calendar(const Actor& actor, const AgendaQuery& query);

  private:
    Result<SlotList> write_offer(const Actor& actor, const NewSlots& slots);
    Result<AgendaDays> read(const Actor& actor, const AgendaQuery& query);
    territory::Place place_of(InstitutionId institution);
    void add_reminders(db::Reader& reader, const Actor& actor, std::vector<Appointment>& appointments) const;

    Needs needs_;
};

}  // namespace hebra::referrals
