// What a visitor asked, read from the address: the question, and how the page is to look. Everything is in the address, since
// no cookie is set; nothing of it is kept.
#pragma once
#include <map>

#include "features/directory/question.hpp"
#include "platform/http/call.hpp"

namespace hebra::directory {

/// When it should attend, as the sentence offers it; `then` is a day and hour that the address carries.
enum class Moment { now, tonight, tomorrow, saturday, any, then };
BOOST_DESCRIBE_ENUM(Moment, now, tonight, tomorrow, saturday, any, then)

/// A part of the question that was not used, and why.
struct Trouble {
    std::string name;   ///< as the address calls it; empty for what this page does not know
    std::string typed;  ///< a number or moment as it came, or words written into the search; else empty
    Word word;
};

struct Asked {
    Question question;
    Moment moment = Moment::now;
    Language language = Language::es;
    std::string theme = {};  ///< "night", "contrast", or empty: the system's
    bool is_large = false;
    bool shows_all = false;
    std::vector<Trouble> troubles = {};
    /// What was understood, by the names of the address.
    std::map<std::string, std::string, std::less<>> kept = {};

    /// nullptr if that part was used, or not said.
    const Trouble* trouble_of(std::string_view name) const;
    calendar::Zone zone() const { return calendar::zone_of(question.place); }
    /// `path` with all of this but for one: `value` in its place, or without it if empty.
    std::string address(std::string_view path, std::string_view name = {}, std::string_view value = {}) const;
    /// `path` with only how the page looks.
    std::string plain_address(std::string_view path) const;
};

/// Never refuses: what cannot be understood is left out and told in `troubles`. An age left out counts as a minor's.
Asked read_asked(const http::Call& call, Time now);

/// One part of a path, percent-encoded.
std::string path_part(std::string_view text);

}  // namespace hebra::directory
