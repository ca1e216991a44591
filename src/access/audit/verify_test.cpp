// What an attacker who can write to the database may do, and that the proof names it.
#include "access/audit/verify.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "access/audit/audit.hpp"
#include "access/audit/sealer.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/house.hpp"

namespace hebra::audit {
namespace {

/// The audit as it stands after some days: five entries sealed and signed, and two that wait.
class AuditProof : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        for (int n = 0; n < 5; ++n) ids.push_back(record());
        sealer.seal();
        sealer.sign();
        for (int n = 0; n < 2; ++n) ids.push_back(record());
        ASSERT_TRUE(proof().sound());
    }

    std::string record() {
        EntryId id;
        const auto person = Uuid::make(house.clock.now());
        test::write(db(), [&](db::Tx& tx) {
            id = house.audit.record(tx, agent,
                                    {.action = "person.view", .subject = person, .person = person, .fields = {"run"}});
        });
        house.clock.advance(std::chrono::milliseconds(1));  // within one, ids have no order
        return id.text();
    }

    Verification proof(std::span<const Anchor> anchors = {}) { return verify(db(), house.vault, ledger, anchors); }

    void alter(const std::string& sql, const std::string& id = {}) {
        test::write(db(), [&](db::Tx& tx) {
            const std::array with_id = {db::arg("id", id)};
            tx.run(sql, id.empty() ? db::Args{} : db::Args(with_id));
        });
    }

    /// Expects exactly these findings, "what: entry".
    void expect_found(std::vector<std::string> expected, std::span<const Anchor> anchors = {}) {
        std::vector<std::string> found;
        for (const auto& finding : proof(anchors).findings) found.push_back(std::string(finding.what.es) + ": " + finding.entry);
        std::ranges::sort(found);
        std::ranges::sort(expected);
        EXPECT_EQ(found, expected);
    }

    test::House house{db()};
    test::TemporaryFolder folder;
    std::string ledger = folder / "checkpoints.txt";
    Sealer sealer{db(), house.vault, house.clock, ledger};
    InstitutionId ours = house.found();
    Actor agent = house.somebody(ours);
    std::vector<std::string> ids;
};
HEBRA_ON_BOTH_DATABASES(AuditProof);

TEST_P(AuditProof, counts_what_it_looked_at) {
    const auto result = proof();
    EXPECT_EQ(result.institutions, 1);
    EXPECT_EQ(result.entries, 5);
    EXPECT_EQ(result.waiting, 2);
    EXPECT_EQ(result.checkpoints, 1);
}

TEST_P(AuditProof, names_an_altered_entry_whatever_was_altered_in_it) {
    const std::string changes[] = {"user_id = '0193f3a0-0000-7000-8000-000000000001'",
                                   "user_id = UPPER(user_id)",
                                   "user_id = 'nobody'",
                                   "at = at + 1",
                                   "acting_for = user_id",
                                   "action = 'person.vieW'",
                                   "subject_id = 'x'",
                                   "person_id = NULL",
                                   "fields = ''",
                                   "institution_id = 'another'"};
    for (const auto& change : changes) {
        for (const auto& id : {ids[2], ids[6]}) {  // one sealed, one waiting
            const auto kept = db().read([&](db::Reader& reader) {
                return reader
                    .one<RawEntry>(
                        "SELECT id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac "
                        "FROM audit_entry WHERE id = :id",
                        {db::arg("id", id)})
                    .value();
            });
            alter("UPDATE audit_entry SET " + change + " WHERE id = :id", id);
            const auto findings = proof().findings;
            EXPECT_TRUE(std::ranges::any_of(findings, [&](const Finding& finding) { return finding.entry == id; }))
                << change;
            test::write(db(), [&](db::Tx& tx) {
                tx.run(
                    "UPDATE audit_entry SET institution_id = :institution, at = :at, user_id = :user, acting_for = :acting, "
                    "action = :action, subject_id = :subject, person_id = :person, fields = :fields WHERE id = :id",
                    {db::arg("institution", kept.institution_id), db::arg("at", kept.at), db::arg("user", kept.user_id),
                     db::arg("acting", kept.acting_for), db::arg("action", kept.action), db::arg("subject", kept.subject_id),
                     db::arg("person", kept.person_id), db::arg("fields", kept.fields), db::arg("id", id)});
            });
        }
    }
    EXPECT_TRUE(proof().sound());
}

TEST_P(AuditProof, names_an_altered_entry_once_and_no_other) {
    alter("UPDATE audit_entry SET fields = 'phone' WHERE id = :id", ids[1]);
    expect_found({"asiento alterado: " + ids[1]});
}

TEST_P(AuditProof, names_an_altered_link_once_and_no_other) {
    test::write(db(), [&](db::Tx& tx) {
        tx.run("UPDATE audit_chain SET hash = :hash WHERE seq = 2", {db::arg("hash", Bytes(32, 1))});
    });
    expect_found({"eslabón alterado: " + ids[1]});
}

TEST_P(AuditProof, names_the_entry_around_a_removed_link) {
    alter("DELETE FROM audit_chain WHERE seq = 2");
    expect_found({"falta un eslabón antes de este: " + ids[2], "asiento fuera de la cadena: " + ids[1]});
}

TEST_P(AuditProof, names_entries_that_changed_places) {
    test::write(db(), [&](db::Tx& tx) {
        tx.run("UPDATE audit_chain SET seq = 99 WHERE seq = 2");
        tx.run("UPDATE audit_chain SET seq = 2 WHERE seq = 3");
        tx.run("UPDATE audit_chain SET seq = 3 WHERE seq = 99");
    });
    const auto findings = proof().findings;
    EXPECT_GE(findings.size(), 2U);
    EXPECT_EQ(findings.at(0).what.es, "eslabón alterado");
}

TEST_P(AuditProof, names_a_removed_entry) {
    alter("DELETE FROM audit_entry WHERE id = :id", ids[3]);
    const auto findings = proof().findings;
    EXPECT_TRUE(
        std::ranges::any_of(findings, [&](const auto& f) { return f.what.es == "asiento eliminado" && f.entry == ids[3]; }));
}

TEST_P(AuditProof, names_a_removed_entry_that_nobody_had_sealed) {
    alter("DELETE FROM audit_entry WHERE id = :id", ids[6]);
    expect_found({"asiento eliminado: " + ids[6]});
}

TEST_P(AuditProof, names_the_last_entry_of_a_business_row_removed_with_every_trace) {
    const Anchor anchor{"institution", R"sql(
        SELECT r.audit_id
          FROM institution r
          LEFT JOIN audit_entry e ON e.id = r.audit_id
         WHERE e.id IS NULL
    )sql"};
    alter(
        "INSERT INTO institution (id, name, legal_nature, sector, created_at, version, audit_id) "
        "VALUES ('x', 'x', 'public_body', 'health', 0, 1, :id)",
        ids[6]);
    expect_found({}, {&anchor, 1});
    alter("DELETE FROM audit_entry WHERE id = :id", ids[6]);
    alter("DELETE FROM audit_pending WHERE entry_id = :id", ids[6]);
    expect_found({"falta el último asiento de una fila: institution " + ids[6]}, {&anchor, 1});
}

TEST_P(AuditProof, names_a_chain_cut_short_by_what_was_signed_outside) {
    for (const auto* table : {"audit_chain WHERE entry_id = :id", "audit_entry WHERE id = :id"})
        alter(std::string("DELETE FROM ") + table, ids[4]);
    expect_found({"la cadena no llega a su firma: 5", "la cadena no coincide con el libro externo: 5"});
    alter("DELETE FROM audit_checkpoint");
    expect_found({"la cadena no coincide con el libro externo: 5"});
}

TEST_P(AuditProof, names_an_altered_checkpoint) {
    for (const std::string change : {"at = at + 1", "seq = 4", "signature = hash"}) {
        alter("UPDATE audit_checkpoint SET " + change);
        const auto findings = proof().findings;
        ASSERT_FALSE(findings.empty()) << change;
        EXPECT_EQ(findings.at(0).what.es, "firma de control alterada") << change;
    }
}

TEST_P(AuditProof, misses_a_ledger_that_is_gone_and_one_that_says_otherwise) {
    std::filesystem::rename(ledger, ledger + "-away");
    expect_found({"falta el libro externo de firmas: checkpoints.txt"});
    std::string line;
    std::getline(std::ifstream(ledger + "-away"), line);
    line[line.find(" 5 ") + 3] ^= 1;
    std::ofstream(ledger) << line << '\n';
    expect_found({"la cadena no coincide con el libro externo: 5"});
}

TEST_P(AuditProof, names_what_one_of_ledger_and_database_has_and_the_other_lacks) {
    const auto lines = [&] {
        std::vector<std::string> all;
        std::ifstream file(ledger);
        for (std::string line; std::getline(file, line);) all.push_back(line);
        return all;
    };
    const auto write = [&](const std::vector<std::string>& some) {
        std::ofstream file(ledger);
        for (const auto& line : some) file << line << '\n';
    };
    for (int n = 0; n < 3; ++n) {  // signed at 5, 7, 8, 9
        sealer.seal();
        sealer.sign();
        record();
    }
    const auto whole = lines();
    ASSERT_EQ(whole.size(), 4U);
    ASSERT_TRUE(proof().sound());

    write({whole[0], whole[1], whole[2]});
    expect_found({"faltan firmas en el libro externo: 9"});
    write({whole[0]});
    expect_found({"faltan firmas en el libro externo: 7–9 (3)"});
    Sealer(db(), house.vault, house.clock, ledger).sign();  // nothing grew: a server that starts again does not cover it up
    expect_found({"faltan firmas en el libro externo: 7–9 (3)"});
    write({whole[0], whole[3]});
    expect_found({"faltan firmas en el libro externo: 7–8 (2)"});

    write(whole);
    alter("DELETE FROM audit_checkpoint WHERE seq = 7");
    expect_found({"faltan en la base firmas que dice el libro externo: 7"});
}

TEST_P(AuditProof, a_server_that_fell_between_telling_the_ledger_and_the_database_is_told_by_the_ledger) {
    sealer.seal();
    sealer.sign();
    alter("DELETE FROM audit_checkpoint WHERE seq = 7");  // as it stands when the database never had it
    EXPECT_TRUE(proof().sound());
    record();
    sealer.seal();
    Sealer(db(), house.vault, house.clock, ledger).sign();
    EXPECT_EQ(proof().checkpoints, 3);
    EXPECT_TRUE(proof().sound());
}

TEST_P(AuditProof, a_ledger_that_knows_more_than_an_older_database_is_not_believed_over_its_chain) {
    for (const auto* table : {"audit_chain WHERE entry_id = :id", "audit_entry WHERE id = :id"})
        alter(std::string("DELETE FROM ") + table, ids[4]);
    alter("DELETE FROM audit_checkpoint");
    Sealer(db(), house.vault, house.clock, ledger).sign();
    EXPECT_EQ(proof().checkpoints, 1) << "its own head, at 4";
    EXPECT_FALSE(proof().sound());
}

TEST_P(AuditProof, a_ledger_from_a_backup_is_completed_from_its_database) {
    std::filesystem::rename(ledger, ledger + "-away");
    std::ofstream(ledger).flush();
    expect_found({"faltan firmas en el libro externo: 5"});
    sealer.complete_ledger();
    expect_found({});
    std::string before, after;
    std::getline(std::ifstream(ledger + "-away"), before);
    std::getline(std::ifstream(ledger), after);
    EXPECT_EQ(before, after) << "as it was signed";
}

TEST_P(AuditProof, names_a_chain_that_vanished_whole) {
    for (const std::string table : {"audit_entry", "audit_chain", "audit_pending", "audit_checkpoint", "institution_secret"})
        alter("DELETE FROM " + table + " WHERE institution_id = :id", ours.text());
    expect_found({"falta la cadena que dice el libro externo: " + ours.text()});
}

TEST_P(AuditProof, names_rows_that_were_given_to_an_institution_that_does_not_exist) {
    alter("UPDATE audit_chain SET institution_id = 'x' WHERE entry_id = :id", ids[4]);
    alter("UPDATE audit_pending SET institution_id = 'x' WHERE entry_id = :id", ids[6]);
    const auto findings = proof().findings;
    for (const auto& id : {ids[4], ids[6]}) {
        EXPECT_TRUE(std::ranges::any_of(findings, [&](const auto& f) {
            return f.what.es == "fila de una institución sin llaves" && f.entry == id;
        })) << id;
    }
    sealer.seal();  // and the sealer goes on with the others
    EXPECT_FALSE(proof().sound());
}

}  // namespace
}  // namespace hebra::audit
