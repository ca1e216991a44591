#include "platform/csv/csv.hpp"

namespace hebra::csv {
namespace {

constexpr std::string_view k_dangerous = "=+-@\t\r";

/// Spreadsheets look for a formula behind spaces and empty lines too.
constexpr std::string_view k_passed_over = "' \n\v\f";

/// Apostrophes or spaces followed by a dangerous beginning: what `guard` makes, so what it must mark once more.
bool needs_guard(std::string_view cell) {
    const auto first = cell.find_first_not_of(k_passed_over);
    return first != std::string_view::npos && k_dangerous.find(cell[first]) != std::string_view::npos;
}

}  // namespace

std::string guard(std::string_view cell) {
    std::string guarded;
    if (needs_guard(cell)) guarded += '\'';
    return guarded.append(cell);
}

std::string_view unguard(std::string_view cell) {
    if (cell.starts_with('\'') && needs_guard(cell)) cell.remove_prefix(1);
    return cell;
}

Writer::Writer(Mark mark) {
    if (mark == Mark::utf8) text_ = "\xEF\xBB\xBF";
}

void Writer::row(std::span<const std::string> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) cell(cells[i], i == 0);
    text_ += "\r\n";
}

void Writer::row(std::initializer_list<std::string_view> cells) {
    bool is_first = true;
    for (const auto text : cells) cell(text, std::exchange(is_first, false));
    text_ += "\r\n";
}

void Writer::cell(std::string_view text, bool is_first) {
    if (!is_first) text_ += ',';
    const std::string guarded = guard(text);
    // A row of one empty cell would be an empty line, which readers pass over.
    const bool quote = guarded.empty() ? is_first
                                       : guarded.find_first_of(",;|\t\"\r\n") != std::string::npos ||
                                             guarded.front() == ' ' || guarded.back() == ' ';
    if (!quote) {
        text_ += guarded;
        return;
    }
    text_ += '"';
    for (const char c : guarded) {
        if (c == '"') text_ += '"';
        text_ += c;
    }
    text_ += '"';
}

}  // namespace hebra::csv
