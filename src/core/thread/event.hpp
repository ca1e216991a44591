// What happened on a person's thread. An event says that something happened, when and where; never what was said.
#pragma once
#include <optional>

#include <boost/describe.hpp>

#include "access/audit/entry.hpp"
#include "core/people/ids.hpp"
#include "core/thread/ids.hpp"

namespace hebra::thread {

/// The README says which knot draws each.
enum class EventKind {
    contact, screening, note, message, session, mesa,
    permission, permission_withdrawn,
    information_given, referral_sent, referral_acknowledged, referral_waitlisted, referral_accepted, referral_declined,
    referral_redirected, referral_cancelled, referral_expired, referral_failed,
    appointment, no_show,
    arrived,         ///< first contact confirmed: the only event at which the thread changes lane
    arrival_denied,  ///< the person says it did not happen: the thread goes back to who referred them
    service_started, on_hold, resumed, outcome, closed, reopened,
    commitment_fulfilled
};
BOOST_DESCRIBE_ENUM(EventKind, contact, screening, note, message, session, mesa, permission, permission_withdrawn,
                    information_given, referral_sent, referral_acknowledged, referral_waitlisted, referral_accepted,
                    referral_declined, referral_redirected, referral_cancelled, referral_expired, referral_failed,
                    appointment, no_show, arrived, arrival_denied, service_started, on_hold, resumed, outcome, closed,
                    reopened, commitment_fulfilled)

/// `agreement`: shown, up to its class, to institutions whose agreement in force makes events visible and with which what the
/// person allowed is in force (sight.hpp).
enum class Visibility { own, agreement };
BOOST_DESCRIBE_ENUM(Visibility, own, agreement)

/// The data classes of workflows.md §6: 0 logistics, 1 identity and contact, 2 social, 3 health, 4 sealed.
inline constexpr int k_highest_class = 4;

struct NewEvent {
    ThreadId thread_id;
    InstitutionId institution_id;  ///< where it happened: its lane
    Time event_at;
    Time entered_at;
    EventKind kind;
    int data_class;
    Visibility visibility = Visibility::own;
    std::optional<InstitutionId> shared_with = {};  ///< another party to it, which always sees it
    RecordId subject_id;
    UserId user_id;  ///< nil: the system
    audit::EntryId audit_id;
};

/// An event as one institution may see it.
struct Event {
    EventId id;
    InstitutionId institution_id;
    Time event_at;
    Time entered_at;
    EventKind kind;
    RecordId subject_id;
    UserId user_id;  ///< nil when it is another institution's: whom it employs is its own affair
    bool party;      ///< it is the viewer's own, or was shared with it by name: the record may be opened
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, institution_id, event_at, entered_at, kind, subject_id, user_id, party))

/// Entered so long after it happened that the drawing says so (best-in-class 11: event time apart from entry time).
constexpr bool is_late(const Event& event) { return event.entered_at - event.event_at > std::chrono::hours(4); }

}  // namespace hebra::thread
