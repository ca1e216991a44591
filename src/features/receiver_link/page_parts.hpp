// What the receiver's pages are put together from. Not for other rooms.
#pragma once
#include "features/receiver_link/page.hpp"

namespace hebra::receiver_link {

/// A sentence of a page in both languages.
struct Say {
    std::string_view es, en;
    std::string_view in(Language language) const { return language == Language::en ? en : es; }
};

/// The whole document around a page's own part.
std::string document(const Frame& frame, std::string_view title, const std::string& main);

/// What was refused, with the focus on it: sentence by sentence.
std::string refusal_part(const Frame& frame, const Refusal& refusal);

/// The answers as disclosures, each with its form; nothing when none is possible.
std::string answers_part(const Frame& frame, const Letter& letter);

/// What travelled, folded: safe contact and name, what was done, the rest; class 3 only when asked for.
std::string details_part(const Frame& frame, const Letter& letter);

}  // namespace hebra::receiver_link
