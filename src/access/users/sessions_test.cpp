#include "access/users/sessions.hpp"

#include <gtest/gtest.h>

#include "access/users/store.hpp"
#include "platform/crypto/hash.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/staff_house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;
using enum Role;

class SessionStore : public test::OnBothDatabases<test::schema> {
  protected:
    std::string signed_in_token() { return house.sign_in("ana@example.org").value().token; }
    void count(std::string_view purpose, std::string_view value, int failures) {
        const auto counter = crypto::blind(house.vault.accounts(), purpose, value);
        test::write(db(), [&](db::Tx& tx) {
            for (int n = 0; n < failures; ++n) store::count_failure(tx, counter, house.clock.now(), house.clock.now() - 15min);
        });
    }

    std::int64_t rows(std::string_view sql) {
        return db().read([&](db::Reader& reader) { return reader.one<std::int64_t>(sql).value(); });
    }
    std::int64_t open_sessions(UserId user) {
        return std::ssize(db().read([&](db::Reader& reader) { return store::sessions_of(reader, user, house.clock.now()); }));
    }
    /// While others are proving their password: once the first of them is counted as an attempt.
    void disable_after_a_claim() {
        while (rows("SELECT count(*) FROM throttle") == 0) std::this_thread::yield();
        EXPECT_TRUE(house.users.disable({}, ana));
    }

    test::StaffHouse house{db()};
    InstitutionId ours = house.found();
    InstitutionId theirs = house.found();
    UserId ana = house.add("ana@example.org", {{ours, agent}});
};
HEBRA_ON_BOTH_DATABASES(SessionStore);

TEST_P(SessionStore, begins_with_the_right_password_and_knows_who_calls) {
    const auto begun = house.sign_in(" ANA@Example.org");
    ASSERT_TRUE(begun);
    const auto actor = house.identify(begun->token);
    ASSERT_TRUE(actor);
    EXPECT_EQ(actor->user, ana);
    EXPECT_EQ(actor->institution, ours);
    EXPECT_EQ(actor->session, begun->actor.session);
    EXPECT_TRUE(actor->may(test::k_attend));
    EXPECT_FALSE(actor->may(test::k_lead));
    EXPECT_EQ(house.entries("session.begin"), 1);
}

TEST_P(SessionStore, tells_a_wrong_password_from_an_unknown_person_to_nobody) {
    const auto wrong = house.sign_in("ana@example.org", Private("otra cosa distinta"));
    const auto unknown = house.sign_in("nadie@example.org", Private("otra cosa distinta"));
    EXPECT_EQ(wrong.error().word, words::k_bad_credentials);
    EXPECT_EQ(unknown.error().word, words::k_bad_credentials);
    EXPECT_EQ(wrong.error().kind, unknown.error().kind);
    EXPECT_EQ(house.entries("session.refused"), 1);
}

TEST_P(SessionStore, takes_as_long_for_an_unknown_person) {
    const auto quickest = [&](const std::string& email) {
        auto best = 1h + 0ns;
        for (int n = 0; n < 3; ++n) {
            const auto began = std::chrono::steady_clock::now();
            (void)house.sign_in(email, Private("otra cosa distinta"));
            best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - began);
        }
        return best;
    };
    EXPECT_GT(quickest("nadie@example.org") * 4, quickest("ana@example.org"));
}

TEST_P(SessionStore, keeps_a_password_at_todays_cost_once_its_owner_proves_it) {
    // "una frase larga de prueba" at 1 MiB and two passes, as an older program could have kept it.
    constexpr std::string_view k_cheap = "$argon2id$v=19$m=1024,t=2,p=1$s+H3lFzdtHmgScgI2wjKRw$YfdvyFb9fCKH6KlxlbFPBaqaECW+YU3iKvzLRQDup/M";
    const auto kept = [&] { return db().read([&](db::Reader& reader) { return reader.one<std::string>("SELECT password_hash FROM user_account").value(); }); };
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE user_account SET password_hash = :hash", {db::arg("hash", k_cheap)}); });
    const Private password("una frase larga de prueba");
    EXPECT_FALSE(house.sign_in("ana@example.org", Private("otra cosa distinta")));
    EXPECT_EQ(kept(), k_cheap) << "nobody proved anything";
    ASSERT_TRUE(house.sign_in("ana@example.org", password));
    const auto renewed = kept();
    EXPECT_FALSE(crypto::needs_rehash(renewed));
    EXPECT_TRUE(house.sign_in("ana@example.org", password));
    EXPECT_EQ(kept(), renewed) << "once is enough";
}

TEST_P(SessionStore, lets_two_in_at_once_whose_password_is_renewed_by_the_first) {
    constexpr std::string_view k_cheap = "$argon2id$v=19$m=1024,t=2,p=1$s+H3lFzdtHmgScgI2wjKRw$YfdvyFb9fCKH6KlxlbFPBaqaECW+YU3iKvzLRQDup/M";
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE user_account SET password_hash = :hash", {db::arg("hash", k_cheap)}); });
    std::atomic<int> let_in = 0;
    {
        std::vector<std::jthread> devices;
        for (int n = 0; n < 4; ++n)
            devices.emplace_back([&] { let_in += house.sign_in("ana@example.org", Private("una frase larga de prueba")).has_value() ? 1 : 0; });
    }
    EXPECT_EQ(let_in, 4);
    EXPECT_EQ(house.entries("session.refused"), 0);
}

TEST_P(SessionStore, knows_no_other_token) {
    const auto token = signed_in_token();
    for (const auto& other : std::vector<std::string>{"", "x", token.substr(1), token + "A"})
        EXPECT_EQ(house.sessions.identify(other).error().word, words::k_session_ended);
}

TEST_P(SessionStore, knows_no_session_that_was_written_into_the_database_without_the_key) {
    const Time now = house.clock.now();
    const std::string made = "lo que alguien escribe";
    test::write(db(), [&](db::Tx& tx) {
        store::add_session(tx, {SessionId::make(now), ana, ours, "x", now, now, now + 1h}, crypto::hash(bytes_of(made)));
    });
    EXPECT_EQ(house.sessions.identify(made).error().word, words::k_session_ended);
}

TEST_P(SessionStore, stops_guesses_at_one_account_also_when_the_last_one_is_right) {
    for (int n = 0; n < 8; ++n)
        EXPECT_EQ(house.sign_in("ana@example.org", Private("adivino esta clave")).error().word, words::k_bad_credentials);
    EXPECT_EQ(house.sign_in("ana@example.org").error().word, words::k_too_many_tries);
    house.clock.advance(15min + 1s);
    EXPECT_TRUE(house.sign_in("ana@example.org"));
}

TEST_P(SessionStore, judges_no_more_guesses_when_they_come_at_once) {
    std::atomic<int> judged = 0;
    test::at_once(24, [&](int) {
        const auto guess = house.sign_in("ana@example.org", Private("adivino esta clave"));
        judged += guess.error().word == words::k_bad_credentials ? 1 : 0;
    });
    EXPECT_LE(judged, 8);
    EXPECT_EQ(house.entries("session.refused"), judged);
}

TEST_P(SessionStore, keeps_nobody_out_for_what_strangers_guess_elsewhere) {
    for (int n = 0; n < 8; ++n) (void)house.sign_in("ana@example.org", Private("adivino esta clave"), {}, "198.51.100.1");
    EXPECT_EQ(house.sign_in("ana@example.org", test::k_password, {}, "198.51.100.1").error().word, words::k_too_many_tries);
    EXPECT_TRUE(house.sign_in("ana@example.org"));
    count("throttle.account", text_of(house.users.email_key(Private("ana@example.org"))), 40);
    EXPECT_EQ(house.sign_in("ana@example.org").error().word, words::k_too_many_tries) << "from everywhere";
}

TEST_P(SessionStore, lets_in_whoever_chose_a_password_by_a_link_after_guesses) {
    for (int n = 0; n < 9; ++n) (void)house.sign_in("ana@example.org", Private("adivino esta clave"));
    const auto link = house.users.start_reset(Private("ana@example.org")).value();
    const Private next("cuatro palabras más sueltas");
    ASSERT_TRUE(house.users.choose_password(link.token, next, "192.0.2.1"));
    EXPECT_TRUE(house.sign_in("ana@example.org", next));
}

TEST_P(SessionStore, counts_no_guess_for_whoever_gets_in) {
    house.add("eva@example.org", {{ours, agent}});
    count("throttle.address", "192.0.2.1", 59);
    for (int n = 0; n < 4; ++n) ASSERT_TRUE(house.sign_in(n % 2 == 0 ? "eva@example.org" : "ana@example.org")) << n;
}

TEST_P(SessionStore, begins_where_one_worked_last) {
    const auto eva = house.add("eva@example.org", {{ours, agent}, {theirs, supervisor}});
    const auto begin = [&] {
        house.clock.advance(1s);
        return house.sign_in("eva@example.org").value();
    };
    const auto first = begin();
    EXPECT_EQ(first.actor.institution, ours);
    ASSERT_TRUE(house.sessions.act_for(first.actor, theirs));
    EXPECT_EQ(begin().actor.institution, theirs);
    const auto third = begin();
    ASSERT_TRUE(house.sessions.sign_out(third.actor));
    EXPECT_FALSE(house.identify(third.token));
    house.clock.advance(24h * 30);
    test::write(db(), [&](db::Tx& tx) { store::forget_old_sessions(tx, house.clock.now()); });
    EXPECT_EQ(begin().actor.institution, theirs) << "days after signing out";
    ASSERT_TRUE(house.users.revoke({}, eva, {theirs, supervisor}));
    EXPECT_EQ(begin().actor.institution, ours) << "no longer of the other";
}

TEST_P(SessionStore, forgets_the_failures_of_an_account_that_got_in) {
    for (int round = 0; round < 2; ++round) {
        for (int n = 0; n < 5; ++n) (void)house.sign_in("ana@example.org", Private("adivino esta clave"));
        ASSERT_TRUE(house.sign_in("ana@example.org"));
    }
}

TEST_P(SessionStore, stops_guesses_from_one_address_and_lets_others_in) {
    count("throttle.address", "192.0.2.1", 59);
    EXPECT_EQ(house.sign_in("nadie@example.org").error().word, words::k_bad_credentials);
    EXPECT_EQ(house.sign_in("ana@example.org").error().word, words::k_too_many_tries);
    EXPECT_TRUE(house.sign_in("ana@example.org", test::k_password, {}, "192.0.2.2"));
}

TEST_P(SessionStore, ends_when_unused_for_four_hours) {
    const auto token = signed_in_token();
    house.clock.advance(3h);
    ASSERT_TRUE(house.sessions.identify(token));
    house.clock.advance(3h);
    ASSERT_TRUE(house.sessions.identify(token)) << "each use begins the four hours again";
    house.clock.advance(4h);
    EXPECT_EQ(house.sessions.identify(token).error().word, words::k_session_ended);
}

TEST_P(SessionStore, outlives_no_double_shift) {
    const auto token = signed_in_token();
    for (int hours = 0; hours < 13; ++hours) {
        house.clock.advance(1h);
        ASSERT_TRUE(house.sessions.identify(token)) << hours;
    }
    house.clock.advance(1h);
    EXPECT_FALSE(house.sessions.identify(token));
}

TEST_P(SessionStore, writes_that_it_was_used_once_every_two_minutes) {
    const auto token = signed_in_token();
    ASSERT_TRUE(house.identify(token));
    const auto writes = db().statistics().writes;
    for (int n = 0; n < 10; ++n) ASSERT_TRUE(house.identify(token));
    EXPECT_EQ(db().statistics().writes, writes);
    house.clock.advance(2min);
    ASSERT_TRUE(house.identify(token));
    EXPECT_EQ(db().statistics().writes, writes + 1);
}

TEST_P(SessionStore, ends_by_its_owner_at_once) {
    const auto begun = house.sign_in("ana@example.org").value();
    ASSERT_TRUE(house.sessions.identify(begun.token));
    ASSERT_TRUE(house.sessions.sign_out(begun.actor));
    EXPECT_FALSE(house.sessions.identify(begun.token));
}

TEST_P(SessionStore, shows_and_ends_ones_own_other_places_and_nobody_elses) {
    const auto here = house.sign_in("ana@example.org").value();
    house.clock.advance(1s);
    const auto elsewhere = house.sign_in("ana@example.org").value();
    house.add("eva@example.org", {{ours, agent}});
    const auto eva = house.sign_in("eva@example.org").value();

    const auto places = house.sessions.open_sessions(here.actor);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].id, elsewhere.actor.session);
    EXPECT_FALSE(places[0].current);
    EXPECT_TRUE(places[1].current);
    EXPECT_EQ(places[0].device, "Firefox, Linux");

    EXPECT_EQ(house.sessions.end(eva.actor, elsewhere.actor.session).error().kind, Refused::not_found);
    EXPECT_TRUE(house.sessions.identify(elsewhere.token));
    ASSERT_TRUE(house.sessions.end(test::with_key(here.actor, "k1"), elsewhere.actor.session));
    EXPECT_TRUE(house.sessions.end(test::with_key(here.actor, "k1"), elsewhere.actor.session)) << "sent twice";
    EXPECT_FALSE(house.sessions.identify(elsewhere.token));
    EXPECT_TRUE(house.sessions.identify(here.token));
    EXPECT_EQ(house.entries("session.end"), 1) << "the refused attempt left no entry";
}

TEST_P(SessionStore, acts_only_for_institutions_where_one_works) {
    house.add("eva@example.org", {{ours, agent}, {theirs, supervisor}});
    const auto begun = house.sign_in("eva@example.org").value();
    EXPECT_FALSE(begun.actor.may(test::k_lead));
    const auto moved = house.sessions.act_for(begun.actor, theirs);
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->institution, theirs);
    const auto actor = house.sessions.identify(begun.token).value();
    EXPECT_EQ(actor.institution, theirs) << "at once, not after what was remembered";
    EXPECT_TRUE(actor.may(test::k_lead));

    const auto ana_actor = house.sign_in("ana@example.org").value().actor;
    const auto refused = house.sessions.act_for(ana_actor, theirs);
    EXPECT_EQ(refused.error().word, words::k_no_role_there);
    EXPECT_EQ(house.entries("session.act_for"), 1);
}

TEST_P(SessionStore, ends_when_the_role_is_taken_away) {
    const auto token = signed_in_token();
    ASSERT_TRUE(house.users.revoke({}, ana, {ours, agent}));
    EXPECT_EQ(house.identify(token).error().word, words::k_session_ended);
    EXPECT_EQ(house.sign_in("ana@example.org").error().word, words::k_no_role);
    EXPECT_EQ(house.users.revoke({}, ana, {ours, agent}).error().kind, Refused::not_found);
}

TEST_P(SessionStore, gains_a_role_without_signing_in_again) {
    const auto token = signed_in_token();
    ASSERT_TRUE(house.users.grant({}, ana, {ours, supervisor}));
    EXPECT_TRUE(house.identify(token)->may(test::k_lead));
}

TEST_P(SessionStore, ends_a_second_after_another_process_disabled_the_account) {
    const auto token = signed_in_token();
    ASSERT_TRUE(house.sessions.identify(token));
    Users console(db(), house.vault, house.audit, house.passwords, house.clock);
    ASSERT_TRUE(console.disable({}, ana));
    house.clock.advance(1s);
    EXPECT_EQ(house.sessions.identify(token).error().word, words::k_session_ended);
}

TEST_P(SessionStore, begins_none_that_was_proved_before_the_account_was_disabled) {
    house.add("eva@example.org", {{ours, agent}});
    std::vector<std::string> tokens;
    std::mutex guard;
    test::at_once(7, [&](int n) {
        if (n == 6) return disable_after_a_claim();
        const auto begun = house.sign_in("ana@example.org");
        const std::scoped_lock lock(guard);
        if (begun) tokens.push_back(begun->token);
    });
    house.clock.advance(6s);
    for (const auto& token : tokens) EXPECT_FALSE(house.sessions.identify(token));
    EXPECT_EQ(open_sessions(ana), 0) << "also those that began while it was being disabled";
    EXPECT_TRUE(house.sign_in("eva@example.org"));
}

TEST_P(SessionStore, what_was_proved_opens_nothing_after_the_proof_changed) {
    const auto seen = db().read([&](db::Reader& reader) { return store::user(reader, ana).value(); });
    const auto proves = [&] { return db().write([&](db::Tx& tx) -> Result<bool> { return store::still_proves(tx, seen); }).value(); };
    EXPECT_TRUE(proves());
    ASSERT_TRUE(house.users.set_language({.user = ana, .institution = ours, .session = {}, .permissions = {}}, UserLanguage::en));
    EXPECT_TRUE(proves()) << "what proves nothing may change";
    const auto link = house.users.start_reset(Private("ana@example.org")).value();
    ASSERT_TRUE(house.users.choose_password(link.token, Private("cuatro palabras más sueltas")));
    EXPECT_FALSE(proves()) << "the old password";
}

TEST_P(SessionStore, knows_nobody_whose_account_is_not_active_even_if_a_session_was_left) {
    const auto token = signed_in_token();
    test::write(db(), [&](db::Tx& tx) {
        const auto entry = house.audit.record(tx, {}, {.action = "test.disable"});
        store::save_status(tx, ana, UserStatus::disabled, entry);
    });
    EXPECT_EQ(house.identify(token).error().word, words::k_session_ended);
}

TEST_P(SessionStore, ends_when_the_account_is_disabled_and_none_begins) {
    const auto token = signed_in_token();
    ASSERT_TRUE(house.users.disable({}, ana));
    EXPECT_FALSE(house.identify(token));
    EXPECT_EQ(house.sign_in("ana@example.org").error().word, words::k_bad_credentials);
    EXPECT_EQ(house.users.name_of(ana).reveal(), "Antonia Reyes") << "what somebody wrote stays theirs";
}

}  // namespace
}  // namespace hebra::access
