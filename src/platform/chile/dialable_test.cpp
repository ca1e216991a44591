#include "platform/chile/dialable.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace hebra::chile {
namespace {

std::string_view refusal(std::string_view typed) {
    const auto dialable = Dialable::parse(typed);
    return dialable ? std::string_view("accepted") : dialable.error().word.code;
}

TEST(ShortCode, reads_the_codes_of_the_directory) {
    for (const auto* code : {"131", "132", "133", "134", "135", "147", "149", "101", "1412", "1455", "1515", "*4141", "#123"}) {
        ASSERT_TRUE(ShortCode::parse(code)) << code;
        EXPECT_EQ(ShortCode::parse(code)->text(), code);
    }
    EXPECT_EQ(ShortCode::parse(" * 4141 ")->text(), "*4141");
    for (const auto* typed : {"", "*", "13", "4141", "15155", "*414141", "*4x41", "131*", "911", "+131"})
        EXPECT_EQ(ShortCode::parse(typed).error().word, words::k_short_code_form) << typed;
}

TEST(Dialable, is_a_short_code_or_a_telephone) {
    const auto code = *Dialable::parse("*4141");
    EXPECT_EQ(code.kind(), PhoneKind::short_code);
    EXPECT_EQ(code.text(), "*4141");
    EXPECT_EQ(code.pretty(), "*4141");
    EXPECT_EQ(code.uri(), "tel:*4141");
    EXPECT_EQ(code.doubtful(), std::nullopt);
    EXPECT_EQ(Dialable::parse("#123")->uri(), "tel:%23123");

    const auto line = *Dialable::parse("600 360 7777");
    EXPECT_EQ(line.kind(), PhoneKind::toll);
    EXPECT_EQ(line.text(), "+566003607777");
    EXPECT_EQ(line.pretty(), "600 360 7777");
    EXPECT_EQ(line.uri(), "tel:6003607777");

    EXPECT_EQ(Dialable::parse("+56 2 2635 3800")->uri(), "tel:+56226353800");
    EXPECT_EQ(Dialable::parse("9999 9999")->doubtful(), words::k_doubt_filler);
}

TEST(Dialable, keeps_the_extension) {
    for (const auto* typed : {"+56 2 2635 3800 anexo 123", "+56226353800;ext=123", "2 2635 3800, anexo 123",
                              "2 2635 3800 (Ext. 123)", "2 2635 3800 opción 123", "226353800 OPCIÓN 123"}) {
        const auto line = Dialable::parse(typed);
        ASSERT_TRUE(line) << typed;
        EXPECT_EQ(line->text(), "+56226353800;ext=123") << typed;
        EXPECT_EQ(line->extension(), "123");
        EXPECT_EQ(line->uri(), "tel:+56226353800;ext=123");
        EXPECT_EQ(line->pretty(), "+56 2 2635 3800");
        EXPECT_EQ(Dialable::parse(line->text()), *line);
    }
    EXPECT_EQ(Dialable::parse("600 600 2626 opción 6")->uri(), "tel:6006002626;ext=6");
}

TEST(Dialable, says_what_is_wrong) {
    for (const auto* typed : {"226353800 anexo", "226353800 anexo 1234567", "226353800 señora Rosa", "226353800 anexo 1 o 2",
                              "226353800, 226353801"})
        EXPECT_EQ(refusal(typed), "extension_form") << typed;
    EXPECT_EQ(refusal("4141"), "phone_short");
    EXPECT_EQ(refusal("anexo 123"), "phone_short");
    EXPECT_EQ(refusal(""), "phone_short");
    EXPECT_EQ(refusal(std::string(1000, '1')), "phone_long");
}

TEST(Dialable, what_it_returns_fits_its_published_pattern) {
    const std::regex pattern{std::string(Dialable::k_pattern)};
    for (const auto* text : {"*4141", "131", "+566006002626;ext=6", "+56226353800", "600 600 2626 opción 6"})
        EXPECT_TRUE(std::regex_match(text, pattern)) << text;
    EXPECT_EQ(Dialable::parse(Dialable::k_example)->text(), Dialable::k_example);
}

}  // namespace
}  // namespace hebra::chile
