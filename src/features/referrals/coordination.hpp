// What whoever coordinates the network is told of referrals between two others: what nobody answered, and what is contested. Code,
// act, institutions and clock; never the person, what travelled, its topic or its service.
#pragma once
#include "features/referrals/request.hpp"

namespace hebra::referrals {

/// What is missing: that it is received, that it is answered, or one's own decision on a contested decline.
enum class Awaited { acknowledge, answer, decision };
BOOST_DESCRIBE_ENUM(Awaited, acknowledge, answer, decision)

struct ForCoordinator {
    ReferralId id;
    std::string thread_code;
    Awaited awaited;
    Kind kind;
    Urgency urgency;
    Party origin;
    Party destination;
    std::optional<Reason> reason;  ///< of the decline that is contested
    Time since;                    ///< when it was asked of whoever owes it
    Time due_at;
};
BOOST_DESCRIBE_STRUCT(ForCoordinator, (), (id, thread_code, awaited, kind, urgency, origin, destination, reason, since, due_at))

struct CoordinationQuery {
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(CoordinationQuery, (), (cursor))

}  // namespace hebra::referrals
