#include <gtest/gtest.h>

#include "base/actor.hpp"
#include "base/bytes.hpp"
#include "base/fold.hpp"
#include "base/id.hpp"
#include "base/private.hpp"
#include "base/result.hpp"

namespace hebra {
namespace {

TEST(Bytes, base64url_and_hex_round_trip_at_every_length) {
    for (std::size_t n = 0; n < 50; ++n) {
        const Bytes bytes = random_bytes(n);
        EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
        EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
    }
    EXPECT_EQ(from_base64url("a"), std::nullopt);
    EXPECT_EQ(from_base64url("a+/="), std::nullopt);
    EXPECT_EQ(from_hex("abc"), std::nullopt);
}

TEST(Time, reads_offsets_and_refuses_impossible_dates) {
    EXPECT_EQ(to_text(*parse_time("2026-11-19T21:12:00-03:00")), "2026-11-20T00:12:00Z");
    EXPECT_EQ(to_text(*parse_time("2026-11-19T21:12:00.5Z")), "2026-11-19T21:12:00.500000Z");
    for (const auto* bad : {"2026-02-30T00:00:00Z", "2026-11-19T24:00:00Z", "2026-11-19T21:12:00", "2026-11-19", "", "x"})
        EXPECT_EQ(parse_time(bad), std::nullopt) << bad;
    EXPECT_EQ(parse_date("2025-02-29"), std::nullopt);
    EXPECT_TRUE(parse_date("2024-02-29"));
}

TEST(Time, age_turns_on_the_birthday) {
    const auto born = *parse_date("2010-11-19");
    EXPECT_EQ(age_on(born, *parse_date("2026-11-18")), 15);
    EXPECT_EQ(age_on(born, *parse_date("2026-11-19")), 16);
}

TEST(Id, is_version_7_round_trips_and_sorts_by_time) {
    const auto early = Uuid::make(from_micros(1'700'000'000'000'000));
    const auto late = Uuid::make(from_micros(1'700'000'000'001'000));
    EXPECT_LT(early, late);
    EXPECT_EQ(early.text()[14], '7');
    EXPECT_EQ(Uuid::parse(early.text()), early);
    EXPECT_EQ(Uuid::parse("not an id"), std::nullopt);
    EXPECT_EQ(Uuid::parse(std::string(36, '-')), std::nullopt);
}

TEST(Fold, makes_spanish_comparable) {
    EXPECT_EQ(fold("¡Peñalolén, 4º piso!"), "penalolen 4 piso");
    EXPECT_EQ(fold("  ÑUÑOA  "), "nunoa");
    EXPECT_EQ(fold("a\xCC\x81" "b\xFF" "c"), "ab c");
    EXPECT_EQ(folded_words("María  José"), (std::vector<std::string>{"maria", "jose"}));
    EXPECT_EQ(fold(fold("Curacautín")), fold("Curacautín"));
}

TEST(Fold, words_that_sound_alike_meet) {
    const auto same = [](const char* a, const char* b) { EXPECT_EQ(sound(fold(a)), sound(fold(b))) << a << " / " << b; };
    same("Vásquez", "Básques");
    same("Yáñez", "Llanes");
    same("Henríquez", "Enrikes");
    same("Giménez", "Jiménez");
    same("Cecilia", "Sesilia");
    same("Wilma", "Guilma");
    EXPECT_NE(sound("soto"), sound("sosa"));
    EXPECT_NE(sound("guerra"), sound("jerra"));
}

TEST(Actor, may_do_only_what_is_listed) {
    Actor actor;
    actor.permissions = {"person_read", "person_write"};
    EXPECT_TRUE(actor.may(Permission{"person_read"}));
    EXPECT_FALSE(actor.may(Permission{"person_erase"}));
}

Result<int> half(int n) {
    if (n % 2 != 0) return refuse_field("/n", words::k_invalid);
    return n / 2;
}
Result<int> quarter(int n) {
    HEBRA_TRY(const int h, half(n));
    return half(h);
}

TEST(Result, refusals_travel_up_with_their_field) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_EQ(quarter(6).error().fields.front().pointer, "/n");
}

}  // namespace
}  // namespace hebra
