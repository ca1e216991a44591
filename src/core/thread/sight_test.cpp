// Who sees whose events on a thread: by what was agreed and by what the person allowed, never by the one alone.
#include "core/thread/sight.hpp"

#include "core/thread/test_threads.hpp"
#include "tests/support/plan.hpp"

namespace hebra::thread {
namespace {

using Sight = Threads;
HEBRA_ON_BOTH_DATABASES(Sight);

TEST_P(Sight, without_what_the_person_allowed_an_agreement_shows_nothing) {
    const auto line = house.found("Línea Demo");
    const auto cesfam = house.found("CESFAM Demo");
    const auto oln = house.found("OLN Demo");
    const auto thread = house.person(line).thread_id;
    join(cesfam, thread);
    join(oln, thread);
    agree({line, cesfam, k_today, k_today, 2, true});
    agree({line, oln, k_today, k_today, 2, true});
    auto event = plain(line, thread);
    event.visibility = Visibility::agreement;
    happen(event);
    EXPECT_TRUE(seen_by(cesfam, thread).empty());
    tell(thread, line, cesfam);
    EXPECT_EQ(seen_by(cesfam, thread).size(), 1u) << "also what was before: the person is not to tell it again";
    EXPECT_TRUE(seen_by(oln, thread).empty()) << "to one institution is not to another";
    tell(thread, line, line);
    EXPECT_TRUE(seen_by(oln, thread).empty());
}

TEST_P(Sight, what_was_taken_back_or_ran_out_shows_no_more_and_what_was_shared_by_name_stays) {
    const auto line = house.found("Línea Demo");
    const auto oln = house.found("OLN Demo");
    const auto thread = house.person(line).thread_id;
    join(oln, thread);
    agree({line, oln, k_today, Date(std::chrono::sys_days(k_today) + std::chrono::days(9)), 2, true});
    const Time now = house.clock.now();
    tell(thread, {line, oln, now, now + 2h});
    auto contact = plain(line, thread);
    contact.visibility = Visibility::agreement;
    const auto before = happen(contact).first;
    auto sent = plain(line, thread);
    sent.visibility = Visibility::agreement;
    sent.kind = EventKind::referral_sent;
    sent.shared_with = oln;
    const auto shared = happen(sent).first;
    EXPECT_EQ(seen_by(oln, thread).size(), 2u);
    house.clock.advance(2h);
    ASSERT_EQ(seen_by(oln, thread).size(), 1u) << "it ran out";
    EXPECT_EQ(seen_by(oln, thread)[0].id, shared);
    tell(thread, {line, oln, now, now + 24h});
    EXPECT_EQ(seen_by(oln, thread).size(), 2u);
    happen(contact);
    test::write(db(), [&](db::Tx& tx) {
        tx.add("UPDATE disclosure SET revoked_at = :now WHERE expires_at > :now", {db::arg("now", house.clock.now())});
    });
    ASSERT_EQ(seen_by(oln, thread).size(), 1u) << "taken back: neither what was, nor that they called again";
    EXPECT_NE(seen_by(oln, thread)[0].id, before);
}

TEST_P(Sight, who_told_sees_what_became_of_it_and_nothing_of_before) {
    const auto line = house.found("Línea Demo");
    const auto cesfam = house.found("CESFAM Demo");
    const auto thread = house.person(line).thread_id;
    join(cesfam, thread);
    agree({line, cesfam, k_today, k_today, 2, true});
    const Time first_told = house.clock.now();
    auto theirs = plain(cesfam, thread);
    theirs.visibility = Visibility::agreement;
    theirs.entered_at = first_told - 1us;
    happen(theirs);
    theirs.entered_at = first_told;
    theirs.event_at = first_told - 24h;
    const auto since = happen(theirs).first;
    tell(thread, {line, cesfam, first_told - 24h, first_told + 24h, first_told - 1h});
    EXPECT_TRUE(seen_by(line, thread).empty()) << "what was told earlier was taken back";
    const auto package = Id<struct Any>::make(first_told).text();
    tell(thread, {line, cesfam, first_told, first_told + 1h, {}, package});
    tell(thread, {line, cesfam, first_told + 30min, first_told + 24h, {}, package});
    house.clock.advance(2h);
    ASSERT_EQ(seen_by(line, thread).size(), 1u) << "since its first version, though that one has run out";
    EXPECT_EQ(seen_by(line, thread)[0].id, since);
    tell(thread, cesfam, line);
    EXPECT_EQ(seen_by(line, thread).size(), 2u) << "the other told it in its turn";
}

TEST_P(Sight, what_was_told_about_somebody_else_shows_nothing_here) {
    const auto line = house.found("Línea Demo");
    const auto cesfam = house.found("CESFAM Demo");
    const auto one = house.person(line).thread_id, other = house.person(line).thread_id;
    join(cesfam, one);
    join(cesfam, other);
    agree({line, cesfam, k_today, k_today, 2, true});
    tell(one, line, cesfam);
    for (const auto& who : {line, cesfam}) {
        auto event = plain(who, other);
        event.visibility = Visibility::agreement;
        happen(event);
    }
    EXPECT_EQ(seen_by(line, other).size(), 1u);
    EXPECT_EQ(seen_by(cesfam, other).size(), 1u);
}

TEST_P(Sight, the_sight_is_computed_once_and_a_page_is_read_by_its_index) {
    const auto line = house.found("Línea Demo");
    const auto cesfam = house.found("CESFAM Demo");
    const auto thread = house.person(line).thread_id;
    join(cesfam, thread);
    agree({line, cesfam, k_today, k_today, 2, true});
    tell(thread, line, cesfam);
    auto args = sight_args(cesfam, thread, house.clock.now());
    args.insert(args.end(), {db::arg("event_at", k_newest.event_at), db::arg("id", k_newest.id), db::arg("most", k_many)});
    const auto plan = test::plan_of(db(), timeline_sql(), args);
    for (const auto* index : {"thread_event_thread", "agreement_first", "agreement_second", "person_thread", "disclosure_person"})
        EXPECT_NE(plan.find(index), plan.npos) << index << "\n" << plan;
    EXPECT_NE(plan.find(db().engine() == db::Engine::sqlite ? "MATERIALIZE sight" : "CTE sight"), plan.npos) << plan;
    EXPECT_EQ(plan.find("SCAN person"), plan.npos) << plan;
    EXPECT_EQ(plan.find("SCAN disclosure"), plan.npos) << plan;
}

}  // namespace
}  // namespace hebra::thread
