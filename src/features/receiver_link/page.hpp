// The receiver's pages as HTML: written by the server, readable at 320 px, on paper and without JavaScript. Pure.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "features/referrals/api.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::receiver_link {

/// What every page says of itself.
struct Frame {
    Language language;
    bool is_demo;
    std::string path;  ///< "/r/…": where forms are sent
    std::vector<std::string> emergency = {};  ///< "131, SAMU": confirmed here
};

/// What somebody typed, so that nothing is lost when it is refused.
using Typed = std::map<std::string, std::string, std::less<>>;

/// Text as HTML shows it.
std::string escaped(std::string_view text);
std::string escaped(const Private& text);

/// Asks for the code, and shows nothing of anybody.
/// @param kept what was typed on the letter before: it goes through the code and comes out again
std::string gate_page(const Frame& frame, const Refusal* refusal, std::string_view code = {}, const Typed& kept = {});
/// Nothing to do here, and why.
std::string closed_page(const Frame& frame, const Word& why);
/// The referral, and the four answers as far as the guard table allows them now.
struct Letter {
    const referrals::Opened& referral;
    Time now;
    calendar::Zone zone;  ///< of whoever receives: its hours are told, and asked for, by their clocks
    Time expires_at;
    bool with_health;      ///< class 3 was asked for: that was recorded
    bool was_answered;     ///< by this visit, just now
    const Refusal* refusal;
    const Typed& typed;
};
std::string letter_page(const Frame& frame, const Letter& letter);
/// Whether what was typed answers it in a way that is still possible.
bool goes_on(const referrals::Opened& referral, const Typed& typed);

}  // namespace hebra::receiver_link
