// The use cases about bookings. One function is one transaction.
#pragma once
#include "access/audit/audit.hpp"
#include "features/example/store.hpp"

namespace hebra::example {

class Service {
  public:
    Service(db::Database& database, audit::Audit& audit, const Clock& clock) : database_(database), audit_(audit), clock_(clock) {}

    /// Books an hour of the institution's room. The same Idempotency-Key gives the same booking.
    /// @return the booking; or `invalid` (`example_hour_past`), `conflict` (`example_hour_taken`)
    Result<Booking> book(const Actor& actor, const NewBooking& booking);

    Result<Booking> find(const Actor& actor, BookingId id);

    /// Moves a booking along its life. The new status and its audit entry are committed together, or neither is.
    /// @param seen the version the caller was looking at
    /// @return the booking as it now stands; or `not_found`; or `conflict` (`example_impossible_move`); or `stale`
    Result<Booking> move(const Actor& actor, BookingId id, Action action, int seen);

  private:
    db::Database& database_;
    audit::Audit& audit_;
    const Clock& clock_;
};

}  // namespace hebra::example
