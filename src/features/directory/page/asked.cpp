#include "features/directory/page/asked.hpp"

#include <algorithm>
#include <charconv>

#include "features/directory/cells.hpp"
#include "features/directory/match.hpp"
#include "features/directory/page/parameters.hpp"
#include "features/directory/page/trouble_words.hpp"

namespace hebra::directory {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

constexpr std::string_view k_looks[] = {"lang", "vista", "letra"};
constexpr int k_most = 100;  ///< what a question may ask for
constexpr std::size_t k_most_text_kept = 200;

bool is_look(std::string_view name) { return std::ranges::find(k_looks, name) != std::end(k_looks); }

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Its first letters.
std::string clipped(std::string_view text, std::size_t most) {
    std::size_t end = std::min(text.size(), most);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end));
}

/// As `shape`, in which d stands for a digit and all else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
    const auto fits = [](char letter, char wanted) { return wanted == 'd' ? letter >= '0' && letter <= '9' : letter == wanted; };
    return std::ranges::equal(text, shape, fits);
}

/// A short number that may be a slip of that field is repeated, so that it can be corrected. Nothing else is: a page for people in
/// danger shows no word and no telephone number that a stranger put into its address.
std::string repeatable(std::string_view name, std::string_view typed) {
    struct Form {
        std::string_view name, shape;
    };
    constexpr Form k_forms[] = {{"edad", "d"}, {"edad", "dd"}, {"edad", "-d"}, {"edad", "-dd"}, {"comuna", "ddddd"}, {"comuna", "rdd"},
                                {"comuna", "dd"}, {"cuando", "dddd-dd-ddTdd:dd"}};
    const bool has_form = std::ranges::any_of(k_forms, [&](const Form& form) { return form.name == name && has_shape(typed, form.shape); });
    const bool is_no_day = name == "cuando" && !parse_date(typed.substr(0, std::min<std::size_t>(typed.size(), 10)));
    return has_form && !is_no_day ? std::string(typed) : std::string();
}

/// "2026-11-25T10:00" on the clocks of a place, or with an offset of its own.
std::optional<Time> moment_in(std::string_view text, calendar::Zone zone) {
    if (const auto time = parse_time(text)) return time;
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = number_of(text.substr(11, 2));
    const auto minute = number_of(text.substr(14, 2));
    if (!date || !hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::nullopt;
    return calendar::instant(zone, *date, hours(*hour) + std::chrono::minutes(*minute));
}

/// Reads the address word by word.
class Reading {
  public:
    explicit Reading(const http::Call& call) : language_(call.language()), given_(read_parameters(call.query())) {}

    Asked read(Time now) {
        read_look();
        auto& question = asked_.question;
        question.limit = k_most;
        if (const auto code = take("tema")) {
            if (const auto topic = Topic::parse(*code)) question.topic = *topic;
            else refuse("tema", words::k_trouble_topic);
        }
        if (const auto age = take("edad")) {
            const auto years = number_of(*age);
            if (years && *years >= 0 && *years <= 120) question.age = years;
            else refuse("edad", words::k_trouble_age);
        }
        read_place();
        if (const auto channel = take("canal"); channel && !(question.channel = named<ChannelKind>(*channel)))
            refuse("canal", words::k_trouble_channel);
        if (const auto code = take("idioma")) {
            if (const auto language = SpokenLanguage::parse(*code)) question.language = *language;
            else refuse("idioma", words::k_trouble_language);
        }
        if (const auto text = take("q")) question.q = *text;
        if (!check(question, now)) {  // of all that could be wrong with it, only the length of the text is left
            refuse("q", words::k_trouble_text);
            question.q.clear();
        }
        question.free_only = is_ticked("gratis");
        question.anonymous = is_ticked("sin_nombre");
        asked_.shows_all = take("ver").has_value();
        std::erase_if(asked_.troubles, [](const auto& each) { return each.name == "ver"; });
        read_moment(now);
        tell_unknown();
        return std::move(asked_);
    }

  private:
    /// The first of that name; that there was another, which said something else, is told.
    std::optional<std::string> take(std::string_view name) {
        const Given* first = nullptr;
        for (const auto& given : given_) {
            if (given.name != name) continue;
            if (first == nullptr) first = &given;
            else if (given.value != first->value) second_[first->name] = given.value;
        }
        if (first == nullptr) return std::nullopt;
        if (const auto other = second_.find(first->name); other != second_.end())
            asked_.troubles.push_back({first->name, repeatable(first->name, other->second), words::k_trouble_twice});
        return asked_.kept.emplace(name, first->value).first->second;
    }
    /// It stays as it was typed, and is carried into no other address.
    void refuse(const std::string& name, const Word& word) {
        std::erase_if(asked_.troubles, [&](const auto& each) { return each.name == name; });
        const auto& typed = asked_.kept[name];
        asked_.troubles.push_back({name, name == "q" ? clipped(typed, k_most_text_kept) : repeatable(name, typed), word});
        asked_.kept.erase(name);
    }

    void read_look() {
        asked_.language = language_;
        if (const auto language = take("lang")) asked_.language = *language == "en" ? Language::en : Language::es;
        if (const auto theme = take("vista"); theme && (*theme == "night" || *theme == "contrast")) asked_.theme = *theme;
        asked_.is_large = take("letra").has_value();
        std::erase_if(asked_.troubles, [](const auto& each) { return is_look(each.name); });
    }

    bool is_ticked(const std::string& name) {
        const auto given = take(name);
        if (!given) return false;
        for (const auto* yes : {"1", "true", "si", "sí", "on", "yes"})
            if (*given == yes) return true;
        bool is_no = false;
        for (const auto* no : {"0", "false", "no", "off"}) is_no |= *given == no;
        if (is_no) asked_.kept.erase(name);
        else refuse(name, words::k_trouble_tick);
        return false;
    }

    /// "13104", or "r13" for a whole region. Both may be said, if one is in the other.
    void read_place() {
        auto& place = asked_.question.place;
        const auto is_region = [](const Given& each) { return each.name == "comuna" && each.value.starts_with('r'); };
        const auto is_comuna = [](const Given& each) { return each.name == "comuna" && !each.value.starts_with('r'); };
        std::optional<std::string> region;
        if (const auto beside = std::ranges::find_if(given_, is_region); beside != given_.end() && std::ranges::any_of(given_, is_comuna)) {
            region = beside->value;
            std::erase_if(given_, is_region);
        }
        const auto given = take("comuna");
        if (!given) return;
        if (given->starts_with('r')) {
            if (const auto read = territory::Region::parse(given->substr(1))) place.region = *read;
            else refuse("comuna", words::k_trouble_place);
            return;
        }
        const auto comuna = territory::Comuna::parse(*given);
        if (!comuna) return refuse("comuna", words::k_trouble_place);
        place.comuna = *comuna;
        if (!region) return;
        const auto around = territory::Region::parse(region->substr(1));
        if (!around || *around != comuna->region())
            asked_.troubles.push_back({"comuna", repeatable("comuna", region->substr(1)), words::k_trouble_region});
    }

    void read_moment(Time now) {
        const auto given = take("cuando");
        const auto zone = asked_.zone();
        if (given) {
            const auto known = named<Moment>(*given);
            const auto time = moment_in(*given, zone);
            if (known && *known != Moment::then) asked_.moment = *known;
            else if (!time) refuse("cuando", words::k_trouble_moment);
            else if (*time + std::chrono::minutes(1) <= now) refuse("cuando", words::k_trouble_past);
            else if (!is_in_calendar(*time)) refuse("cuando", words::k_trouble_far);
            else asked_.moment = Moment::then, asked_.question.at = std::max(now, *time);
        }
        auto& question = asked_.question;
        question.at_any_time = asked_.moment == Moment::any;
        const Date today = calendar::local_time(zone, now).date;
        const auto day_at = [&](days away, hours hour) { return calendar::instant(zone, Date(sys_days(today) + away), hour); };
        if (asked_.moment == Moment::tonight) question.at = std::max(now, day_at(days(0), hours(21)));
        if (asked_.moment == Moment::tomorrow) question.at = day_at(days(1), hours(10));
        if (asked_.moment == Moment::saturday) {
            const auto to_go = (static_cast<int>(calendar::Weekday::sat) - static_cast<int>(calendar::weekday_of(today)) + 7) % 7;
            question.at = std::max(now, day_at(days(to_go), hours(12)));
        }
    }

    /// A misspelt name asks for nothing, and so would find more than was meant: it is told.
    void tell_unknown() {
        if (std::ranges::any_of(given_, [](const Given& given) { return given.name.empty(); }))
            asked_.troubles.push_back({"", "", words::k_trouble_other});
    }

    Language language_;
    std::vector<Given> given_;
    std::map<std::string, std::string> second_;
    Asked asked_;
};

void append(std::string& address, std::string_view name, std::string_view value) {
    address += address.find('?') == address.npos ? '?' : '&';
    ((address += name) += '=') += path_part(value);
}

}  // namespace

std::string path_part(std::string_view text) {
    constexpr std::string_view k_plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string part;
    for (const char c : text) {
        if (k_plain.find(c) != k_plain.npos) part += c;
        else part += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return part;
}

const Trouble* Asked::trouble_of(std::string_view name) const {
    for (const auto& trouble : troubles)
        if (trouble.name == name) return &trouble;
    return nullptr;
}

std::string Asked::address(std::string_view path, std::string_view name, std::string_view value) const {
    std::string address(path);
    for (const auto& [kept_name, kept_value] : kept)
        if (kept_name != name) append(address, kept_name, kept_value);
    if (!value.empty()) append(address, name, value);
    return address;
}

std::string Asked::plain_address(std::string_view path) const {
    std::string address(path);
    for (const auto& [name, value] : kept)
        if (is_look(name)) append(address, name, value);
    return address;
}

Asked read_asked(const http::Call& call, Time now) { return Reading(call).read(now); }

}  // namespace hebra::directory
