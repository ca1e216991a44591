#include "features/directory/page/asked.hpp"

#include <charconv>

#include "features/directory/cells.hpp"
#include "features/directory/match.hpp"

namespace hebra::directory {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;

constexpr std::string_view k_looks[] = {"lang", "vista", "letra"};
constexpr Word k_unknown_choice{"unknown_choice", "Eso no está entre lo que se puede elegir. Elija de la lista.", "That is not among what can be chosen. Choose from the list."};
constexpr int k_most = 100;  ///< what a question may ask for

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Reads the address word by word.
class Reading {
  public:
    explicit Reading(const http::Call& call) : call_(call) {}

    Asked read(Time now) {
        read_look();
        auto& question = asked_.question;
        if (const auto code = take("tema")) {
            if (const auto topic = Topic::parse(*code)) question.topic = *topic;
            else refuse("?tema", topic.error().word);
        }
        if (const auto age = take("edad")) {
            question.age = number_of(*age);
            if (!question.age || *question.age < 0 || *question.age > 120) {
                question.age.reset();
                refuse("?edad", words::k_question_age);
            }
        }
        read_place();
        if (const auto channel = take("canal"); channel && !(question.channel = named<ChannelKind>(*channel))) refuse("?canal", k_unknown_choice);
        if (const auto text = take("q")) question.q = *text;
        question.free_only = take("gratis").has_value();
        question.anonymous = take("sin_nombre").has_value();
        asked_.shows_all = take("ver").has_value();
        question.limit = k_most;
        if (const auto moment = take("cuando")) {
            const auto known = named<Moment>(*moment);
            if (!known) refuse("?cuando", k_unknown_choice);
            asked_.moment = known.value_or(Moment::now);
        }
        set_moment(now);
        if (const auto right = check(question); !right) {
            for (const auto& error : right.error().fields) refuse(error.pointer, error.word);
            question.q.clear();
            asked_.kept.erase("q");
        }
        return std::move(asked_);
    }

  private:
    std::optional<std::string> take(std::string_view name) {
        const auto given = call_.query(name);
        if (!given || trimmed(*given).empty()) return std::nullopt;
        return asked_.kept.emplace(name, trimmed(*given)).first->second;
    }
    void refuse(std::string_view pointer, const Word& word) {
        asked_.errors.push_back({std::string(pointer), word});
        asked_.kept.erase(std::string(pointer.substr(1)));
    }

    void read_look() {
        asked_.language = call_.language();
        if (const auto language = take("lang")) asked_.language = *language == "en" ? Language::en : Language::es;
        if (const auto theme = take("vista"); theme && (*theme == "night" || *theme == "contrast")) asked_.theme = *theme;
        asked_.is_large = take("letra").has_value();
    }

    /// "13104", or "r13" for a whole region.
    void read_place() {
        const auto given = take("comuna");
        if (!given) return;
        if (given->starts_with('r')) {
            if (const auto region = territory::Region::parse(given->substr(1))) asked_.question.place.region = *region;
            else refuse("?comuna", region.error().word);
        } else if (const auto comuna = territory::Comuna::parse(*given)) {
            asked_.question.place.comuna = *comuna;
        } else {
            refuse("?comuna", comuna.error().word);
        }
    }

    void set_moment(Time now) {
        auto& question = asked_.question;
        question.at_any_time = asked_.moment == Moment::any;
        const auto zone = asked_.zone();
        const Date today = calendar::local_time(zone, now).date;
        const auto day_at = [&](days away, hours hour) { return calendar::instant(zone, Date(sys_days(today) + away), hour); };
        if (asked_.moment == Moment::tonight) question.at = std::max(now, day_at(days(0), hours(21)));
        if (asked_.moment == Moment::tomorrow) question.at = day_at(days(1), hours(10));
        if (asked_.moment == Moment::saturday) {
            const auto to_go = (static_cast<int>(calendar::Weekday::sat) - static_cast<int>(calendar::weekday_of(today)) + 7) % 7;
            question.at = std::max(now, day_at(days(to_go), hours(12)));
        }
    }

    const http::Call& call_;
    Asked asked_;
};

bool is_look(std::string_view name) { return std::ranges::find(k_looks, name) != std::end(k_looks); }

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
