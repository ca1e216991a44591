#include "features/directory/page/frame.hpp"

#include "platform/assets/assets.hpp"

namespace hebra::directory {
namespace {

using html::Markup;

/// Lucide's drawings (ISC), once a page; each use points here.
constexpr Markup k_icons(
    R"(<svg width="0" height="0" aria-hidden="true"><defs>)"
    R"(<symbol id="i-phone" viewBox="0 0 24 24"><path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 14 14 0 0 0 6.392 6.384"/></symbol>)"
    R"(<symbol id="i-chat" viewBox="0 0 24 24"><path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719"/></symbol>)"
    R"(<symbol id="i-mail" viewBox="0 0 24 24"><path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/></symbol>)"
    R"(<symbol id="i-globe" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10"/><path d="M12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20"/></symbol>)"
    R"(<symbol id="i-calendar" viewBox="0 0 24 24"><path d="M8 2v3M16 2v3M3 9h18"/><rect x="3" y="3" width="18" height="18" rx="2"/></symbol>)"
    R"(<symbol id="i-check" viewBox="0 0 24 24"><path d="M20 6 9 17l-5-5"/></symbol>)"
    R"(<symbol id="i-download" viewBox="0 0 24 24"><path d="M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5"/></symbol>)"
    R"(<symbol id="i-letters" viewBox="0 0 24 24"><path d="m15 16 2.536-7.328a1.02 1.02 1 0 1 1.928 0L22 16M15.697 14h5.606M2 16l4.039-9.69a.5.5 0 0 1 .923 0L11 16M3.304 13h6.392"/></symbol>)"
    R"(<symbol id="i-contrast" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10"/><path d="M12 18a6 6 0 0 0 0-12v12z"/></symbol>)"
    R"(<symbol id="i-night" viewBox="0 0 24 24"><path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"/></symbol>)"
    R"(<symbol id="i-leave" viewBox="0 0 24 24"><path d="m16 17 5-5-5-5M21 12H9M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/></symbol>)"
    R"(<symbol id="i-back" viewBox="0 0 24 24"><path d="m12 19-7-7 7-7M19 12H5"/></symbol>)"
    R"(<symbol id="i-search" viewBox="0 0 24 24"><circle cx="11" cy="11" r="8"/><path d="m21 21-4.34-4.34"/></symbol>)"
    R"(</defs></svg>)");

constexpr Markup k_mark(
    R"(<svg width="30" height="24" viewBox="0 0 30 24" fill="none" aria-hidden="true"><path d="M1 20C7 20 6 4 12 4s4 14 10 14c3 0 4-2 7-2" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/><circle cx="12" cy="4" r="3.4" fill="currentColor"/></svg>)");

/// Somewhere that tells nobody what was looked at before.
constexpr std::string_view k_elsewhere = "https://www.wikipedia.org/";

/// The style sheet as the web's build named it; nothing in a build without the web UI.
const std::string& style_path() {
    static const std::string k_path = [] {
        for (const auto& asset : assets::all())
            if (asset.path.starts_with("/assets/public-directory-") && asset.path.ends_with(".css")) return std::string(asset.path);
        return std::string();
    }();
    return k_path;
}

void write_head(Sheet& sheet, std::string_view title) {
    auto& out = sheet.out;
    const auto head = out.element("head");
    out.single("meta", {{"charset", "utf-8"}});
    out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    // Browsers that look for numbers by themselves would make links of those that nobody has confirmed.
    out.single("meta", {{"name", "format-detection"}, {"content", "telephone=no"}});
    if (!sheet.dials) out.single("meta", {{"name", "robots"}, {"content", "noindex"}});
    out.leaf("title", fmt::format("{} · Hebra", title));
    out.single("link", {{"rel", "icon"}, {"href", "/favicon.svg"}, {"type", "image/svg+xml"}});
    if (!style_path().empty()) out.single("link", {{"rel", "stylesheet"}, {"href", style_path()}});
}

/// A link that changes one thing of how the page looks, and back.
void write_look(Sheet& sheet, std::string_view path, Icon icon, const Word& word, std::string_view name, std::string_view value, bool is_on) {
    const auto link = sheet.out.element("a", {{"href", sheet.asked.address(path, name, is_on ? "" : value)},
                                              {"aria-current", is_on ? std::optional<std::string>("true") : std::nullopt}});
    draw_icon(sheet.out, icon);
    sheet.out.text(sheet.say(word));
}

void write_top(Sheet& sheet, std::string_view path) {
    auto& out = sheet.out;
    const auto top = out.element("header");
    {
        const auto line = out.element("div", {{"class", "top"}});
        {
            const auto home = out.element("a", {{"class", "top__mark"},
                                                {"href", sheet.asked.plain_address(k_directory_path)},
                                                {"aria-label", sheet.say(words::k_page_home)}});
            out.markup(k_mark);
            out.text("Hebra");
        }
        const auto reading = out.element("nav", {{"class", "top__reading"}, {"aria-label", sheet.say(words::k_page_reading)}});
        if (!sheet.dials) out.leaf("span", {{"class", "fictitious"}}, sheet.say(words::k_page_sample));
        const auto& asked = sheet.asked;
        write_look(sheet, path, Icon::letters, words::k_page_large, "letra", "grande", asked.is_large);
        write_look(sheet, path, Icon::contrast, words::k_page_contrast, "vista", "contrast", asked.theme == "contrast");
        write_look(sheet, path, Icon::night, words::k_page_night, "vista", "night", asked.theme == "night");
        const bool is_english = asked.language == Language::en;
        out.leaf("a", {{"href", asked.address(path, "lang", is_english ? "es" : "en")}, {"lang", is_english ? "es" : "en"}},
                 sheet.say(words::k_page_language));
        const auto leave = out.element("a", {{"class", "top__leave"}, {"href", k_elsewhere}, {"rel", "noreferrer"}});
        draw_icon(out, Icon::leave);
        out.text(sheet.say(words::k_page_leave));
    }
    const auto thread = out.element("div", {{"class", "day-thread"}, {"aria-hidden", "true"}});
}

void write_danger(Sheet& sheet, const std::vector<EmergencyEntry>& emergencies) {
    auto& out = sheet.out;
    const auto strip = out.element("section", {{"class", "danger"}, {"aria-labelledby", "peligro"}});
    out.leaf("h2", {{"class", "danger__title"}, {"id", "peligro"}}, sheet.say(words::k_danger_title));
    if (emergencies.empty()) return out.leaf("p", sheet.say(words::k_danger_none));
    {
        const auto list = out.element("ul");
        for (const auto& entry : emergencies) {
            const auto item = out.element("li");
            const bool dials = sheet.dials && !entry.uri.empty();
            const auto number = dials ? out.element("a", {{"href", entry.uri}}) : out.element("span");
            draw_icon(out, Icon::phone);
            out.text(fmt::format("{}, {}", entry.number, entry.name));
            out.leaf("span", {{"class", "only-heard"}}, fmt::format(". {}", entry.use_when));
        }
    }
    if (!sheet.dials) out.leaf("p", {{"class", "aside-text"}}, sheet.say(words::k_danger_sample));
}

void write_foot(Sheet& sheet) {
    auto& out = sheet.out;
    const auto foot = out.element("footer", {{"class", "foot"}});
    out.leaf("p", {{"class", "aside-text"}}, sheet.say(words::k_nobody_knows));
    const auto data = out.element("a", {{"href", "/directorio.csv"}, {"download", true}});
    draw_icon(out, Icon::download);
    out.text(sheet.say(words::k_open_data));
}

}  // namespace

void draw_icon(html::Writer& out, Icon icon) {
    constexpr std::string_view k_names[] = {"#i-phone", "#i-chat", "#i-mail", "#i-globe", "#i-calendar", "#i-check", "#i-download",
                                            "#i-letters", "#i-contrast", "#i-night", "#i-leave", "#i-back", "#i-search"};
    const auto svg = out.element("svg", {{"class", "icon"}, {"fill", "none"}, {"stroke", "currentColor"}, {"stroke-width", "2"},
                                         {"stroke-linecap", "round"}, {"stroke-linejoin", "round"}, {"aria-hidden", "true"}});
    const auto use = out.element("use", {{"href", k_names[static_cast<std::size_t>(icon)]}});
}

std::string capitalised(std::string_view text) {
    std::string line(text);
    if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') line[0] = static_cast<char>(line[0] - 0x20);
    return line;
}

std::string day_said(Date date, Language language) {
    constexpr std::string_view k_days[] = {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"};
    constexpr std::string_view k_days_en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    constexpr std::string_view k_months[] = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
                                             "octubre", "noviembre", "diciembre"};
    constexpr std::string_view k_months_en[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
                                                "October", "November", "December"};
    const auto weekday = static_cast<std::size_t>(calendar::weekday_of(date));
    const auto month = static_cast<unsigned>(date.month()) - 1;
    const auto day = static_cast<unsigned>(date.day());
    if (language == Language::en) return fmt::format("{} {} {}", k_days_en[weekday], day, k_months_en[month]);
    return fmt::format("{} {} de {}", k_days[weekday], day, k_months[month]);
}

std::string framed(const Asked& asked, Time now, bool dials, std::string_view title, std::string_view path,
                   const std::vector<EmergencyEntry>& emergencies, const std::function<void(Sheet&)>& main) {
    html::Writer out;
    Sheet sheet{out, asked, now, dials};
    out.markup(Markup("<!doctype html>"));
    {
        const auto root = out.element(
            "html", {{"lang", asked.language == Language::en ? "en" : "es-CL"},
                     {"data-theme", asked.theme.empty() ? std::nullopt : std::optional(asked.theme)},
                     {"data-letter", asked.is_large ? std::optional<std::string>("large") : std::nullopt}});
        write_head(sheet, title);
        const auto body = out.element("body");
        out.leaf("a", {{"class", "skip"}, {"href", "#contenido"}}, sheet.say(words::k_page_skip));
        out.markup(k_icons);
        write_top(sheet, path);
        write_danger(sheet, emergencies);
        {
            const auto content = out.element("main", {{"id", "contenido"}});
            main(sheet);
        }
        write_foot(sheet);
    }
    return out.out();
}

}  // namespace hebra::directory
