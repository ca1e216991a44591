// Hours given as an iCalendar (RFC 5545). Pure: values in, text out.
#pragma once
#include <span>
#include <string>

#include "base/time.hpp"

namespace hebra::referrals {

struct CalendarEntry {
    std::string id;       ///< stable, so that a program that reads it again changes the same entry
    Time starts_at;
    int minutes;
    std::string summary;  ///< never a name: it goes to programs that nobody here keeps
    std::string place;    ///< may be empty
};

/// Lines end in CRLF and are folded at 75 octets, never inside a letter.
std::string calendar_text(std::span<const CalendarEntry> entries, Time now);

}  // namespace hebra::referrals
