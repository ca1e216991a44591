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

/// Four at work at once: people, conversations, referrals, corrections. What each was answered, as a question that the disk must
/// answer yes to.
class Writers {
  public:
    Writers(House& house, const Actor& agent, directory::ServiceId service, Date until) : house_(house), agent_(agent), service_(service), until_(until) {
        for (int n = 0; n < 4; ++n)
            threads_.emplace_back([this] {
                while (count() < k_writes) write();
            });
    }
    ~Writers() {
        for (auto& thread : threads_) thread.join();
    }

    static constexpr std::size_t k_writes = 1'000;
    struct Answered {
        std::string_view sql;
        std::string id;
    };
    std::vector<Answered> answered() const {
        const std::lock_guard lock(mutex_);
        return answered_;
    }
    std::size_t count() const {
        const std::lock_guard lock(mutex_);
        return answered_.size();
    }

  private:
    void keep(std::string_view sql, std::string id) {
        const std::lock_guard lock(mutex_);
        answered_.push_back({sql, std::move(id)});
    }
    void write() {
        const auto person = house_.people.create(agent_, nicknamed("Prueba", 20, 902).value()).value();
        keep("SELECT COUNT(*) FROM person WHERE id = :id", person.id.text());
        people::PersonChange change;
        change.social_name = decltype(change.social_name)::set(Private("Álex"));
        EXPECT_TRUE(house_.people.change(agent_, person.id, change, person.version));
        keep("SELECT COUNT(*) FROM person WHERE id = :id AND version > 1", person.id.text());
        attention::NewContact contact;
        contact.person_id = person.id;
        contact.summary = decltype(contact.summary)::set(said("Conversamos."));
        keep("SELECT COUNT(*) FROM contact WHERE id = :id", house_.contacts.create(agent_, contact).value().id.text());
        const disclosure::Consent consent{.giver = disclosure::Giver::person,
                                          .method = disclosure::Method::verbal,
                                          .child_assent = disclosure::ChildAssent::not_applicable,
                                          .valid_until = until_,
                                          .text_version = std::string(disclosure::k_text_version)};
        const auto draft = house_.referrals.create(agent_, {.person_id = person.id,
                                                            .service_id = service_,
                                                            .kind = referrals::Kind::formal,
                                                            .urgency = referrals::Urgency::priority,
                                                            .topic = "mood_anxiety",
                                                            .contact_id = {},
                                                            .follows_id = {},
                                                            .content = {.who = said("Alguien."),
                                                                        .what = said("Duerme poco."),
                                                                        .ask = said("Primera hora."),
                                                                        .basis = {.kind = disclosure::BasisKind::consent, .consent = consent},
                                                                        .unmet = {},
                                                                        .beyond_agreement = std::vector{1, 2}}}).value();
        keep("SELECT COUNT(*) FROM referral WHERE id = :id", draft.id.text());
        referrals::MoveRequest send;
        send.action = Action::send;
        send.version = draft.version;
        send.code = referrals::Reason::agreed_with_service;  // also when no place is left
        const auto sent = house_.referrals.move(agent_, draft.id, send);
        EXPECT_TRUE(sent) << sent.error().word.code;
        keep("SELECT COUNT(*) FROM referral r JOIN disclosure d ON d.subject_id = r.id WHERE r.id = :id AND r.status = 'sent'", draft.id.text());
    }

    House& house_;
    const Actor agent_;
    const directory::ServiceId service_;
    const Date until_;
    mutable std::mutex mutex_;
    std::vector<Answered> answered_;
    std::vector<std::thread> threads_;
};

TEST_F(PowerFails, nothing_is_lost_of_a_thousand_mixed_writes_and_each_chain_holds) {
    Life life(*house_, clock_, clock_.now());
    const auto agent = life.actor(k_line).value();
    const auto catalogue = house_->directory.catalogue();
    Writers writers(*house_, agent, catalogue->find_code("D01")->id, life.day(-90));
    std::size_t found_whole = 0;
    for (int failure = 0; writers.count() < Writers::k_writes; ++failure) {
        house_->sealer.seal();  // so that the chain, too, is cut anywhere
        std::this_thread::sleep_for(std::chrono::milliseconds(7 * (failure % 12)));
        const auto answered = writers.answered();
        const auto database = after_failure(failure % 3 * 40);
        for (const auto& each : answered) {
            const auto there = database->read([&](db::Reader& reader) { return reader.one<std::int64_t>(each.sql, {db::arg("id", each.id)}).value(); });
            EXPECT_EQ(there, 1) << each.sql;
        }
        const auto verified = audit::verify(*database, house_->vault, checkpoints_path(settings_), audit_anchors());
        EXPECT_TRUE(verified.findings.empty()) << failure;
        found_whole += answered.size();
    }
    EXPECT_GT(found_whole, Writers::k_writes);
}

}  // namespace
}  // namespace hebra::app
