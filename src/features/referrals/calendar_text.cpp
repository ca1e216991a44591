#include "features/referrals/calendar_text.hpp"

#include <fmt/format.h>

namespace hebra::referrals {
namespace {

constexpr std::size_t k_longest_line = 75;  // octets, RFC 5545 §3.1

/// "20261121T150000Z".
std::string stamp(Time time) {
    std::string compact;
    for (const char c : to_text(Time(std::chrono::floor<std::chrono::seconds>(time))))
        if (c != '-' && c != ':') compact += c;
    return compact;
}

/// RFC 5545 §3.3.11.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') safe += '\\';
        if (c == '\n') safe += "\\n";
        else if (c != '\r') safe += c;
    }
    return safe;
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

void add_line(std::string& text, std::string_view line) {
    std::size_t room = k_longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && continues_letter(line[cut])) --cut;
        text.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = k_longest_line - 1;
    }
    text.append(line).append("\r\n");
}

}  // namespace

std::string calendar_text(std::span<const CalendarEntry> entries, Time now) {
    std::string text;
    for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hebra//Agenda//ES", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"})
        add_line(text, line);
    for (const auto& entry : entries) {
        add_line(text, "BEGIN:VEVENT");
        add_line(text, fmt::format("UID:{}@hebra", entry.id));
        add_line(text, "DTSTAMP:" + stamp(now));
        add_line(text, "DTSTART:" + stamp(entry.starts_at));
        add_line(text, fmt::format("DURATION:PT{}M", entry.minutes));
        add_line(text, "SUMMARY:" + escaped(entry.summary));
        if (!entry.place.empty()) add_line(text, "LOCATION:" + escaped(entry.place));
        add_line(text, "CLASS:PRIVATE");
        add_line(text, "END:VEVENT");
    }
    add_line(text, "END:VCALENDAR");
    return text;
}

}  // namespace hebra::referrals
