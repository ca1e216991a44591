#include "platform/chile/run.hpp"

#include <regex>

#include "platform/chile/properties.hpp"

namespace hebra::chile {
namespace {

std::string_view refusal(std::string_view typed) {
    const auto run = Run::parse(typed);
    return run ? std::string_view("accepted") : run.error().word.code;
}

TEST(Run, reads_every_way_of_writing_it) {
    for (const auto* typed : {"12.345.678-5", "12345678-5", "123456785", " 12 345 678 - 5 ", "012.345.678-5", "12.345.678–5",
                              "12.345.678\xC2\xA0-\xC2\xA0" "5", "\xE2\x80\xAA" "12.345.678-5\xE2\x80\xAC"}) {
        const auto run = Run::parse(typed);
        ASSERT_TRUE(run) << typed;
        EXPECT_EQ(run->text(), "12345678-5");
        EXPECT_EQ(run->pretty(), "12.345.678-5");
        EXPECT_EQ(run->masked(), "••.•••.678-5");
        EXPECT_EQ(run->number(), 12345678u);
    }
    EXPECT_EQ(Run::parse("40.000.000-k")->text(), "40000000-K");
    EXPECT_EQ(Run::parse("40000000K")->text(), "40000000-K");
    EXPECT_EQ(Run::parse("90000000-6"), Run::of(90'000'000));
}

TEST(Run, covers_1_to_99_999_999) {
    EXPECT_EQ(Run::parse("1-9")->pretty(), "1-9");
    EXPECT_EQ(Run::parse("99.999.999-9")->number(), Run::k_greatest);
    EXPECT_EQ(Run::of(1000).pretty(), "1.000-6");
    EXPECT_EQ(Run::of(6).masked(), "••.•••.006-K");
    EXPECT_THROW(Run::of(0), std::out_of_range);
    EXPECT_THROW(Run::of(Run::k_greatest + 1), std::out_of_range);
}

TEST(Run, says_what_is_wrong) {
    for (const auto* typed : {"", " ", "-", "5", "0", "00000000-0", "0-0", ".-."})
        EXPECT_EQ(refusal(typed), "run_short") << typed;
    for (const auto* typed : {"100.000.000-7", "123456789012-3", "1234567890123456789012345678901234567890123-4"})
        EXPECT_EQ(refusal(typed), "run_long") << typed;
    for (const auto* typed : {"12.345.67K-5", "no tiene", "12345678-X", "1234-5678-5", "12345678--5", "+12345678-5",
                              "12345678-5ñ", "12,345,678-5", "-123456785"})
        EXPECT_EQ(refusal(typed), "run_letters") << typed;
    for (const auto* typed : {"12.345.678-6", "12345678", "12345687-5", "40000000-1"})
        EXPECT_EQ(refusal(typed), "run_check_digit") << typed;
}

TEST(Run, its_refusal_names_no_digit) {
    for (const auto text : {words::k_run_check_digit.es, words::k_run_check_digit.en})
        EXPECT_EQ(text.find_first_of("0123456789"), std::string_view::npos);
}

TEST(Run, what_it_returns_fits_its_published_pattern) {
    const std::regex pattern{std::string(Run::k_pattern)};
    for (const auto* typed : {"12.345.678-5", "12345678-5", "123456785", "40000000-K", "1-9", "12.345.678–5"})
        EXPECT_TRUE(std::regex_match(typed, pattern)) << typed;
    EXPECT_FALSE(std::regex_match("no tiene", pattern));
    EXPECT_EQ(Run::parse(Run::k_example)->text(), Run::k_example);
}

const auto k_any_run = rc::gen::map(rc::gen::inRange<std::uint32_t>(1, Run::k_greatest + 1), Run::of);

RC_GTEST_PROP(RunProperty, every_run_reads_back_from_each_of_its_forms, ()) {
    const auto run = *k_any_run;
    RC_ASSERT(Run::parse(run.text()) == run);
    RC_ASSERT(Run::parse(run.pretty()) == run);
    RC_ASSERT(Run::parse(Run::parse(run.pretty())->text())->text() == run.text());
}

RC_GTEST_PROP(RunProperty, every_single_wrong_digit_is_noticed, ()) {
    const auto run = *k_any_run;
    const auto text = run.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '-') continue;
        for (const char other : std::string_view("0123456789K")) {
            if (other == text[i] || (other == 'K' && i + 1 != text.size())) continue;
            auto typed = text;
            typed[i] = other;
            RC_ASSERT(!Run::parse(typed));
        }
    }
}

RC_GTEST_PROP(RunProperty, every_exchange_of_neighbours_is_noticed, ()) {
    const auto text = (*k_any_run).text();
    for (std::size_t i = 0; i + 1 < text.size() && text[i + 1] != '-'; ++i) {
        if (text[i] == text[i + 1]) continue;
        auto typed = text;
        std::swap(typed[i], typed[i + 1]);
        RC_ASSERT(!Run::parse(typed));
    }
}

RC_GTEST_PROP(RunProperty, any_text_is_refused_or_becomes_canonical, ()) {
    const auto mark = rc::gen::elementOf(std::string("0123456789.-kK X\xC2\xA0\xE2"));
    const auto typed = *rc::gen::resize(8, rc::gen::container<std::string>(mark));
    const auto run = Run::parse(typed);
    if (run) RC_ASSERT(Run::parse(run->text()) == *run);
}

}  // namespace
}  // namespace hebra::chile
