#include "features/example/routes.hpp"

#include "features/example/api.hpp"

namespace hebra::example {
namespace {

struct MoveBooking {
    Action action;
    int version;
};
BOOST_DESCRIBE_STRUCT(MoveBooking, (), (action, version))

}  // namespace

void add_routes(http::Router& router, Service& service) {
    router.post("/api/v1/example/bookings")
        .allow(k_book)
        .summary("Book the room for an hour")
        .handle<NewBooking>([&service](const http::Call& call, const NewBooking& body) -> Result<http::Created<Booking>> {
            HEBRA_TRY(const auto booking, service.book(call.actor(), body));
            return http::Created<Booking>{booking, "/api/v1/example/bookings/" + booking.id.text()};
        });

    router.get("/api/v1/example/bookings/{id}")
        .allow(k_book)
        .summary("A booking of one's institution")
        .handle([&service](const http::Call& call) -> Result<Booking> {
            HEBRA_TRY(const auto id, call.path<BookingId>("id"));
            return service.find(call.actor(), id);
        });

    router.post("/api/v1/example/bookings/{id}/moves")
        .allow(k_book)
        .summary("Use the room, or cancel its booking")
        .handle<MoveBooking>([&service](const http::Call& call, const MoveBooking& body) -> Result<Booking> {
            HEBRA_TRY(const auto id, call.path<BookingId>("id"));
            return service.move(call.actor(), id, body.action, body.version);
        });
}

}  // namespace hebra::example
