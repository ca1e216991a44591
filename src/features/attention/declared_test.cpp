#include "features/attention/declared.hpp"

#include <gtest/gtest.h>

namespace hebra::attention {
namespace {

constexpr std::string_view k_png = "\x89PNG\r\n\x1A\n rest";
constexpr std::string_view k_pdf = "%PDF-1.4 rest";

/// The refusal's code with where it is; "" when it is taken.
std::string fault(std::optional<std::string_view> type, std::string_view name, std::string_view content) {
    const auto checked = check_declared(type, name, bytes_of(content));
    if (checked) return "";
    const auto& refusal = checked.error();
    return refusal.fields.empty() ? std::string(refusal.word.code) : refusal.fields[0].pointer + " " + std::string(refusal.fields[0].word.code);
}

TEST(Declared, a_file_is_taken_as_it_says_it_is) {
    EXPECT_EQ(fault("image/png", "foto.png", k_png), "");
    EXPECT_EQ(fault("image/jpeg", "foto.jpg", k_png), "") << "kinds of picture are one";
    EXPECT_EQ(fault("application/pdf", "informe.PDF", k_pdf), "");
    EXPECT_EQ(fault("text/plain; charset=utf-8", "nota.txt", "hola"), "");
    EXPECT_EQ(fault("text/csv", "tabla.csv", "a,b"), "");
    EXPECT_EQ(fault({}, "", "hola"), "");
    EXPECT_EQ(fault("application/octet-stream", "foto.png", k_png), "");
    EXPECT_EQ(fault("", "x.exe", "hola"), "") << "text, and called .txt from then on";
}

TEST(Declared, what_is_no_file_by_itself_is_refused) {
    EXPECT_EQ(fault("multipart/form-data; boundary=x", "", "--x\r\n"), "not_a_file");
    EXPECT_EQ(fault("application/json", "", "{}"), "not_a_file");
    EXPECT_EQ(fault("application/x-www-form-urlencoded", "", "a=b"), "not_a_file");
    EXPECT_EQ(fault("text/html", "a.html", "hola"), "not_a_file");
    EXPECT_EQ(fault("image/svg+xml", "a.svg", "<svg/>"), "not_a_file");
}

TEST(Declared, what_holds_something_else_is_refused_at_the_file) {
    EXPECT_EQ(fault("image/png", "foto.png", "hola"), "/file file_not_as_declared");
    EXPECT_EQ(fault({}, "foto.png", "hola"), "/file file_not_as_declared");
    EXPECT_EQ(fault("image/png", "", k_pdf), "/file file_not_as_declared");
    EXPECT_EQ(fault("application/pdf", "a.pdf", k_png), "/file file_not_as_declared");
    EXPECT_EQ(fault("text/plain", "a.txt", k_png), "/file file_not_as_declared");
    EXPECT_EQ(fault("image/png", "foto.png", ""), "/file file_empty");
    EXPECT_EQ(fault({}, "a", "<html>"), "/file file_kind");
}

}  // namespace
}  // namespace hebra::attention
