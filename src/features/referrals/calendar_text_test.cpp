#include "features/referrals/calendar_text.hpp"

#include <gtest/gtest.h>

namespace hebra::referrals {
namespace {

TEST(CalendarText, is_what_rfc_5545_asks) {
    const std::vector<CalendarEntry> one = {{"id-1", *parse_time("2026-11-24T12:00:00Z"), 45, "Hebra HB-4T8Y", "Box 3, segundo; piso"}};
    EXPECT_EQ(calendar_text(one, *parse_time("2026-11-21T15:00:00Z")),
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hebra//Agenda//ES\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
              "BEGIN:VEVENT\r\nUID:id-1@hebra\r\nDTSTAMP:20261121T150000Z\r\nDTSTART:20261124T120000Z\r\nDURATION:PT45M\r\n"
              "SUMMARY:Hebra HB-4T8Y\r\nLOCATION:Box 3\\, segundo\\; piso\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(CalendarText, folds_long_lines_and_never_inside_a_letter) {
    std::string place;
    for (int n = 0; n < 60; ++n) place += "ñ";
    const std::vector<CalendarEntry> one = {{"id-1", *parse_time("2026-11-24T12:00:00Z"), 45, "Hebra", place}};
    const auto text = calendar_text(one, *parse_time("2026-11-21T15:00:00Z"));
    std::string unfolded;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = text.find("\r\n", start);
        const auto line = text.substr(start, end - start);
        EXPECT_LE(line.size(), 75u);
        if (line.starts_with(' ')) {
            EXPECT_NE(static_cast<unsigned char>(line[1]) & 0xC0U, 0x80U) << "the fold is inside a letter";
            unfolded += line.substr(1);
        } else {
            unfolded += "\n" + line;
        }
        start = end + 2;
    }
    EXPECT_NE(unfolded.find("\nLOCATION:" + place + "\n"), unfolded.npos);
}

}  // namespace
}  // namespace hebra::referrals
