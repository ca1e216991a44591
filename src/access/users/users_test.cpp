#include "access/users/users.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/hash.hpp"
#include "platform/crypto/totp.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/staff_house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;
using enum Role;

/// RFC 4648 base32, as an authenticator application reads it.
Bytes from_base32(std::string_view text) {
    Bytes bytes;
    unsigned held = 0, bits = 0;
    for (const char c : text) {
        held = held << 5 | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        if ((bits += 5) >= 8) bytes.push_back(static_cast<std::uint8_t>(held >> (bits -= 8)));
    }
    return bytes;
}

class UserStore : public test::OnBothDatabases<test::schema> {
  protected:
    NewUser somebody(const std::string& email) { return {Private("Eva Soto"), Private(email), {{ours, agent}}}; }
    Actor actor_of(const std::string& email, std::optional<std::string> code = {}) {
        return house.sign_in(email, test::k_password, std::move(code)).value().actor;
    }
    /// Switches the second factor on; the secret.
    Bytes with_totp() {
        const auto secret = from_base32(house.users.start_totp(ana_actor, test::k_password)->secret.reveal());
        EXPECT_TRUE(house.users.confirm_totp(ana_actor, code(secret)));
        house.clock.advance(60s);
        return secret;
    }
    std::string code(const Bytes& secret) { return crypto::totp::code(secret, crypto::totp::step_of(house.clock.now())); }

    test::StaffHouse house{db()};
    InstitutionId ours = house.found();
    UserId ana = house.add("ana@example.org", {{ours, agent}});
    Actor ana_actor = actor_of("ana@example.org");
    const Private next{"cuatro palabras más sueltas"};
};
HEBRA_ON_BOTH_DATABASES(UserStore);

TEST_P(UserStore, lets_an_invited_person_choose_a_password_once) {
    const auto link = house.users.invite({}, somebody("eva@example.org")).value();
    EXPECT_EQ(house.sign_in("eva@example.org", next).error().word, words::k_bad_credentials);
    ASSERT_TRUE(house.users.choose_password(link.token, next));
    EXPECT_TRUE(house.sign_in("eva@example.org", next));
    EXPECT_EQ(house.users.choose_password(link.token, next).error().word, words::k_link_expired);
}

TEST_P(UserStore, gives_a_link_to_one_of_two_who_use_it_at_once) {
    const auto link = house.users.invite({}, somebody("eva@example.org")).value();
    std::atomic<int> chosen = 0;
    test::at_once(2, [&](int) { chosen += house.users.choose_password(link.token, next).has_value() ? 1 : 0; });
    EXPECT_EQ(chosen, 1);
}

TEST_P(UserStore, lets_an_invitation_expire_after_three_days_and_a_reset_after_half_an_hour) {
    const auto invited = house.users.invite({}, somebody("eva@example.org")).value();
    house.clock.advance(72h);
    EXPECT_EQ(house.users.choose_password(invited.token, next).error().word, words::k_link_expired);
    const auto reset = house.users.start_reset(Private("ana@example.org")).value();
    house.clock.advance(30min);
    EXPECT_EQ(house.users.choose_password(reset.token, next).error().word, words::k_link_expired);
}

TEST_P(UserStore, ends_every_session_when_a_password_is_reset) {
    const auto token = house.sign_in("ana@example.org").value().token;
    const auto link = house.users.start_reset(Private("ANA@example.org ")).value();
    ASSERT_TRUE(house.users.choose_password(link.token, next));
    EXPECT_FALSE(house.identify(token));
    EXPECT_FALSE(house.sign_in("ana@example.org"));
    EXPECT_TRUE(house.sign_in("ana@example.org", next));
}

TEST_P(UserStore, gives_no_reset_to_strangers_and_leavers) {
    EXPECT_FALSE(house.users.start_reset(Private("nadie@example.org")));
    const auto before = house.users.start_reset(Private("ana@example.org")).value();
    ASSERT_TRUE(house.users.disable({}, ana));
    EXPECT_FALSE(house.users.start_reset(Private("ana@example.org")));
    EXPECT_FALSE(house.users.choose_password(before.token, next)) << "a link from before";
    EXPECT_FALSE(house.sign_in("ana@example.org", next));
}

TEST_P(UserStore, refuses_a_weak_password_and_keeps_the_link) {
    const auto link = house.users.invite({}, somebody("eva@example.org")).value();
    EXPECT_EQ(house.users.choose_password(link.token, Private("corta")).error().kind, Refused::invalid);
    EXPECT_TRUE(house.users.choose_password(link.token, next));
}

TEST_P(UserStore, has_one_account_for_an_address_however_it_is_written) {
    const auto twice = house.users.invite({}, somebody(" ANA@EXAMPLE.ORG"));
    EXPECT_EQ(twice.error().word, words::k_email_taken);
    EXPECT_EQ(twice.error().fields.at(0).pointer, "/email");
}

TEST_P(UserStore, changes_a_password_only_with_the_current_one_and_keeps_this_session) {
    const auto here = house.sign_in("ana@example.org").value();
    const auto elsewhere = house.sign_in("ana@example.org").value();
    const auto wrong = house.users.change_password(here.actor, Private("no es esta clave"), next);
    EXPECT_EQ(wrong.error().fields.at(0).pointer, "/current");
    const auto weak = house.users.change_password(here.actor, test::k_password, Private("ana@example.org"));
    EXPECT_EQ(weak.error().fields.at(0).pointer, "/next");
    ASSERT_TRUE(house.users.change_password(here.actor, test::k_password, next));
    EXPECT_TRUE(house.identify(here.token));
    EXPECT_FALSE(house.identify(elsewhere.token));
    EXPECT_FALSE(house.sign_in("ana@example.org"));
}

TEST_P(UserStore, counts_guesses_at_the_current_password_and_tells_them) {
    const Private wrong("no es esta clave");
    for (int n = 0; n < 4; ++n) {
        EXPECT_EQ(house.users.change_password(ana_actor, wrong, next, "192.0.2.7").error().word, words::k_wrong_password);
        EXPECT_EQ(house.users.stop_totp(ana_actor, wrong, "192.0.2.7").error().word, words::k_wrong_password);
    }
    EXPECT_EQ(house.entries("session.refused"), 8);
    EXPECT_EQ(house.users.change_password(ana_actor, test::k_password, next, "192.0.2.7").error().word, words::k_too_many_tries);
    EXPECT_EQ(house.sign_in("ana@example.org", test::k_password, {}, "192.0.2.7").error().word, words::k_too_many_tries);
    EXPECT_TRUE(house.users.change_password(ana_actor, test::k_password, next, "192.0.2.8"));
}

TEST_P(UserStore, takes_no_link_that_was_written_into_the_database_without_the_key) {
    test::write(db(), [&](db::Tx& tx) {
        store::add_link(tx, crypto::hash(bytes_of("escrito")), ana, store::LinkPurpose::reset, house.clock.now() + 1h);
    });
    EXPECT_EQ(house.users.choose_password("escrito", next).error().word, words::k_link_expired);
}

TEST_P(UserStore, ends_open_links_when_the_password_changes) {
    const auto before = house.users.start_reset(Private("ana@example.org")).value();
    ASSERT_TRUE(house.users.change_password(ana_actor, test::k_password, next));
    EXPECT_EQ(house.users.choose_password(before.token, test::k_password).error().word, words::k_link_expired);
    EXPECT_TRUE(house.sign_in("ana@example.org", next));
}

TEST_P(UserStore, replaces_no_second_factor_without_the_password) {
    const auto started = from_base32(house.users.start_totp(ana_actor, test::k_password)->secret.reveal());
    ASSERT_TRUE(house.users.confirm_totp(ana_actor, code(started)));
    house.clock.advance(60s);
    EXPECT_EQ(house.users.start_totp(ana_actor, test::k_password).error().word, words::k_totp_is_on);
    EXPECT_TRUE(house.sign_in("ana@example.org", test::k_password, code(started))) << "the first one still serves";
    ASSERT_TRUE(house.users.stop_totp(ana_actor, test::k_password));
    EXPECT_TRUE(house.users.start_totp(ana_actor, test::k_password));
}

TEST_P(UserStore, starts_no_second_factor_without_the_password) {
    const auto refused = house.users.start_totp(ana_actor, Private("no es esta clave"), "192.0.2.7");
    ASSERT_FALSE(refused) << "a session somebody left open must not lock its owner out";
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/password");
    EXPECT_EQ(refused.error().word, words::k_wrong_password);
    EXPECT_EQ(house.entries("session.refused"), 1) << "it counts as a guess";
    EXPECT_EQ(house.users.confirm_totp(ana_actor, "123456").error().word, words::k_totp_not_started);
    for (int n = 0; n < 7; ++n) (void)house.users.start_totp(ana_actor, Private("no es esta clave"), "192.0.2.7");
    EXPECT_EQ(house.users.start_totp(ana_actor, test::k_password, "192.0.2.7").error().word, words::k_too_many_tries);
}

TEST_P(UserStore, confirms_no_second_factor_over_another) {
    const auto mine = from_base32(house.users.start_totp(ana_actor, test::k_password)->secret.reveal());
    access::Users elsewhere(db(), house.vault, house.audit, house.passwords, house.clock);  // another process of the house
    const auto other = from_base32(elsewhere.start_totp(ana_actor, test::k_password)->secret.reveal());
    ASSERT_TRUE(house.users.confirm_totp(ana_actor, code(mine)));
    EXPECT_EQ(elsewhere.confirm_totp(ana_actor, code(other)).error().word, words::k_totp_is_on);
}

TEST_P(UserStore, asks_for_a_code_once_a_second_factor_is_confirmed_and_takes_each_code_once) {
    const auto secret = with_totp();
    const auto refused = [&](std::optional<std::string> given) {
        return house.sign_in("ana@example.org", test::k_password, std::move(given)).error().word;
    };
    EXPECT_EQ(refused({}), words::k_code_needed);
    EXPECT_EQ(refused(""), words::k_code_needed);
    EXPECT_EQ(refused("000 00"), words::k_bad_code);
    ASSERT_TRUE(house.sign_in("ana@example.org", test::k_password, code(secret)));
    EXPECT_EQ(refused(code(secret)), words::k_bad_code) << "the same code again";
    house.clock.advance(30s);
    EXPECT_TRUE(house.sign_in("ana@example.org", test::k_password, code(secret)));
}

TEST_P(UserStore, takes_a_code_from_one_of_two_who_send_it_at_once) {
    const auto secret = with_totp();
    std::atomic<int> in = 0;
    test::at_once(2,
                  [&](int) { in += house.sign_in("ana@example.org", test::k_password, code(secret)).has_value() ? 1 : 0; });
    EXPECT_EQ(in, 1);
}

TEST_P(UserStore, changes_nothing_until_a_second_factor_is_confirmed) {
    EXPECT_EQ(house.users.confirm_totp(ana_actor, "123456").error().word, words::k_totp_not_started);
    const auto secret = from_base32(house.users.start_totp(ana_actor, test::k_password)->secret.reveal());
    EXPECT_EQ(house.users.confirm_totp(ana_actor, "12345").error().fields.at(0).pointer, "/code");
    EXPECT_TRUE(house.sign_in("ana@example.org"));
    ASSERT_TRUE(house.users.confirm_totp(ana_actor, code(secret)));
    EXPECT_EQ(house.sign_in("ana@example.org", test::k_password, code(secret)).error().word, words::k_bad_code)
        << "the code that confirmed it is used";
}

TEST_P(UserStore, carries_out_once_what_an_unsure_network_sends_twice) {
    const auto here = house.sign_in("ana@example.org").value();
    const auto changing = test::with_key(here.actor, "k1");
    ASSERT_TRUE(house.users.change_password(changing, test::k_password, next));
    EXPECT_TRUE(house.users.change_password(changing, test::k_password, next));
    EXPECT_EQ(house.entries("user.password"), 1);

    const auto secret = from_base32(house.users.start_totp(ana_actor, next)->secret.reveal());
    const auto confirming = test::with_key(ana_actor, "k2");
    ASSERT_TRUE(house.users.confirm_totp(confirming, code(secret)));
    EXPECT_TRUE(house.users.confirm_totp(confirming, code(secret)));
    EXPECT_EQ(house.entries("user.totp_on"), 1);
}

TEST_P(UserStore, stops_asking_for_a_code_only_with_the_password) {
    with_totp();
    EXPECT_EQ(house.users.stop_totp(ana_actor, next).error().fields.at(0).pointer, "/password");
    EXPECT_FALSE(house.sign_in("ana@example.org"));
    ASSERT_TRUE(house.users.stop_totp(ana_actor, test::k_password));
    EXPECT_TRUE(house.sign_in("ana@example.org"));
}

TEST_P(UserStore, remembers_names_for_a_minute_and_has_none_for_nobody) {
    EXPECT_EQ(house.users.name_of(ana).reveal(), "Antonia Reyes");
    EXPECT_EQ(test::statements_of(db(), [&] { house.users.name_of(ana); }), 0U);
    EXPECT_TRUE(house.users.name_of({}).empty());
}

TEST_P(UserStore, lists_the_staff_of_one_institution) {
    const auto theirs = house.found();
    house.add("eva@example.org", {{theirs, agent}, {theirs, supervisor}});
    const auto staff = house.users.of(theirs);
    ASSERT_EQ(staff.size(), 1U);
    EXPECT_EQ(staff[0].email.reveal(), "eva@example.org");
    const auto cost = [&](InstitutionId of) { return test::statements_of(db(), [&] { house.users.of(of); }); };
    EXPECT_EQ(cost(ours), cost(theirs));
}

TEST_P(UserStore, stores_all_of_a_new_account_or_nothing) {
    int n = 0;
    test::expect_all_or_nothing(
        db(), [&] { (void)house.users.invite({}, somebody("eva" + std::to_string(n++) + "@example.org")); });
    test::expect_all_or_nothing(db(), [&] { (void)house.users.disable({}, ana); });
}

}  // namespace
}  // namespace hebra::access
