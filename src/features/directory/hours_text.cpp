#include "features/directory/hours_text.hpp"

#include "features/directory/hours_tokens.hpp"

namespace hebra::directory {
namespace {

using calendar::Hours;
using calendar::OnHolidays;
using calendar::Opening;
using calendar::Schedule;
using calendar::Span;
using calendar::TimeOfDay;
using calendar::Weekday;

constexpr std::string_view k_day_names[][4] = {
    {"lun", "lunes", "mon", "monday"},    {"mar", "martes", "tue", "tuesday"}, {"mie", "miercoles", "wed", "wednesday"},
    {"jue", "jueves", "thu", "thursday"}, {"vie", "viernes", "fri", "friday"}, {"sab", "sabado", "sat", "saturday"},
    {"dom", "domingo", "sun", "sunday"},
};

/// Words that admit it is not known, in the sources' own manner.
constexpr std::string_view k_absent[] = {"no encontrado", "no encontrada",   "desconocido",
                                         "unknown",       "sin informacion", "no se sabe"};

template <class List>
bool holds(const List& list, std::string_view wanted) {
    return std::find(std::begin(list), std::end(list), wanted) != std::end(list);
}

/// Thrown away at the end: reading goes on until something does not fit, and then the whole is unknown.
class Reader {
  public:
    explicit Reader(std::string_view text) : tokens_(hours_tokens(text)) {}

    /// False when something was not understood.
    bool read(Schedule& schedule) {
        while (!at_end()) {
            if (take(";") || take(".") || take(",") || take_any({"y", "and"})) continue;
            if (!read_clause(schedule)) return false;
        }
        return schedule.hours != Hours::unknown;
    }

  private:
    bool read_clause(Schedule& schedule) {
        if (read_around_the_clock(schedule) || read_holidays(schedule) || read_validity(schedule)) return true;
        return read_days(schedule);
    }

    bool read_around_the_clock(Schedule& schedule) {
        const auto start = at_;
        if (take("24") && take("/") && take("7") && schedule.hours == Hours::unknown) {
            schedule.hours = Hours::always;
            return true;
        }
        at_ = start;
        return false;
    }

    /// "incl. feriados", "excepto feriados", "feriados cerrado", "feriados 10:00-14:00", perhaps in brackets.
    bool read_holidays(Schedule& schedule) {
        const auto start = at_;
        const bool bracket = take("(");
        const bool with = take_any({"incl", "incluye", "incluidos", "incluso", "including"});
        const bool without = !with && take_any({"excepto", "salvo", "except"});
        if (with) take(".");
        take_any({"los", "dias"});
        bool fits = take_any({"feriados", "festivos", "feriado", "festivo", "holidays"});
        auto policy = with ? OnHolidays::as_usual : OnHolidays::closed;
        std::vector<Span> spans;
        if (fits && !with && !without && !take_any({"cerrado", "cerrada", "closed"})) {
            policy = OnHolidays::own_hours;
            fits = read_spans(spans);
        }
        if (bracket) fits = fits && take(")");
        if (!fits || schedule.on_holidays != OnHolidays::unknown || (schedule.hours == Hours::always && !with)) {
            at_ = start;
            return false;
        }
        schedule.on_holidays = policy;
        schedule.holiday_hours = std::move(spans);
        return true;
    }

    bool read_validity(Schedule& schedule) {
        const auto start = at_;
        const bool from = take_any({"desde", "from"});
        if ((from || take_any({"hasta", "until"})) && !at_end() && now().kind == Token::Kind::date) {
            auto& date = from ? schedule.valid_from : schedule.valid_until;
            date = parse_date(now().text);
            ++at_;
            return date.has_value();
        }
        at_ = start;
        return false;
    }

    bool read_days(Schedule& schedule) {
        std::vector<Weekday> days;
        std::vector<Span> spans;
        if (schedule.hours == Hours::always || !read_day_list(days) || !read_spans(spans)) return false;
        if (days.size() > 7) return false;  // a day twice
        schedule.hours = Hours::weekly;
        for (const auto day : days) {
            for (const auto& span : spans) schedule.openings.push_back({day, span.opens, span.closes});
        }
        return true;
    }

    bool read_day_list(std::vector<Weekday>& days) {
        take_any({"de"});
        if (take("todos")) {
            for (int day = 0; day < 7; ++day) days.push_back(static_cast<Weekday>(day));
            return take("los") && take("dias");
        }
        do {
            const auto first = take_day();
            if (!first) return false;
            days.push_back(*first);
            if (!(take("-") || take_any({"a", "to"}))) continue;
            const auto last = take_day();
            if (!last) return false;
            while (days.back() != *last) days.push_back(static_cast<Weekday>((static_cast<int>(days.back()) + 1) % 7));
        } while (take(",") || take_any({"y", "and"}));
        return true;
    }

    bool read_spans(std::vector<Span>& spans) {
        do {
            take_any({"de", "from"});
            const auto opens = take_time();
            if (!opens || !(take("-") || take_any({"a", "to"}))) return false;
            const auto closes = take_time();
            if (!closes || *opens == *closes) return false;
            spans.push_back({*opens, *closes});
        } while (take_before_time(",") || take_before_time("y") || take_before_time("and"));
        return true;
    }

    std::optional<Weekday> take_day() {
        for (int day = 0; day < 7 && !at_end(); ++day) {
            if (now().kind != Token::Kind::word || !holds(k_day_names[day], now().text)) continue;
            ++at_;
            take(".");
            return static_cast<Weekday>(day);
        }
        return std::nullopt;
    }

    std::optional<TimeOfDay> take_time() {
        take_any({"las"});
        if (at_end() || now().kind != Token::Kind::time) return std::nullopt;
        const auto& text = now().text;
        const auto time = TimeOfDay::parse(text.find(':') == std::string::npos ? text + ":00" : text);
        if (!time) return std::nullopt;
        ++at_;
        if (take_any({"h", "hr", "hrs", "hora", "horas"})) take(".");
        return *time;
    }

    /// A comma or an "y" belongs to the spans only if a time follows.
    bool take_before_time(std::string_view joint) {
        auto next = at_ + 1;
        if (at_end() || !now().is(joint)) return false;
        if (next < tokens_.size() && tokens_[next].is("de")) ++next;
        if (next >= tokens_.size() || tokens_[next].kind != Token::Kind::time) return false;
        ++at_;
        return true;
    }

    bool at_end() const { return at_ >= tokens_.size(); }
    const Token& now() const { return tokens_[at_]; }
    bool take(std::string_view wanted) {
        if (at_end() || now().text != wanted) return false;
        ++at_;
        return true;
    }
    bool take_any(std::initializer_list<std::string_view> wanted) {
        if (at_end() || now().kind != Token::Kind::word || !holds(wanted, now().text)) return false;
        ++at_;
        return true;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

std::string words_of(const std::vector<Token>& tokens) {
    std::string text;
    for (const auto& token : tokens) {
        if (token.kind != Token::Kind::word) continue;
        if (!text.empty()) text += ' ';
        text += token.text;
    }
    return text;
}

Word doubt_of(std::string_view text) {
    const auto tokens = hours_tokens(text);
    const std::string words = words_of(tokens);
    const auto begins = [&](std::string_view absent) { return words.starts_with(absent); };
    if (tokens.empty() || std::any_of(std::begin(k_absent), std::end(k_absent), begins)) return words::k_hours_absent;
    const bool has_note = text.find('(') != std::string_view::npos || text.find("CONFLICT") != std::string_view::npos;
    return has_note ? words::k_hours_doubtful : words::k_hours_not_understood;
}

}  // namespace

ReadHours read_hours(std::string_view text) {
    Schedule schedule;
    const bool understood = Reader(text).read(schedule);
    if (schedule.hours == Hours::always) schedule.on_holidays = OnHolidays::unknown;  // it has none: one spelling for one schedule
    std::sort(schedule.openings.begin(), schedule.openings.end(), [](const Opening& a, const Opening& b) {
        return std::tuple(a.day, a.opens, a.closes) < std::tuple(b.day, b.opens, b.closes);
    });
    if (understood && calendar::check(schedule)) return {std::move(schedule), std::nullopt};
    return {Schedule::unknown(), doubt_of(text)};
}

}  // namespace hebra::directory
