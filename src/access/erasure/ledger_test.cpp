// The ledger outside the database: one line at a time, proved, and found again.
#include "access/erasure/ledger.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/support/house.hpp"

namespace hebra::access {
namespace {

class Ledger : public test::OnBothDatabases<test::schema> {
  protected:
    SubjectId id() {
        house.clock.advance(std::chrono::milliseconds(1));
        return Uuid(InstitutionId::make(house.clock.now()).value());
    }
    TakenBack taken_back() { return {.at = house.clock.now(), .institution = line, .permissions = {id()}, .travelled = {id()}}; }
    static void add(db::Database& database, ErasureLedger& ledger, const auto& told) {
        test::write(database, [&](db::Tx& tx) { ledger.add(tx, told); });
    }
    std::string text() const {
        std::stringstream all;
        all << std::ifstream(folder / "erasures.txt").rdbuf();
        return all.str();
    }
    void put(const std::string& text) const { std::ofstream(folder / "erasures.txt", std::ios::trunc) << text; }
    bool is_gone(InstitutionId institution, const SubjectId& record) {
        return db().read([&](db::Reader& reader) { return is_erased(reader, institution, record.text()); });
    }
    /// What the machine does again with each line; counted.
    ErasureLedger::With counted() {
        return {[this](db::Tx&, const Erasure&) { ++erased; }, [this](db::Tx&, const TakenBack&) { ++withdrawn; }};
    }

    test::House house{db()};
    test::TemporaryFolder folder;
    ErasureLedger ledger{db(), house.vault, folder / "erasures.txt"};
    InstitutionId line = house.found(), centre = house.found();
    int erased = 0, withdrawn = 0;
};
HEBRA_ON_BOTH_DATABASES(Ledger);

TEST_P(Ledger, takes_the_lines_of_strangers_at_the_same_moment) {
    std::vector<TakenBack> lines;
    for (int n = 0; n < 8; ++n) lines.push_back(taken_back());
    std::atomic<int> kept = 0;
    test::at_once(8, [&](int n) {
        const auto done = db().write([&](db::Tx& tx) -> Result<TakenBack> { return ledger.add(tx, lines[static_cast<std::size_t>(n)]); });
        kept += done.has_value() ? 1 : 0;
    });
    EXPECT_EQ(kept, 8);
    EXPECT_EQ(ledger.write_out().value(), 8);
    EXPECT_EQ(ledger.standing()->in_file, 8);
    EXPECT_EQ(ledger.standing()->people, 0);
}

TEST_P(Ledger, adds_to_what_another_process_added) {
    ErasureLedger other(db(), house.vault, folder / "erasures.txt");
    for (int n = 0; n < 3; ++n) {
        add(db(), ledger, taken_back());
        EXPECT_EQ(ledger.write_out().value(), 1);
        add(db(), other, taken_back());
        EXPECT_EQ(other.write_out().value(), 1);
        EXPECT_EQ(ledger.write_out().value(), 0);
    }
    EXPECT_EQ(ledger.standing()->in_file, 6);
}

TEST_P(Ledger, notices_what_was_done_to_a_file_it_had_proved) {
    for (int n = 0; n < 3; ++n) add(db(), ledger, taken_back());
    ASSERT_EQ(ledger.write_out().value(), 3);
    const auto whole = text();
    auto altered = whole;
    altered[altered.size() / 2] = altered[altered.size() / 2] == 'a' ? 'b' : 'a';
    put(altered);
    EXPECT_EQ(ledger.write_out().error().word, words::k_ledger_broken);
    EXPECT_EQ(ledger.replay(counted()).error().word, words::k_ledger_broken);
    put(whole.substr(0, whole.find('\n') + 30));
    EXPECT_EQ(ledger.write_out().value(), 2) << "a line that was cut short, and the next one";
    EXPECT_EQ(text(), whole);
    EXPECT_EQ(withdrawn, 0);
}

TEST_P(Ledger, appends_no_line_that_does_not_follow) {
    add(db(), ledger, taken_back());
    ASSERT_EQ(ledger.write_out().value(), 1);
    add(db(), ledger, taken_back());
    test::write(db(), [](db::Tx& tx) { tx.run("UPDATE installation SET value = REPLACE(value, ' withdrawn ', ' withdrawm ') WHERE name = 'erasure.000000000002'"); });
    const auto before = text();
    EXPECT_EQ(ledger.write_out().error().word, words::k_ledger_broken);
    EXPECT_EQ(text(), before) << "a file that is right is not spoiled";
}

TEST_P(Ledger, finds_what_was_erased_by_whom_also_in_lines_from_before) {
    const auto person = id(), contact = id(), sent = id(), kept = id();
    add(db(), ledger, Erasure{.at = house.clock.now(), .institution = line, .person = person, .own = {contact}, .shared = {sent}});
    const auto withdrawal = taken_back();
    add(db(), ledger, withdrawal);
    const auto as_it_is = [&] {
        EXPECT_TRUE(is_gone(line, person) && is_gone(line, contact) && is_gone(line, sent));
        EXPECT_TRUE(is_gone(centre, sent)) << "everybody lost it";
        EXPECT_FALSE(is_gone(centre, person) || is_gone(centre, contact)) << "theirs is theirs";
        EXPECT_FALSE(is_gone(line, kept) || is_gone(line, withdrawal.permissions[0]) || is_gone(line, withdrawal.travelled[0]));
    };
    as_it_is();
    test::write(db(), [](db::Tx& tx) { tx.run("DELETE FROM installation WHERE name = 'ledger' OR name LIKE 'erased.%'"); });
    ASSERT_FALSE(is_gone(line, person));
    ASSERT_TRUE(ledger.replay(counted()));
    as_it_is();
}

TEST_P(Ledger, tells_an_older_database_of_each_line_once) {
    add(db(), ledger, taken_back());
    add(db(), ledger, Erasure{.at = house.clock.now(), .institution = line, .person = id()});
    add(db(), ledger, taken_back());
    ASSERT_EQ(ledger.write_out().value(), 3);
    test::write(db(), [](db::Tx& tx) { tx.run("DELETE FROM installation WHERE name IN ('erasure.000000000002', 'erasure.000000000003')"); });
    EXPECT_EQ(ledger.write_out().value(), 0) << "nothing that the file lacks";
    const auto again = ledger.replay(counted()).value();
    EXPECT_EQ(std::pair(again.erased, again.withdrawn), std::pair(std::int64_t{1}, std::int64_t{1}));
    EXPECT_EQ(std::pair(erased, withdrawn), std::pair(1, 1));
    const auto then = ledger.replay(counted()).value();
    EXPECT_EQ(then.erased + then.withdrawn, 0);
    EXPECT_EQ(ledger.write_out().value(), 0) << "the same lines";
}

TEST_P(Ledger, says_whose_erasure_a_copy_from_before_lacks) {
    const auto first = taken_back();
    add(db(), ledger, first);
    ASSERT_EQ(ledger.write_out().value(), 1);
    const auto copy = text();
    house.clock.advance(std::chrono::hours(1));
    add(db(), ledger, taken_back());
    ASSERT_EQ(ledger.write_out().value(), 1);
    put(copy);
    EXPECT_EQ(ledger.standing()->people_lacking, 0);
    EXPECT_EQ(ledger.standing()->in_database - ledger.standing()->in_file, 1);
    EXPECT_EQ(ledger.standing()->last, first.at) << "of the file's lines, whatever they tell";
    add(db(), ledger, Erasure{.at = house.clock.now(), .institution = line, .person = id()});
    EXPECT_EQ(ledger.standing()->people_lacking, 1);
}

}  // namespace
}  // namespace hebra::access
