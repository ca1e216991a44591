// What a thread shows of commitments, on both databases: whose, to whom, and when nobody acted in time.
#include "core/commitments/on_thread.hpp"

#include <gtest/gtest.h>

#include "core/commitments/test_desk.hpp"
#include "core/people/threads.hpp"
#include "core/thread/thread.hpp"

namespace hebra::commitments {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t k_many = 100;

class OnThreads : public test::OnBothDatabases<test::house_schema> {
  protected:
    Desk desk{db()};
    InstitutionId line = desk.found("Línea Demo");
    InstitutionId cesfam = desk.found("CESFAM Demo");
    InstitutionId oln = desk.found("OLN Demo");
    people::Person person = desk.person(line);

    /// One of two hours, about the person, of `of`; asked for by `by`.
    NewCommitment promised(Kind kind, InstitutionId of, std::optional<InstitutionId> by = {}) {
        auto promise = desk.promise(kind, of);
        promise.thread = person.thread_id;
        promise.requested_by = by;
        if (of == line) promise.person = person.id;
        return promise;
    }

    void fulfil(const NewCommitment& promise) {
        desk.act(promise.institution, [&](db::Tx& tx, const Cause& cause) { desk.commitments.fulfil(tx, promise.subject, promise.kind.name, cause); });
    }

    /// An event of an institution about a promise's record.
    void happen(const NewCommitment& promise, int data_class, thread::Visibility visibility = thread::Visibility::agreement) {
        desk.act(promise.institution, [&](db::Tx& tx, const Cause& cause) {
            thread::add(tx, {.thread_id = person.thread_id, .institution_id = promise.institution, .event_at = cause.at, .entered_at = cause.at,
                             .kind = thread::EventKind::referral_acknowledged, .data_class = data_class, .visibility = visibility,
                             .subject_id = promise.subject, .user_id = {}, .audit_id = cause.entry});
        });
    }

    void agree(InstitutionId one, InstitutionId other, int class_limit) {
        const auto [first, second] = std::minmax(one, other);
        test::write(db(), [&](db::Tx& tx) {
            tx.add(R"sql(
                INSERT INTO agreement (id, first_id, second_id, level, class_limit, events_visible, starts_on, ends_on, first_signer,
                                       second_signer, created_at, version, audit_id)
                VALUES (:id, :first, :second, 'collaboration', :limit, 1, '2026-01-01', '2026-12-31', 'a', 'b', 0, 1, :audit)
            )sql", {db::arg("id", Id<struct Any>::make(desk.clock.now())), db::arg("first", first), db::arg("second", second),
                    db::arg("limit", class_limit), db::arg("audit", desk.entry(tx, one))});
        });
    }

    /// The person's own institution told `to` about them, until the end of the agreements.
    void tell(InstitutionId to) {
        test::write(db(), [&](db::Tx& tx) {
            const auto id = Id<struct Any>::make(desk.clock.now());
            tx.add(R"sql(
                INSERT INTO disclosure (id, institution_id, person_id, recipient_id, subject_id, basis, classes, fields,
                                        package_version, package_hash, disclosed_at, expires_at, audit_id)
                VALUES (:id, :line, :person, :to, :id, 'consent', '0,2', '', 1, :hash, :now, :expires, :audit)
            )sql", {db::arg("id", id), db::arg("line", line), db::arg("person", person.id), db::arg("to", to),
                    db::arg("hash", Bytes(32, 1)), db::arg("now", desk.clock.now()), db::arg("expires", desk.clock.now() + 24h * 400),
                    db::arg("audit", desk.entry(tx, line))});
        });
    }

    std::vector<OnThread> seen_by(InstitutionId viewer, std::chrono::hours later = 0h) {
        return db().read([&](db::Reader& reader) { return on_thread(reader, viewer, person.thread_id, desk.clock.now() + later, k_many); });
    }
};
HEBRA_ON_BOTH_DATABASES(OnThreads);

TEST_P(OnThreads, a_time_in_which_nobody_acted_is_from_its_due_date_until_somebody_did) {
    const auto in_time = promised(k_call, line);
    const auto late = promised(k_answer, line);
    const auto still_open = promised(k_call, line);
    const auto a_little_late = promised(k_call, line);
    for (const auto& each : {in_time, late, still_open, a_little_late}) desk.open(each);
    const Time due = desk.clock.now() + 2h;
    desk.clock.advance(1h);
    fulfil(in_time);
    desk.clock.advance(2h);
    fulfil(a_little_late);
    desk.clock.advance(70h);
    fulfil(late);
    const auto seen = seen_by(line);
    ASSERT_EQ(seen.size(), 1u) << "what was done in time leaves nothing, and what is open is on the list of what to do";
    EXPECT_EQ(seen[0].subject_id, late.subject);
    EXPECT_TRUE(seen[0].has_lapsed());
    EXPECT_FALSE(seen[0].is_open());
    EXPECT_EQ(seen[0].due_at, due);
    EXPECT_EQ(seen[0].acted_at, desk.clock.now());
    EXPECT_TRUE(seen_by(cesfam).empty());
}

TEST_P(OnThreads, with_a_life_in_danger_no_minute_is_left_out) {
    auto urgent = promised(k_answer, line);
    urgent.danger = Danger::imminent;
    desk.open(urgent);
    desk.clock.advance(2h + 5min);
    fulfil(urgent);
    ASSERT_EQ(seen_by(line).size(), 1u);
    EXPECT_TRUE(seen_by(line)[0].has_lapsed());
}

TEST_P(OnThreads, who_asked_sees_what_the_other_owes_and_when_it_was_late) {
    const auto asked = promised(k_answer, cesfam, line);
    desk.open(asked);
    auto seen = seen_by(line);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_TRUE(seen[0].is_open());
    EXPECT_FALSE(seen[0].has_lapsed());
    EXPECT_EQ(seen[0].requested_by, line);
    EXPECT_TRUE(seen_by(cesfam).empty()) << "one's own open ones are on one's own list";
    EXPECT_TRUE(seen_by(oln).empty()) << "nobody asked, nobody sees";
    desk.clock.advance(5h);
    fulfil(asked);
    EXPECT_TRUE(seen_by(line).at(0).has_lapsed());
    EXPECT_TRUE(seen_by(cesfam).at(0).has_lapsed());
    EXPECT_TRUE(seen_by(oln).empty());
}

TEST_P(OnThreads, a_third_sees_only_what_belongs_to_what_it_sees) {
    const auto owed = promised(k_answer, line, cesfam);
    desk.open(owed);
    agree(oln, line, 1);
    tell(oln);
    EXPECT_TRUE(seen_by(oln).empty()) << "an agreement alone shows no promise: no event of it is seen";
    happen(owed, 2);
    EXPECT_TRUE(seen_by(oln).empty()) << "above the class that the agreement shows";
    happen(owed, 1, thread::Visibility::own);
    EXPECT_TRUE(seen_by(oln).empty());
    happen(owed, 1);
    EXPECT_EQ(seen_by(oln).size(), 1u);
    EXPECT_TRUE(seen_by(oln, 24h * 60).empty()) << "the agreement ended";
    const auto other = promised(k_call, line, cesfam);
    desk.open(other);
    EXPECT_EQ(seen_by(oln).size(), 1u) << "another record of theirs stays unseen";
    EXPECT_EQ(test::statements_of(db(), [&] { seen_by(oln); }), 1u);
}

TEST_P(OnThreads, a_third_to_which_the_person_allowed_nothing_sees_nothing_and_no_more_once_it_was_taken_back) {
    const auto owed = promised(k_answer, line, cesfam);
    desk.open(owed);
    agree(oln, line, 1);
    happen(owed, 1);
    EXPECT_TRUE(seen_by(oln).empty());
    tell(oln);
    EXPECT_EQ(seen_by(oln).size(), 1u);
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE disclosure SET revoked_at = :now", {db::arg("now", desk.clock.now())}); });
    EXPECT_TRUE(seen_by(oln).empty());
    EXPECT_EQ(seen_by(cesfam).size(), 1u) << "who asked sees what it asked for";
}

TEST_P(OnThreads, a_clock_that_stands_does_not_lapse_and_a_date_moved_too_late_does) {
    const auto stands = promised(k_answer, cesfam, line);
    desk.open(stands);
    desk.act(cesfam, [&](db::Tx& tx, const Cause& cause) { desk.commitments.pause_all(tx, stands.subject, cause); });
    auto moved = promised(k_call, line);
    const auto user = desk.staff(line);
    moved.owner = user;
    const auto id = desk.open(moved);
    desk.clock.advance(6h);
    auto seen = seen_by(line);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_TRUE(seen[0].paused);
    EXPECT_TRUE(seen[0].is_open());
    EXPECT_FALSE(seen[0].has_lapsed());
    ASSERT_TRUE(desk.move(user, line, id, {.action = Action::renegotiate, .version = 0, .due_at = desk.clock.now() + 24h, .reason = Reason::no_capacity}));
    seen = seen_by(line);
    ASSERT_EQ(seen.size(), 2u);
    const auto& late = seen[0].subject_id == moved.subject ? seen[0] : seen[1];
    EXPECT_TRUE(late.has_lapsed());
    EXPECT_EQ(*late.acted_at - late.due_at, 4h);
}

TEST_P(OnThreads, what_two_threads_had_stays_when_they_become_one) {
    const auto other = desk.person(cesfam);
    auto promise = desk.promise(k_answer, cesfam);
    promise.thread = other.thread_id;
    promise.person = other.id;
    promise.requested_by = line;
    desk.open(promise);
    EXPECT_TRUE(seen_by(line).empty());
    test::write(db(), [&](db::Tx& tx) { EXPECT_TRUE(people::threads::join(tx, people::threads::hold(tx, {person.thread_id, other.thread_id}), desk.clock.now())); });
    EXPECT_EQ(seen_by(line).size(), 1u);
}

TEST_P(OnThreads, what_a_notice_asks_of_its_reader_is_nobodys_thread) {
    auto notice = desk.promise(k_answer, line);
    notice.thread = person.thread_id;
    desk.open(notice);
    desk.clock.advance(9h);
    fulfil(notice);
    EXPECT_TRUE(seen_by(line).empty());
}

}  // namespace
}  // namespace hebra::commitments
