#include "core/thread/thread.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/thread/test_threads.hpp"

namespace hebra::thread {
namespace {

HEBRA_ON_BOTH_DATABASES(Threads);

TEST_P(Threads, whoever_keeps_no_person_on_it_does_not_know_it) {
    const auto line = house.found("Línea Demo");
    const auto other = house.found("Otra Línea Demo");
    const auto thread = house.person(line).thread_id;
    auto event = plain(line, thread);
    event.shared_with = other;
    happen(event);
    const auto seen = db().read([&](db::Reader& reader) { return timeline(reader, other, thread, house.clock.now(), k_newest, k_many); });
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().kind, Refused::not_found);
    EXPECT_EQ(seen_by(line, thread).size(), 1u);
}

TEST_P(Threads, an_agreement_shows_from_its_first_day_to_its_last_up_to_its_class) {
    using std::chrono::sys_days, std::chrono::days;
    const auto line = house.found("Línea Demo");
    const auto cesfam = house.found("CESFAM Demo");
    const auto thread = house.person(line).thread_id;
    join(cesfam, thread);
    agree({line, cesfam, Date(sys_days(k_today) - days(1)), k_today, 2, true});
    tell(thread, {line, cesfam, house.clock.now() - days(9), house.clock.now() + days(9)});
    auto event = plain(line, thread);
    event.visibility = Visibility::agreement;
    event.data_class = 2;
    happen(event);
    event.data_class = 3;
    happen(event);
    event.data_class = 0;
    event.visibility = Visibility::own;
    happen(event);
    const auto seen_in = [&](days from_today) {
        const Time moment = house.clock.now() + from_today;
        return db().read([&](db::Reader& reader) { return timeline(reader, cesfam, thread, moment, k_newest, k_many).value().size(); });
    };
    EXPECT_EQ(seen_in(days(-2)), 0u);
    EXPECT_EQ(seen_in(days(-1)), 1u);
    EXPECT_EQ(seen_in(days(0)), 1u);
    EXPECT_EQ(seen_in(days(1)), 0u);
    EXPECT_EQ(seen_by(line, thread).size(), 3u);
    EXPECT_FALSE(seen_by(cesfam, thread).front().party) << "it sees that something happened; the record is not its own to open";
    EXPECT_TRUE(seen_by(line, thread).front().party);
    EXPECT_TRUE(seen_by(cesfam, thread).front().user_id.is_nil()) << "whom another institution employs is its own affair";
    EXPECT_FALSE(seen_by(line, thread).front().user_id.is_nil());
}

/// What timeline must answer, said once more without SQL.
bool may_see(InstitutionId viewer, const NewEvent& event, const std::vector<Terms>& agreements, const std::vector<Told>& all_told, Time now) {
    if (event.institution_id == viewer || event.shared_with == viewer) return true;
    if (event.visibility != Visibility::agreement) return false;
    const bool allowed = std::ranges::any_of(all_told, [&](const Told& told) {
        if (told.revoked_at || told.expires_at <= now) return false;
        if (told.from == event.institution_id && told.to == viewer) return true;
        return told.from == viewer && told.to == event.institution_id && told.disclosed_at <= event.entered_at;
    });
    return allowed && std::ranges::any_of(agreements, [&](const Terms& terms) {
        const bool between = (terms.one == viewer && terms.other == event.institution_id) ||
                             (terms.other == viewer && terms.one == event.institution_id);
        return between && terms.events_visible && terms.class_limit >= event.data_class && terms.starts_on <= k_today &&
               k_today <= terms.ends_on;
    });
}

TEST_P(Threads, what_each_sees_is_what_the_rule_says_page_by_page) {
    using std::chrono::sys_days, std::chrono::days;
    std::mt19937 dice(20261121);
    const auto below = [&](unsigned bound) { return static_cast<int>(dice() % bound); };
    std::vector<InstitutionId> institutions;
    for (int i = 0; i < 5; ++i) institutions.push_back(house.found(fmt::format("Institución Demo {}", i)));
    const auto thread = house.person(institutions[0]).thread_id;
    for (std::size_t i = 1; i < institutions.size(); ++i) join(institutions[i], thread);
    const auto elsewhere = house.person(institutions[0]).thread_id;

    std::vector<Terms> agreements;
    for (int i = 0; i < 12; ++i) {
        const auto one = dice() % institutions.size();
        const auto other = (one + 1 + dice() % (institutions.size() - 1)) % institutions.size();
        const auto starts = sys_days(k_today) + days(below(5) - 3);
        agreements.push_back({institutions[one], institutions[other], Date(starts), Date(starts + days(below(5))), below(4), below(3) > 0});
        agree(agreements.back());
    }
    std::vector<Told> told;
    for (int i = 0; i < 14; ++i) {
        const auto from = dice() % institutions.size();
        const auto to = (from + 1 + dice() % (institutions.size() - 1)) % institutions.size();
        const Time at = house.clock.now() - std::chrono::hours(below(40));
        told.push_back({institutions[from], institutions[to], at, at + std::chrono::hours(30 + below(40)),
                        below(4) == 0 ? std::optional(at + 1h) : std::nullopt});
        tell(thread, told.back());
    }
    std::vector<std::pair<EventId, NewEvent>> all;
    for (int i = 0; i < 150; ++i) {
        auto event = plain(institutions[dice() % institutions.size()], thread);
        event.event_at -= std::chrono::hours(below(40));  // many at the same moment
        event.entered_at = event.event_at + std::chrono::hours(below(3));
        event.data_class = below(5);
        event.visibility = below(3) > 0 ? Visibility::agreement : Visibility::own;
        if (below(4) == 0) event.shared_with = institutions[dice() % institutions.size()];
        all.push_back(happen(event));
    }
    happen(plain(institutions[0], elsewhere));

    std::ranges::sort(all, [](const auto& a, const auto& b) {
        return std::tie(a.second.event_at, a.first) > std::tie(b.second.event_at, b.first);
    });
    std::size_t seen_of_others = 0;
    for (const auto viewer : institutions) {
        std::vector<EventId> expected;
        for (const auto& [id, event] : all) {
            if (!may_see(viewer, event, agreements, told, house.clock.now())) continue;
            expected.push_back(id);
            if (event.institution_id != viewer) ++seen_of_others;
        }
        std::vector<EventId> found;
        Position position = k_newest;
        while (true) {
            const auto page = seen_by(viewer, thread, position, 7);
            for (const auto& event : page) found.push_back(event.id);
            if (page.size() < 7) break;
            position = {page.back().event_at, page.back().id};
        }
        EXPECT_EQ(found, expected);
        EXPECT_EQ(test::statements_of(db(), [&] { seen_by(viewer, thread, k_newest, 10); }),
                  test::statements_of(db(), [&] { seen_by(viewer, thread, k_newest, 20); }));
    }
    EXPECT_GT(seen_of_others, 20u) << "the dice left nothing to compare";
}

TEST_P(Threads, an_event_of_no_class_is_a_defect_of_ours) {
    const auto line = house.found("Línea Demo");
    auto event = plain(line, house.person(line).thread_id);
    event.data_class = 5;
    EXPECT_THROW(happen(event), std::logic_error);
}

TEST(Event, is_late_when_it_was_entered_long_after) {
    Event event{};
    event.event_at = test::k_a_saturday;
    event.entered_at = event.event_at + 4h;
    EXPECT_FALSE(is_late(event));
    event.entered_at += 1s;
    EXPECT_TRUE(is_late(event));
}

}  // namespace
}  // namespace hebra::thread
