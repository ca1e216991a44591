// What the two sides of a referral see of each other on the person's thread: since what, and until when.
#include <gtest/gtest.h>

#include "core/disclosure/between.hpp"
#include "core/thread/thread.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

class BothSides : public test::OnBothDatabases<test::house_schema> {
  protected:
    BothSides() {
        test::write(db(), [](db::Tx& tx) { tx.add("UPDATE agreement SET events_visible = 1"); });
    }

    /// A contact of an institution with its person, as the attending room tells it.
    EventId attend(InstitutionId institution, PersonId person) {
        EventId id;
        office.clock.advance(std::chrono::minutes(1));
        test::write(db(), [&](db::Tx& tx) {
            id = thread::add(tx, {.thread_id = thread_of(tx, person), .institution_id = institution, .event_at = office.clock.now(),
                                  .entered_at = office.clock.now(), .kind = thread::EventKind::contact, .data_class = 2,
                                  .visibility = thread::Visibility::agreement, .subject_id = RecordId::make(office.clock.now()),
                                  .user_id = {}, .audit_id = office.entry(tx, institution)});
        });
        office.clock.advance(std::chrono::minutes(1));
        return id;
    }

    static ThreadId thread_of(db::Reader& reader, PersonId person) {
        return reader.one<ThreadId>("SELECT thread_id FROM person WHERE id = :id", {db::arg("id", person)}).value();
    }

    std::vector<thread::Event> seen_by(InstitutionId viewer, PersonId own) {
        return db().read([&](db::Reader& reader) {
            return thread::timeline(reader, viewer, thread_of(reader, own), office.clock.now(), thread::k_newest, 100).value();
        });
    }
    bool sees(InstitutionId viewer, PersonId own, EventId event) {
        return std::ranges::count(seen_by(viewer, own), event, &thread::Event::id) == 1;
    }
    std::int64_t shared() {
        return db().read([&](db::Reader& reader) { return disclosure::threads_between(reader, office.centre, office.line, office.clock.now()); });
    }

    Office office{db()};
};
HEBRA_ON_BOTH_DATABASES(BothSides);

TEST_P(BothSides, see_nothing_else_of_each_other_by_a_basis_that_is_no_consent) {
    const auto whom = office.person(office.line).id;
    const auto known = office.person(office.centre).id;
    const auto told = attend(office.line, whom);
    auto written = office.content();
    written.basis = {.kind = disclosure::BasisKind::vital_interest, .article = "Ley 21.719, art. 13", .justification = Private("Peligro inminente.")};
    auto referral = office.move(office.line, office.draft_of(whom, written).value(), Action::send).value();
    referral = office.move(office.centre, referral, Action::acknowledge).value();
    MoveRequest accept;
    accept.person_id = known;
    referral = office.move(office.centre, referral, Action::accept, accept).value();
    const auto theirs = attend(office.centre, known);
    EXPECT_FALSE(sees(office.centre, known, told)) << "the person allowed nothing: what had to be told was told";
    EXPECT_FALSE(sees(office.line, whom, theirs));
    EXPECT_EQ(shared(), 0);
    const auto own = seen_by(office.centre, known);
    EXPECT_TRUE(std::ranges::any_of(own, [&](const thread::Event& event) { return event.institution_id == office.line; }))
        << "what the two did together stays with both";
}

TEST_P(BothSides, see_each_other_from_what_the_person_allowed_until_they_take_it_back) {
    const auto whom = office.person(office.line).id;
    const auto known = office.person(office.centre).id;  // somebody of the centre's own, whom it takes them to be
    const auto told_before = attend(office.line, whom);
    const auto theirs_before = attend(office.centre, known);
    EXPECT_EQ(shared(), 0);
    auto referral = office.move(office.line, office.draft_of(whom).value(), Action::send).value();
    referral = office.move(office.centre, referral, Action::acknowledge).value();
    MoveRequest accept;
    accept.person_id = known;
    referral = office.move(office.centre, referral, Action::accept, accept).value();

    const auto told_since = attend(office.line, whom);
    const auto theirs_since = attend(office.centre, known);
    EXPECT_FALSE(sees(office.line, whom, theirs_before)) << "whom the centre attended before is nothing that a referral asks out of it";
    EXPECT_TRUE(sees(office.line, whom, theirs_since)) << "what became of it";
    EXPECT_TRUE(sees(office.centre, known, told_before)) << "the person is not to tell it again";
    EXPECT_TRUE(sees(office.centre, known, told_since));
    EXPECT_EQ(shared(), 1);

    const auto agent = office.actor(office.line);
    const auto directive = office.referrals.disclosures(agent, whom).value().items.at(0).directive_id.value();
    ASSERT_TRUE(office.referrals.withdraw(agent, whom, directive, {disclosure::Giver::person, disclosure::Method::verbal}));
    const auto called_again = attend(office.line, whom);
    const auto theirs_after = attend(office.centre, known);
    for (const auto event : {told_before, told_since, called_again})
        EXPECT_FALSE(sees(office.centre, known, event)) << "an institution that the person left is not told that they called again";
    for (const auto event : {theirs_before, theirs_since, theirs_after}) EXPECT_FALSE(sees(office.line, whom, event));
    EXPECT_EQ(shared(), 0);
    const auto tells = [](const std::vector<thread::Event>& events, thread::EventKind kind) {
        return std::ranges::count(events, kind, &thread::Event::kind) == 1;
    };
    for (const auto& [who, own] : {std::pair(office.centre, known), std::pair(office.line, whom)})
        for (const auto kind : {thread::EventKind::referral_sent, thread::EventKind::referral_accepted, thread::EventKind::permission_withdrawn})
            EXPECT_TRUE(tells(seen_by(who, own), kind)) << "the referral itself is of both";
}

TEST_P(BothSides, see_nothing_more_of_each_other_once_it_ran_out) {
    const auto whom = office.person(office.line).id;
    auto referral = office.move(office.line, office.draft_of(whom).value(), Action::send).value();
    referral = office.move(office.centre, referral, Action::acknowledge).value();
    referral = office.move(office.centre, referral, Action::accept).value();
    const auto own = referral.person_id.value();
    const auto contact = attend(office.line, whom);
    EXPECT_TRUE(sees(office.centre, own, contact));
    office.clock.advance(*parse_time("2027-02-01T03:00:00Z") - office.clock.now());  // the midnight that ends the last day
    EXPECT_FALSE(sees(office.centre, own, contact));
}

}  // namespace
}  // namespace hebra::referrals
