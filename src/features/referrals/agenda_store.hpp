// Every SQL statement about a receiving side's agenda: hours offered, and hours given.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "core/people/person.hpp"
#include "features/directory/ids.hpp"
#include "features/referrals/referral.hpp"
#include "platform/db/database.hpp"

namespace hebra::referrals {

enum class SlotStatus { offered, withdrawn };
BOOST_DESCRIBE_ENUM(SlotStatus, offered, withdrawn)

/// What became of an hour given. `cancelled`: the referral ended first.
enum class AppointmentStatus { booked, moved, missed, kept, cancelled };
BOOST_DESCRIBE_ENUM(AppointmentStatus, booked, moved, missed, kept, cancelled)

/// An hour that a service offers. Nothing in it is about a person.
struct Slot {
    SlotId id;
    directory::ServiceId service_id;
    Time starts_at;
    int minutes;
    int places;
    int held;  ///< of its places
    people::ContactKind channel;
    std::string place;
    SlotStatus status;
    int version;

    Time ends_at() const { return starts_at + std::chrono::minutes(minutes); }
};
BOOST_DESCRIBE_STRUCT(Slot, (), (id, service_id, starts_at, minutes, places, held, channel, place, status, version))

namespace store {

/// No hour lasts longer: how far back one looks for those that are still under way.
inline constexpr auto k_longest = std::chrono::minutes(240);

/// An hour given, as the agenda lists it: by the thread's code, never by a name.
struct AppointmentRow {
    AppointmentId id;
    ReferralId referral_id;
    std::optional<SlotId> slot_id;
    directory::ServiceId service_id;
    std::string thread_code;
    std::string age_band;
    Kind kind;
    Urgency urgency;
    Time starts_at;
    int minutes;
    people::ContactKind channel;
    std::string place;
    int try_number;  ///< 1, and one more for each hour that was missed
    AppointmentStatus status;
    Status referral_status;
    int referral_version;
};
BOOST_DESCRIBE_STRUCT(AppointmentRow, (), (id, referral_id, slot_id, service_id, thread_code, age_band, kind, urgency, starts_at, minutes,
                                           channel, place, try_number, status, referral_status, referral_version))

/// From here to the end of the transaction nobody else offers hours of this institution: what overlaps is a stretch of time,
/// which no unique index holds.
void wait_for_other_offers(db::Tx& tx, InstitutionId institution);
void add_slot(db::Tx& tx, InstitutionId institution, const Slot& slot, audit::EntryId audit_id);
/// One's own that is still offered.
Result<Slot> find_slot(db::Reader& reader, InstitutionId institution, SlotId id);
/// One's own, and those that were offered in the same act.
std::vector<Slot> offered_with(db::Reader& reader, InstitutionId institution, SlotId id);
/// False when somebody changed it since `seen`, or holds an hour of it.
bool withdraw_slot(db::Tx& tx, InstitutionId institution, SlotId id, int seen, audit::EntryId audit_id);
/// Takes an hour; false when none is left, or it has begun. The conditional UPDATE decides, never an earlier reading.
bool take_slot(db::Tx& tx, InstitutionId institution, SlotId id, Time now);
void free_slot(db::Tx& tx, SlotId id);

struct Booked {
    AppointmentId id;
    std::optional<SlotId> slot_id;
    Time starts_at;
};
BOOST_DESCRIBE_STRUCT(Booked, (), (id, slot_id, starts_at))
struct NewAppointment {
    AppointmentId id;
    InstitutionId institution_id;
    ReferralId referral_id;
    std::optional<SlotId> slot_id;
    Time starts_at;
    int minutes;
    people::ContactKind channel;
    int try_number;
};
void add_appointment(db::Tx& tx, const NewAppointment& appointment, audit::EntryId audit_id);
/// The hour that a referral has now, if any.
std::optional<Booked> booked_of(db::Reader& reader, ReferralId referral);
void end_appointment(db::Tx& tx, AppointmentId id, AppointmentStatus status, audit::EntryId audit_id);
Result<Time> starts_at(db::Reader& reader, InstitutionId institution, AppointmentId id);

/// Those still offered that begin in this stretch, by time; like the next, one more than an agenda shows at once (2,000).
std::vector<Slot> slots_between(db::Reader& reader, InstitutionId institution, Time from, Time until);
std::vector<AppointmentRow> appointments_between(db::Reader& reader, InstitutionId institution, Time from, Time until, Time now);

extern const audit::Anchor k_slot_anchor;
extern const audit::Anchor k_appointment_anchor;

}  // namespace store
}  // namespace hebra::referrals
