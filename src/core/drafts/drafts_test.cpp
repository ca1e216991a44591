#include "core/drafts/drafts.hpp"

#include <gtest/gtest.h>

#include "access/erasure/ledger.hpp"
#include "access/once/once.hpp"
#include "platform/crypto/code.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/house.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hebra::drafts {
namespace {

constexpr auto* k_first = "0193f3a0-0000-7000-8000-0000000000a1";
constexpr auto* k_second = "0193f3a0-0000-7000-8000-0000000000a2";
constexpr auto* k_third = "0193f3a0-0000-7000-8000-0000000000a3";

using namespace std::chrono_literals;

class DraftStore : public test::OnBothDatabases<test::schema> {
  protected:
    Result<Draft> save(const Actor& actor, const std::string& record, const std::string& text, int seen) {
        return drafts.save(actor, "contact", record, {{"{\"note\":\"" + text + "\"}"}, seen});
    }
    std::string content(const Actor& actor, const std::string& record) {
        const auto draft = drafts.find(actor, "contact", record);
        return draft ? draft->content.text : "none";
    }

    test::House house{db()};
    Drafts drafts{db(), house.vault, house.clock};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found();
    Actor ana = house.somebody(ours);
};
HEBRA_ON_BOTH_DATABASES(DraftStore);

TEST_P(DraftStore, keeps_what_was_written_through_saves_and_restarts) {
    EXPECT_EQ(save(ana, k_first, "a", 0)->version, 1);
    EXPECT_EQ(save(ana, k_first, "b", 1)->version, 2);
    access::Vault restarted(test::master_key(), house.clock);
    EXPECT_EQ(Drafts(db(), restarted, house.clock).find(ana, "contact", k_first)->content.text, R"({"note":"b"})");
}

TEST_P(DraftStore, lets_the_second_of_two_windows_know) {
    ASSERT_TRUE(save(ana, k_first, "here", 0));
    ASSERT_TRUE(save(ana, k_first, "there", 1));
    for (const int seen : {0, 1, 3, -1, 1'999'999'999, std::numeric_limits<int>::max()})
        EXPECT_EQ(save(ana, k_first, "late", seen).error().word, words::k_draft_elsewhere) << seen;
    EXPECT_EQ(content(ana, k_first), R"({"note":"there"})");
}

TEST_P(DraftStore, keeps_one_of_two_first_saves_that_arrive_together) {
    std::atomic<int> kept = 0;
    test::at_once(4, [&](int n) { kept += save(ana, k_first, std::to_string(n), 0).has_value() ? 1 : 0; });
    EXPECT_EQ(kept, 1);
}

TEST_P(DraftStore, loses_nothing_of_a_window_that_goes_on_after_another_threw_the_draft_away) {
    ASSERT_TRUE(save(ana, k_first, "a", 0));
    drafts.remove(ana, "contact", k_first);
    drafts.remove(ana, "contact", k_first);
    EXPECT_EQ(content(ana, k_first), "none");
    ASSERT_TRUE(save(ana, k_first, "b", 1));
    EXPECT_EQ(content(ana, k_first), R"({"note":"b"})");
}

TEST_P(DraftStore, answers_a_repeated_save_without_taking_it_for_another_window) {
    const auto keyed = test::with_key(ana, "k1");
    ASSERT_TRUE(save(keyed, k_first, "a", 0));
    const auto again = save(keyed, k_first, "a", 0);
    ASSERT_TRUE(again) << again.error().word.code;
    EXPECT_EQ(again->version, 1);
    EXPECT_EQ(save(test::with_key(ana, "k1", "other"), k_first, "b", 1).error().word, access::words::k_key_reused);
}

TEST_P(DraftStore, is_nobody_elses) {
    ASSERT_TRUE(save(ana, k_first, "a", 0));
    auto ana_elsewhere = ana;
    ana_elsewhere.institution = theirs;
    for (const auto& other : {house.somebody(ours), ana_elsewhere}) {
        EXPECT_EQ(content(other, k_first), "none");
        EXPECT_TRUE(drafts.mine(other).empty());
        drafts.remove(other, "contact", k_first);
        EXPECT_TRUE(save(other, k_first, "own", 0)) << "their own, beside it";
    }
    EXPECT_EQ(content(ana, k_first), R"({"note":"a"})");
}

TEST_P(DraftStore, does_not_open_when_moved_to_another_row) {
    ASSERT_TRUE(save(ana, k_first, "a", 0));
    const auto eva = house.somebody(ours);
    const auto move = [&](const std::string& change) {
        test::write(db(),
                    [&](db::Tx& tx) { EXPECT_EQ(tx.run("UPDATE draft SET " + change, {db::arg("user", eva.user)}), 1); });
    };
    move("user_id = :user");
    EXPECT_THROW(drafts.find(eva, "contact", k_first), std::runtime_error);
    EXPECT_THROW(drafts.mine(eva), std::runtime_error);
    move("record = '0193f3a0-0000-7000-8000-0000000000a2', user_id = :user");
    EXPECT_THROW(drafts.find(eva, "contact", k_second), std::runtime_error);
}

TEST_P(DraftStore, lists_ones_own_newest_first_for_one_statement) {
    for (const auto* record : {k_first, k_second, k_third}) {
        ASSERT_TRUE(save(ana, record, "a", 0));
        house.clock.advance(1s);
    }
    ASSERT_TRUE(save(ana, k_first, "b", 1));
    const auto mine = drafts.mine(ana);
    ASSERT_EQ(mine.size(), 3U);
    EXPECT_EQ(mine[0].record, k_first);
    EXPECT_EQ(mine[1].record, k_third);
    EXPECT_EQ(test::statements_of(db(), [&] { (void)drafts.mine(ana); }), 1U);
}

TEST_P(DraftStore, is_forgotten_after_fourteen_days_without_a_save) {
    const auto forget = [&] {
        return db()
            .write([&](db::Tx& tx) -> Result<std::int64_t> { return forget_old_drafts(tx, house.clock.now()); })
            .value();
    };
    ASSERT_TRUE(save(ana, k_first, "a", 0));
    house.clock.advance(24h * 14);
    EXPECT_EQ(forget(), 0);
    house.clock.advance(1s);
    EXPECT_EQ(forget(), 1);
    EXPECT_EQ(content(ana, k_first), "none");
}

TEST_P(DraftStore, goes_with_what_it_became_and_with_its_record) {
    ASSERT_TRUE(save(ana, k_first, "a", 0));
    ASSERT_TRUE(save(ana, k_second, "a", 0));
    ASSERT_TRUE(save(house.somebody(ours), k_second, "a", 0));
    test::write(db(), [&](db::Tx& tx) { remove_draft(tx, ana, "contact", k_first); });
    EXPECT_EQ(content(ana, k_first), "none");
    const auto left = [&] {
        return db().read([](db::Reader& reader) { return reader.one<std::int64_t>("SELECT count(*) FROM draft").value(); });
    };
    test::write(db(), [&](db::Tx& tx) { remove_drafts_about(tx, ours, k_second); });
    EXPECT_EQ(left(), 0);
}

TEST_P(DraftStore, about_a_code_that_two_institutions_share_goes_with_the_one_that_erases) {
    const std::string code = crypto::ThreadCode::make().text();
    const auto stranger = house.somebody(theirs);
    ASSERT_TRUE(save(ana, code, "de quien se borra", 0));
    ASSERT_TRUE(save(stranger, code, "de la persona propia", 0));
    test::write(db(), [&](db::Tx& tx) { remove_drafts_about(tx, ours, code); });
    EXPECT_EQ(content(ana, code), "none");
    EXPECT_NE(content(stranger, code), "none") << "another institution's own";
    test::write(db(), [&](db::Tx& tx) { remove_all_drafts_about(tx, code); });
    EXPECT_EQ(content(stranger, code), "none");
}

TEST_P(DraftStore, is_kept_no_more_once_its_person_was_erased) {
    const auto person = Uuid::make(house.clock.now()), contact = Uuid::make(house.clock.now()), other = Uuid::make(house.clock.now()),
               package = Uuid::make(house.clock.now());
    const test::TemporaryFolder folder;
    access::ErasureLedger ledger{db(), house.vault, folder / "erasures.txt"};
    test::write(db(), [&](db::Tx& tx) {
        ledger.add(tx, access::Erasure{.at = house.clock.now(), .institution = ours, .person = person, .own = {contact}, .shared = {package}});
    });
    for (const auto& erased : {person, contact}) {
        EXPECT_EQ(save(ana, erased.text(), "a", 0).error().word, words::k_draft_erased);
        EXPECT_EQ(content(ana, erased.text()), "none");
    }
    EXPECT_TRUE(save(ana, other.text(), "a", 0));
    EXPECT_TRUE(save(ana, "new", "a", 0));
    const auto stranger = house.somebody(theirs);
    for (const auto& kept : {person, contact})
        EXPECT_TRUE(save(stranger, kept.text(), "a", 0)) << "a referral received by whom erased it is still its sender's";
    for (const auto& anybody : {ana, stranger})
        EXPECT_EQ(save(anybody, package.text(), "a", 0).error().word, words::k_draft_erased) << "what everybody lost";
}

TEST_P(DraftStore, goes_when_it_names_somebody_erased_in_what_it_holds) {
    const std::array names = {Uuid::make(house.clock.now()).text(), std::string("HB-7K3QF27")};
    const auto eva = house.somebody(ours), stranger = house.somebody(theirs);
    ASSERT_TRUE(save(ana, "new", "con " + names[0], 0));
    ASSERT_TRUE(save(eva, "new", "de " + names[1], 0));
    ASSERT_TRUE(save(eva, k_first, "de otra persona", 0));
    ASSERT_TRUE(save(stranger, "new", "con " + names[0], 0));
    const auto keys = house.keys(ours);
    test::write(db(), [&](db::Tx& tx) { remove_drafts_naming(tx, *keys, ours, names); });
    EXPECT_EQ(content(ana, "new"), "none");
    EXPECT_EQ(content(eva, "new"), "none");
    EXPECT_NE(content(eva, k_first), "none");
    EXPECT_NE(content(stranger, "new"), "none") << "another institution's own";
}

TEST_P(DraftStore, is_kept_under_codes_and_never_under_a_name) {
    const auto refused = [&](const std::string& form, const std::string& record) {
        const auto saved = drafts.save(ana, form, record, {{"{}"}, 0});
        return saved ? std::string() : saved.error().fields.at(0).pointer + " " + std::string(saved.error().fields.at(0).word.code);
    };
    for (const auto* name : {"", "a/b", "a b", "ñ", "../x", "Martina-Catrileo", "martina", "41000000-0", "HB-0000001", "0193f3a0", "ana", "Eva", "k"})
        EXPECT_EQ(refused("contact", name), "/record bad_draft_name") << name;
    for (const auto& form : {std::string(), std::string("a/b"), std::string("a b"), std::string("ñ"), std::string("Martina"), std::string(41, 'a')})
        EXPECT_EQ(refused(form, k_first), "/form bad_draft_name") << form;
    for (const auto& record : {std::string("0193f3a0-0000-7000-8000-000000000001"), crypto::ThreadCode::make().text(), std::string("new")})
        EXPECT_EQ(refused("form_1", record), "") << record;
}

TEST_P(DraftStore, lies_nowhere_in_the_clear) {
    ASSERT_TRUE(save(ana, k_first, "secreto sembrado", 0));
    const auto stored = test::contents(db());
    EXPECT_EQ(stored.find("sembrado"), stored.npos);
    EXPECT_EQ(stored.find(to_hex(bytes_of("sembrado"))), stored.npos);
    EXPECT_EQ(stored.find("73656D627261646F"), stored.npos);
}

}  // namespace
}  // namespace hebra::drafts
