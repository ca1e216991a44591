#include "platform/chile/foreign_document.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace hebra::chile {
namespace {

std::string_view refusal(std::string_view text) {
    const auto document = ForeignDocument::parse(text);
    return document ? std::string_view("accepted") : document.error().word.code;
}

TEST(ForeignDocument, is_normalised) {
    const auto document = ForeignDocument::of(DocumentKind::passport, " ven ", "a 12.345-67");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->text(), "passport:VEN:A1234567");
    EXPECT_EQ(document->masked(), "•••••567");
    EXPECT_EQ(document->doubtful(), std::nullopt);
    EXPECT_EQ(ForeignDocument::of(DocumentKind::passport, "", "A1234567")->text(), "passport:A1234567");
    EXPECT_EQ(ForeignDocument::of(DocumentKind::other, "XXA", "001")->text(), "other:XXA:001");
    EXPECT_EQ(ForeignDocument::of(DocumentKind::other, "", "001")->masked(), "•••");
}

TEST(ForeignDocument, reads_back_what_it_writes) {
    for (const auto* text : {"passport:VEN:A1234567", "passport:A1234567", "ipe:1001234567", "provisional_run:483920012",
                             "other:HTI:0001234"}) {
        const auto document = ForeignDocument::parse(text);
        ASSERT_TRUE(document) << text;
        EXPECT_EQ(document->text(), text);
        EXPECT_EQ(ForeignDocument::parse(document->text()), *document);
        EXPECT_TRUE(std::regex_match(text, std::regex(std::string(ForeignDocument::k_pattern))));
    }
    EXPECT_EQ(ForeignDocument::parse("passport::A1234567")->text(), "passport:A1234567");
    EXPECT_EQ(ForeignDocument::parse(ForeignDocument::k_example)->text(), ForeignDocument::k_example);
}

TEST(ForeignDocument, says_what_is_wrong) {
    EXPECT_EQ(refusal(""), "document_form");
    EXPECT_EQ(refusal("A1234567"), "document_form");
    EXPECT_EQ(refusal("visa:A1234567"), "document_kind");
    EXPECT_EQ(refusal("passport:VE:A1234567"), "document_country");
    EXPECT_EQ(refusal("passport:ZZZ:A1234567"), "document_country");
    EXPECT_EQ(refusal("passport:WAF:A1234567"), "document_country");  // inside "BWA AFG", not a country
    EXPECT_EQ(refusal("ipe:CHL:1001234567"), "document_chilean");
    for (const auto* text : {"passport:", "passport:A1", "passport:A12345678901234567890", "passport:A12#45", "passport:A:B:C1",
                             "passport:Ñ12345"})
        EXPECT_NE(refusal(text), "accepted") << text;
    EXPECT_EQ(refusal("passport:A12345678901234567890"), "document_number");
    EXPECT_EQ(refusal("passport:Ñ12345"), "document_number");
}

TEST(ForeignDocument, a_chilean_number_that_does_not_check_is_kept_and_doubtful) {
    EXPECT_EQ(ForeignDocument::parse("ipe:100.123.456-7")->doubtful(), std::nullopt);
    EXPECT_EQ(ForeignDocument::parse("ipe:100123456-1")->doubtful(), words::k_doubt_document);
    EXPECT_EQ(ForeignDocument::parse("provisional_run:NIP12345")->doubtful(), words::k_doubt_document);
    EXPECT_EQ(ForeignDocument::parse("passport:1001234561")->doubtful(), std::nullopt);
}

}  // namespace
}  // namespace hebra::chile
