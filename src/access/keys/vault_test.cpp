#include "access/keys/vault.hpp"

#include <gtest/gtest.h>

#include "access/keys/store.hpp"
#include "platform/crypto/seal.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;
constexpr std::string_view k_place = "person.identity";

class VaultStore : public test::OnBothDatabases<test::schema> {
  protected:
    /// A stored subject of an institution.
    NewSubject subject_of(InstitutionId institution) {
        const auto subject = house.vault.new_subject(*house.keys(institution), institution, Uuid::make(house.clock.now()));
        test::write(db(), [&](db::Tx& tx) { house.vault.keep(tx, subject); });
        return subject;
    }
    Result<Sealing> open(Vault& vault, InstitutionId institution, SubjectId subject) {
        return db().read([&](db::Reader& reader) { return vault.subject(reader, institution, subject); });
    }
    Result<Sealing> open(InstitutionId institution, SubjectId subject) { return open(house.vault, institution, subject); }
    void erase(InstitutionId institution, SubjectId subject) {
        test::write(db(), [&](db::Tx& tx) { EXPECT_TRUE(house.vault.erase(tx, institution, subject)); });
        house.vault.forget(subject, institution);
    }

    test::House house{db()};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found();
    Uuid row = Uuid::make(house.clock.now());
};
HEBRA_ON_BOTH_DATABASES(VaultStore);

TEST_P(VaultStore, opens_after_a_restart_what_was_sealed_before) {
    const auto subject = subject_of(ours);
    const auto sealed = subject.sealing.seal(k_place, row, "Rayén");
    Vault restarted(test::master_key(), house.clock);
    const auto sealing = open(restarted, ours, subject.sealing.subject());
    ASSERT_TRUE(sealing);
    EXPECT_EQ(sealing->open(k_place, row, sealed), "Rayén");
}

TEST_P(VaultStore, tells_a_stranger_that_there_is_no_such_subject) {
    const auto subject = subject_of(ours);
    EXPECT_EQ(open(theirs, subject.sealing.subject()).error().kind, Refused::not_found);
    EXPECT_EQ(open(ours, Uuid::make(house.clock.now())).error().kind, Refused::not_found);
}

TEST_P(VaultStore, opens_for_a_second_institution_what_was_shared_with_it) {
    const auto subject = subject_of(ours);
    const auto id = subject.sealing.subject();
    const auto shared = house.vault.share(subject, *house.keys(theirs), theirs);
    test::write(db(), [&](db::Tx& tx) { house.vault.keep(tx, shared); });
    const auto sealed = subject.sealing.seal(k_place, row, "ficha");
    Vault restarted(test::master_key(), house.clock);
    EXPECT_EQ(open(restarted, theirs, id)->open(k_place, row, sealed), "ficha");
    EXPECT_NE(shared.wrapped, subject.wrapped);

    erase(ours, id);
    EXPECT_FALSE(open(ours, id));
    EXPECT_TRUE(open(theirs, id)) << "one institution's erasure is not the other's";
}

TEST_P(VaultStore, never_opens_again_what_was_erased) {
    const auto subject = subject_of(ours);
    const auto id = subject.sealing.subject();
    const auto sealed = subject.sealing.seal(k_place, row, "Rayén");
    ASSERT_TRUE(open(ours, id));
    erase(ours, id);
    EXPECT_EQ(open(ours, id).error().kind, Refused::not_found);

    const auto again = house.vault.new_subject(*house.keys(ours), ours, id);  // the same id, another key
    test::write(db(), [&](db::Tx& tx) { house.vault.keep(tx, again); });
    EXPECT_THROW(open(ours, id)->open(k_place, row, sealed), std::runtime_error);
    test::write(db(), [&](db::Tx& tx) { EXPECT_FALSE(house.vault.erase(tx, theirs, id)); });
}

TEST_P(VaultStore, does_not_take_back_an_erased_key_from_somebody_who_read_it_before) {
    const auto subject = subject_of(ours);
    const auto id = subject.sealing.subject();
    erase(ours, id);
    db().read([&](db::Reader& reader) {  // as a snapshot begun before the erasure would
        house.vault.subject(reader, ours, id, {subject.epoch, subject.wrapped});
        EXPECT_FALSE(house.vault.subject(reader, ours, id));
    });
}

TEST_P(VaultStore, opens_nothing_under_another_master_key) {
    const auto subject = subject_of(ours);
    Vault stranger(test::master_key(8), house.clock);
    EXPECT_THROW(open(stranger, ours, subject.sealing.subject()), std::runtime_error);
}

TEST_P(VaultStore, refuses_keys_and_contents_that_were_moved) {
    const auto one = subject_of(ours);
    const auto other = subject_of(ours);
    const auto sealed = one.sealing.seal(k_place, row, "Rayén");
    EXPECT_THROW(one.sealing.open(k_place, Uuid::make(house.clock.now()), sealed), std::runtime_error) << "another row";
    EXPECT_THROW(one.sealing.open("person.declared", row, sealed), std::runtime_error) << "another column";
    EXPECT_THROW(other.sealing.open(k_place, row, sealed), std::runtime_error) << "another person";
    db().read([&](db::Reader& reader) {
        Vault restarted(test::master_key(), house.clock);
        EXPECT_THROW(restarted.subject(reader, ours, other.sealing.subject(), {one.epoch, one.wrapped}), std::runtime_error);
        EXPECT_THROW(restarted.subject(reader, theirs, one.sealing.subject(), {one.epoch, one.wrapped}), std::runtime_error);
    });
}

TEST_P(VaultStore, holds_an_unwrapped_key_for_five_minutes) {
    const auto id = subject_of(ours).sealing.subject();
    const auto ask = [&] { return test::statements_of(db(), [&] { ASSERT_TRUE(open(ours, id)); }); };
    EXPECT_EQ(ask(), 1U);
    EXPECT_EQ(ask(), 0U);
    house.clock.advance(5min + 1s);
    EXPECT_EQ(ask(), 1U);
}

TEST_P(VaultStore, opens_a_list_without_a_statement_per_row) {
    std::vector<NewSubject> subjects;
    for (int n = 0; n < 20; ++n) subjects.push_back(subject_of(ours));
    const auto asked = test::statements_of(db(), [&] {
        db().read([&](db::Reader& reader) {
            for (const auto& subject : subjects)
                house.vault.subject(reader, ours, subject.sealing.subject(), {subject.epoch, subject.wrapped});
        });
    });
    EXPECT_EQ(asked, 0U);
}

TEST_P(VaultStore, opens_what_an_earlier_epoch_wrapped_and_wraps_under_the_newest) {
    const auto old = subject_of(ours);
    const auto sealed = old.sealing.seal(k_place, row, "Rayén");
    const crypto::Context place{"institution_key", "wrapped", ours.value(), 2};
    test::write(db(), [&](db::Tx& tx) {
        store::add_epoch(tx, ours, {2, crypto::wrap(test::master_key(), crypto::Key::random(), place)}, house.clock.now());
    });
    Vault restarted(test::master_key(), house.clock);
    EXPECT_EQ(open(restarted, ours, old.sealing.subject())->open(k_place, row, sealed), "Rayén");
    const auto keys = db().read([&](db::Reader& reader) { return restarted.institution(reader, ours); });
    EXPECT_EQ(restarted.new_subject(*keys, ours, Uuid::make(house.clock.now())).epoch, 2);
}

TEST_P(VaultStore, gives_each_institution_other_keys_and_none_to_one_never_founded) {
    const auto text = [](const crypto::Key& key) { return to_hex(key.reveal()); };
    const auto a = house.keys(ours), b = house.keys(theirs);
    EXPECT_NE(text(a->blind), text(b->blind));
    EXPECT_NE(text(a->audit), text(b->audit));
    EXPECT_NE(text(a->blind), text(a->audit));
    EXPECT_THROW(house.keys(InstitutionId::make(house.clock.now())), std::runtime_error);
}

}  // namespace
}  // namespace hebra::access
