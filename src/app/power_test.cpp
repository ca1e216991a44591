// The whole program on a disk that loses what was never synced: whatever it answered is there after the power failed, and nothing
// stands half made.
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "app/demo/demo.hpp"
#include "app/demo/life.hpp"
#include "tests/support/lossy_disk.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hebra::app {
namespace {

using referrals::Action;

constexpr std::string_view k_line = "agente@linea.demo";
constexpr std::string_view k_centre = "recepcion@cesfam.demo";

class PowerFails : public testing::Test {
  protected:
    PowerFails() {
        settings_.data = folder_.path() / "data";
        settings_.log_level = log::Level::error;
        std::filesystem::create_directories(settings_.data);
        std::filesystem::permissions(settings_.data, std::filesystem::perms::owner_all);
        house_ = House::open_on(db::open_sqlite({.path = path_, .vfs = disk_.name()}), settings_, clock_).value();
        EXPECT_TRUE(load_demo(*house_, clock_, 1));
    }

    /// What the disk would hold now; of what was not synced, each write stays with that chance.
    std::unique_ptr<db::Database> after_failure(int survivors) {
        const auto copy = folder_ / fmt::format("copy{}.db", ++failures_);
        disk_.power_failure(path_, copy, survivors, static_cast<std::uint32_t>(failures_));
        auto database = db::open(copy);
        database->read([](db::Reader& reader) {
            EXPECT_EQ(reader.one<std::string>("PRAGMA integrity_check"), "ok");
            for (const auto& anchor : audit_anchors())
                EXPECT_TRUE(reader.all<std::string>(anchor.missing_sql).empty()) << anchor.table << " without its audit entry";
        });
        return database;
    }

    test::TemporaryFolder folder_;
    test::LossyDisk disk_{"power_test"};
    const std::string path_ = folder_ / "data/hebra.db";
    FixedClock clock_{*parse_time("2026-11-19T18:00:00Z")};
    Settings settings_;
    std::unique_ptr<House> house_;
    int failures_ = 0;
};

TEST_F(PowerFails, what_was_answered_is_there_after_each_step_of_a_referral) {
    Life life(*house_, clock_, clock_.now());
    EXPECT_TRUE(life.record(k_line, nicknamed("Prueba", 20, 901).value()));
    const auto id = life.refer({0, 15}, k_line, {.service = "D01", .topic = "mood_anxiety", .kind = referrals::Kind::formal, .urgency = referrals::Urgency::priority,
                                                 .what = "Duerme poco.", .ask = "Primera hora."}).value();
    const auto stands_at = [&](std::string_view status) {
        for (const int survivors : {0, 50}) {
            const auto database = after_failure(survivors);
            EXPECT_EQ(database->read([&](db::Reader& reader) {
                return reader.one<std::string>("SELECT status FROM referral WHERE id = :id", {db::arg("id", id)});
            }), std::string(status)) << survivors;
        }
    };
    stands_at("sent");
    for (const auto [action, status] : {std::pair(Action::acknowledge, "acknowledged"), {Action::accept, "accepted"}, {Action::confirm_first_contact, "first_contact"},
                                        {Action::start_service, "in_service"}}) {
        EXPECT_TRUE(life.move({0, 15}, k_centre, id, action));
        stands_at(status);
    }
    house_->sealer.seal();
    house_->sealer.sign();
    const auto again = House::open_on(after_failure(0), settings_, clock_).value();
    EXPECT_TRUE(again->verify_audit().findings.empty());
}

TEST_F(PowerFails, nobody_is_lost_of_whom_it_was_said_that_they_are_kept) {
    std::mutex mutex;
    std::vector<PersonId> kept;
    std::atomic<bool> enough{false};
    Life life(*house_, clock_, clock_.now());
    const auto agent = life.actor(k_line).value();
    std::vector<std::thread> writers;
    for (int n = 0; n < 4; ++n)
        writers.emplace_back([&] {
            while (!enough) {
                const auto person = house_->people.create(agent, nicknamed("Prueba", 20, 902).value());
                const std::lock_guard lock(mutex);
                kept.push_back(person.value().id);
            }
        });
    for (int failure = 0; failure < 12; ++failure) {
        std::this_thread::sleep_for(std::chrono::milliseconds(7 * failure));
        std::vector<PersonId> answered;
        {
            const std::lock_guard lock(mutex);
            answered = kept;
        }
        const auto database = after_failure(failure % 3 * 40);
        const auto there = database->read([](db::Reader& reader) { return reader.all<PersonId>("SELECT id FROM person ORDER BY id"); });
        const auto missing = std::ranges::count_if(answered, [&](PersonId id) { return !std::ranges::binary_search(there, id); });
        EXPECT_EQ(missing, 0) << "of " << answered.size();
    }
    enough = true;
    for (auto& writer : writers) writer.join();
    EXPECT_GT(kept.size(), 12U);
}

}  // namespace
}  // namespace hebra::app
