// What every page of the public directory has around it: the head, the emergency strip, the foot.
#pragma once
#include "features/directory/emergency_list.hpp"
#include "features/directory/page/asked.hpp"
#include "features/directory/page/words.hpp"
#include "platform/html/html.hpp"

namespace hebra::directory {

/// A page being written, and what its parts need to know.
struct Sheet {
    html::Writer& out;
    const Asked& asked;
    Time now;
    bool dials;  ///< false in a demo

    std::string_view say(const Word& word) const { return hebra::say(word, asked.language); }
    /// The word with {} filled in; the pattern is a constant of ours.
    template <class... Given>
    std::string filled(const Word& word, const Given&... given) const {
        return fmt::format(fmt::runtime(say(word)), given...);
    }
};

inline constexpr std::string_view k_directory_path = "/directorio";

enum class Icon { phone, chat, mail, globe, calendar, check, download, letters, contrast, night, leave, back, search };
void draw_icon(html::Writer& out, Icon icon);

/// With a capital letter, as a line begins.
std::string capitalised(std::string_view text);
/// "jueves 19 de noviembre" or "Thursday 19 November".
std::string day_said(Date date, Language language);

/// A whole page: what stands around `main`, which writes the rest.
/// @param path this page's own, for the links that only change how it looks
std::string framed(const Asked& asked, Time now, bool dials, std::string_view title, std::string_view path,
                   const std::vector<EmergencyEntry>& emergencies, const std::function<void(Sheet&)>& main);

}  // namespace hebra::directory
