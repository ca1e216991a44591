// Which calendar a commitment's clock runs on: the institution's, and the hours at which its person can safely be reached.
#pragma once
#include <functional>
#include <mutex>
#include <unordered_map>

#include "core/commitments/commitment.hpp"
#include "core/people/people.hpp"

namespace hebra::commitments {

/// The hours in which an institution attends. Unknown hours count as Monday to Friday, 9 to 18, without the holidays of the
/// place (`calendar::BusinessCalendar::institution`).
using HoursOf = std::function<calendar::Schedule(db::Reader&, InstitutionId)>;

/// Unknown hours in the institution's own place: its official time and its regional holidays.
calendar::Schedule hours_of_place(db::Reader& reader, InstitutionId institution);

/// A person's safe hours as a schedule, holidays included; nullopt if the card names none.
std::optional<calendar::Schedule> safe_hours(const people::SafeContact& card, territory::Place place);

class Calendars {
  public:
    Calendars(people::People& people, const Clock& clock, HoursOf hours_of = hours_of_place)
        : people_(people), clock_(clock), hours_of_(std::move(hours_of)) {}

    /// May be asked inside a transaction. An institution's hours are remembered for a minute; a person's card is read anew,
    /// so that a clock that starts or goes on follows what the person last said. Another institution's person has no card.
    calendar::BusinessCalendar of(db::Reader& reader, CalendarKind kind, InstitutionId institution,
                                  std::optional<PersonId> person);

  private:
    struct Remembered {
        calendar::Schedule hours;
        Time until;
    };
    calendar::Schedule hours(db::Reader& reader, InstitutionId institution);

    people::People& people_;
    const Clock& clock_;
    HoursOf hours_of_;
    std::mutex mutex_;
    std::unordered_map<InstitutionId, Remembered> remembered_;
};

}  // namespace hebra::commitments
