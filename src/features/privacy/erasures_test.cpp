// What ends with somebody erased, for others too; and what stays, because it is somebody else's.
#include "features/privacy/erasures.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/disclosure/disclosure.hpp"
#include "core/thread/thread.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::privacy {
namespace {

using test::Action;
using test::Office;

/// Somebody whom the line referred to the centre, which attended them; the referral is over and what they allowed still holds.
class SomebodyReferred : public test::OnBothDatabases<test::house_schema> {
  protected:
    SomebodyReferred() {
        test::write(db(), [](db::Tx& tx) { tx.add("UPDATE agreement SET events_visible = 1"); });
        auto referral = office.move(office.centre, office.acknowledged(), Action::accept).value();
        theirs = referral.person_id.value();
        referral = office.move(office.centre, referral, Action::confirm_first_contact, test::attended()).value();
        test::MoveRequest word;
        word.code = referrals::Reason::completed;
        word.text = Private("Tuvo su hora.");
        referral = office.move(office.centre, referral, Action::report_outcome, word).value();
        ours = office.referrals.open(office.actor(office.line), referral.id).value().person_id.value();
        referral = office.move(office.line, referral, Action::close_verified, office.asked("Tuvo su hora.")).value();
        id = referral.id;
        called = attend(office.line, ours);
        attended_there = attend(office.centre, theirs);
    }

    /// A contact of an institution with its person, as the attending room tells it.
    EventId attend(InstitutionId institution, PersonId person) {
        EventId event;
        office.clock.advance(std::chrono::minutes(1));
        test::write(db(), [&](db::Tx& tx) {
            event = thread::add(tx, {.thread_id = thread_of(tx, person), .institution_id = institution,
                                     .event_at = office.clock.now(), .entered_at = office.clock.now(),
                                     .kind = thread::EventKind::contact, .data_class = 2,
                                     .visibility = thread::Visibility::agreement, .subject_id = RecordId::make(office.clock.now()),
                                     .user_id = {}, .audit_id = office.entry(tx, institution)});
        });
        return event;
    }

    std::int64_t open_about(PersonId person) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>(
                "SELECT COUNT(*) FROM commitment WHERE person_id = :person AND fulfilled_at IS NULL AND cancelled_at IS NULL",
                {db::arg("person", person)}).value();
        });
    }

    /// An open conversation of an institution with its person, as the attending room keeps it.
    RecordId leave_open(InstitutionId institution, PersonId person) {
        const auto contact = RecordId::make(office.clock.now());
        test::write(db(), [&](db::Tx& tx) {
            tx.add(R"sql(
                INSERT INTO contact (id, institution_id, status, channel, direction, started_at, entered_at, agent_id, entered_by,
                                     person_id, topics, form, form_version, subject_id, version, audit_id)
                VALUES (:id, :institution, 'open', 'phone', 'inbound', :now, :now, 'agent', 'agent', :person, '', 'form', '1.0.0',
                        :person, 1, :audit)
            )sql", {db::arg("id", contact), db::arg("institution", institution), db::arg("now", office.clock.now()),
                    db::arg("person", person), db::arg("audit", office.entry(tx, institution))});
        });
        return contact;
    }

    std::vector<RecordId> open_contacts() {
        return db().read([](db::Reader& reader) {
            return reader.all<RecordId>("SELECT id FROM contact WHERE status = 'open' OR ended_at IS NULL ORDER BY id");
        });
    }

    static ThreadId thread_of(db::Reader& reader, PersonId person) {
        return reader.one<ThreadId>("SELECT thread_id FROM person WHERE id = :id", {db::arg("id", person)}).value();
    }

    bool sees(InstitutionId viewer, PersonId own, EventId event) {
        const auto events = db().read([&](db::Reader& reader) {
            return thread::timeline(reader, viewer, thread_of(reader, own), office.clock.now(), thread::k_newest, 100).value();
        });
        return std::ranges::count(events, event, &thread::Event::id) == 1;
    }

    std::vector<disclosure::Disclosure> told() {
        return db().read([&](db::Reader& reader) { return disclosure::disclosures(reader, office.line, ours); });
    }

    void erase() {
        const auto officer = office.actor(office.line);
        const auto code = db().read([&](db::Reader& reader) { return people::store::find(reader, office.line, ours)->thread_code; });
        const auto shown = erasures.preview(officer, {code}).value();
        ASSERT_TRUE(erasures.erase(officer, {code, shown.confirmation, shown.confirm_before, ErasureReason::person_asked}));
    }

    Office office{db()};
    Erasures erasures{{db(), office.vault, office.audit, office.ledger, office.people, office.commitments, [] { return true; }, office.clock}};
    ReferralId id;
    PersonId ours, theirs;
    EventId called, attended_there;
};
HEBRA_ON_BOTH_DATABASES(SomebodyReferred);

TEST_P(SomebodyReferred, and_erased_is_seen_by_nobody_else_any_more) {
    ASSERT_TRUE(sees(office.centre, theirs, called));
    ASSERT_TRUE(sees(office.line, ours, attended_there));
    ASSERT_EQ(told().size(), 1u);
    ASSERT_FALSE(told()[0].revoked_at);
    const auto other_person = office.sent();

    erase();
    EXPECT_EQ(told()[0].revoked_at, office.clock.now());
    EXPECT_FALSE(sees(office.centre, theirs, called)) << "nothing of who asked that nothing be left";
    EXPECT_FALSE(sees(office.line, ours, attended_there));
    EXPECT_TRUE(sees(office.centre, theirs, attended_there)) << "what the receiver made its own record of is the receiver's";
    EXPECT_TRUE(office.people.open(office.actor(office.centre), theirs));
    const auto left = office.referrals.open(office.actor(office.centre), id).value();
    EXPECT_TRUE(left.erased);
    EXPECT_FALSE(left.package);
    EXPECT_EQ(left.topic, "");
    EXPECT_TRUE(office.referrals.open(office.actor(office.centre), other_person.id).value().package) << "nobody else's ends";
    const auto fields = db().read([&](db::Reader& reader) {
        return reader.one<std::string>("SELECT fields FROM audit_entry WHERE action = 'person.erase'", {}).value();
    });
    EXPECT_NE(fields.find("disclosures=1"), std::string::npos) << fields;
}

TEST_P(SomebodyReferred, and_erased_leaves_no_conversation_to_write_up) {
    leave_open(office.line, ours);
    const auto of_the_centre = leave_open(office.centre, theirs);
    erase();
    EXPECT_EQ(open_contacts(), std::vector{of_the_centre});
    // As an older copy of the database has it.
    test::write(db(), [](db::Tx& tx) {
        tx.add("DELETE FROM installation WHERE name > 'erasure.' AND name < 'erasure/'");
        tx.add("UPDATE contact SET status = 'open', ended_at = NULL");
    });
    EXPECT_EQ(erasures.catch_up()->erased, 1);
    EXPECT_EQ(open_contacts(), std::vector{of_the_centre});
}

TEST_P(SomebodyReferred, and_erased_is_seen_by_nobody_else_in_a_database_from_before) {
    const auto erased_at = office.clock.now();
    erase();
    // As an older copy of the database has it: the ledger's file alone knows.
    test::write(db(), [](db::Tx& tx) {
        tx.add("DELETE FROM installation WHERE name > 'erasure.' AND name < 'erasure/'");
        tx.add("UPDATE disclosure SET revoked_at = NULL");
    });
    ASSERT_TRUE(sees(office.centre, theirs, called));
    office.clock.advance(std::chrono::hours(24));
    test::write(db(), [&](db::Tx& tx) {
        tx.add("UPDATE commitment SET fulfilled_at = NULL, cancelled_at = NULL WHERE person_id = :ours", {db::arg("ours", ours)});
    });
    ASSERT_GT(open_about(ours), 0);
    EXPECT_EQ(erasures.catch_up()->erased, 1);
    EXPECT_EQ(open_about(ours), 0) << "nobody could end what was promised about somebody who is nobody";
    EXPECT_EQ(told()[0].revoked_at, erased_at) << "since they were erased, not since the copy came back";
    EXPECT_FALSE(sees(office.centre, theirs, called));
}

TEST_P(SomebodyReferred, whose_permission_is_taken_back_again_is_told_on_the_thread_with_what_to_cancel) {
    const auto agent = office.actor(office.line);
    const auto waiting = office.acknowledged();
    const auto person = office.referrals.open(agent, waiting.id).value().person_id.value();
    const auto take_back = [&](PersonId whom) {
        const auto directive = office.referrals.disclosures(agent, whom).value().items.at(0).directive_id.value();
        ASSERT_TRUE(office.referrals.withdraw(agent, whom, directive, {disclosure::Giver::person, disclosure::Method::verbal}));
    };
    const auto taken_at = office.clock.now();
    take_back(person);
    take_back(ours);
    // As an older copy of the database has it.
    test::write(db(), [&](db::Tx& tx) {
        tx.add("DELETE FROM installation WHERE name > 'erasure.' AND name < 'erasure/'");
        tx.add("DELETE FROM thread_event WHERE kind = 'permission_withdrawn'");
        tx.add("UPDATE directive SET withdrawn_at = NULL");
        tx.add("UPDATE disclosure SET revoked_at = NULL");
        tx.add("UPDATE referral SET status = 'acknowledged' WHERE id = :id", {db::arg("id", waiting.id)});
    });
    office.clock.advance(std::chrono::hours(24));
    const auto again = erasures.catch_up().value();
    EXPECT_EQ(again.withdrawn, 2);
    EXPECT_EQ(again.to_cancel, std::set{waiting.thread_code}) << "whoever was attended already is not cancelled, then or now";
    const auto told_to = [&](InstitutionId viewer) {
        const auto events = db().read([&](db::Reader& reader) {
            return thread::timeline(reader, viewer, thread_of(reader, person), office.clock.now(), thread::k_newest, 100).value();
        });
        const auto event = std::ranges::find(events, thread::EventKind::permission_withdrawn, &thread::Event::kind);
        return event == events.end() ? std::optional<Time>() : event->event_at;
    };
    EXPECT_EQ(told_to(office.line), taken_at);
    EXPECT_TRUE(erasures.catch_up()->to_cancel.empty()) << "once";
}

TEST_P(SomebodyReferred, and_erased_by_the_receiver_keeps_what_the_origin_allowed) {
    std::swap(office.line, office.centre);
    std::swap(ours, theirs);
    erase();
    const auto given = db().read([&](db::Reader& reader) { return disclosure::disclosures(reader, office.centre, theirs); });
    ASSERT_EQ(given.size(), 1u);
    EXPECT_FALSE(given[0].revoked_at) << "each takes back its own word only";
}

}  // namespace
}  // namespace hebra::privacy
