#include "core/commitments/list.hpp"

#include <gtest/gtest.h>

#include <random>

#include "core/commitments/test_desk.hpp"
#include "core/people/threads.hpp"

namespace hebra::commitments {
namespace {

using namespace std::chrono_literals;

class Lists : public test::OnBothDatabases<test::house_schema> {
  protected:
    /// All pages, a few at a time.
    std::vector<CommitmentId> all_pages(Which which, const Narrow& narrow) {
        std::vector<CommitmentId> ids;
        auto from = first_position(desk.clock.now());
        while (true) {
            const auto page = db().read([&](db::Reader& reader) {
                return narrow.is_everything() ? list(reader, line, which, from, 7) : list_of(reader, line, narrow, which, from, 7);
            });
            for (const auto& item : page) ids.push_back(item.id);
            if (page.size() < 7) return ids;
            from = after(page.back(), from);
        }
    }

    /// Inserts many open ones at once: too many for the ordinary way.
    void fill(InstitutionId institution, int count) {
        test::write(db(), [&](db::Tx& tx) {
            tx.add(R"sql(
                INSERT INTO commitment (id, institution_id, subject_id, kind, danger, demands_owner, by_hand, negotiable, opened_at,
                                        started_at, calendar, holidays, due_at, loose_at, pauses, ladder, step, escalates_at,
                                        renegotiations, version, audit_id)
                WITH RECURSIVE numbers (n) AS (SELECT :one UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)
                SELECT '00000000-0000-7000-8000-' || (100000000000 + n), :institution, '00000000-0000-7000-9000-' || (100000000000 + n),
                       'test.call', CASE WHEN n % 50 = 0 THEN 'high' ELSE 'normal' END, 0, 0, 0, :now, :now, 'around_the_clock', '',
                       :now + (n - 1000) * 1000000, :now + (n - 1000) * 1000000, '', '', 0, :now, 0, 1, :audit
                  FROM numbers
            )sql", {db::arg("one", std::int64_t(1)), db::arg("count", count), db::arg("institution", institution), db::arg("now", desk.clock.now()),
                    db::arg("audit", desk.entry(tx, institution))});
            if (db().engine() == db::Engine::postgres) tx.add("ANALYZE commitment");
        });
    }

    Desk desk{db()};
    InstitutionId line = desk.found("Línea Demo");
    InstitutionId cesfam = desk.found("CESFAM Demo");
    UserId antonia = desk.staff(line);
};
HEBRA_ON_BOTH_DATABASES(Lists);

/// The order of interface.md §5, said without SQL: imminent; loose by danger, then age; the rest by due date.
std::tuple<int, Time, CommitmentId> rank(const Commitment& commitment, Time now) {
    if (commitment.danger == Danger::imminent) return {0, commitment.loose_at, commitment.id};
    if (!commitment.is_loose(now)) return {3, commitment.loose_at, commitment.id};
    return {commitment.danger == Danger::high ? 1 : 2, commitment.loose_at, commitment.id};
}

TEST_P(Lists, show_what_is_open_in_the_order_of_every_home_page) {
    std::mt19937 dice(20261121);
    const auto below = [&](unsigned bound) { return static_cast<int>(dice() % bound); };
    const Time start = desk.clock.now();
    const auto person = desk.person(line).id;
    desk.act(line, [&](db::Tx& tx, const Cause& cause) {
        for (int i = 0; i < 250; ++i) {
            auto given = desk.promise(below(2) == 0 ? k_answer : k_call, below(8) == 0 ? cesfam : line);
            given.danger = static_cast<Danger>(below(3));
            given.term = Term::at(start + std::chrono::minutes(10 * below(120)), CalendarKind::around_the_clock);  // many at once
            if (below(2) == 0) given.owner = antonia;
            if (below(2) == 0) given.person = person;
            desk.commitments.open(tx, given, cause);
            if (below(6) == 0) desk.commitments.pause_all(tx, given.subject, cause);
            if (below(8) == 0) desk.commitments.fulfil_all(tx, given.subject, cause);
        }
    });
    desk.clock.advance(6h);
    const Time now = desk.clock.now();
    std::vector<Commitment> all;
    test::write(db(), [&](db::Tx& tx) {
        for (const auto id : tx.all<CommitmentId>("SELECT id FROM commitment")) all.push_back(store::lock(tx, id).value());
    });
    std::ranges::sort(all, [&](const auto& a, const auto& b) { return rank(a, now) < rank(b, now); });

    for (const Narrow narrow : {Narrow{}, Narrow{.owner = antonia}, Narrow{.person = person}, Narrow{antonia, person}}) {
        for (const auto which : {Which::loose, Which::due, Which::open}) {
            std::vector<CommitmentId> expected;
            for (const auto& each : all) {
                const bool fits = which == Which::open || (which == Which::loose && each.is_loose(now)) ||
                                  (which == Which::due && !each.is_loose(now) && each.loose_at <= now + k_shift);
                const bool belongs = each.is_open() && each.institution_id == line && (!narrow.owner || each.owner_id == narrow.owner) &&
                                     (!narrow.person || each.person_id == narrow.person);
                if (fits && belongs) expected.push_back(each.id);
            }
            EXPECT_GT(expected.size(), 7u) << "the dice left too little to page through";
            EXPECT_EQ(all_pages(which, narrow), expected);
            if (which != Which::loose) continue;
            const auto counted = db().read([&](db::Reader& reader) {
                return narrow.is_everything() ? count_loose(reader, line, now) : count_loose_of(reader, line, narrow, now);
            });
            EXPECT_EQ(counted, std::ssize(expected));
        }
    }
}

TEST_P(Lists, tell_who_asked_the_state_and_no_more) {
    auto answer = desk.promise(k_answer, cesfam);
    answer.requested_by = line;
    const auto id = desk.open(answer);
    auto ended = desk.promise(k_answer, cesfam);
    ended.requested_by = line;
    desk.open(ended);
    desk.act(cesfam, [&](db::Tx& tx, const Cause& cause) { desk.commitments.fulfil_all(tx, ended.subject, cause); });
    db().read([&](db::Reader& reader) {
        const auto asked = list_requested(reader, line, Time::min(), {}, 10);
        ASSERT_EQ(asked.size(), 1u);
        EXPECT_EQ(asked[0].id, id);
        EXPECT_EQ(asked[0].institution_id, cesfam);
        EXPECT_TRUE(list_requested(reader, line, asked[0].due_at, id, 10).empty());
        EXPECT_TRUE(list_requested(reader, cesfam, Time::min(), {}, 10).empty());
        EXPECT_TRUE(list(reader, line, Which::open, first_position(desk.clock.now()), 10).empty()) << "it is not its own";
        EXPECT_EQ(find(reader, line, id, desk.clock.now()).error().kind, Refused::not_found);
        EXPECT_TRUE(find(reader, cesfam, id, desk.clock.now()));
    });
}

TEST_P(Lists, tell_a_room_what_was_abandoned) {
    auto answer = desk.promise(k_answer, line);
    answer.ladder = Ladder::parse("100% owner").value();
    const auto id = desk.open(answer);
    const auto paused = desk.promise(k_answer, line);
    desk.open(paused);
    desk.act(line, [&](db::Tx& tx, const Cause& cause) { desk.commitments.pause_all(tx, paused.subject, cause); });
    desk.open(desk.promise(k_call, line));
    const auto found = [&] {
        return db().read([&](db::Reader& reader) { return abandoned(reader, k_answer.name, desk.clock.now(), 10); });
    };
    const auto given_up = [&] {
        return db().read([&](db::Reader& reader) { return unanswered(reader, k_answer.name, desk.clock.now(), 10).size(); });
    };
    EXPECT_TRUE(found().empty());
    desk.clock.advance(3h);
    ASSERT_EQ(found().size(), 1u);
    EXPECT_EQ(found()[0].id, id);
    desk.commitments.escalate();
    EXPECT_EQ(given_up(), 0u) << "whoever was told just now may still act";
    desk.clock.advance(31min);
    desk.commitments.escalate();
    EXPECT_EQ(given_up(), 1u);
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE commitment SET due_at = :later WHERE id = :id", {db::arg("later", desk.clock.now() + 1h), db::arg("id", id)}); });
    EXPECT_EQ(given_up(), 0u) << "what is not due is given up by nobody, however its ladder stands";
}

TEST_P(Lists, find_the_open_ones_of_many_records_in_one_statement) {
    std::vector<RecordId> subjects;
    desk.act(line, [&](db::Tx& tx, const Cause& cause) {
        subjects.clear();
        for (int i = 0; i < 50; ++i) {
            const auto given = desk.promise(k_answer, line);
            desk.commitments.open(tx, given, cause);
            subjects.push_back(given.subject);
        }
    });
    db().read([&](db::Reader& reader) {
        EXPECT_EQ(desk.commitments.open_of(reader, subjects).size(), 50u);
        EXPECT_EQ(desk.commitments.open_of(reader, std::span(subjects).first(1)).size(), 1u);
        EXPECT_TRUE(desk.commitments.open_of(reader, {}).empty());
        subjects.push_back(RecordId::make(desk.clock.now()));
        EXPECT_THROW(desk.commitments.open_of(reader, subjects), std::logic_error);
    });
}

struct PlanStep {
    std::int64_t id, parent, notused;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(PlanStep, (), (id, parent, notused, detail))

TEST_P(Lists, are_read_by_index_among_thousands) {
    fill(line, 20'000);
    const auto from = first_position(desk.clock.now());
    const auto begun = std::chrono::steady_clock::now();
    const auto page = db().read([&](db::Reader& reader) { return list(reader, line, Which::open, from, 50); });
    const auto spent = std::chrono::steady_clock::now() - begun;
    RecordProperty("first_page_micros", static_cast<int>(std::chrono::duration_cast<Micros>(spent).count()));
    ASSERT_EQ(page.size(), 50u);
    EXPECT_EQ(page.front().danger, Danger::high);
    EXPECT_EQ(page.front().shelf, 1);

    const std::string sql = (db().engine() == db::Engine::sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + std::string(k_list_sql);
    const CommitmentId nobody;
    const auto bound = {db::arg("institution", line), db::arg("most", std::int64_t(50)), db::arg("after_0", std::int64_t(0)),
                        db::arg("id_0", nobody), db::arg("until_0", std::int64_t(9)), db::arg("after_1", std::int64_t(0)),
                        db::arg("id_1", nobody), db::arg("until_1", std::int64_t(9)), db::arg("after_2", std::int64_t(0)),
                        db::arg("id_2", nobody), db::arg("until_2", std::int64_t(9)), db::arg("after_3", std::int64_t(0)),
                        db::arg("id_3", nobody), db::arg("until_3", std::int64_t(9))};
    std::string plan;
    db().read([&](db::Reader& reader) {
        if (db().engine() == db::Engine::postgres)
            for (const auto& line_of_plan : reader.all<std::string>(sql, bound)) plan += line_of_plan + "\n";
        else
            for (const auto& step : reader.all<PlanStep>(sql, bound)) plan += step.detail + "\n";
    });
    EXPECT_NE(plan.find("commitment_danger"), plan.npos) << plan;
    EXPECT_NE(plan.find("commitment_loose"), plan.npos) << plan;
    EXPECT_EQ(plan.find("SCAN commitment"), plan.npos) << plan;
    EXPECT_EQ(plan.find("Seq Scan on commitment"), plan.npos) << plan;
    for (const auto* thread : {"SCAN t", "SCAN k"}) EXPECT_EQ(plan.find(thread), plan.npos) << plan;
}

TEST_P(Lists, name_the_thread_that_theirs_became_part_of) {
    const auto kept = desk.person(cesfam), gone = desk.person(line);
    auto promise = desk.promise(k_answer, line);
    promise.thread = gone.thread_id;
    promise.person = gone.id;
    const auto id = desk.open(promise);
    const auto codes = [&] {
        return db().read([&](db::Reader& reader) {
            const auto now = desk.clock.now();
            const auto from = first_position(now);
            return std::vector{list(reader, line, Which::open, from, 9).at(0).thread_code,
                               list_of(reader, line, {.person = gone.id}, Which::open, from, 9).at(0).thread_code,
                               find(reader, line, id, now)->thread_code};
        });
    };
    EXPECT_EQ(codes(), std::vector(3, std::optional(gone.thread_code)));
    test::write(db(), [&](db::Tx& tx) { EXPECT_TRUE(people::threads::join(tx, people::threads::hold(tx, {kept.thread_id, gone.thread_id}), desk.clock.now())); });
    EXPECT_EQ(codes(), std::vector(3, std::optional(kept.thread_code)));
}

TEST_P(Lists, cost_the_same_statements_for_ten_and_for_twenty) {
    fill(line, 30);
    const auto statements = [&](std::int64_t most) {
        return test::statements_of(db(), [&] {
            db().read([&](db::Reader& reader) { return list(reader, line, Which::open, first_position(desk.clock.now()), most).size(); });
        });
    };
    EXPECT_EQ(statements(10), 1u);
    EXPECT_EQ(statements(20), 1u);
}

}  // namespace
}  // namespace hebra::commitments
