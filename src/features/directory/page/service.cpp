// One service, whole.
#include "features/directory/page/parts.hpp"
#include "features/directory/page/service_words.hpp"
#include "platform/calendar/spoken.hpp"

namespace hebra::directory {
namespace {

class Whole {
  public:
    Whole(Sheet& sheet, const Service& service) : sheet_(sheet), out_(sheet.out), service_(service) {}

    void write(institutions::Sector sector, bool is_thanked) {
        const auto whole = out_.element("article", {{"class", "whole"}});
        {
            const auto back = out_.element("a", {{"class", "back"}, {"href", sheet_.asked.address(k_directory_path)}});
            draw_icon(out_, Icon::back);
            out_.text(sheet_.say(words::k_back));
        }
        {
            const auto title = out_.element("h1");
            draw_mark(out_, sector);
            out_.text(service_.name);
        }
        out_.leaf("p", {{"class", "whole__under"}}, service_.institution);
        const auto parts = out_.element("div", {{"class", "whole__parts"}});
        {
            const auto left = out_.element("div");
            write_ways();
            write_facts();
            write_wrong(is_thanked);
        }
        const auto right = out_.element("div");
        write_hours();
    }

  private:
    html::Element section(std::string_view id, const Word& title) {
        auto section = out_.element("section", {{"class", "section"}, {"id", id}, {"aria-labelledby", fmt::format("{}-titulo", id)}});
        out_.leaf("h2", {{"class", "section-title"}, {"id", fmt::format("{}-titulo", id)}}, sheet_.say(title));
        return section;
    }

    void write_ways() {
        const auto ways = section("contacto", words::k_ways);
        const auto list = out_.element("ul", {{"class", "ways"}});
        for (const auto& way : ways_of(service_, sheet_.now, {})) {
            const auto item = out_.element("li");
            const auto kind = hebra::say(word_of(way.channel->kind), sheet_.asked.language);
            {
                const auto said = out_.element("div");
                out_.leaf("h3", capitalised(kind));
                const bool is_confirmed = way.shown.standing == Standing::confirmed;
                out_.leaf("p", is_confirmed ? way.shown.contact : std::string(sheet_.say(way.shown.word)));
                if (!is_confirmed) out_.leaf("p", {{"class", "aside-text"}}, source_said(sheet_, service_));
            }
            const bool is_journey = way.channel->kind == ChannelKind::in_person || way.channel->kind == ChannelKind::by_referral;
            if (!is_journey && way.shown.standing == Standing::confirmed) write_way(sheet_, service_, way, true);
        }
    }

    void fact(const Word& name, std::string_view value) {
        if (value.empty()) return;
        const auto pair = out_.element("div");
        out_.leaf("dt", sheet_.say(name));
        out_.leaf("dd", value);
    }

    void write_facts() {
        const auto facts = section("datos", words::k_facts);
        const auto list = out_.element("dl", {{"class", "facts"}});
        const auto language = sheet_.asked.language;
        fact(words::k_fact_ages, ages_said(sheet_, service_));
        fact(words::k_fact_population, service_.population);
        fact(words::k_fact_topics, topics_said(sheet_, service_));
        fact(words::k_fact_area, service_.area ? hebra::say(institutions::word_of(*service_.area), language) : "");
        fact(words::k_fact_kind, hebra::say(word_of(service_.kind), language));
        fact(words::k_fact_requirements, requirements_said(sheet_, service_));
        fact(words::k_fact_documents, fmt::format("{}", fmt::join(service_.required_documents, ", ")));
        fact(words::k_fact_place, place_said());
        fact(words::k_fact_name, service_.is_confidential ? fmt::format("{} · {}", identity_said(sheet_, service_), sheet_.say(words::k_confidential))
                                                          : identity_said(sheet_, service_));
        fact(words::k_fact_cost, cost_said(sheet_, service_));
        std::vector<std::string> languages;
        for (const auto& each : service_.languages) languages.emplace_back(each.name(language));
        fact(words::k_fact_languages, fmt::format("{}", fmt::join(languages, ", ")));
        fact(words::k_fact_source, service_.as_of.empty() ? service_.source : fmt::format("{} ({})", service_.source, service_.as_of));
        fact(words::k_fact_checked, check_said(sheet_, service_));
    }

    std::string place_said() const {
        const auto& coverage = service_.coverage;
        if (coverage.reach == Reach::national) return std::string(sheet_.say(words::k_all_chile));
        if (coverage.reach == Reach::each_comuna) return std::string(sheet_.say(words::k_each_comuna));
        if (coverage.reach == Reach::each_region) return std::string(sheet_.say(words::k_each_region));
        std::vector<std::string_view> places;
        for (const auto& region : coverage.regions) places.push_back(region.full_name());
        for (const auto& comuna : coverage.comunas) places.push_back(comuna.name());
        return fmt::format("{}", fmt::join(places, ", "));
    }

    void write_hours() {
        const auto hours = section("horario", words::k_hours);
        write_schedule(service_.hours);
        for (const auto& channel : service_.channels) {
            if (!channel.hours) continue;
            out_.leaf("h3", {{"class", "section-title"}}, hebra::say(word_of(channel.kind), sheet_.asked.language));
            write_schedule(*channel.hours);
        }
        if (!service_.hours_said.empty())
            out_.leaf("p", {{"class", "aside-text"}}, sheet_.filled(words::k_source_says, service_.hours_said));
    }

    void write_schedule(const calendar::Schedule& schedule) {
        if (schedule.hours == calendar::Hours::unknown) return out_.leaf("p", sheet_.say(words::k_hours_unknown));
        if (schedule.hours == calendar::Hours::always) return out_.leaf("p", sheet_.say(words::k_day_and_night));
        const auto table = out_.element("table", {{"class", "week"}});
        const auto body = out_.element("tbody");
        for (const auto& day : calendar::week(schedule, calendar::local_time(schedule.zone(), sheet_.now).date)) {
            const auto row = out_.element("tr");
            {
                const auto head = out_.element("th", {{"scope", "row"}});
                out_.text(capitalised(day_said(day.date, sheet_.asked.language)));
                const auto& holiday = sheet_.asked.language == Language::en ? day.holiday_en : day.holiday;
                if (!holiday.empty()) out_.leaf("small", holiday);
            }
            out_.leaf("td", hours_said(day));
        }
    }

    std::string hours_said(const calendar::DrawnDay& day) const {
        if (day.state == calendar::State::unknown) return std::string(sheet_.say(words::k_to_confirm));
        if (day.state == calendar::State::closed) return std::string(sheet_.say(words::k_closed));
        std::vector<std::string> spans;
        for (const auto& span : day.spans) spans.push_back(fmt::format("{}–{}", span.opens.text(), span.closes.text()));
        return fmt::format("{}", fmt::join(spans, ", "));
    }

    void write_wrong(bool is_thanked) {
        const auto wrong = section("avisar", words::k_wrong_title);
        const auto holder = out_.element("div", {{"class", "wrong"}});
        if (is_thanked) return out_.leaf("p", {{"role", "status"}}, sheet_.say(words::k_wrong_thanks));
        out_.leaf("p", sheet_.say(words::k_wrong_what));
        const auto form = out_.element("form", {{"method", "post"}, {"action", sheet_.asked.address(service_path(service_) + "/avisos")}});
        out_.leaf("button", {{"class", "button"}}, sheet_.say(words::k_report));
    }

    Sheet& sheet_;
    html::Writer& out_;
    const Service& service_;
};

}  // namespace

void write_service(Sheet& sheet, const Service& service, institutions::Sector sector, bool is_thanked) {
    Whole(sheet, service).write(sector, is_thanked);
}

}  // namespace hebra::directory
