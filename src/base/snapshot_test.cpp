#include "base/snapshot.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hebra {
namespace {

using List = std::vector<std::string>;

template <class S>
concept IsLookedInto = requires(S given) { *std::forward<S>(given); };
template <class S>
concept IsPointedThrough = requires(S given) { std::forward<S>(given).operator->(); };

template <class S>
concept IsGoneThroughByHand = requires(S given) { std::forward<S>(given).begin(); };

static_assert(IsGoneThroughByHand<const Snapshot<List>&> && !IsGoneThroughByHand<Snapshot<List>>);
static_assert(std::ranges::range<const Snapshot<List>&>);
static_assert(IsLookedInto<const Snapshot<List>&> && IsPointedThrough<const Snapshot<List>&>);
static_assert(!IsLookedInto<Snapshot<List>> && !IsPointedThrough<Snapshot<List>>, "nobody keeps it");

/// Where the newest is read, and is replaced by reading it: as another thread would at the worst moment.
struct House {
    Snapshot<List> newest = std::make_shared<const List>(List{"one", "two", "three"});
    Snapshot<List> all() const { return newest; }
};

TEST(Snapshot, is_read_whole_though_a_newer_one_takes_its_place) {
    House house;
    List read;
    for (const auto& each : house.all()) {
        house.newest = std::make_shared<const List>(List{"other"});
        read.push_back(each);
    }
    EXPECT_EQ(read, (List{"one", "two", "three"}));
    EXPECT_EQ(house.all().size(), 1U);
    EXPECT_EQ(house.all(), house.newest);
}

}  // namespace
}  // namespace hebra
