// Every SQL statement about bookings. Each runs on both databases, and each takes the institution.
#pragma once
#include "access/audit/entry.hpp"
#include "base/actor.hpp"
#include "features/example/booking.hpp"
#include "platform/db/database.hpp"

namespace hebra::example::store {

/// False if the hour is taken: a unique index over what is not cancelled decides, so that two who ask at once are told apart.
bool add(db::Tx& tx, InstitutionId institution, const Booking& booking, audit::EntryId audit_id);

/// `not_found`, also for another institution's.
Result<Booking> find(db::Reader& reader, InstitutionId institution, BookingId id);

/// False if the booking no longer has the version `seen`.
bool save_status(db::Tx& tx, InstitutionId institution, BookingId id, Status status, int seen, audit::EntryId audit_id);

}  // namespace hebra::example::store
