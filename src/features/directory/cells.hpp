// Small things that the cells of our tables have in common.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

namespace hebra::directory {

/// Without the spaces around it.
std::string_view trimmed(std::string_view text);

/// The parts of "a; b; c", trimmed, empty ones left out.
std::vector<std::string_view> list_in(std::string_view cell);

/// The name of a described enumerator: what stands in files and JSON.
template <class Enum>
std::string_view name_of(Enum value) {
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
        if (value == each.value) name = each.name;
    });
    return name;
}

template <class Enum>
std::optional<Enum> named(std::string_view name) {
    std::optional<Enum> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto each) {
        if (name == each.name) found = each.value;
    });
    return found;
}

/// Joins what `text_of` makes of each with "; ".
template <class List, class TextOf>
std::string joined(const List& list, TextOf text_of) {
    std::string text;
    for (const auto& each : list) {
        if (!text.empty()) text += "; ";
        text += text_of(each);
    }
    return text;
}

}  // namespace hebra::directory
