#include "access/staff/staff.hpp"

#include <gtest/gtest.h>

#include "access/staff/roles_text.hpp"
#include "access/staff/store.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/json/json.hpp"
#include "platform/mail/test_server.hpp"
#include "tests/support/staff_house.hpp"

namespace hebra::access {
namespace {

using namespace std::chrono_literals;

const Private k_new_password("cuatro palabras muy sueltas");
const Private k_own_name("Luz Tapia");

#define EXPECT_REFUSED(result, the_word)              \
    do {                                              \
        const auto refused_ = (result);               \
        ASSERT_FALSE(refused_);                       \
        EXPECT_EQ(refused_.error().word, (the_word)); \
    } while (false)

class StaffOf : public test::OnBothDatabases<test::schema> {
  protected:
    InstitutionId found(const std::string& name) {
        const auto id = house.found();
        test::write(db(), [&](db::Tx& tx) {
            const auto entry = house.audit.record(tx, {}, {.action = "test.found"});
            tx.add("INSERT INTO institution (id, name, legal_nature, sector, created_at, version, audit_id) "
                   "VALUES (:id, :name, 'public_body', 'health', 0, 1, :audit)",
                   {db::arg("id", id), db::arg("name", name), db::arg("audit", entry)});
        });
        return id;
    }
    UserId add(const std::string& email, std::vector<Membership> memberships) {
        house.clock.advance(1ms);
        return house.add(email, std::move(memberships));
    }
    std::unique_ptr<Staff> staff_with(mail::Outbox& outbox) {
        return std::make_unique<Staff>(Staff::Needs{.database = db(),
                                                    .vault = house.vault,
                                                    .audit = house.audit,
                                                    .users = house.users,
                                                    .sessions = house.sessions,
                                                    .passwords = house.passwords,
                                                    .outbox = outbox,
                                                    .let_go =
                                                        [this](db::Tx& tx, UserId user, InstitutionId institution, Time, audit::EntryId) {
                                                            let_go.push_back(user);
                                                            roles_then = roles_by_now(tx, user, institution);
                                                        },
                                                    .tell_given = [this](db::Tx&, const Giving& giving) { given.push_back(giving); },
                                                    .public_url = "https://hebra.example.org",
                                                    .clock = house.clock});
    }
    static std::vector<Role> roles_by_now(db::Reader& reader, UserId user, InstitutionId institution) {
        std::vector<Role> all;
        for (const auto& row : store::roles_in(reader, institution))
            if (row.user_id == user) all.push_back(roles_from(row.roles).at(0));
        return in_order(std::move(all));
    }
    static std::string token_of(const Invited& invited) {
        const auto& link = invited.link.value();
        return link.substr(link.rfind('/') + 1);
    }
    Result<> accept(const Invited& invited, const Acceptance& acceptance, std::string_view peer = "192.0.2.1") {
        return staff->accept(token_of(invited), acceptance, peer);
    }
    /// By the administrator of the other institution, who is told the link.
    Result<Invited> invite_there(const std::string& email) {
        house.clock.advance(1ms);
        return staff->invite(boss_there, {Private(email), {Role::agent}});
    }
    bool acts_for(const std::string& token, InstitutionId institution) {
        const auto actor = house.identify(token);
        return actor && actor->institution == institution;
    }
    std::optional<Member> member(UserId id) {
        for (auto& member : staff->list(boss))
            if (member.id == id) return member;
        return std::nullopt;
    }
    /// Whom an invitation went to, before and after they accepted it.
    std::optional<Member> member(const Invited& invited) {
        if (auto here = member(invited.user_id)) return here;
        return member(UserId(invited.invitation_id.value()));
    }
    Result<Invited> invite(const std::string& email, std::vector<Role> roles = {Role::agent}) {
        house.clock.advance(1ms);
        return staff->invite(boss, {Private(email), std::move(roles)});
    }

    test::StaffHouse house{db()};
    InstitutionId ours = found("CESFAM Demo"), theirs = found("OLN Demo");
    UserId boss_id = add("jefa@cesfam.demo", {{ours, Role::admin}});
    UserId ana = add("ana@cesfam.demo", {{ours, Role::agent}, {theirs, Role::agent}});
    Actor boss{.user = boss_id, .institution = ours, .session = {}, .permissions = {}};
    UserId boss_there_id = add("jefa@oln.demo", {{theirs, Role::admin}});
    Actor boss_there{.user = boss_there_id, .institution = theirs, .session = {}, .permissions = {}};
    mail::Outbox off{db(), house.vault.accounts(), nullptr, {}, house.clock};
    std::vector<UserId> let_go;
    std::vector<Role> roles_then;  ///< that they had when they let go
    std::vector<Giving> given;
    std::unique_ptr<Staff> staff = staff_with(off);
};
HEBRA_ON_BOTH_DATABASES(StaffOf);

TEST_P(StaffOf, an_invitation_is_accepted_once_and_not_by_looking) {
    const auto invited = invite("luz@cesfam.demo", {Role::intake, Role::agent, Role::agent}).value();
    EXPECT_FALSE(house.sign_in("luz@cesfam.demo", k_new_password));
    EXPECT_EQ(test::contents(db()).find(token_of(invited)), std::string::npos) << "the link is a secret";
    for (int n = 0; n < 3; ++n) {
        const auto page = staff->look(token_of(invited)).value();
        EXPECT_FALSE(page.is_new) << "no mail leaves: whoever invites may be looking";
        EXPECT_EQ(page.roles, (std::vector{Role::agent, Role::intake}));
    }
    EXPECT_REFUSED(accept(invited, {{}, k_new_password}), words::k_own_name_needed);
    EXPECT_FALSE(accept(invited, {Private("Luz Tapia"), Private("corta")}));
    ASSERT_TRUE(accept(invited, {Private("Luz Tapia"), k_new_password}));
    EXPECT_REFUSED(accept(invited, {Private("Luz Tapia"), k_new_password}), words::k_link_expired);
    ASSERT_TRUE(house.sign_in("luz@cesfam.demo", k_new_password));
    const auto luz = member(invited).value();
    EXPECT_EQ(luz.name->reveal(), "Luz Tapia");
    EXPECT_EQ(luz.status, MemberStatus::active);
    EXPECT_FALSE(luz.invitation);
}

TEST_P(StaffOf, an_invitation_written_into_the_database_without_the_key_opens_nothing) {
    const auto invited = invite("luz@cesfam.demo").value();
    test::write(db(), [&](db::Tx& tx) {
        tx.add("UPDATE invitation SET token_hash = :hash WHERE id = :id",
               {db::arg("hash", crypto::hash(bytes_of("escrito"))), db::arg("id", invited.invitation_id)});
    });
    EXPECT_REFUSED(staff->look("escrito"), words::k_link_expired);
    EXPECT_REFUSED(staff->accept("escrito", {Private("Luz Tapia"), k_new_password}, "192.0.2.1"), words::k_link_expired);
}

TEST_P(StaffOf, an_invitation_ends_by_time_by_withdrawal_and_by_a_newer_link) {
    const auto first = invite("luz@cesfam.demo").value();
    EXPECT_REFUSED(invite("LUZ@cesfam.demo "), words::k_bad_staff_email);
    EXPECT_REFUSED(invite("LUZ@cesfam.demo"), words::k_already_invited);
    const auto second = staff->invite_again(boss, first.invitation_id, 1).value();
    EXPECT_REFUSED(staff->look(token_of(first)), words::k_link_expired);
    EXPECT_TRUE(staff->look(token_of(second)));
    EXPECT_REFUSED(staff->invite_again(boss, first.invitation_id, 1), hebra::words::k_changed_meanwhile);
    house.clock.advance(73h);
    EXPECT_REFUSED(staff->look(token_of(second)), words::k_link_expired);
    EXPECT_TRUE(member(first)->invitation->expired);
    ASSERT_TRUE(staff->withdraw(boss, first.invitation_id, 2));
    EXPECT_REFUSED(staff->withdraw(boss, first.invitation_id, 3), hebra::words::k_not_found);
    EXPECT_FALSE(member(first));
    EXPECT_TRUE(invite("luz@cesfam.demo"));
}

TEST_P(StaffOf, an_invitation_tells_nothing_of_an_account_elsewhere) {
    const auto old = add("vieja@oln.demo", {{theirs, Role::agent}});
    house.clock.advance(1ms);
    const auto to_new = invite("luz@cesfam.demo").value(), to_old = invite("vieja@oln.demo").value();
    for (const auto& reply : {to_new, to_old}) EXPECT_EQ(json::write(reply).find(reply.user_id.text()), std::string::npos);
    EXPECT_EQ(to_old.user_id, old);
    const auto all = staff->list(boss);
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Member::id));
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[all.size() - 2].id.value(), to_new.invitation_id.value()) << "in the order they were invited, whatever their age";
    EXPECT_EQ(all.back().id.value(), to_old.invitation_id.value());
    EXPECT_FALSE(member(old));
    EXPECT_REFUSED(staff->set_roles(boss, all.back().id, {Role::admin}), hebra::words::k_not_found);
}

TEST_P(StaffOf, where_no_mail_leaves_the_link_tells_nothing_of_an_account_elsewhere) {
    add("vieja@oln.demo", {{theirs, Role::agent}});
    const auto to_new = invite("luz@cesfam.demo").value(), to_old = invite("vieja@oln.demo").value();
    EXPECT_EQ(json::write(staff->look(token_of(to_new)).value()), json::write(staff->look(token_of(to_old)).value()));
    const Acceptance asked[] = {{}, {{}, k_new_password}, {k_own_name, {}}, {k_own_name, Private("corta")}, {Private("Luz\nTapia"), k_new_password}};
    for (const auto& one : asked)
        EXPECT_EQ(accept(to_new, one).error().word, accept(to_old, one).error().word) << "without taking the one that is new";
    EXPECT_EQ(house.entries("session.refused"), 0);
}

TEST_P(StaffOf, six_letters_a_day_go_to_one_address_whoever_writes_them) {
    const auto first = invite("luz@cesfam.demo").value();
    for (int n = 1; n < 5; ++n) ASSERT_TRUE(staff->invite_again(boss, first.invitation_id, n));
    ASSERT_TRUE(invite_there("luz@cesfam.demo"));
    EXPECT_REFUSED(staff->invite_again(boss, first.invitation_id, 5), words::k_invited_enough);
    ASSERT_TRUE(staff->withdraw(boss, first.invitation_id, 5));
    EXPECT_REFUSED(invite("luz@cesfam.demo"), words::k_invited_enough);
    EXPECT_TRUE(invite("eva@cesfam.demo"));
    house.clock.advance(25h);
    EXPECT_TRUE(invite("luz@cesfam.demo"));
}

TEST_P(StaffOf, a_stranger_to_the_institution_can_do_nothing_to_its_invitations) {
    const auto invited = invite("luz@cesfam.demo").value();
    Actor stranger = boss;
    stranger.institution = theirs;
    EXPECT_REFUSED(staff->withdraw(stranger, invited.invitation_id, 1), hebra::words::k_not_found);
    EXPECT_REFUSED(staff->invite_again(stranger, invited.invitation_id, 1), hebra::words::k_not_found);
    EXPECT_REFUSED(staff->end(stranger, boss_id), hebra::words::k_not_found);
    EXPECT_REFUSED(staff->set_roles(stranger, boss_id, {Role::agent}), hebra::words::k_not_found);
    for (const auto& one : staff->list(stranger)) EXPECT_TRUE(one.id == ana || one.id == boss_there_id);
}

TEST_P(StaffOf, an_account_elsewhere_stays_unseen_until_its_owner_accepts) {
    add("eva@oln.demo", {{theirs, Role::agent}});
    const auto invited = invite("eva@oln.demo").value();
    EXPECT_FALSE(member(invited)->name) << "an address tells nothing of an account elsewhere";
    ASSERT_TRUE(accept(invited, {k_own_name, test::k_password}));
    EXPECT_TRUE(member(invited)->name);
    EXPECT_TRUE(house.sign_in("eva@oln.demo")) << "her own password";
    EXPECT_REFUSED(invite("eva@oln.demo"), words::k_works_here);
}

TEST_P(StaffOf, a_link_alone_opens_no_account_that_somebody_has) {
    const auto invited = invite_there("jefa@cesfam.demo").value();
    EXPECT_REFUSED(accept(invited, {}), words::k_own_name_needed);
    EXPECT_REFUSED(accept(invited, {k_own_name, k_new_password}), words::k_not_their_password);
    const auto wrong = accept(invited, {Private("Otra Persona"), k_new_password});
    EXPECT_EQ(wrong.error().fields.at(0).pointer, "/password");
    EXPECT_EQ(wrong.error().word, words::k_not_their_password);
    EXPECT_EQ(house.entries("session.refused"), 2);
    EXPECT_FALSE(house.sign_in("jefa@cesfam.demo", k_new_password));
    EXPECT_EQ(house.users.memberships(boss_id).size(), 1U);
    for (int n = 0; n < 5; ++n) EXPECT_REFUSED(accept(invited, {k_own_name, k_new_password}), words::k_not_their_password);
    EXPECT_REFUSED(accept(invited, {k_own_name, test::k_password}), words::k_too_many_tries);
    EXPECT_REFUSED(house.sign_in("jefa@cesfam.demo"), words::k_too_many_tries);
    EXPECT_TRUE(accept(invited, {k_own_name, test::k_password}, "192.0.2.2")) << "its owner, elsewhere";
    EXPECT_EQ(house.users.find(boss_id)->name.reveal(), "Antonia Reyes");
}

TEST_P(StaffOf, an_account_with_roles_and_no_password_yet_begins_only_by_its_own_link) {
    const auto own = house.users.invite({}, {Private("Eva Soto"), Private("eva@cesfam.demo"), {{ours, Role::admin}}}).value();
    const auto invited = invite_there("eva@cesfam.demo").value();
    EXPECT_REFUSED(accept(invited, {Private("Otra Persona"), k_new_password}), words::k_not_their_password);
    EXPECT_FALSE(house.sign_in("eva@cesfam.demo", k_new_password));
    ASSERT_TRUE(house.users.choose_password(own.token, test::k_password));
    ASSERT_TRUE(accept(invited, {k_own_name, test::k_password}));
    EXPECT_EQ(house.users.memberships(own.user).size(), 2U);
}

TEST_P(StaffOf, what_begins_an_account_asks_again_whether_nobody_has) {
    const auto invited = invite("luz@cesfam.demo").value();
    const auto began = [&](UserId id) {
        return db().write([&](db::Tx& tx) -> Result<bool> {
            const auto entry = house.audit.record(tx, boss, {.action = "test.begin"});
            return store::save_accepted(tx, id, Bytes{1}, "hash", entry);
        }).value();
    };
    EXPECT_FALSE(began(ana)) << "active";
    ASSERT_TRUE(house.users.grant({}, invited.user_id, {theirs, Role::agent}));
    EXPECT_FALSE(began(invited.user_id)) << "given roles meanwhile";
    ASSERT_TRUE(house.users.revoke({}, invited.user_id, {theirs, Role::agent}));
    ASSERT_TRUE(house.users.disable({}, invited.user_id));
    EXPECT_FALSE(began(invited.user_id)) << "disabled";
}

TEST_P(StaffOf, of_two_who_begin_one_account_at_once_one_does) {
    const auto here = invite("luz@cesfam.demo").value(), there = invite_there("luz@cesfam.demo").value();
    const Private other("otras palabras muy sueltas");
    std::atomic<int> begun = 0;
    test::at_once(2, [&](int n) {
        begun += (n == 0 ? accept(here, {Private("Luz Tapia"), k_new_password}) : accept(there, {Private("Otra"), other})) ? 1 : 0;
    });
    EXPECT_EQ(begun, 1);
    EXPECT_NE(house.sign_in("luz@cesfam.demo", k_new_password).has_value(), house.sign_in("luz@cesfam.demo", other).has_value());
    EXPECT_EQ(house.users.memberships(here.user_id).size(), 1U);
}

TEST_P(StaffOf, a_disabled_account_is_revived_by_no_institution) {
    const auto invited = invite_there("ana@cesfam.demo");
    EXPECT_REFUSED(invited, words::k_works_here);
    const auto eva = add("eva@cesfam.demo", {{ours, Role::agent}});
    const auto before = invite_there("eva@cesfam.demo").value();
    ASSERT_TRUE(house.users.disable({}, eva));
    EXPECT_REFUSED(accept(before, {Private("Otra Persona"), k_new_password}), words::k_not_their_password);
    EXPECT_REFUSED(accept(before, {k_own_name, test::k_password}), words::k_not_their_password);
    ASSERT_TRUE(staff->end(boss, eva));
    EXPECT_REFUSED(staff->bring_back(boss, eva), words::k_account_disabled);
    EXPECT_EQ(member(eva)->status, MemberStatus::former) << "refused wholly";
    EXPECT_FALSE(house.sign_in("eva@cesfam.demo"));
    ASSERT_TRUE(house.users.enable({}, eva));
    EXPECT_REFUSED(house.users.enable({}, eva), hebra::words::k_not_found);
    ASSERT_TRUE(staff->bring_back(boss, eva));
    EXPECT_TRUE(house.sign_in("eva@cesfam.demo"));
}

TEST_P(StaffOf, whoever_left_joins_elsewhere_with_their_own_password) {
    const auto luz = add("luz@cesfam.demo", {{ours, Role::agent}});
    ASSERT_TRUE(staff->end(boss, luz));
    EXPECT_REFUSED(house.sign_in("luz@cesfam.demo"), words::k_no_role);
    const auto invited = invite_there("luz@cesfam.demo").value();
    EXPECT_REFUSED(accept(invited, {Private("Otra Persona"), k_new_password}), words::k_not_their_password);
    const auto forgotten = house.users.start_reset(Private("luz@cesfam.demo")).value();
    ASSERT_TRUE(house.users.choose_password(forgotten.token, k_new_password)) << "who works nowhere chooses one too";
    ASSERT_TRUE(accept(invited, {k_own_name, k_new_password}));
    EXPECT_EQ(house.sign_in("luz@cesfam.demo", k_new_password)->actor.institution, theirs);
    EXPECT_EQ(member(luz)->status, MemberStatus::former);
}

TEST_P(StaffOf, what_ends_here_ends_no_work_elsewhere) {
    const auto here = house.sign_in("ana@cesfam.demo").value();
    const auto there = house.sign_in("ana@cesfam.demo").value();
    ASSERT_TRUE(house.sessions.act_for(there.actor, theirs));
    ASSERT_TRUE(staff->set_roles(boss, ana, {Role::supervisor}));
    EXPECT_FALSE(house.identify(here.token));
    EXPECT_TRUE(acts_for(there.token, theirs));
    ASSERT_TRUE(staff->end(boss, ana));
    EXPECT_TRUE(acts_for(there.token, theirs));
}

TEST_P(StaffOf, whoever_leaves_or_administers_no_more_leaves_no_link_behind) {
    const auto second = add("otra@cesfam.demo", {{ours, Role::admin}, {theirs, Role::admin}});
    Actor other = boss, other_there = boss_there;
    other.user = other_there.user = second;
    const auto by = [&](const Actor& who, const std::string& email) {
        house.clock.advance(1ms);
        return staff->invite(who, {Private(email), {Role::admin}}).value();
    };
    const auto one = by(other, "uno@cesfam.demo"), mine = by(boss, "dos@cesfam.demo"), again = by(boss, "tres@cesfam.demo");
    const auto there = by(other_there, "uno@cesfam.demo");
    const auto renewed = staff->invite_again(other, again.invitation_id, 1).value();
    ASSERT_TRUE(staff->end(boss, second));
    EXPECT_REFUSED(staff->look(token_of(one)), words::k_link_expired);
    EXPECT_REFUSED(staff->look(token_of(renewed)), words::k_link_expired);  // told to them as well
    EXPECT_TRUE(staff->look(token_of(mine)));
    EXPECT_TRUE(staff->look(token_of(there))) << "another institution's";
    EXPECT_EQ(house.entries("invitation.withdraw"), 2);
    ASSERT_TRUE(staff->bring_back(boss, second));
    const auto late = by(other, "cuatro@cesfam.demo");
    ASSERT_TRUE(staff->set_roles(boss, second, {Role::agent}));
    EXPECT_REFUSED(staff->look(token_of(late)), words::k_link_expired);
}

TEST_P(StaffOf, a_name_is_short_and_holds_nothing_unseen) {
    const auto invited = invite("luz@cesfam.demo").value();
    const auto named = [&](const std::string& name) { return accept(invited, {Private(name), k_new_password}); };
    std::string longest;
    for (int n = 0; n < 120; ++n) longest += "ñ";
    EXPECT_REFUSED(named("  "), words::k_own_name_needed);
    EXPECT_REFUSED(named(longest + "a"), words::k_own_name_long);
    for (const auto* unseen : {"Luz\nTapia", "Luz \u202ETapia", "Luz\x7F", "Luz \u2066Tapia", "Luz\u200BTapia"})
        EXPECT_REFUSED(named(unseen), words::k_own_name_signs);
    EXPECT_EQ(named("\t").error().fields.at(0).pointer, "/name");
    ASSERT_TRUE(named(" " + longest + " "));
    EXPECT_EQ(member(invited)->name->reveal(), longest);
}

TEST_P(StaffOf, roles_change_and_sessions_end) {
    const auto signed_in = house.sign_in("ana@cesfam.demo").value();
    ASSERT_TRUE(staff->set_roles(boss, ana, {Role::supervisor, Role::intake}));
    EXPECT_FALSE(house.identify(signed_in.token));
    EXPECT_EQ(member(ana)->roles, (std::vector{Role::supervisor, Role::intake}));
    EXPECT_EQ(house.users.memberships(ana).size(), 3U) << "roles elsewhere are not ours to touch";
    EXPECT_EQ(let_go, std::vector{ana}) << "of what she held, what her new roles may not hold";
    EXPECT_EQ(roles_then, (std::vector{Role::supervisor, Role::intake}));
    EXPECT_REFUSED(staff->set_roles(boss, ana, {}), words::k_role_needed);
    EXPECT_REFUSED(staff->set_roles(boss, boss_id, {Role::supervisor}), words::k_not_oneself);
}

TEST_P(StaffOf, a_role_that_opens_records_is_told_and_nobody_gives_it_to_themselves) {
    for (const auto role : {Role::agent, Role::supervisor, Role::privacy_officer})
        EXPECT_REFUSED(staff->set_roles(boss, boss_id, {Role::admin, role}), words::k_not_oneself);
    EXPECT_REFUSED(invite("jefa@cesfam.demo", {Role::agent}), words::k_works_here);
    EXPECT_TRUE(given.empty());

    const auto invited = invite("luz@cesfam.demo", {Role::intake, Role::admin}).value();
    EXPECT_TRUE(given.empty()) << "an invitation opens nothing yet";
    ASSERT_TRUE(accept(invited, {Private("Luz Marín"), k_new_password}));
    ASSERT_EQ(given.size(), 1U);
    EXPECT_EQ(given[0].by, boss_id);
    EXPECT_EQ(given[0].institution, ours);
    const auto luz = given[0].to;

    ASSERT_TRUE(staff->set_roles(boss, luz, {Role::admin}));
    ASSERT_TRUE(staff->set_roles(boss, luz, {Role::admin, Role::care_lead}));
    EXPECT_EQ(given.size(), 1U) << "neither opens what is sealed";
    const auto keyed = test::with_key(boss, "k1");
    for (int n = 0; n < 2; ++n) ASSERT_TRUE(staff->set_roles(keyed, luz, {Role::supervisor}));
    EXPECT_EQ(given.size(), 2U) << "a repeat tells nobody again";
    ASSERT_TRUE(staff->set_roles(boss, luz, {Role::supervisor, Role::care_lead}));
    EXPECT_EQ(given.size(), 2U) << "they had it";
    ASSERT_TRUE(staff->end(boss, luz));
    ASSERT_TRUE(staff->bring_back(boss, luz));
    EXPECT_EQ(given.size(), 3U);
}

TEST_P(StaffOf, the_last_administrator_stays) {
    const auto second = add("otra@cesfam.demo", {{ours, Role::admin}});
    Actor other = boss;
    other.user = second;
    EXPECT_TRUE(staff->end(boss, second));
    EXPECT_TRUE(staff->bring_back(boss, second));
    EXPECT_TRUE(staff->end(other, boss_id));
    Actor nobody = boss;
    nobody.user = ana;
    EXPECT_REFUSED(staff->end(nobody, second), words::k_last_admin);
    EXPECT_REFUSED(staff->set_roles(nobody, second, {Role::agent}), words::k_last_admin);
}

TEST_P(StaffOf, two_administrators_cannot_remove_each_other_at_once) {
    const auto second = add("otra@cesfam.demo", {{ours, Role::admin}});
    Actor other = boss;
    other.user = second;
    test::at_once(2, [&](int n) { (void)(n == 0 ? staff->end(boss, second) : staff->end(other, boss_id)); });
    EXPECT_EQ(house.users.has_role(ours, Role::admin), true);
}

TEST_P(StaffOf, whoever_leaves_lets_go_and_may_come_back) {
    ASSERT_TRUE(staff->end(boss, ana));
    EXPECT_EQ(let_go, std::vector{ana});
    EXPECT_TRUE(roles_then.empty());
    EXPECT_EQ(member(ana)->status, MemberStatus::former);
    EXPECT_TRUE(house.sign_in("ana@cesfam.demo")) << "she works elsewhere too";
    const auto luz = add("luz@cesfam.demo", {{ours, Role::agent}});
    ASSERT_TRUE(staff->end(boss, luz));
    EXPECT_FALSE(house.sign_in("luz@cesfam.demo"));
    ASSERT_TRUE(staff->bring_back(boss, luz));
    EXPECT_TRUE(house.sign_in("luz@cesfam.demo"));
    EXPECT_EQ(member(luz)->roles, std::vector{Role::agent});
    EXPECT_REFUSED(staff->bring_back(boss, luz), hebra::words::k_not_found);
    EXPECT_REFUSED(staff->end(boss, boss_id), words::k_not_oneself);
}

TEST_P(StaffOf, links_leave_by_mail_and_nothing_tells_whether_an_account_exists) {
    EXPECT_REFUSED(staff->ask_reset(Private("ana@cesfam.demo"), "192.0.2.1"), words::k_mail_off);
    mail::TestServer server;
    mail::Outbox outbox(db(), house.vault.accounts(),
                        mail::open_smtp({.url = server.url(), .from = "hebra@red.demo", .tls = mail::Tls::none}).value(),
                        [this](db::Tx& tx, const mail::Envelope&) { return house.audit.record(tx, {}, {.action = "mail.sent"}).value(); },
                        house.clock);
    staff = staff_with(outbox);
    const auto invited = invite("luz@cesfam.demo").value();
    EXPECT_FALSE(invited.link) << "it goes to the person alone";
    EXPECT_EQ(member(invited)->invitation->mail, mail::State::pending);
    outbox.send();
    const auto letter_of = [&] { return server.taken().text; };
    const auto token_in = [](const std::string& text) {
        constexpr std::string_view k_way = "/entrar/invitacion/";
        return text.substr(text.find(k_way) + k_way.size(), 22);
    };
    const auto to_new = letter_of();
    EXPECT_NE(to_new.find("https://hebra.example.org/entrar/invitacion/"), std::string::npos);
    EXPECT_EQ(staff->look(token_in(to_new))->is_new, true) << "whoever reads the mail is who was invited";
    EXPECT_EQ(member(invited)->invitation->mail, mail::State::sent);

    EXPECT_TRUE(staff->ask_reset(Private("nadie@cesfam.demo"), "192.0.2.1"));
    for (int n = 0; n < 5; ++n) EXPECT_TRUE(staff->ask_reset(Private("ana@cesfam.demo"), "192.0.2.1"));
    EXPECT_EQ(outbox.send(), 3) << "three an hour at most";
    const auto letter = server.taken();
    EXPECT_EQ(letter.to, "ana@cesfam.demo");
    EXPECT_NE(letter.text.find("Subject: Hebra: elija una clave nueva\r\n"), letter.text.npos);
    EXPECT_EQ(letter.text.find("Antonia"), letter.text.npos);
    for (int n = 0; n < 30; ++n) (void)staff->ask_reset(Private("nadie@cesfam.demo"), "192.0.2.1");
    EXPECT_REFUSED(staff->ask_reset(Private("nadie@cesfam.demo"), "192.0.2.1"), words::k_too_many_tries);
}

}  // namespace
}  // namespace hebra::access
