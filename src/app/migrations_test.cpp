// What a migration makes of rows that were there before it, on both databases: each begins at the schema of the one before.
#include "app/migrations.hpp"

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::app {
namespace {

template <std::size_t count>
void first_migrations(db::Database& database) {
    const auto all = migrations();
    db::migrate(database, std::span(all).first(count));
}

/// Rows as they stood at 0021; ids are words, so that a test reads.
class CurrentThreads : public test::OnBothDatabases<first_migrations<21>> {
  protected:
    void add(std::string_view sql, const std::vector<db::Arg>& args) {
        test::write(db(), [&](db::Tx& tx) { tx.add(sql, std::span<const db::Arg>(args)); });
    }
    void thread(std::string_view id, const std::optional<std::string>& joined_to = {}) {
        add("INSERT INTO thread (id, code, created_at, joined_to) VALUES (:id, :code, 1, :joined_to)",
            {db::arg("id", id), db::arg("code", fmt::format("code of {}", id)), db::arg("joined_to", joined_to)});
    }
    void person(std::string_view id, std::string_view institution, std::string_view thread) {
        add(R"sql(
            INSERT INTO person (id, institution_id, thread_id, identity_level, identity, created_at, updated_at, version, audit_id)
            VALUES (:id, :institution, :thread, 'anonymous', :sealed, 1, 1, 1, 'entry')
        )sql", {db::arg("id", id), db::arg("institution", institution), db::arg("thread", thread), db::arg("sealed", Bytes{1})});
    }
    /// Of somebody of the line, to `destination`; with what its sending left on the thread and asked of the line.
    void referral(std::string_view id, std::string_view kind, std::string_view destination, std::string_view thread) {
        add(R"sql(
            INSERT INTO referral (id, origin_id, destination_id, thread_id, origin_person_id, service_id, kind, urgency, status, topic,
                                  age_band, content, package_version, no_shows, reschedules, created_by, created_at, sent_at, updated_at,
                                  version, audit_id)
            VALUES (:id, 'line', :destination, :thread, 'somebody', 'service', :kind, 'routine', 'sent', 'other', 'unknown', :sealed, 0, 0, 0,
                    'agent', 1, 2, 2, 2, 'entry')
        )sql", {db::arg("id", id), db::arg("destination", destination), db::arg("thread", thread), db::arg("kind", kind),
                db::arg("sealed", Bytes{1})});
        event(fmt::format("sending of {}", id), thread, id, std::string(destination));
        add(R"sql(
            INSERT INTO commitment (id, institution_id, requested_by, thread_id, subject_id, kind, danger, demands_owner, by_hand,
                                    negotiable, opened_at, started_at, calendar, holidays, due_at, loose_at, pauses, ladder, step,
                                    escalates_at, renegotiations, version, audit_id)
            VALUES (:id, 'line', :destination, :thread, :referral, 'referral.ask_person', 'normal', 0, 0, 0, 1, 1, 'institution_hours', '',
                    9, 9, '', '', 0, 9, 0, 1, 'entry')
        )sql", {db::arg("id", fmt::format("asking of {}", id)), db::arg("destination", destination), db::arg("thread", thread),
                db::arg("referral", id)});
    }
    void event(std::string_view id, std::string_view thread, std::string_view subject, const std::optional<std::string>& shared_with = {}) {
        add(R"sql(
            INSERT INTO thread_event (id, thread_id, institution_id, event_at, entered_at, kind, data_class, visibility, shared_with,
                                      subject_id, user_id, audit_id)
            VALUES (:id, :thread, 'line', 1, 1, 'referral_sent', 0, 'agreement', :shared_with, :subject, 'agent', 'entry')
        )sql", {db::arg("id", id), db::arg("thread", thread), db::arg("shared_with", shared_with), db::arg("subject", subject)});
    }
    void migrate() { first_migrations<22>(db()); }
    std::vector<std::string> ask(std::string_view sql) {
        return db().read([&](db::Reader& reader) { return reader.all<std::string>(sql, {}); });
    }
    using Rows = std::vector<std::string>;
};
HEBRA_ON_BOTH_DATABASES(CurrentThreads);

TEST_P(CurrentThreads, of_information_nothing_is_left_that_points_at_whose_service_it_was_about) {
    thread("one");
    referral("information", "information", "municipality", "one");
    referral("formal", "formal", "centre", "one");
    ASSERT_NE(test::contents(db()).find("municipality"), std::string::npos);
    migrate();
    EXPECT_EQ(test::contents(db()).find("municipality"), std::string::npos);
    EXPECT_EQ(ask("SELECT id FROM referral WHERE destination_id IS NULL"), Rows{"information"});
    EXPECT_EQ(ask("SELECT id FROM thread_event WHERE shared_with IS NULL"), Rows{"sending of information"});
    EXPECT_EQ(ask("SELECT id FROM commitment WHERE requested_by IS NULL"), Rows{"asking of information"});
    EXPECT_EQ(ask("SELECT destination_id FROM referral_row WHERE id = 'formal'"), Rows{"centre"}) << "who receives still does";
    EXPECT_EQ(ask("SELECT shared_with FROM thread_event WHERE subject_id = 'formal'"), Rows{"centre"});
    EXPECT_EQ(ask("SELECT requested_by FROM commitment WHERE subject_id = 'formal'"), Rows{"centre"});
}

TEST_P(CurrentThreads, events_and_people_of_a_thread_that_was_joined_stand_where_it_went) {
    for (const auto* id : {"kept", "other"}) thread(id);
    thread("gone", "kept");
    person("of the line", "line", "kept");
    person("of the centre", "centre", "gone");
    person("elsewhere", "centre", "other");
    referral("late", "formal", "centre", "gone");
    event("arrival", "gone", "late", "line");
    event("earlier", "kept", "contact");
    event("of somebody else", "other", "contact");
    migrate();
    EXPECT_EQ(ask("SELECT id FROM thread_event WHERE thread_id = 'kept' ORDER BY id"), (Rows{"arrival", "earlier", "sending of late"}));
    EXPECT_EQ(ask("SELECT id FROM thread_event WHERE thread_id = 'other'"), Rows{"of somebody else"});
    EXPECT_EQ(ask("SELECT id FROM person WHERE thread_id = 'kept' ORDER BY id"), (Rows{"of the centre", "of the line"}));
    EXPECT_EQ(ask("SELECT id FROM person WHERE thread_id = 'other'"), Rows{"elsewhere"});
    EXPECT_EQ(ask("SELECT thread_id FROM referral_row"), Rows{"kept"});
    EXPECT_EQ(ask("SELECT thread_code FROM referral_row"), Rows{"code of kept"});
    EXPECT_EQ(ask("SELECT code FROM thread WHERE id = 'gone'"), Rows{"code of gone"}) << "whoever has it finds the way";
}

// Two rows of one institution are merged by hand, never by a migration.
TEST_P(CurrentThreads, whoever_has_somebody_on_the_thread_that_is_left_keeps_both_rows) {
    thread("kept");
    thread("gone", "kept");
    person("first", "centre", "kept");
    person("second", "centre", "gone");
    migrate();
    EXPECT_EQ(ask("SELECT thread_id FROM person ORDER BY id"), (Rows{"kept", "gone"}));
}

TEST_P(CurrentThreads, of_two_of_one_institution_whose_threads_became_one_the_first_moves) {
    thread("kept");
    for (const auto* id : {"gone", "gone too"}) thread(id, "kept");
    person("first", "centre", "gone");
    person("second", "centre", "gone too");
    migrate();
    EXPECT_EQ(ask("SELECT thread_id FROM person ORDER BY id"), (Rows{"kept", "gone too"}));
}

// Two that were joined at one instant, each to what the other left.
TEST_P(CurrentThreads, a_thread_that_became_part_of_one_that_is_no_more_goes_where_that_went) {
    thread("kept");
    thread("second", "kept");
    thread("third", "second");
    thread("fourth", "third");
    thread("this way", "that way");
    thread("that way", "this way");
    person("of the centre", "centre", "fourth");
    event("arrival", "third", "late");
    migrate();
    EXPECT_EQ(ask("SELECT id FROM thread WHERE joined_to = 'kept' ORDER BY id"), (Rows{"fourth", "second", "third"}));
    EXPECT_EQ(ask("SELECT id FROM thread WHERE joined_to IS NULL ORDER BY id"), (Rows{"kept", "that way"}));
    EXPECT_EQ(ask("SELECT thread_id FROM person"), Rows{"kept"});
    EXPECT_EQ(ask("SELECT thread_id FROM thread_event"), Rows{"kept"});
}

}  // namespace
}  // namespace hebra::app
