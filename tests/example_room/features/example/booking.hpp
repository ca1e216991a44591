// What a booking is, and its life. Pure: no SQL, no HTTP, no clock.
#pragma once
#include <boost/describe.hpp>

#include "base/result.hpp"
#include "base/time.hpp"
#include "features/example/ids.hpp"

namespace hebra::example {

// Spelled once: the C++ name, the JSON word and the database value are the same.
enum class Status { booked, used, cancelled };
BOOST_DESCRIBE_ENUM(Status, booked, used, cancelled)

enum class Action { use, cancel };
BOOST_DESCRIBE_ENUM(Action, use, cancel)

struct Move {
    Status from;
    Action action;
    Status to;
};

/// The whole life of a booking. What is not in this table cannot happen.
inline constexpr Move k_moves[] = {
    {Status::booked, Action::use, Status::used},
    {Status::booked, Action::cancel, Status::cancelled},
};

struct Booking {
    BookingId id;
    Time starts_at;
    Status status;
    int version;  ///< grows by one on every change; travels as the ETag
};
BOOST_DESCRIBE_STRUCT(Booking, (), (id, starts_at, status, version))

struct NewBooking {
    Time starts_at;
};
BOOST_DESCRIBE_STRUCT(NewBooking, (), (starts_at))

namespace words {
inline constexpr Word k_hour_taken{"example_hour_taken", "A esa hora la sala ya está reservada. Elija otra hora.",
                                   "The room is already booked at that hour. Choose another hour."};
inline constexpr Word k_hour_past{"example_hour_past", "Esa hora ya pasó. Elija una hora por venir.",
                                  "That hour is past. Choose one to come."};
inline constexpr Word k_impossible_move{"example_impossible_move", "Esta reserva ya terminó: no se puede cambiar.",
                                        "This booking has ended: it cannot be changed."};
}  // namespace words

/// Where the action leads; or `conflict` (`example_impossible_move`).
Result<Status> next(Status from, Action action);

}  // namespace hebra::example
