// The demo network: whole, at whatever hour it is made, and the same each time.
#include "app/demo/demo.hpp"

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::app {
namespace {

/// Loaded at a moment; what it then holds can be asked.
class Loaded {
  public:
    Loaded(db::Engine engine, std::string_view at) : database_(engine), clock_(*parse_time(at)) {
        Settings settings;
        settings.data = folder_.path();
        settings.log_level = log::Level::error;
        if (engine == db::Engine::postgres) settings.database = database_.url();
        auto opened = House::open(settings, clock_);
        EXPECT_TRUE(opened.has_value());
        house_ = *std::move(opened);
        const auto loaded = load_demo(*house_, clock_, 1);
        EXPECT_TRUE(loaded.has_value()) << at << ": " << why(loaded);
    }

    std::vector<std::string> all(std::string_view sql) {
        return house_->database->read([&](db::Reader& reader) { return reader.all<std::string>(sql); });
    }

  private:
    static std::string why(const Result<>& refused) {
        if (refused) return "";
        std::string text(refused.error().word.code);
        for (const auto& field : refused.error().fields) text += fmt::format(" {} {}", field.pointer, field.word.code);
        return text;
    }

    test::TemporaryFolder folder_;
    test::FreshDatabase database_;
    FixedClock clock_;
    std::unique_ptr<House> house_;
};

/// All that does not come from chance: no id, no key, no sealed byte.
constexpr std::string_view k_told[] = {
    "SELECT code FROM service ORDER BY code",
    "SELECT r.topic || ' ' || r.kind || ' ' || r.urgency || ' ' || r.status || ' ' || CAST(COALESCE(r.sent_at, 0) AS TEXT) FROM referral r ORDER BY 1",
    "SELECT kind || ' ' || danger || ' ' || CAST(due_at AS TEXT) || ' ' || CAST(COALESCE(fulfilled_at, 0) AS TEXT) FROM commitment ORDER BY 1",
    "SELECT kind || ' ' || CAST(COUNT(*) AS TEXT) FROM notice GROUP BY kind ORDER BY 1",
    "SELECT CAST(created_at AS TEXT) FROM person ORDER BY created_at",
    "SELECT CAST(started_at AS TEXT) FROM contact ORDER BY started_at",
    "SELECT action || ' ' || CAST(COUNT(*) AS TEXT) FROM audit_entry GROUP BY action ORDER BY 1",
};

constexpr auto k_afternoon = "2026-11-19T18:00:00Z";

class Demo : public testing::TestWithParam<db::Engine> {};
HEBRA_ON_BOTH_DATABASES(Demo);

TEST_P(Demo, shows_every_state_of_a_referral) {
    Loaded demo(GetParam(), k_afternoon);
    const auto shown = demo.all("SELECT DISTINCT status FROM referral");
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<referrals::Status>>(
        [&](auto status) { EXPECT_EQ(std::ranges::count(shown, status.name), 1) << status.name; });
}

TEST(DemoNetwork, is_the_same_each_time_and_on_each_database) {
    Loaded one(db::Engine::sqlite, k_afternoon), again(db::Engine::sqlite, k_afternoon), elsewhere(db::Engine::postgres, k_afternoon);
    for (const auto sql : k_told) {
        const auto told = one.all(sql);
        EXPECT_FALSE(told.empty()) << sql;
        EXPECT_EQ(told, again.all(sql)) << sql;
        EXPECT_EQ(told, elsewhere.all(sql)) << sql;
    }
}

TEST(DemoNetwork, can_be_made_at_any_hour) {
    // A Sunday before dawn, the first minutes of a year, the last day of a leap month, the day clocks go back, a night in winter.
    for (const auto at : {"2026-11-22T07:30:00Z", "2027-01-01T03:01:00Z", "2028-02-29T23:59:00Z", "2027-04-04T03:30:00Z", "2027-07-16T04:10:00Z"})
        Loaded(db::Engine::sqlite, at);
}

}  // namespace
}  // namespace hebra::app
