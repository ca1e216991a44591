#include "features/example/service.hpp"

#include <gtest/gtest.h>

#include "tests/support/databases.hpp"

namespace hebra::example {
namespace {

/// In the house itself the tables come from migrations/; here only what this room touches.
void tables(db::Database& database) {
    test::write(database, [](db::Tx& tx) {
        tx.add("CREATE TABLE booking (id TEXT NOT NULL PRIMARY KEY, institution_id TEXT NOT NULL, starts_at BIGINT NOT NULL, "
               "status TEXT NOT NULL, version BIGINT NOT NULL, audit_id TEXT NOT NULL)");
        tx.add("CREATE UNIQUE INDEX booking_hour ON booking (institution_id, starts_at) WHERE status <> 'cancelled'");
        tx.add("CREATE TABLE institution_key (institution_id TEXT NOT NULL, epoch BIGINT NOT NULL, wrapped BYTES NOT NULL, "
               "created_at BIGINT NOT NULL, PRIMARY KEY (institution_id, epoch))");
        tx.add("CREATE TABLE institution_secret (institution_id TEXT NOT NULL, version BIGINT NOT NULL, wrapped BYTES NOT NULL, "
               "created_at BIGINT NOT NULL, PRIMARY KEY (institution_id, version))");
        tx.add("CREATE TABLE audit_entry (id TEXT NOT NULL PRIMARY KEY, institution_id TEXT NOT NULL, at BIGINT NOT NULL, "
               "user_id TEXT NOT NULL, acting_for TEXT NOT NULL, action TEXT NOT NULL, subject_id TEXT NOT NULL, "
               "person_id TEXT, fields TEXT NOT NULL, mac BYTES NOT NULL)");
        tx.add("CREATE TABLE audit_pending (entry_id TEXT NOT NULL PRIMARY KEY, institution_id TEXT NOT NULL)");
        tx.add("CREATE TABLE idempotency (user_id TEXT NOT NULL, key TEXT NOT NULL, route TEXT NOT NULL, request_mac BYTES NOT NULL, "
               "ref TEXT NOT NULL, expires_at BIGINT NOT NULL, PRIMARY KEY (user_id, key))");
    });
}

class ExampleService : public test::OnBothDatabases<tables> {
  protected:
    void SetUp() override {
        test::write(db(), [&](db::Tx& tx) {
            vault.found(tx, ours.institution);
            vault.found(tx, theirs.institution);
        });
    }

    Actor somebody() { return {UserId::make(clock.now()), InstitutionId::make(clock.now()), {}, {}, {}}; }
    Time in_hours(int hours) { return clock.now() + std::chrono::hours(hours); }

    FixedClock clock{*parse_time("2026-11-21T15:00:00Z")};
    access::Vault vault{crypto::Key::from(Bytes(crypto::Key::k_size, 7)), clock};
    audit::Audit audit{vault, clock};
    Service service{db(), audit, clock};
    Actor ours = somebody();
    Actor theirs = somebody();
};
HEBRA_ON_BOTH_DATABASES(ExampleService);

TEST_P(ExampleService, books_an_hour_once_in_each_institution) {
    const auto booking = service.book(ours, {in_hours(1)});
    ASSERT_TRUE(booking);
    EXPECT_EQ(booking->status, Status::booked);
    EXPECT_EQ(service.book(ours, {in_hours(1)}).error().word, words::k_hour_taken);
    EXPECT_TRUE(service.book(theirs, {in_hours(1)}));
}

TEST_P(ExampleService, frees_the_hour_of_a_cancelled_booking) {
    const auto id = service.book(ours, {in_hours(1)})->id;
    ASSERT_TRUE(service.move(ours, id, Action::cancel, 1));
    EXPECT_TRUE(service.book(ours, {in_hours(1)}));
}

TEST_P(ExampleService, refuses_an_hour_that_is_past_naming_the_field) {
    const auto refused = service.book(ours, {in_hours(-1)});
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/starts_at");
}

TEST_P(ExampleService, shows_nothing_to_another_institution) {
    const auto id = service.book(ours, {in_hours(1)})->id;
    EXPECT_EQ(service.find(theirs, id).error().kind, Refused::not_found);
    EXPECT_EQ(service.move(theirs, id, Action::cancel, 1).error().kind, Refused::not_found);
    EXPECT_EQ(service.find(ours, id)->status, Status::booked);
}

TEST_P(ExampleService, moves_only_the_version_that_was_seen) {
    const auto id = service.book(ours, {in_hours(1)})->id;
    EXPECT_EQ(service.move(ours, id, Action::use, 2).error().kind, Refused::stale);
    EXPECT_EQ(service.move(ours, id, Action::use, 1)->version, 2);
    EXPECT_EQ(service.move(ours, id, Action::cancel, 2).error().word, words::k_impossible_move);
    EXPECT_EQ(service.find(ours, id)->status, Status::used);
}

TEST_P(ExampleService, carries_out_a_repeated_request_once) {
    ours.once = Once{"key-1", "/api/v1/example/bookings", Bytes{1}};
    const auto first = service.book(ours, {in_hours(1)});
    const auto again = service.book(ours, {in_hours(1)});
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->id, again->id);
}

TEST_P(ExampleService, leaves_nothing_behind_when_a_statement_fails) {
    test::expect_all_or_nothing(db(), [&] { (void)service.book(ours, {in_hours(1)}); });
}

}  // namespace
}  // namespace hebra::example
