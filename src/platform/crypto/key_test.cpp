#include "platform/crypto/key.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <type_traits>
#include <vector>

namespace hebra::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<Key> && !std::is_copy_assignable_v<Key>);
static_assert(std::is_nothrow_move_constructible_v<Key> && std::is_nothrow_move_assignable_v<Key>);
static_assert(!fmt::is_formattable<Key>::value);

Bytes copy_of(const Key& key) {
    return {key.reveal().begin(), key.reveal().end()};
}

TEST(Key, is_wiped_when_it_dies) {
    BytesView where;
    {
        const auto key = Key::from(Bytes(Key::k_size, 0xAB));
        where = key.reveal();  // the slab outlives the key, so its place may still be looked at
        EXPECT_EQ(where.front(), 0xAB);
    }
    for (const auto byte : where) EXPECT_EQ(byte, 0);
}

TEST(Key, moves_without_leaving_a_copy) {
    auto first = Key::random();
    const auto bytes = copy_of(first);
    auto second = std::move(first);
    EXPECT_EQ(copy_of(second), bytes);
    EXPECT_THROW(first.reveal(), std::logic_error);  // NOLINT: that is the point
    first = std::move(second);
    EXPECT_EQ(copy_of(first), bytes);
}

TEST(Key, a_clone_lives_its_own_life) {
    std::optional<Key> original = Key::random();
    const auto bytes = copy_of(*original);
    const auto clone = original->clone();
    original.reset();
    EXPECT_EQ(copy_of(clone), bytes);
}

TEST(Key, has_exactly_32_bytes) {
    EXPECT_THROW(Key::from(Bytes(31)), std::invalid_argument);
    EXPECT_THROW(Key::from(Bytes(33)), std::invalid_argument);
    EXPECT_THROW(Key::from(Bytes()), std::invalid_argument);
}

TEST(Key, thousands_live_at_once_each_in_its_own_place) {
    std::vector<Key> keys;
    std::set<const std::uint8_t*> places;
    std::set<Bytes> values;
    for (int i = 0; i < 5000; ++i) {
        keys.push_back(Key::random());
        places.insert(keys.back().reveal().data());
        values.insert(copy_of(keys.back()));
    }
    EXPECT_EQ(places.size(), keys.size());
    EXPECT_EQ(values.size(), keys.size());
}

TEST(Key, is_made_and_dropped_by_many_threads_at_once) {
    std::atomic<int> spoiled = 0;
    {
        std::vector<std::jthread> threads;
        for (std::uint8_t fill = 1; fill <= 4; ++fill) {
            threads.emplace_back([fill, &spoiled] {
                const Bytes bytes(Key::k_size, fill);
                std::vector<Key> held;
                for (int i = 0; i < 2000; ++i) {
                    held.push_back(Key::from(bytes));
                    if (i % 3 == 0) held.erase(held.begin());
                }
                for (const auto& key : held) spoiled += copy_of(key) != bytes;
            });
        }
    }
    EXPECT_EQ(spoiled, 0);
}

TEST(Derive, gives_one_key_per_purpose) {
    const auto parent = Key::from(Bytes(Key::k_size, 7));
    const auto audit = copy_of(derive(parent, "audit.1"));
    EXPECT_EQ(copy_of(derive(parent, "audit.1")), audit);
    EXPECT_NE(copy_of(derive(parent, "audit.2")), audit);
    EXPECT_NE(copy_of(derive(Key::from(Bytes(Key::k_size, 8)), "audit.1")), audit);
    EXPECT_NE(audit, copy_of(parent));
}

}  // namespace
}  // namespace hebra::crypto
