#include "access/rotation/rotation.hpp"

#include <gtest/gtest.h>

#include "access/keys/store.hpp"
#include "tests/support/house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;
constexpr std::string_view k_place = "person.identity";

class Rotating : public test::OnBothDatabases<test::schema> {
  protected:
    NewSubject subject() { return subject(house.vault, ours); }
    NewSubject subject(Vault& vault, InstitutionId of) {
        const auto keys = db().read([&](db::Reader& reader) { return vault.institution(reader, of); });
        auto made = vault.new_subject(*keys, of, Uuid::make(house.clock.now()));
        test::write(db(), [&](db::Tx& tx) { vault.keep(tx, made); });
        return made;
    }
    std::int64_t count(const std::string& of) {
        return db().read([&](db::Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM " + of).value(); });
    }
    Result<Sealing> opened(Vault& vault, InstitutionId by, const NewSubject& made) {
        return db().read([&](db::Reader& reader) { return vault.subject(reader, by, made.sealing.subject()); });
    }
    std::string read(InstitutionId by, const NewSubject& made, const Bytes& sealed) {
        Vault restarted(test::master_key(), house.clock);
        return opened(restarted, by, made)->open(k_place, row, sealed);
    }

    test::House house{db()};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found();
    Uuid row = Uuid::make(house.clock.now());
    int scrubbed = 0;
    bool disk_obeys = true;
    Rotation rotation{db(), house.vault, house.audit, [this] { return ++scrubbed, disk_obeys; }, house.clock};
};
HEBRA_ON_BOTH_DATABASES(Rotating);

TEST_P(Rotating, wraps_every_key_anew_and_touches_nothing_they_sealed) {
    std::vector<NewSubject> all;
    for (int n = 0; n < 450; ++n) all.push_back(subject());
    const auto sealed = all.back().sealing.seal(k_place, row, "Rayén");
    const auto done = rotation.rotate();
    EXPECT_EQ(done.begun, 2);
    EXPECT_EQ(done.resumed, 0);
    EXPECT_EQ(done.rewrapped, 450);
    EXPECT_EQ(count("subject_key WHERE epoch = 2"), 450);
    EXPECT_EQ(count("audit_entry WHERE action = 'key.rotate'"), 2) << "in each institution's chain";
    EXPECT_EQ(read(ours, all.back(), sealed), "Rayén");
    EXPECT_EQ(house.keys(ours)->epoch, 2) << "what is made from now on is under the new one";
    EXPECT_EQ(rotation.rotate().rewrapped, 450);
    EXPECT_EQ(read(ours, all.back(), sealed), "Rayén");
}

TEST_P(Rotating, goes_on_where_a_killed_rotation_stopped) {
    for (int n = 0; n < 300; ++n) subject();
    std::int64_t heard = 0;
    EXPECT_THROW(rotation.rotate([&](std::int64_t so_far) {
        heard = so_far;
        throw std::runtime_error("killed");
    }), std::runtime_error);
    EXPECT_EQ(count("subject_key WHERE epoch = 1"), 300 - heard);
    Vault restarted(test::master_key(), house.clock);
    Rotation again(db(), restarted, house.audit, [] { return true; }, house.clock);
    const auto done = again.rotate();
    EXPECT_EQ(done.begun, 1) << "the institution it had not come to";
    EXPECT_EQ(done.resumed, 1);
    EXPECT_EQ(done.rewrapped, 300 - heard);
    EXPECT_EQ(count("institution_key"), 4) << "no third epoch";
}

TEST_P(Rotating, a_package_stays_open_to_both_institutions) {
    const auto package = subject();
    const auto shared = house.vault.share(package, *house.keys(theirs), theirs);
    test::write(db(), [&](db::Tx& tx) { house.vault.keep(tx, shared); });
    const auto sealed = package.sealing.seal(k_place, row, "ficha");
    EXPECT_EQ(rotation.rotate().rewrapped, 2);
    EXPECT_EQ(read(ours, package, sealed), "ficha");
    EXPECT_EQ(read(theirs, package, sealed), "ficha");
    EXPECT_EQ(count("(SELECT DISTINCT wrapped FROM subject_key) w"), 2);
}

TEST_P(Rotating, does_not_bring_back_a_key_erased_meanwhile) {
    const auto gone = subject();
    const store::SubjectKey stale{gone.sealing.subject(), 2, gone.wrapped};
    test::write(db(), [&](db::Tx& tx) {
        house.vault.erase(tx, ours, gone.sealing.subject());
        store::save_rewrapped(tx, ours, stale, 1);
    });
    rotation.rotate();
    EXPECT_EQ(count("subject_key"), 0);
}

TEST_P(Rotating, a_server_that_has_not_heard_reads_and_writes_all_the_same) {
    Vault server(test::master_key(), house.clock);
    const auto before = subject(server, ours);
    rotation.rotate();
    const auto heard = subject();
    ASSERT_EQ(heard.epoch, 2);
    house.clock.advance(6min);  // what it held unwrapped is gone
    const auto sealed = heard.sealing.seal(k_place, row, "Rayén");
    const auto late = subject(server, ours);
    EXPECT_EQ(late.epoch, 1);
    EXPECT_EQ(opened(server, ours, heard)->open(k_place, row, sealed), "Rayén") << "an epoch it did not know";
    EXPECT_TRUE(opened(server, ours, before));
    EXPECT_EQ(subject(server, ours).epoch, 2) << "from then on it knows";
    EXPECT_TRUE(opened(house.vault, ours, late));

    Vault idle(test::master_key(), house.clock);
    subject(idle, ours);
    rotation.rotate();  // finishes with the late one
    rotation.rotate();
    idle.refresh(db());
    EXPECT_EQ(subject(idle, ours).epoch, 3);
}

TEST_P(Rotating, opens_a_list_of_an_older_epoch_without_a_statement_per_row) {
    std::vector<NewSubject> all;
    for (int n = 0; n < 20; ++n) all.push_back(subject());
    test::write(db(), [&](db::Tx& tx) { EXPECT_TRUE(house.vault.begin_epoch(tx, ours, 2)); });
    Vault restarted(test::master_key(), house.clock);
    restarted.refresh(db());
    const auto asked = test::statements_of(db(), [&] {
        db().read([&](db::Reader& reader) {
            for (const auto& one : all) restarted.subject(reader, ours, one.sealing.subject(), {one.epoch, one.wrapped});
        });
    });
    EXPECT_EQ(asked, 0U);
}

TEST_P(Rotating, never_remembers_a_key_whose_transaction_was_undone) {
    house.keys(ours);
    Vault vault(test::master_key(), house.clock);
    const auto founded = InstitutionId::make(house.clock.now());
    const auto refused = db().write([&](db::Tx& tx) -> Result<> {
        EXPECT_TRUE(vault.begin_epoch(tx, ours, 2));
        EXPECT_EQ(vault.institution(tx, ours)->epoch, 2);
        vault.found(tx, founded);
        vault.institution(tx, founded);
        return not_found();
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(subject(vault, ours).epoch, 1);
    test::write(db(), [&](db::Tx& tx) { vault.found(tx, founded); });
    const auto made = subject(vault, founded);
    EXPECT_EQ(read(founded, made, made.sealing.seal(k_place, row, "Rayén")), "Rayén");
}

TEST_P(Rotating, destroys_an_epoch_only_once_it_wraps_nothing_and_the_last_backup_with_it_is_gone) {
    const auto late = subject();
    const auto sealed = late.sealing.seal(k_place, row, "Rayén");
    rotation.rotate();
    EXPECT_EQ(rotation.retire(35 * 24h), 0);
    house.clock.advance(20 * 24h);
    // A server that has not heard of the new epoch writes under the old one.
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE subject_key SET epoch = 1, wrapped = :was", {db::arg("was", late.wrapped)}); });
    EXPECT_EQ(rotation.retire(35 * 24h), 0);
    EXPECT_EQ(count("subject_key WHERE epoch = 1"), 0);
    house.clock.advance(16 * 24h);
    EXPECT_EQ(rotation.retire(35 * 24h), 1) << "theirs; ours was in use sixteen days ago";
    EXPECT_EQ(count("institution_key"), 3);
    EXPECT_EQ(scrubbed, 1);
    disk_obeys = false;
    house.clock.advance(20 * 24h);
    EXPECT_EQ(rotation.retire(35 * 24h), 1);
    EXPECT_EQ(count("institution_key WHERE epoch = 2"), 2);
    EXPECT_EQ(count("institution_key"), 2);
    EXPECT_EQ(count("installation"), 0);
    EXPECT_EQ(count("audit_entry WHERE action = 'key.retire'"), 2);
    disk_obeys = true;
    rotation.retire(35 * 24h);
    rotation.retire(35 * 24h);
    EXPECT_EQ(scrubbed, 3) << "until the disk obeyed";
    EXPECT_EQ(read(ours, late, sealed), "Rayén");
    EXPECT_TRUE(house.keys(ours)->older.empty()) << "nor does this process hold it";
}

TEST_P(Rotating, keeps_an_epoch_a_day_whatever_the_setting_and_never_one_in_use) {
    subject();
    rotation.rotate();
    rotation.retire(0s);
    EXPECT_EQ(count("institution_key"), 4);
    test::write(db(), [&](db::Tx& tx) {
        tx.add("UPDATE subject_key SET epoch = 1");
        EXPECT_FALSE(store::destroy_epoch(tx, {ours, 1}));
    });
    EXPECT_EQ(count("institution_key"), 4);
}

TEST_P(Rotating, two_at_once_end_under_one_epoch) {
    for (int n = 0; n < 250; ++n) subject();
    test::at_once(2, [&](int) {
        Vault vault(test::master_key(), house.clock);
        audit::Audit audit(vault, house.clock);
        Rotation(db(), vault, audit, [] { return true; }, house.clock).rotate();
    });
    house.vault.refresh(db());
    const auto epoch = house.keys(ours)->epoch;
    EXPECT_LE(epoch, 3) << "2; or 3 when the second began after the first had ended";
    EXPECT_EQ(count("subject_key WHERE epoch = " + std::to_string(epoch)), 250);
}

}  // namespace
}  // namespace hebra::access
