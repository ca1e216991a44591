// The places of a service as they are counted: how many it said to have, and how many of them referrals hold. The row says
// what somebody told; this is what became of it since.
#pragma once
#include <algorithm>

#include "features/directory/service.hpp"
#include "platform/db/database.hpp"

namespace hebra::directory {

struct Places {
    ServiceId service_id;
    std::int64_t quota;
    std::int64_t held;

    std::int64_t left() const { return std::max<std::int64_t>(quota - held, 0); }
    friend bool operator==(const Places&, const Places&) = default;
};
BOOST_DESCRIBE_STRUCT(Places, (), (service_id, quota, held))

/// The row as it stands now: with the places that are left, as of `now` where that is not what it said itself.
void tell_places(Service& service, const Places& places, Time now);

namespace store {

/// What a row now says of its places, if it says so anew: whoever only corrects its name says nothing of them, and the number
/// in the row is an old one. How many are free wins over how many there are; those that referrals hold already come on top. A
/// service that says neither lets everybody in.
void declare_places(db::Tx& tx, ServiceId service, const Capacity& before, const Capacity& said);

enum class Taking { taken, none_left, not_counted };
/// Takes a place, if the service counts them and one is left.
Taking take_place(db::Tx& tx, ServiceId service);
void give_place_back(db::Tx& tx, ServiceId service);

/// nullopt for a service that does not count its places.
std::optional<Places> places_of(db::Reader& reader, ServiceId service);
/// Of every service that counts them.
std::vector<Places> counted_places(db::Reader& reader);

}  // namespace store
}  // namespace hebra::directory
