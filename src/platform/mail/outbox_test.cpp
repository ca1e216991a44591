#include "platform/mail/outbox.hpp"

#include <gtest/gtest.h>

#include <deque>

#include "platform/mail/test_server.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/schema.hpp"

namespace hebra::mail {
namespace {

const Time k_now = *parse_time("2026-11-19T21:12:00Z");
constexpr std::string_view k_kind = "invitation";

/// Answers what the test says, and remembers to whom it wrote.
struct ScriptedPostman final : Postman {
    explicit ScriptedPostman(std::vector<std::string>& to, std::deque<Delivery>& script) : to_(to), script_(script) {}
    Delivery deliver(const Letter& letter, const Uuid&, Time) override {
        to_.push_back(letter.to.reveal());
        if (script_.empty()) return {Outcome::sent, 250};
        const auto delivery = script_.front();
        script_.pop_front();
        return delivery;
    }
    void stop() override {}

  private:
    std::vector<std::string>& to_;
    std::deque<Delivery>& script_;
};

class Letters : public test::OnBothDatabases<test::schema> {
  protected:
    std::unique_ptr<Outbox> make(std::unique_ptr<Postman> postman) {
        return std::make_unique<Outbox>(db(), key, std::move(postman),
                                        [this](db::Tx&, const Envelope& envelope) {
                                            const std::scoped_lock lock(telling);  // from two outboxes at once, in one test
                                            told.push_back(envelope.state);
                                            return Uuid::make(clock.now());
                                        },
                                        clock);
    }
    std::unique_ptr<Outbox> scripted() { return make(std::make_unique<ScriptedPostman>(to, script)); }
    bool add(Outbox& its_outbox, std::string address = "ana@linea.demo", Uuid subject = Uuid{}, Micros useful = std::chrono::hours(1)) {
        return db()
            .write([&](db::Tx& tx) -> Result<bool> {
                return its_outbox.add(tx, {{}, k_kind, subject, {Private(address), "Hebra: invitación", Private("secreto-del-enlace")}, useful},
                                  Uuid{});
            })
            .value();
    }
    State state(Outbox& its_outbox, Uuid subject = Uuid{}) {
        return db().read([&](db::Reader& reader) {
            for (const auto& envelope : its_outbox.newest(reader, {}, k_kind))
                if (envelope.subject_id == subject) return envelope.state;
            throw std::runtime_error("no letter");
        });
    }

    FixedClock clock{k_now};
    const crypto::Key key = crypto::Key::from(Bytes(crypto::Key::k_size, 7));
    std::vector<std::string> to;
    std::deque<Delivery> script;
    std::mutex telling;
    std::vector<State> told;
    std::unique_ptr<Outbox> outbox = scripted();
};
HEBRA_ON_BOTH_DATABASES(Letters);

TEST_P(Letters, leaves_once_and_keeps_nothing_of_what_it_said) {
    ASSERT_TRUE(add(*outbox));
    EXPECT_EQ(test::contents(db()).find("secreto-del-enlace"), std::string::npos) << "a link is a secret also while it waits";
    EXPECT_EQ(outbox->send(), 1);
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_EQ(to.size(), 1U);
    EXPECT_EQ(state(*outbox), State::sent);
    const auto kept = db().read([](db::Reader& r) { return r.one<std::int64_t>("SELECT count(*) FROM outbox WHERE content IS NOT NULL", {}); });
    EXPECT_EQ(kept.value(), 0);
}

TEST_P(Letters, tries_again_later_and_later_until_it_is_of_no_use) {
    script = {{Outcome::postponed, 451}, {Outcome::postponed, 451}, {Outcome::postponed, 451}, {Outcome::postponed, 451}};
    add(*outbox);
    outbox->send();
    EXPECT_EQ(outbox->send(), 0) << "not before its time";
    EXPECT_EQ(to.size(), 1U);
    clock.advance(std::chrono::minutes(1));
    outbox->send();
    EXPECT_EQ(to.size(), 2U);
    EXPECT_EQ(state(*outbox), State::pending);
    clock.advance(std::chrono::minutes(5));
    outbox->send();
    clock.advance(std::chrono::minutes(15));
    outbox->send();
    EXPECT_EQ(state(*outbox), State::given_up) << "its next turn would come after its use";
    EXPECT_EQ(to.size(), 4U);
}

TEST_P(Letters, gives_up_without_calling_what_is_of_no_use_any_more) {
    add(*outbox);
    clock.advance(std::chrono::hours(2));
    outbox->send();
    EXPECT_TRUE(to.empty());
    EXPECT_EQ(state(*outbox), State::given_up);
}

TEST_P(Letters, tells_refused_from_unknown_and_sends_neither_again) {
    script = {{Outcome::refused, 550}, {Outcome::unknown, 354}};
    const auto dead = Uuid::make(clock.now()), lost = Uuid::make(clock.now());
    add(*outbox, "dead@linea.demo", dead);
    clock.advance(std::chrono::seconds(1));
    add(*outbox, "lost@linea.demo", lost);
    outbox->send();
    EXPECT_EQ(state(*outbox, dead), State::refused);
    EXPECT_EQ(state(*outbox, lost), State::unknown);
    clock.advance(std::chrono::days(1));
    outbox->send();
    EXPECT_EQ(to.size(), 2U);
    EXPECT_EQ(told, (std::vector{State::refused, State::unknown}));
}

TEST_P(Letters, never_repeats_one_that_was_on_the_wire_when_the_program_died) {
    struct Dies final : Postman {
        Delivery deliver(const Letter&, const Uuid&, Time) override { throw std::runtime_error("power is gone"); }
        void stop() override {}
    };
    const auto dying = make(std::make_unique<Dies>());
    add(*dying);
    EXPECT_THROW(dying->send(), std::runtime_error);
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_EQ(outbox->find_lost(), 0) << "it may still be under way elsewhere";
    clock.advance(std::chrono::minutes(6));
    EXPECT_EQ(outbox->find_lost(), 1);
    EXPECT_EQ(state(*outbox), State::unknown);
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_TRUE(to.empty());
}

TEST_P(Letters, stops_its_turn_when_the_server_is_away) {
    script = {{Outcome::postponed, 0, false}};
    add(*outbox);
    add(*outbox);
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_EQ(to.size(), 1U) << "the others wait without an attempt against them";
}

TEST_P(Letters, are_claimed_by_one_node_each) {
    constexpr int k_letters = 20;
    for (int n = 0; n < k_letters; ++n) add(*outbox);
    std::vector<std::string> elsewhere;
    std::deque<Delivery> nothing;
    const auto other = make(std::make_unique<ScriptedPostman>(elsewhere, nothing));
    std::thread second([&] { other->send(); });
    outbox->send();
    second.join();
    EXPECT_EQ(to.size() + elsewhere.size(), std::size_t(k_letters));
}

TEST_P(Letters, can_be_held_back_until_they_leave) {
    const auto subject = Uuid::make(clock.now());
    add(*outbox, "ana@linea.demo", subject);
    test::write(db(), [&](db::Tx& tx) { EXPECT_EQ(outbox->cancel(tx, subject, k_kind, Uuid{}), 1); });
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_EQ(state(*outbox, subject), State::cancelled);
    clock.advance(std::chrono::days(1));
    test::write(db(), [&](db::Tx& tx) { EXPECT_EQ(outbox->forget(tx, clock.now()), 1); });
}

TEST_P(Letters, do_not_leave_a_second_time_from_a_restored_backup) {
    add(*outbox);
    test::write(db(), [&](db::Tx& tx) { EXPECT_EQ(outbox->disown(tx, Uuid{}), 1); });
    EXPECT_EQ(outbox->send(), 0);
    EXPECT_EQ(state(*outbox), State::unknown);
}

TEST_P(Letters, are_not_even_stored_where_mail_is_off) {
    const auto off = make(nullptr);
    EXPECT_FALSE(off->is_on());
    EXPECT_FALSE(add(*off));
    EXPECT_EQ(off->send(), 0);
}

TEST_P(Letters, reach_a_real_server_that_was_away_at_first) {
    TestServer server;
    const SmtpSettings settings{.url = server.url(), .from = "hebra@red.demo", .tls = Tls::none};
    const auto real = make(open_smtp(settings).value());
    add(*real, "busy@linea.demo");
    add(*real, "ana@linea.demo");
    EXPECT_EQ(real->send(), 1);
    EXPECT_EQ(server.taken().to, "ana@linea.demo");
}

}  // namespace
}  // namespace hebra::mail
