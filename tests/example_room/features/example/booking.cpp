#include "features/example/booking.hpp"

namespace hebra::example {

Result<Status> next(Status from, Action action) {
    for (const Move& move : k_moves)
        if (move.from == from && move.action == action) return move.to;
    return refuse(Refused::conflict, words::k_impossible_move);
}

}  // namespace hebra::example
