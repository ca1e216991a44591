#include <gtest/gtest.h>

#include <future>

#include "core/commitments/test_desk.hpp"

namespace hebra::commitments {
namespace {

using namespace std::chrono_literals;

class Upkeep : public test::OnBothDatabases<test::house_schema> {
  protected:
    std::vector<std::string> told() {
        std::vector<std::string> lines;
        desk.commitments.tell([&](db::Tx&, const Escalation& each) {
            lines.push_back(fmt::format("{} {} {}", boost::describe::enum_to_string(each.audience, ""),
                                        boost::describe::enum_to_string(each.reason, ""), each.kind));
        });
        return lines;
    }
    using Lines = std::vector<std::string>;

    Desk desk{db()};
    InstitutionId line = desk.found("Línea Demo");
    UserId antonia = desk.staff(line);
};
HEBRA_ON_BOTH_DATABASES(Upkeep);

TEST_P(Upkeep, the_ladder_is_climbed_step_by_step) {
    auto answer = desk.promise(k_answer, line);  // two hours; half, due, 30 min and 60 min after
    answer.owner = antonia;
    const auto id = desk.open(answer);
    EXPECT_EQ(desk.commitments.escalate(), 0);
    desk.clock.advance(1h);
    EXPECT_EQ(desk.commitments.escalate(), 1);
    EXPECT_EQ(desk.commitments.escalate(), 0);
    EXPECT_EQ(desk.stored(id).version, 1) << "whoever works on it need not notice";
    EXPECT_EQ(told(), Lines{"owner reminder test.answer"});
    desk.clock.advance(1h);
    EXPECT_EQ(desk.commitments.escalate(), 1);
    EXPECT_EQ(told(), Lines{"owner overdue test.answer"});
    desk.clock.advance(2h);
    EXPECT_EQ(desk.commitments.escalate(), 2);
    EXPECT_EQ(told(), (Lines{"coordinator overdue test.answer", "head overdue test.answer"}));
    desk.clock.advance(2000h);
    EXPECT_EQ(desk.commitments.escalate(), 0);
    EXPECT_EQ(told(), Lines{}) << "each is told once";
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'commitment.escalate'"), 4);
}

TEST_P(Upkeep, after_a_long_night_only_the_last_reminder_is_said) {
    desk.open(desk.promise(k_answer, line));
    desk.clock.advance(24h);
    EXPECT_EQ(desk.commitments.escalate(), 3);
    EXPECT_EQ(told(), (Lines{"owner overdue test.answer", "coordinator overdue test.answer", "head overdue test.answer"}));
}

TEST_P(Upkeep, what_was_done_meanwhile_is_not_told) {
    const auto answer = desk.promise(k_answer, line);
    desk.open(answer);
    desk.clock.advance(1h);
    desk.commitments.escalate();
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.fulfil_all(tx, answer.subject, cause); });
    EXPECT_EQ(told(), Lines{});
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM escalation WHERE told_at IS NULL"), 0);
    desk.clock.advance(24h);
    EXPECT_EQ(desk.commitments.escalate(), 0);
}

TEST_P(Upkeep, what_stands_climbs_no_ladder) {
    const auto answer = desk.promise(k_answer, line);
    desk.open(answer);
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.pause_all(tx, answer.subject, cause); });
    desk.clock.advance(24h);
    EXPECT_EQ(desk.commitments.escalate(), 0);
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.resume_all(tx, answer.subject, cause); });
    EXPECT_EQ(desk.commitments.escalate(), 0);
    desk.clock.advance(1h);
    EXPECT_EQ(desk.commitments.escalate(), 1);
}

TEST_P(Upkeep, what_was_taken_at_the_moment_the_role_was_lost_is_found_later) {
    const access::RoleTable roles{{{Permission{"test_attend"}, {access::Role::agent}}}};
    Commitments engine(db(), desk.audit, desk.calendars, desk.clock, Holders({{"test.", Permission{"test_attend"}}}, roles));
    const auto agent = desk.staff(line), left = desk.staff(line), disabled = desk.staff(line, access::UserStatus::disabled);
    std::vector<CommitmentId> held;
    for (const auto owner : {agent, left, disabled}) {
        auto promise = desk.promise(k_answer, line);
        promise.owner = owner;
        held.push_back(desk.open(promise));
    }
    const auto nobodys = desk.open(desk.promise(k_answer, line));
    test::write(db(), [&](db::Tx& tx) { access::store::remove_role(tx, left, {line, access::Role::agent}); });  // unseen by let_go
    EXPECT_EQ(engine.let_go_late(), 2);
    EXPECT_EQ(desk.stored(held[0]).owner_id, agent);
    for (const auto id : {held[1], held[2]}) {
        EXPECT_FALSE(desk.stored(id).owner_id);
        EXPECT_EQ(desk.stored(id).loose_at, desk.clock.now());
    }
    EXPECT_EQ(desk.stored(nobodys).version, 1);
    const auto told = desk.count("SELECT COUNT(*) FROM audit_entry");
    EXPECT_EQ(engine.let_go_late(), 0);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry"), told) << "once";
}

TEST_P(Upkeep, two_nodes_climb_and_tell_each_step_once) {
    desk.act(line, [&](db::Tx& tx, const Cause& cause) {
        for (int i = 0; i < 45; ++i) desk.commitments.open(tx, desk.promise(k_answer, line), cause);  // more than two pieces
    });
    desk.clock.advance(1h);
    access::Vault vault(crypto::Key::from(Bytes(crypto::Key::k_size, 7)), desk.clock);
    audit::Audit audit(vault, desk.clock);
    const auto second = db::open(fresh().url());
    Commitments node(*second, audit, desk.calendars, desk.clock);
    auto other = std::async(std::launch::async, [&] { return node.escalate(); });
    const auto mine = desk.commitments.escalate();
    EXPECT_EQ(mine + other.get(), 45);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM escalation"), 45);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM commitment WHERE step = 1"), 45);

    const Tell silent = [](db::Tx&, const Escalation&) {};
    auto telling = std::async(std::launch::async, [&] { return node.tell(silent); });
    const auto told_here = desk.commitments.tell(silent);
    EXPECT_EQ(told_here + telling.get(), 45);
}

TEST_P(Upkeep, a_failure_leaves_nothing_half_done) {
    desk.open(desk.promise(k_answer, line));
    desk.clock.advance(1h);
    test::expect_all_or_nothing(db(), [&] { EXPECT_EQ(desk.commitments.escalate(), 1); });
    test::expect_all_or_nothing(db(), [&] {
        EXPECT_EQ(desk.commitments.tell([](db::Tx& tx, const Escalation& each) {
            tx.add("DELETE FROM throttle WHERE since = :at", {db::arg("at", each.at)});
        }), 1);
    });
}

TEST_P(Upkeep, new_holidays_count_the_clocks_again) {
    auto report = desk.promise(k_call, line);
    report.term = Term::of({2, calendar::Unit::business_days}, CalendarKind::institution_hours);
    const auto id = desk.open(report);
    const auto before = desk.stored(id);
    const auto fixed = desk.open([&] {
        auto given = desk.promise(k_call, line);
        given.term = Term::at(desk.clock.now() + 5h);
        return given;
    }());
    EXPECT_EQ(desk.commitments.recompute_clocks(), 0);
    test::write(db(), [](db::Tx& tx) { tx.add("UPDATE commitment SET holidays = 'old', due_at = due_at + 86400000000"); });
    EXPECT_EQ(desk.commitments.recompute_clocks(), 1) << "an appointment knows no holidays";
    EXPECT_EQ(desk.stored(id).due_at, before.due_at);
    EXPECT_EQ(desk.stored(id).loose_at, before.due_at);
    EXPECT_EQ(desk.stored(id).version, 2);
    EXPECT_NE(desk.stored(fixed).due_at, test::k_a_saturday + 5h);
    EXPECT_EQ(desk.commitments.recompute_clocks(), 0);
}

}  // namespace
}  // namespace hebra::commitments
