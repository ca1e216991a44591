#include "access/audit/audit.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "access/audit/sealer.hpp"
#include "access/audit/verify.hpp"
#include "platform/crypto/hash.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/house.hpp"

namespace hebra::audit {
namespace {

using namespace std::chrono_literals;

struct ChainRow {
    std::int64_t seq;
    std::string entry_id;
};
BOOST_DESCRIBE_STRUCT(ChainRow, (), (seq, entry_id))

class AuditStore : public test::OnBothDatabases<test::schema> {
  protected:
    EntryId record(const Actor& actor, const Act& act = {.action = "test.act"}) {
        EntryId id;
        test::write(db(), [&](db::Tx& tx) { id = house.audit.record(tx, actor, act); });
        house.clock.advance(1ms);  // within one, ids have no order
        return id;
    }
    std::vector<RawEntry> waiting() {
        return db().read([&](db::Reader& reader) { return store::pending(reader, ours, 10'000); });
    }
    std::vector<ChainRow> chain() {
        return db().read([&](db::Reader& reader) {
            return reader.all<ChainRow>("SELECT seq, entry_id FROM audit_chain WHERE institution_id = :of ORDER BY seq",
                                        {db::arg("of", ours)});
        });
    }
    std::int64_t entries() {
        return db().read(
            [](db::Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM audit_entry").value(); });
    }
    Verification proof() { return verify(db(), house.vault, ledger, {}); }
    std::vector<std::string> ledger_lines() {
        std::ifstream file(ledger);
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);) lines.push_back(line);
        return lines;
    }

    test::House house{db()};
    test::TemporaryFolder folder;
    std::string ledger = folder / "checkpoints.txt";
    Sealer sealer{db(), house.vault, house.clock, ledger};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found();
    Actor agent = house.somebody(ours);
    Uuid person = Uuid::make(house.clock.now());
};
HEBRA_ON_BOTH_DATABASES(AuditStore);

TEST_P(AuditStore, writes_what_happened_under_a_key_of_the_institution) {
    const Time at = house.clock.now();
    const auto id =
        record(agent, {.action = "person.change", .subject = person, .person = person, .fields = {"phone", "run"}});
    const auto entry = waiting().at(0);
    EXPECT_EQ(entry.id, id.text());
    EXPECT_EQ(entry.user_id, agent.user.text());
    EXPECT_EQ(entry.acting_for, ours.text());
    EXPECT_EQ(entry.at, to_micros(at));
    EXPECT_EQ(entry.fields, "phone,run");
    EXPECT_EQ(entry.person_id, person.text());
    EXPECT_EQ(entry.mac, crypto::mac(house.keys(ours)->audit, canonical(entry)));
    EXPECT_NE(entry.mac, crypto::mac(house.keys(theirs)->audit, canonical(entry)));
}

TEST(AuditEntry, has_other_bytes_whenever_any_field_differs) {
    const RawEntry entry{"a", "b", 1, "c", "d", "e", "f", std::nullopt, "g", {}};
    std::vector<RawEntry> others(11, entry);
    others[0].id = "x";
    others[1].institution_id = "x";
    others[2].at = 2;
    others[3].user_id = "x";
    others[4].acting_for = "x";
    others[5].action = "x";
    others[6].subject_id = "x";
    others[7].person_id = "";
    others[8].person_id = "g";
    others[9].fields = "x";
    others[10].user_id = "cd";
    others[10].acting_for = "";
    for (const auto& other : others) EXPECT_NE(canonical(other), canonical(entry));
}

TEST_P(AuditStore, keeps_no_entry_of_what_was_refused) {
    (void)db().write([&](db::Tx& tx) -> Result<> {
        house.audit.record(tx, agent, {.action = "test.act"});
        return not_found();
    });
    EXPECT_EQ(entries(), 0);
}

TEST_P(AuditStore, counts_looks_within_a_minute_as_one) {
    const auto look = [&](const Actor& actor, std::string_view action, const Uuid& record) {
        house.audit.record_view(db(), actor, {.action = action, .subject = record, .person = record});
        return entries();
    };
    EXPECT_EQ(look(agent, "person.view", person), 1);
    house.clock.advance(59s);
    EXPECT_EQ(look(agent, "person.view", person), 1);
    EXPECT_EQ(look(house.somebody(ours), "person.view", person), 2) << "somebody else";
    EXPECT_EQ(look(agent, "contact.view", person), 3) << "another kind of look";
    EXPECT_EQ(look(agent, "person.view", Uuid::make(house.clock.now())), 4) << "another record";
    house.clock.advance(1s);
    EXPECT_EQ(look(agent, "person.view", person), 5);
}

TEST_P(AuditStore, a_list_that_a_page_asks_for_again_is_one_look_until_it_is_left_and_for_an_hour_at_most) {
    const auto look = [&](const Actor& actor, std::vector<std::string> asked = {"box=inbox"}, std::size_t found = 7) {
        house.audit.record_list(db(), actor, {.action = "referral.list", .fields = std::move(asked)}, found);
        return entries();
    };
    EXPECT_EQ(look(agent), 1);
    for (int minute = 1; minute < 60; ++minute) {
        house.clock.advance(60s);
        EXPECT_EQ(look(agent), 1) << minute;
    }
    house.clock.advance(60s);
    EXPECT_EQ(look(agent), 2) << "an hour later";
    house.clock.advance(120s);
    EXPECT_EQ(look(agent), 3) << "left, and come back to";
    EXPECT_EQ(look(agent, {"box=sent"}), 4) << "another question";
    EXPECT_EQ(look(house.somebody(ours)), 5) << "somebody else";
    EXPECT_EQ(db().read([](db::Reader& reader) {
        return reader.all<std::string>("SELECT DISTINCT fields FROM audit_entry ORDER BY fields", {});
    }), (std::vector<std::string>{"box=inbox,found=7", "box=sent,found=7"}));
}

TEST_P(AuditStore, a_list_that_has_shrunk_and_grows_again_is_another_look) {
    const auto look = [&](std::size_t found) {
        house.audit.record_list(db(), agent, {.action = "referral.list", .fields = {"box=inbox"}}, found);
        return entries();
    };
    EXPECT_EQ(look(7), 1);
    EXPECT_EQ(look(3), 1);
    EXPECT_EQ(look(7), 2) << "four of them may be others";
}

TEST_P(AuditStore, says_no_look_happened_when_it_could_not_be_written) {
    db().fail_statement(1);
    EXPECT_THROW(house.audit.record_view(db(), agent, {.action = "person.view", .subject = person}), std::runtime_error);
    house.audit.record_view(db(), agent, {.action = "person.view", .subject = person});
    EXPECT_EQ(entries(), 1) << "the look that failed was not remembered as made";
}

TEST_P(AuditStore, lists_a_persons_entries_newest_first_and_in_pages) {
    std::vector<std::string> all;
    for (int n = 0; n < 5; ++n) {
        all.insert(all.begin(), record(agent, {.action = "person.view", .subject = person, .person = person}).text());
    }
    record(agent);
    record(house.somebody(theirs), {.action = "person.view", .subject = person, .person = person});
    std::vector<std::string> read;
    test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE audit_entry SET at = 7"); });  // one moment: the ids decide
    Time before = Time::max();
    for (EntryId before_id; read.size() < 10;) {
        const auto page =
            db().read([&](db::Reader& reader) { return store::about_person(reader, ours, person, before, before_id, 2); });
        if (page.empty()) break;
        for (const auto& entry : page) read.push_back(entry.id.text());
        before = page.back().at;
        before_id = page.back().id;
    }
    EXPECT_EQ(read, all);
}

TEST_P(AuditStore, seals_in_order_each_link_from_the_one_before) {
    std::vector<std::string> written;
    for (int n = 0; n < 5; ++n) written.push_back(record(agent).text());
    EXPECT_EQ(sealer.seal(), 5);
    written.push_back(record(agent).text());
    EXPECT_EQ(sealer.seal(), 1);
    EXPECT_EQ(sealer.seal(), 0);
    const auto links = chain();
    ASSERT_EQ(links.size(), 6U);
    for (std::size_t n = 0; n < links.size(); ++n) {
        EXPECT_EQ(links[n].seq, static_cast<std::int64_t>(n) + 1);
        EXPECT_EQ(links[n].entry_id, written[n]);
    }
    EXPECT_TRUE(waiting().empty());
    EXPECT_TRUE(proof().sound());
}

TEST_P(AuditStore, seals_more_than_one_batch_and_every_institution) {
    test::write(db(), [&](db::Tx& tx) {
        for (int n = 0; n < 450; ++n) house.audit.record(tx, agent, {.action = "test.act"});
        house.audit.record(tx, house.somebody(theirs), {.action = "test.act"});
    });
    EXPECT_EQ(sealer.seal(), 451);
    EXPECT_EQ(chain().size(), 450U);
    const auto result = proof();
    EXPECT_TRUE(result.sound());
    EXPECT_EQ(result.entries, 451);
}

TEST_P(AuditStore, makes_one_chain_when_two_nodes_seal_at_once) {
    constexpr int k_written = 120;
    std::atomic<bool> writing = true;
    test::at_once(3, [&](int thread) {
        if (thread == 0) {
            for (int n = 0; n < k_written; ++n) record(agent);
            writing = false;
            return;
        }
        Sealer other(db(), house.vault, house.clock, ledger);
        while (writing) other.seal();
    });
    sealer.seal();
    EXPECT_EQ(chain().size(), static_cast<std::size_t>(k_written));
    EXPECT_EQ(chain().back().seq, k_written);
    EXPECT_TRUE(waiting().empty());
    EXPECT_TRUE(proof().sound());
}

TEST_P(AuditStore, signs_where_each_chain_stands_here_and_in_the_ledger) {
    record(agent);
    sealer.sign();
    EXPECT_TRUE(ledger_lines().empty()) << "nothing is sealed yet";
    sealer.seal();
    sealer.sign();
    sealer.sign();
    EXPECT_EQ(ledger_lines().size(), 1U) << "a chain that did not grow is signed once";
    record(agent);
    record(house.somebody(theirs));
    sealer.seal();
    sealer.sign();
    EXPECT_EQ(ledger_lines().size(), 3U);
    const auto result = proof();
    EXPECT_TRUE(result.sound());
    EXPECT_EQ(result.checkpoints, 3);
    EXPECT_EQ(result.institutions, 2);
}

TEST_P(AuditStore, writes_on_after_a_line_of_the_ledger_that_a_power_failure_cut) {
    record(agent);
    sealer.seal();
    sealer.sign();
    std::ofstream(ledger, std::ios::app) << ours.text() << " 2 0a1b";
    record(agent);
    sealer.seal();
    sealer.sign();
    EXPECT_EQ(ledger_lines().size(), 3U);
    EXPECT_TRUE(proof().sound());
}

}  // namespace
}  // namespace hebra::audit
