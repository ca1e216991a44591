#include "features/directory/page/parts.hpp"

namespace hebra::directory {
namespace {

using institutions::Sector;

struct Weave {
    std::string_view name;
    std::string_view path;
    bool is_filled = false;
};

/// As web/design/sector-mark.tsx draws them.
Weave weave_of(Sector sector) {
    switch (sector) {
        case Sector::helpline: return {"helpline", "M1 4.5h16M1 9h16M1 13.5h16"};
        case Sector::health: return {"health", "M4 4l10 10M14 4L4 14"};
        case Sector::childhood:
            return {"childhood",
                    "M5 5m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M13 5m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0"
                    "M9 9m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0M5 13m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0"
                    "M13 13m-1.7 0a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0-3.4 0",
                    true};
        case Sector::education: return {"education", "M4.5 1v16M9 1v16M13.5 1v16"};
        case Sector::justice: return {"justice", "M5.5 1v16M12.5 1v16M1 5.5h16M1 12.5h16"};
        case Sector::municipal: return {"municipal", "M1 11L11 1M4 17L17 4M10 18l8-8"};
        case Sector::gender: return {"gender", "M1 7l4-4 4 4 4-4 4 4M1 14l4-4 4 4 4-4 4 4"};
        case Sector::community:
            return {"community", "M2 2h4.6v4.6H2zM11.2 2H16v4.6h-4.8zM6.6 6.6h4.6v4.6H6.6zM2 11.2h4.6V16H2zM11.2 11.2H16V16h-4.8z", true};
    }
    return {};
}

constexpr double k_left = 6;
constexpr double k_width = 254.4;

/// One local day, and where a moment of it stands in the drawing.
class Day {
  public:
    Day(calendar::Zone zone, Time now)
        : zone_(zone), date_(calendar::local_time(zone, now).date), from_(calendar::instant(zone, date_, std::chrono::minutes(0))),
          until_(calendar::instant(zone, date_, std::chrono::hours(24))) {}

    Time from() const { return from_; }
    Time until() const { return until_; }
    double at(Time time) const {
        if (time <= from_) return k_left;
        if (time >= until_) return k_left + k_width;
        return k_left + k_width * static_cast<double>(calendar::local_time(zone_, time).minute().count()) / (24 * 60);
    }

  private:
    calendar::Zone zone_;
    Date date_;
    Time from_, until_;
};

}  // namespace

void draw_mark(html::Writer& out, Sector sector) {
    const auto weave = weave_of(sector);
    const auto svg = out.element("svg", {{"class", fmt::format("mark hue-{}", weave.name)}, {"viewBox", "0 0 18 18"}, {"aria-hidden", "true"}});
    { const auto ground = out.element("rect", {{"class", "mark__ground"}, {"width", "18"}, {"height", "18"}, {"rx", "2.5"}}); }
    const auto threads = out.element("path", {{"class", weave.is_filled ? "mark__threads--filled" : "mark__threads"}, {"d", weave.path}});
}

void draw_day(Sheet& sheet, const calendar::Schedule& schedule, Sector sector, std::string_view said) {
    auto& out = sheet.out;
    const Day day(schedule.zone(), sheet.now);
    const auto svg = out.element("svg", {{"class", fmt::format("day hue-{}", weave_of(sector).name)}, {"width", "268"}, {"height", "40"},
                                         {"viewBox", "0 0 268 40"}, {"role", "img"}, {"aria-label", sheet.filled(words::k_day_drawn, said)}});
    const auto path = [&](std::string_view look, const std::string& d) {
        const auto drawn = out.element("path", {{"class", look}, {"d", d}});
    };
    path("day__night", fmt::format("M{} 14h{}", k_left, k_width));
    if (schedule.hours != calendar::Hours::unknown) {
        for (const auto& interval : calendar::intervals(schedule, day.from(), day.until())) {
            const auto line = fmt::format("M{:.1f} 14H{:.1f}", day.at(interval.from), day.at(interval.until));
            path(interval.state == calendar::State::open ? "day__open" : "day__unknown", line);
            if (interval.state == calendar::State::open) path("day__twist", line);
        }
    }
    path("day__now", fmt::format("M{:.1f} 2V26", day.at(sheet.now)));
    for (const int hour : {0, 6, 12, 18, 24})
        out.leaf("text", {{"x", fmt::format("{:.1f}", k_left + k_width * hour / 24)}, {"y", "38"}, {"text-anchor", "middle"}},
                 fmt::format("{}", hour));
}

}  // namespace hebra::directory
