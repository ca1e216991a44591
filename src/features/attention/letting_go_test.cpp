// Who may attend no more: what they left open waits for whoever takes it.
#include <latch>
#include <thread>

#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

class LettingGoTest : public ContactHouse {
  protected:
    Contact begun_by(UserId agent, std::optional<PersonId> person = {}) {
        auto given = told();
        given.on_behalf_of = agent;
        given.person_id = person;
        return create(given);
    }
    Contact closed(const Contact& contact) {
        auto close = move_of(ContactAction::close, contact.version);
        close.disposition = Disposition::listened;
        return contacts.move(actor, contact.id, close).value();
    }
    void let_go(UserId user) {
        test::write(db(), [&](db::Tx& tx) {
            contacts.let_go(tx, user, institution, {house.clock.now(), house.entry(tx, institution)});
        });
    }
    void becomes(UserId user, access::Role before, access::Role after) {
        ASSERT_TRUE(users.revoke(actor, user, {institution, before}));
        ASSERT_TRUE(users.grant(actor, user, {institution, after}));
        let_go(user);
    }
    std::vector<commitments::Commitment> to_go_on(const Contact& contact) {
        return db().read([&](db::Reader& reader) { return commitments.open_of(reader, std::array{RecordId(contact.id.value())}); });
    }
    void expect_loose(const Contact& contact) {
        const auto open = to_go_on(contact);
        ASSERT_EQ(open.size(), 1U);
        EXPECT_EQ(open[0].kind, k_go_on.name);
        EXPECT_EQ(open[0].institution_id, institution);
        EXPECT_FALSE(open[0].owner_id);
        EXPECT_TRUE(open[0].is_loose(house.clock.now())) << "nobody holds it";
    }
};
HEBRA_ON_BOTH_DATABASES(LettingGoTest);

TEST_P(LettingGoTest, each_open_contact_of_who_lost_the_role_waits_for_somebody) {
    const auto paz = colleague(), other = colleague();
    const auto person = house.person(institution);
    const auto of_person = begun_by(paz, person.id), of_nobody = begun_by(paz), ended = closed(begun_by(paz)), not_hers = begun_by(other);
    becomes(paz, access::Role::agent, access::Role::care_lead);
    expect_loose(of_person);
    expect_loose(of_nobody);
    EXPECT_EQ(to_go_on(of_person)[0].thread_id, person.thread_id);
    EXPECT_EQ(to_go_on(of_person)[0].person_id, person.id);
    EXPECT_TRUE(to_go_on(ended).empty()) << "what is closed asks for nobody";
    EXPECT_TRUE(to_go_on(not_hers).empty());
    let_go(paz);
    EXPECT_EQ(to_go_on(of_nobody).size(), 1U) << "once";

    const auto waiting = to_go_on(of_nobody)[0];
    auto taker = actor;
    taker.permissions = {k_contact_write.name};
    ASSERT_TRUE(commitments.move(taker, waiting.id, {.action = commitments::Action::take, .version = waiting.version}, commitments::Authority::own));
    EXPECT_FALSE(to_go_on(of_nobody)[0].is_loose(house.clock.now()));
    (void)closed(of_nobody);
    EXPECT_TRUE(to_go_on(of_nobody).empty());
}

TEST_P(LettingGoTest, who_may_still_attend_keeps_them) {
    const auto paz = colleague();
    const auto contact = begun_by(paz);
    becomes(paz, access::Role::agent, access::Role::supervisor);
    EXPECT_TRUE(to_go_on(contact).empty());
}

TEST_P(LettingGoTest, whose_account_was_disabled_too) {
    const auto paz = colleague();
    const auto contact = begun_by(paz), ended = closed(begun_by(paz));
    ASSERT_TRUE(users.disable(actor, paz));
    let_go(paz);
    expect_loose(contact);
    EXPECT_TRUE(to_go_on(ended).empty());
}

TEST_P(LettingGoTest, opened_again_after_they_left_it_waits_too) {
    const auto paz = colleague(), rosa = colleague();
    const auto left = closed(begun_by(paz)), stays = closed(begun_by(rosa));
    becomes(paz, access::Role::agent, access::Role::care_lead);
    for (const auto& contact : {left, stays}) {
        auto reopen = move_of(ContactAction::reopen, contact.version);
        reopen.reason = Private("Faltaba algo");
        ASSERT_TRUE(contacts.move(actor, contact.id, reopen));
    }
    expect_loose(left);
    EXPECT_TRUE(to_go_on(stays).empty()) << "whose own home still shows it";
}

TEST_P(LettingGoTest, what_was_erased_asks_for_nobody) {
    const auto paz = colleague();
    const auto person = house.person(institution);
    const auto erased = begun_by(paz, person.id), stays = begun_by(paz);
    erase(person.id);
    becomes(paz, access::Role::agent, access::Role::care_lead);
    EXPECT_TRUE(to_go_on(erased).empty()) << "nothing is left to go on with, and nobody could end it";
    expect_loose(stays);
    EXPECT_EQ(contacts.let_go_late(), 0) << "nothing is left behind, and nothing is told again";
}

TEST_P(LettingGoTest, begun_at_the_moment_they_left_it_is_found_later) {
    const auto paz = colleague(), rosa = colleague();
    const auto missed = begun_by(paz), kept = begun_by(rosa), ended = closed(begun_by(paz));
    EXPECT_EQ(contacts.let_go_late(), 0);
    ASSERT_TRUE(users.revoke(actor, paz, {institution, access::Role::agent}));  // unseen by let_go
    EXPECT_EQ(contacts.let_go_late(), 1);
    expect_loose(missed);
    EXPECT_TRUE(to_go_on(kept).empty());
    EXPECT_TRUE(to_go_on(ended).empty());
    const auto told = rows("audit_entry");
    EXPECT_EQ(contacts.let_go_late(), 0);
    EXPECT_EQ(rows("audit_entry"), told) << "once";
}

TEST_P(LettingGoTest, an_erasure_of_that_moment_leaves_no_promise) {
    for (int round = 0; round < 5; ++round) {
        const auto paz = colleague();
        const auto person = house.person(institution);
        const auto contact = begun_by(paz, person.id);
        ASSERT_TRUE(users.disable(actor, paz));
        std::latch ready(2);
        std::thread erasing([&] {
            ready.arrive_and_wait();
            test::write(db(), [&](db::Tx& tx) {
                house.vault.erase(tx, institution, person.id.value());
                commitments.cancel_about(tx, institution, person.id, {house.clock.now(), house.entry(tx, institution)});
            });
        });
        ready.arrive_and_wait();
        let_go(paz);
        erasing.join();
        EXPECT_TRUE(to_go_on(contact).empty());
    }
}

TEST_P(LettingGoTest, who_attended_can_be_looked_for_also_afterwards) {
    const auto paz = colleague(), keen = colleague();
    (void)begun_by(paz);
    (void)begun_by(paz);
    becomes(paz, access::Role::agent, access::Role::care_lead);
    const auto agents = contacts.agents(actor);
    ASSERT_EQ(agents.size(), 1U) << "each once, and nobody who did not attend";
    EXPECT_EQ(agents[0].id, paz);
    EXPECT_EQ(agents[0].name.reveal(), "Paz Soto");
    const auto offered = contacts.colleagues(actor);
    ASSERT_EQ(offered.size(), 1U);
    EXPECT_EQ(offered[0].id, keen);
    EXPECT_TRUE(contacts.agents(stranger).empty());
}

TEST_P(LettingGoTest, what_somebody_else_took_over_stays_theirs) {
    const auto paz = colleague(), rosa = colleague();
    const auto contact = begun_by(paz);
    auto hand = move_of(ContactAction::hand_over, contact.version);
    hand.colleague_id = rosa;
    ASSERT_TRUE(contacts.move(actor, contact.id, hand));
    becomes(paz, access::Role::agent, access::Role::care_lead);
    ASSERT_EQ(to_go_on(contact).size(), 1U);
    EXPECT_EQ(to_go_on(contact)[0].owner_id, rosa);
}

TEST_P(LettingGoTest, closed_at_that_moment_it_asks_for_nobody) {
    for (int round = 0; round < 5; ++round) {
        const auto paz = colleague();
        const auto contact = begun_by(paz);
        ASSERT_TRUE(users.disable(actor, paz));
        std::latch ready(2);
        std::thread closing([&] {
            ready.arrive_and_wait();
            (void)closed(contact);
        });
        ready.arrive_and_wait();
        let_go(paz);
        closing.join();
        EXPECT_TRUE(to_go_on(contact).empty());
    }
}

}  // namespace
}  // namespace hebra::attention
