#include "features/example/service.hpp"

#include "access/once/once.hpp"

namespace hebra::example {

Result<Booking> Service::book(const Actor& actor, const NewBooking& wanted) {
    const Time now = clock_.now();
    if (wanted.starts_at < now) return refuse_field("/starts_at", words::k_hour_past);
    const Booking booking{BookingId::make(now), wanted.starts_at, Status::booked, 1};
    return database_.write([&](db::Tx& tx) -> Result<Booking> {  // may run twice: no effect but through tx
        HEBRA_TRY(const auto first, access::claim_once(tx, actor, booking.id.text(), now));
        if (first) return store::find(tx, actor.institution, BookingId::parse(*first).value());
        const auto entry = audit_.record(tx, actor, {.action = "booking.create", .subject = booking.id.value()});
        if (!store::add(tx, actor.institution, booking, entry)) return refuse(Refused::conflict, words::k_hour_taken);
        return booking;
    });
}

Result<Booking> Service::find(const Actor& actor, BookingId id) {
    return database_.read([&](db::Reader& reader) { return store::find(reader, actor.institution, id); });
}

Result<Booking> Service::move(const Actor& actor, BookingId id, Action action, int seen) {
    const Time now = clock_.now();
    return database_.write([&](db::Tx& tx) -> Result<Booking> {
        HEBRA_TRY(const auto repeated, access::claim_once(tx, actor, id.text(), now));
        if (repeated) return store::find(tx, actor.institution, id);
        HEBRA_TRY(const auto booking, store::find(tx, actor.institution, id));
        if (booking.version != seen) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        HEBRA_TRY(const auto to, next(booking.status, action));
        const auto entry = audit_.record(tx, actor, {.action = "booking.move", .subject = id.value(), .fields = {"status"}});
        // Somebody may have moved it since it was read above: the statement itself decides.
        if (!store::save_status(tx, actor.institution, id, to, seen, entry))
            return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return Booking{id, booking.starts_at, to, seen + 1};
    });
}

}  // namespace hebra::example
