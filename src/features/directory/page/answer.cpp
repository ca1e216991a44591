// The answer as a list: who attends now, who later, whose hours nobody knows; and why others do not fit.
#include "features/directory/page/parts.hpp"
#include "features/directory/page/service_words.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::directory {
namespace {

constexpr std::size_t k_shown_at_first = 20;

/// One row of the list, whether it fits now or only later.
struct Row {
    const Service* service;
    std::string when;
    bool is_open = false;
    bool is_unknown = false;
    std::vector<const Reason*> because = {};
    std::vector<const Reason*> cautions = {};
};

/// Some sources were read and said nothing.
bool says_hours(const Service& service) { return !service.hours_said.empty() && !service.hours_said.starts_with("no encontrado"); }

bool is_of_hours(const Reason& reason) { return reason.code.starts_with("open") || reason.code == "hours_unknown"; }

class List {
  public:
    List(Sheet& sheet, const Answer& answer, const SectorOf& sector_of)
        : sheet_(sheet), out_(sheet.out), answer_(answer), sector_of_(sector_of) {
        for (const auto& match : answer.matches) rows_.push_back(row_of(match));
        open_ = rows_.size();
        for (const auto& miss : answer.near_misses)
            if (is_only_later(miss, "opens_at")) rows_.push_back(row_of(miss));
        later_ = rows_.size() - open_;
        for (const auto& miss : answer.near_misses)
            if (is_only_later(miss, "hours_unknown")) rows_.push_back(row_of(miss));
    }

    void write() {
        write_count();
        const bool is_cut = !sheet_.asked.shows_all && rows_.size() > k_shown_at_first + 4;
        if (is_cut) rows_.resize(k_shown_at_first);
        {
            const auto list = out_.element("ol", {{"class", "entries"}});
            for (const auto& row : rows_) write_row(row);
        }
        if (is_cut) {
            const auto more = out_.element("p", {{"class", "rest"}});
            out_.leaf("a", {{"href", sheet_.asked.address(k_directory_path, "ver", "todo")}},
                      sheet_.filled(words::k_show_all, open_ + later_ + unknown()));
        }
        if (answer_.match_total > answer_.matches.size()) out_.leaf("p", {{"class", "rest"}}, sheet_.say(words::k_first_hundred));
        write_rest();
    }

    std::vector<const Service*> services() const {
        std::vector<const Service*> shown;
        for (const auto& row : rows_) shown.push_back(row.service);
        return shown;
    }

  private:
    static bool is_only_later(const NearMiss& miss, std::string_view code) { return miss.why.size() == 1 && miss.why[0].code == code; }
    std::string_view say(const Reason& reason) const { return sheet_.asked.language == Language::en ? reason.en : reason.es; }
    std::size_t unknown() const { return total_ - open_ - later_; }

    /// Whether a reason is about something that was asked: the rest of the row says the others anyway.
    bool answers(const Reason& reason) const {
        const auto& question = sheet_.asked.question;
        if (reason.code.starts_with("topic")) return question.topic.has_value();
        if (reason.code == "age" || reason.code == "every_age") return question.age.has_value();
        if (reason.code == "national") return question.place.comuna || question.place.region;
        if (reason.code == "free") return question.free_only;
        if (reason.code == "anonymous") return question.anonymous;
        return true;
    }

    Row row_of(const Match& match) {
        ++total_;
        Row row{match.service, "", match.state == calendar::State::open};
        for (const auto& reason : match.fits) {
            if (is_of_hours(reason)) row.when = say(reason);
            else if (answers(reason)) row.because.push_back(&reason);
        }
        for (const auto& caution : match.cautions) row.cautions.push_back(&caution);
        if (!row.when.empty()) return row;
        row.is_unknown = match.state == calendar::State::unknown;
        row.when = match.opens_at ? sheet_.filled(words::k_opens, calendar::spoken(*match.opens_at, sheet_.now, sheet_.asked.zone(), sheet_.asked.language))
                                  : std::string(sheet_.say(row.is_unknown ? words::k_hours_unknown : words::k_closed));
        return row;
    }
    Row row_of(const NearMiss& miss) {
        ++total_;
        Row row{miss.service, std::string(say(miss.why[0])), false, miss.state == calendar::State::unknown};
        for (const auto& caution : miss.cautions) row.cautions.push_back(&caution);
        return row;
    }

    void write_count() {
        const auto verb = sheet_.say(open_ == 1 ? words::k_attends : words::k_attend);
        const auto count = answer_.match_total;
        const auto attend = sheet_.asked.moment == Moment::any  ? fmt::format("{} {}", count, verb)
                            : sheet_.asked.moment == Moment::now ? sheet_.filled(words::k_count_now, count, verb)
                                                                 : sheet_.filled(words::k_count_then, count, verb);
        std::vector<std::string> parts;
        if (open_ > 0) parts.push_back(attend);
        if (later_ > 0) parts.push_back(sheet_.filled(words::k_count_later, later_));
        if (unknown() > 0) parts.push_back(sheet_.filled(words::k_count_unknown, unknown()));
        if (parts.empty()) parts.emplace_back(sheet_.say(words::k_count_none));
        const auto line = out_.element("div", {{"class", "count"}});
        out_.leaf("h2", fmt::format("{}", fmt::join(parts, ", ")));
        const auto local = calendar::local_time(sheet_.asked.zone(), sheet_.now);
        out_.leaf("span", {{"class", "aside-text"}},
                  fmt::format("{}, {} · {}", capitalised(day_said(local.date, sheet_.asked.language)),
                              calendar::clock_text(sheet_.now, sheet_.asked.zone()), sheet_.say(words::k_stroke_is_now)));
    }

    void write_row(const Row& row) {
        const auto& service = *row.service;
        const auto sector = sector_of_(service);
        const auto entry = out_.element("li", {{"class", "entry"}});
        {
            const auto who = out_.element("div");
            write_name(service, sector);
            out_.leaf("p", fmt::format("{}. {}.", ages_said(sheet_, service), topics_said(sheet_, service)));
            write_because(row);
            write_aside(row);
        }
        const auto ways = ways_of(service, sheet_.now, sheet_.asked.question.channel);
        {
            const auto when = out_.element("div");
            out_.leaf("p", {{"class", row.is_unknown ? "when when--unknown" : "when"}}, row.when);
            const bool has_own = !ways.empty() && ways.front().channel->hours.has_value();
            draw_day(sheet_, has_own ? *ways.front().channel->hours : service.hours, sector, row.when);
            if (row.is_unknown && says_hours(service))
                out_.leaf("p", {{"class", "aside-text"}}, sheet_.filled(words::k_source_says, service.hours_said));
        }
        const auto act = out_.element("div", {{"class", "act"}});
        for (std::size_t i = 0; i < ways.size() && i < 2; ++i) {
            if (i > 0 && ways[i].shown.standing != Standing::confirmed) break;
            write_way(sheet_, service, ways[i], i == 0 && row.is_open);
        }
    }

    void write_name(const Service& service, institutions::Sector sector) {
        const auto title = out_.element("h3");
        draw_mark(out_, sector);
        out_.leaf("a", {{"href", sheet_.asked.address(service_path(service))}}, service.name);
        out_.leaf("small", service.institution);
    }

    void write_because(const Row& row) {
        if (row.because.empty()) return;
        const auto list = out_.element("ul", {{"class", "because"}});
        for (const auto* reason : row.because) {
            const auto item = out_.element("li");
            draw_icon(out_, Icon::check);
            out_.text(say(*reason));
        }
    }

    void write_aside(const Row& row) {
        const auto& service = *row.service;
        std::vector<std::string> said = {identity_said(sheet_, service)};
        if (service.is_confidential) said.emplace_back(sheet_.say(words::k_confidential));
        if (service.cost != Cost::unknown) said.push_back(cost_said(sheet_, service));
        said.push_back(requirements_said(sheet_, service));
        for (const auto* caution : row.cautions)
            if (caution->code != "contact_unconfirmed") said.emplace_back(say(*caution));  // the button's place says it
        said.push_back(source_said(sheet_, service));
        if (service.checked_on) said.push_back(check_said(sheet_, service));
        out_.leaf("p", {{"class", "aside-text"}}, fmt::format("{}", fmt::join(said, " · ")));
        const auto line = out_.element("p", {{"class", "aside-text"}});
        const auto link = out_.element("a", {{"href", sheet_.asked.address(service_path(service)) + "#avisar"}});
        out_.text(sheet_.say(words::k_report));
        out_.leaf("span", {{"class", "only-heard"}}, fmt::format(": {}", service.name));
    }

    /// Those that fail for more than the hour: each with what it lacks.
    void write_rest() {
        std::vector<const NearMiss*> rest;
        for (const auto& miss : answer_.near_misses)
            if (!is_only_later(miss, "opens_at") && !is_only_later(miss, "hours_unknown")) rest.push_back(&miss);
        if (rest.empty()) return;
        const auto details = out_.element("details", {{"class", "rest"}});
        {
            const auto summary = out_.element("summary");
            out_.text(sheet_.filled(words::k_not_fitting, rest.size()) + " ");
            out_.leaf("b", sheet_.say(words::k_see_why));
        }
        const auto list = out_.element("ul");
        for (const auto* miss : rest) {
            const auto item = out_.element("li");
            out_.leaf("a", {{"href", sheet_.asked.address(service_path(*miss->service))}}, miss->service->name);
            std::vector<std::string_view> why;
            for (const auto& reason : miss->why) why.push_back(say(reason));
            out_.text(fmt::format(": {}", fmt::join(why, "; ")));
        }
    }

    Sheet& sheet_;
    html::Writer& out_;
    const Answer& answer_;
    const SectorOf& sector_of_;
    std::vector<Row> rows_;
    std::size_t open_ = 0, later_ = 0, total_ = 0;
};

}  // namespace

std::vector<const Service*> write_answer(Sheet& sheet, const Answer& answer, const SectorOf& sector_of) {
    List list(sheet, answer, sector_of);
    list.write();
    return list.services();
}

}  // namespace hebra::directory
