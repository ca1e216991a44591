// How single cells are read and written. Only `columns` and its kin include it.
#pragma once
#include <fmt/format.h>

#include <charconv>

#include "features/directory/cells.hpp"
#include "features/directory/columns.hpp"
#include "features/directory/contact.hpp"
#include "features/directory/hours_text.hpp"

namespace hebra::directory {

using MaybeWord = std::optional<Word>;

inline MaybeWord read_text(std::string& into, std::string_view cell) {
    into = cell;
    return std::nullopt;
}

inline MaybeWord read_number(std::optional<int>& into, std::string_view cell) {
    int number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (!cell.empty() && (error != std::errc() || end != cell.data() + cell.size())) return words::k_cell_not_number;
    into = cell.empty() ? std::nullopt : std::optional(number);
    return std::nullopt;
}

inline MaybeWord read_count(std::optional<int>& into, std::string_view cell) {
    if (auto word = read_number(into, cell)) return word;
    return into && *into < 0 ? std::optional(words::k_cell_not_number) : std::nullopt;
}

inline MaybeWord read_age(std::optional<int>& into, std::string_view cell) {
    if (auto word = read_number(into, cell)) return word;
    return into && (*into < 0 || *into > 120) ? std::optional(words::k_age_impossible) : std::nullopt;
}

inline MaybeWord read_date(std::optional<Date>& into, std::string_view cell) {
    into = cell.empty() ? std::nullopt : parse_date(cell);
    return !cell.empty() && !into ? std::optional(words::k_cell_not_date) : std::nullopt;
}

inline MaybeWord read_yes_no(bool& into, std::string_view cell) {
    const bool yes = cell == "yes" || cell == "sí" || cell == "si" || cell == "Sí" || cell == "1";
    const bool no = cell.empty() || cell == "no" || cell == "No" || cell == "0";
    into = yes;
    return yes || no ? std::nullopt : std::optional(words::k_cell_not_yes_no);
}

/// Names what the cell can hold.
template <class Enum>
const Word& not_listed() {
    static const std::string names = [] {
        std::string all;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
            if (!all.empty()) all += ", ";
            all += each.name;
        });
        return all;
    }();
    static const std::string es = fmt::format("Ese valor no está entre los posibles: {}.", names);
    static const std::string en = fmt::format("That value is not among the possible ones: {}.", names);
    static const auto word = Word{"cell_not_listed", es, en};
    return word;
}

/// An empty cell is the enum's first value.
template <class Enum>
MaybeWord read_enum(Enum& into, std::string_view cell) {
    const auto value = cell.empty() ? std::optional(Enum()) : named<Enum>(cell);
    if (!value) return not_listed<Enum>();
    into = *value;
    return std::nullopt;
}

/// `word` refuses a part that `parse` does not know.
template <class Value, class Parse>
MaybeWord read_list(std::vector<Value>& into, std::string_view cell, Parse parse, const Word& word) {
    std::vector<Value> values;
    for (const auto part : list_in(cell)) {
        auto value = parse(part);
        if (!value) return word;
        if (std::find(values.begin(), values.end(), *value) == values.end()) values.push_back(*value);
    }
    into = std::move(values);
    return std::nullopt;
}

inline std::string write_number(const std::optional<int>& number) {
    return number ? fmt::format("{}", *number) : "";
}
inline std::string write_date(const std::optional<Date>& date) {
    return date ? to_text(*date) : "";
}
inline std::string write_yes_no(bool value) {
    return value ? "yes" : "";
}

MaybeWord read_hours_cell(calendar::Schedule& into, std::string_view cell);
MaybeWord read_coverage(Coverage& into, std::string_view cell);
std::string write_coverage(const Coverage& coverage);
/// The contacts of one kind, in a list; "?" is a channel that exists and whose contact is not known. A contact that stays
/// the same keeps its confirmation and its hours.
MaybeWord read_channels(Service& service, ChannelKind kind, std::string_view cell);
std::string write_channels(const Service& service, ChannelKind kind);
/// Own hours for every channel of a kind.
MaybeWord read_channel_hours(Service& service, ChannelKind kind, std::string_view cell);
std::string write_channel_hours(const Service& service, ChannelKind kind);

}  // namespace hebra::directory
