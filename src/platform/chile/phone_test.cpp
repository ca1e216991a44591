#include "platform/chile/phone.hpp"

#include <regex>

#include "platform/chile/properties.hpp"

namespace hebra::chile {
namespace {

struct Case {
    const char* typed;
    const char* text;
    PhoneKind kind;
    std::string_view doubt = "";
};

std::string_view doubt_of(const Phone& phone) {
    return phone.doubtful() ? phone.doubtful()->code : std::string_view();
}

void expect_all(std::span<const Case> cases) {
    for (const auto& expected : cases) {
        const auto phone = Phone::parse(expected.typed);
        ASSERT_TRUE(phone) << expected.typed << ": " << phone.error().word.code;
        EXPECT_EQ(phone->text(), expected.text) << expected.typed;
        EXPECT_EQ(phone->kind(), expected.kind) << expected.typed;
        EXPECT_EQ(doubt_of(*phone), expected.doubt) << expected.typed;
    }
}

std::string_view refusal(std::string_view typed) {
    const auto phone = Phone::parse(typed);
    return phone ? std::string_view("accepted") : phone.error().word.code;
}

TEST(Phone, reads_a_mobile_however_it_is_typed) {
    for (const auto* typed : {"+56 9 0000 0147", "56900000147", "900000147", "0900000147", "9 0000 0147",
                              "(+56) 9.0000.0147", "0056 9 0000 0147", "+56 09 0000 0147", "+5609 00000147", "056 9 0000 0147",
                              "+56 (9) 0000–0147", "\xE2\x80\xAA+56\xC2\xA0" "9 0000 0147\xE2\x80\xAC", "+0900000147"}) {
        const auto phone = Phone::parse(typed);
        ASSERT_TRUE(phone) << typed;
        EXPECT_EQ(phone->text(), "+56900000147") << typed;
        EXPECT_EQ(phone->kind(), PhoneKind::mobile) << typed;
        EXPECT_EQ(phone->doubtful(), std::nullopt) << typed;
        EXPECT_TRUE(phone->is_fictional()) << typed;
    }
}

TEST(Phone, knows_the_plan) {
    const Case cases[] = {
        {"2 2635 3800", "+56226353800", PhoneKind::landline},
        {"02 2635 3800", "+56226353800", PhoneKind::landline},
        {"32 212 3455", "+56322123455", PhoneKind::landline},
        {"+56 61 2 123455", "+56612123455", PhoneKind::landline},
        {"44 890 1255", "+56448901255", PhoneKind::landline},
        {"600 360 7777", "+566003607777", PhoneKind::toll},
        {"+56 600 360 7777", "+566003607777", PhoneKind::toll},
        {"800 200 818", "+56800200818", PhoneKind::toll},
        {"809 123 455", "+56809123455", PhoneKind::toll},
        {"+56 9 9700 7000", "+56997007000", PhoneKind::mobile},
        {"9 1234 5670", "+56912345670", PhoneKind::mobile},
        {"+51 912 345 670", "+51912345670", PhoneKind::foreign},
        {"00 1 202 555 0147", "+12025550147", PhoneKind::foreign},
        {"+58-414-1234567", "+584141234567", PhoneKind::foreign},
    };
    expect_all(cases);
}

TEST(Phone, keeps_what_does_not_fit_and_says_why) {
    const Case cases[] = {
        {"8765 4320", "+56987654320", PhoneKind::mobile, "doubt_mobile_guessed"},
        {"+56 8765 4320", "+56987654320", PhoneKind::mobile, "doubt_mobile_guessed"},
        {"2635 3800", "+56226353800", PhoneKind::landline, "doubt_santiago_guessed"},
        {"59 212 3455", "+56592123455", PhoneKind::landline, "doubt_area"},
        {"100000147", "+56100000147", PhoneKind::landline, "doubt_area"},
        {"600 360 777", "+56600360777", PhoneKind::toll, "doubt_toll_length"},
        {"800 200 8181", "+568002008181", PhoneKind::toll, "doubt_toll_length"},
        {"999999999", "+56999999999", PhoneKind::mobile, "doubt_filler"},
        {"111111111", "+56111111111", PhoneKind::landline, "doubt_area"},
        {"9 1234 5678", "+56912345678", PhoneKind::mobile, "doubt_filler"},
        {"99999999", "+56999999999", PhoneKind::mobile, "doubt_filler"},
        {"5491122334455", "+5491122334455", PhoneKind::foreign, "doubt_no_plus"},
        {"51 912 345 678", "+51912345678", PhoneKind::foreign, "doubt_no_plus"},
        {"+9 8765 4320", "+987654320", PhoneKind::foreign, "doubt_country"},
    };
    expect_all(cases);
}

TEST(Phone, says_what_is_wrong) {
    for (const auto* typed : {"", " ", "+", "0", "-", "+56", "234 5678", "1234567", "+56 9 123", "+51 123", "12345678", "000"})
        EXPECT_EQ(refusal(typed), "phone_short") << typed;
    for (const auto* typed : {"9 0000 0147 0", "0414 1234567", "+56 9 0000 0147 5", "569000001470", "+1234567890123456",
                              "900000147 900000148"})
        EXPECT_EQ(refusal(typed), "phone_long") << typed;
    for (const auto* typed : {"no tiene", "9 0000 0147 (mamá)", "9OOOO0147", "*41*41", "912345670#", "900000147ñ"})
        EXPECT_EQ(refusal(typed), "phone_letters") << typed;
    for (const auto* typed : {"900000147 / 900000148", "900000147, 226353800", "+56900000147+56900000148"})
        EXPECT_EQ(refusal(typed), "phone_several") << typed;
    for (const auto* typed : {"131", "*4141", "1412", " 149 "}) EXPECT_EQ(refusal(typed), "phone_is_short_code") << typed;
    EXPECT_EQ(refusal(std::string(100'000, '9')), "phone_long");
}

TEST(Phone, is_written_for_people_and_masked) {
    const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
        {"+56900000147", {"+56 9 0000 0147", "+56 9 •••• •147"}},
        {"+56226353800", {"+56 2 2635 3800", "+56 2 •••• •800"}},
        {"+56322123456", {"+56 32 212 3456", "+56 32 ••• •456"}},
        {"+566003607777", {"600 360 7777", "600 ••• •777"}},
        {"+56800200818", {"800 200 818", "800 ••• 818"}},
        {"+12025550147", {"+1 2025550147", "+1 •••••••147"}},
        {"+584141234567", {"+58 4141234567", "+58 •••••••567"}},
        {"+59171234567", {"+591 71234567", "+591 •••••567"}},
    };
    for (const auto& [text, written] : cases) {
        const auto phone = *Phone::parse(text);
        EXPECT_EQ(phone.pretty(), written.first);
        EXPECT_EQ(phone.masked(), written.second);
    }
    EXPECT_EQ(Phone().pretty(), "");
}

TEST(Phone, only_the_invented_range_is_fictional) {
    EXPECT_TRUE(Phone::parse("+56900000000")->is_fictional());
    EXPECT_EQ(Phone::parse("+56900000000")->doubtful(), std::nullopt);
    EXPECT_TRUE(Phone::parse("+56900000999")->is_fictional());
    EXPECT_FALSE(Phone::parse("+56900001000")->is_fictional());
    EXPECT_FALSE(Phone::parse("+900000147")->is_fictional());
}

TEST(Phone, its_example_and_texts_fit_its_published_pattern) {
    const std::regex pattern{std::string(Phone::k_pattern)};
    for (const auto* typed : {"+56900000147", "(+56) 9-0000.0147", "600 360 7777"}) EXPECT_TRUE(std::regex_match(typed, pattern));
    EXPECT_EQ(Phone::parse(Phone::k_example)->text(), Phone::k_example);
}

RC_GTEST_PROP(PhoneProperty, reading_what_was_written_changes_nothing, ()) {
    const auto mark = rc::gen::elementOf(std::string("00012345678999956+ -.()/a*"));
    const auto typed = *rc::gen::resize(24, rc::gen::container<std::string>(mark));
    const auto phone = Phone::parse(typed);
    if (!phone) return;
    RC_ASSERT(Phone::parse(phone->text()) == *phone);
    RC_ASSERT(Phone::parse(phone->pretty()) == *phone);
    RC_ASSERT(Phone::parse(phone->text())->kind() == phone->kind());
}

RC_GTEST_PROP(PhoneProperty, nine_digits_mean_the_same_with_any_prefix_and_separators, ()) {
    const auto number = std::to_string(*rc::gen::inRange(200'000'000, 1'000'000'000));
    const auto phone = Phone::parse(number);
    RC_ASSERT(phone.has_value());
    for (const auto* prefix : {"0", "56", "056", "+56", "+56 0", "0056", "(+56)"})
        RC_ASSERT(Phone::parse(prefix + number) == *phone);
    std::string spaced;
    for (const char c : number) {
        spaced += c;
        spaced += *rc::gen::element(std::string(), std::string(" "), std::string("-"));
    }
    RC_ASSERT(Phone::parse(spaced) == *phone);
}

RC_GTEST_PROP(PhoneProperty, a_mask_never_shows_more_than_the_area_and_three_digits, ()) {
    const auto phone = *Phone::parse("+56" + std::to_string(*rc::gen::inRange(200'000'000, 1'000'000'000)));
    const auto masked = phone.masked();
    const auto shown = std::ranges::count_if(masked, [](char c) { return c >= '0' && c <= '9'; });
    RC_ASSERT(shown <= 2 + 2 + 3);
    RC_ASSERT(masked.ends_with(phone.text().substr(phone.text().size() - 3)));
}

}  // namespace
}  // namespace hebra::chile
