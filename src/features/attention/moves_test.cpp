// A contact and its person: attached, detached, erased; and what may not come between.
#include <latch>
#include <random>
#include <thread>

#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

class MovesTest : public ContactHouse {
  protected:
    /// A contact with an earlier version and a file, all of it sealed with a key of its own.
    Contact full_contact() {
        auto given = told();
        given.disposition = json::Change<Disposition>::set(Disposition::plan_made);
        const auto contact = create(given);
        ContactChange change;
        change.reason = Private(std::string(k_planted));
        (void)attachments.add(actor, contact.id, "carta.txt", bytes_of(k_planted)).value();
        return contacts.change(actor, contact.id, change, 1).value();
    }
    std::vector<commitments::Commitment> to_go_on(ContactId id) {
        return db().read([&](db::Reader& reader) { return commitments.open_of(reader, std::array{RecordId(id.value())}); });
    }
    void expect_readable(ContactId id) {
        EXPECT_EQ(contacts.open(actor, id)->narrative->reveal(), k_planted);
        EXPECT_EQ(contacts.earlier(actor, id)->front().contact.narrative->reveal(), k_planted);
        const auto files = attachments.of(actor, id).value();
        ASSERT_EQ(files.size(), 1U);
        EXPECT_EQ(attachments.open(actor, id, files[0].id)->content, k_planted);
    }
};
HEBRA_ON_BOTH_DATABASES(MovesTest);

TEST_P(MovesTest, attached_to_a_person_it_is_erased_with_them) {
    const auto person = house.person(institution);
    const auto contact = full_contact();
    const auto attached = contacts.move(actor, contact.id, attach_to(person.id, 2)).value();
    EXPECT_EQ(attached.person_id, person.id);
    EXPECT_EQ(attached.thread_code, person.thread_code);
    expect_readable(contact.id);
    ASSERT_EQ(events_of(person).size(), 1U);
    EXPECT_EQ(events_of(person)[0].subject_id.value(), contact.id.value());
    EXPECT_EQ(rows("subject_key WHERE subject_id = '" + contact.id.text() + "'"), 0);  // nothing is left under the old key

    erase(person.id);
    const auto erased = contacts.open(actor, contact.id).value();
    EXPECT_TRUE(erased.erased);
    EXPECT_FALSE(erased.narrative);
    EXPECT_TRUE(contacts.earlier(actor, contact.id)->empty());
    EXPECT_EQ(code_of(attachments.of(actor, contact.id)), "contact_erased");
    EXPECT_EQ(code_of(contacts.change(actor, contact.id, {}, 3)), "contact_erased");
}

TEST_P(MovesTest, detached_it_survives_the_person_and_leaves_their_thread) {
    const auto person = house.person(institution);
    const auto contact = full_contact();
    ASSERT_TRUE(contacts.move(actor, contact.id, attach_to(person.id, 2)));
    EXPECT_EQ(code_of(contacts.move(actor, contact.id, attach_to(person.id, 3))), "has_person");
    auto detach = move_of(ContactAction::detach_person, 3);
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, detach)), "/reason ");
    detach.reason = Private("No era ella");
    const auto detached = contacts.move(actor, contact.id, detach).value();
    EXPECT_FALSE(detached.person_id);
    EXPECT_FALSE(detached.thread_code);
    EXPECT_TRUE(events_of(person).empty());
    erase(person.id);
    expect_readable(contact.id);
    EXPECT_EQ(contacts.earlier(actor, contact.id)->size(), 2U);
    EXPECT_EQ(code_of(contacts.move(actor, contact.id, move_of(ContactAction::detach_person, 4))), "no_person");

    const auto other = house.person(institution);
    ASSERT_TRUE(contacts.move(actor, contact.id, attach_to(other.id, 4)));
    expect_readable(contact.id);
    EXPECT_EQ(rows("subject_key"), 1);
}

TEST_P(MovesTest, somebody_anonymous_gets_a_thread_and_a_code_to_come_back) {
    const auto contact = create(told());
    auto attach = move_of(ContactAction::attach_person, 1);
    attach.person = anonymous();
    const auto attached = contacts.move(repeating("give-code"), contact.id, attach).value();
    ASSERT_TRUE(attached.return_code);
    EXPECT_TRUE(attached.thread_code);
    people::PersonQuery by_code;
    by_code.return_code = *attached.return_code;
    const auto found = house.people.search(actor, by_code).value();
    ASSERT_EQ(found.items.size(), 1U);
    EXPECT_EQ(found.items[0].id, attached.person_id);

    const auto again = contacts.move(repeating("give-code"), contact.id, attach).value();
    EXPECT_EQ(again.person_id, attached.person_id);
    EXPECT_EQ(again.return_code, attached.return_code);
    EXPECT_EQ(rows("person"), 1);
}

TEST_P(MovesTest, what_is_asked_of_who_goes_on_with_it_is_about_whom_it_is_about) {
    const auto person = house.person(institution);
    const auto contact = create(told());
    auto hand = move_of(ContactAction::hand_over, 1);
    hand.colleague_id = colleague();
    ASSERT_TRUE(contacts.move(actor, contact.id, hand));
    const auto asked = to_go_on(contact.id).at(0);
    EXPECT_FALSE(asked.person_id);
    house.clock.advance(std::chrono::hours(1));
    ASSERT_TRUE(contacts.move(actor, contact.id, attach_to(person.id, 2)));
    const auto attached = to_go_on(contact.id).at(0);
    EXPECT_EQ(attached.person_id, person.id);
    EXPECT_EQ(attached.thread_id, person.thread_id);
    EXPECT_EQ(attached.id, asked.id) << "the same promise";
    EXPECT_EQ(attached.due_at, asked.due_at);
    auto detach = move_of(ContactAction::detach_person, 3);
    detach.reason = Private("No era ella");
    ASSERT_TRUE(contacts.move(actor, contact.id, detach));
    EXPECT_FALSE(to_go_on(contact.id).at(0).person_id) << "it outlives somebody it is not about";
    EXPECT_FALSE(to_go_on(contact.id).at(0).thread_id);
}

TEST_P(MovesTest, nothing_is_written_under_a_key_that_was_erased_meanwhile) {
    const auto person = house.person(institution);
    const auto own = create(told()), hers = contacts.create(actor, {.person_id = person.id}).value();
    ASSERT_TRUE(contacts.open(actor, hers.id)) << "its key is remembered here";
    test::write(db(), [&](db::Tx& tx) { house.vault.erase(tx, institution, person.id.value()); });  // by another node
    EXPECT_EQ(pointers_of(contacts.move(actor, own.id, attach_to(person.id, 1))), "/person_id ");
    EXPECT_EQ(contacts.open(actor, own.id)->narrative->reveal(), k_planted) << "what was said is still there";
    EXPECT_EQ(pointers_of(contacts.create(actor, {.person_id = person.id})), "/person_id ");
    auto hand = move_of(ContactAction::hand_over, 1);
    hand.colleague_id = colleague();
    EXPECT_EQ(code_of(contacts.move(actor, hers.id, hand)), "contact_erased");
    EXPECT_TRUE(to_go_on(hers.id).empty()) << "nobody could end it";
}

TEST_P(MovesTest, attaching_says_who) {
    const auto contact = create();
    const auto person = house.person(institution);
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, move_of(ContactAction::attach_person, 1))), "/person_id ");
    auto both = attach_to(person.id, 1);
    both.person = anonymous();
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, both)), "/person ");
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, attach_to(house.person(elsewhere).id, 1))), "/person_id ");
}

TEST_P(MovesTest, handed_over_it_is_the_colleagues_and_remembers_who_began_it) {
    const auto person = house.person(institution);
    const auto contact = create(told());
    ASSERT_TRUE(contacts.move(actor, contact.id, attach_to(person.id, 1)));
    auto hand = move_of(ContactAction::hand_over, 2);
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, hand)), "/colleague_id ");
    hand.colleague_id = actor.user;
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, hand)), "/colleague_id ");
    hand.colleague_id = UserId::make(house.clock.now());  // works nowhere here
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, hand)), "/colleague_id ");

    const auto paz = colleague();
    hand.colleague_id = paz;
    const auto handed = contacts.move(actor, contact.id, hand).value();
    EXPECT_EQ(handed.agent_id, paz);
    ASSERT_EQ(to_go_on(contact.id).size(), 1U);
    EXPECT_EQ(to_go_on(contact.id)[0].owner_id, paz);
    EXPECT_EQ(to_go_on(contact.id)[0].thread_id, person.thread_id);
    const auto opened = contacts.open(actor, contact.id).value();
    EXPECT_EQ(opened.agent_id, paz);
    EXPECT_EQ(opened.entered_by, actor.user);
    EXPECT_EQ(opened.narrative->reveal(), k_planted);
    ASSERT_EQ(events_of(person).size(), 1U);
    EXPECT_EQ(events_of(person)[0].user_id, paz);
    ContactQuery theirs;
    theirs.agent_id = paz;
    EXPECT_EQ(search.run(actor, theirs)->items.size(), 1U);

    auto close = move_of(ContactAction::close, 3);
    close.disposition = Disposition::listened;
    ASSERT_TRUE(contacts.move(actor, contact.id, close));
    EXPECT_TRUE(to_go_on(contact.id).empty());
    hand.version = 4;
    hand.colleague_id = actor.user;
    EXPECT_EQ(code_of(contacts.move(actor, contact.id, hand)), "contact_state");  // what is closed has nobody to go on with it
}

TEST_P(MovesTest, it_is_handed_only_to_who_may_go_on_with_it) {
    const auto contact = create(told());
    const auto paz = colleague(), left = colleague(), keeper = colleague(access::Role::privacy_officer), lead = colleague(access::Role::care_lead);
    ASSERT_TRUE(users.disable(actor, left));
    const auto offered = contacts.colleagues(actor);
    ASSERT_EQ(offered.size(), 1U) << "who would be refused is not offered";
    EXPECT_EQ(offered[0].id, paz);

    auto hand = move_of(ContactAction::hand_over, 1);
    for (const auto& [whom, word] : {std::pair(left, "not_staff_here"), std::pair(keeper, "not_their_work"), std::pair(lead, "not_their_work")}) {
        hand.colleague_id = whom;
        const auto refused = contacts.move(actor, contact.id, hand);
        EXPECT_EQ(pointers_of(refused), "/colleague_id ");
        EXPECT_EQ(code_of(refused), word);
    }
    EXPECT_EQ(contacts.open(actor, contact.id)->agent_id, actor.user);
    EXPECT_TRUE(to_go_on(contact.id).empty());
    hand.colleague_id = paz;
    ASSERT_TRUE(contacts.move(actor, contact.id, hand));
    EXPECT_EQ(to_go_on(contact.id)[0].owner_id, paz);
}

TEST_P(MovesTest, each_use_case_happens_whole_or_not_at_all) {
    const auto person = house.person(institution);
    auto given = told();
    given.person = anonymous();
    test::expect_all_or_nothing(db(), [&] { (void)contacts.create(actor, given); });

    const auto contact = full_contact();
    ContactChange change;
    change.reason = Private("Otra vez");
    change.topics = {"bullying"};
    test::expect_all_or_nothing(db(), [&] { (void)contacts.change(actor, contact.id, change, 2); });
    test::expect_all_or_nothing(db(), [&] { (void)contacts.move(actor, contact.id, attach_to(person.id, 3)); });
    auto detach = move_of(ContactAction::detach_person, 4);
    detach.reason = Private("No era");
    test::expect_all_or_nothing(db(), [&] { (void)contacts.move(actor, contact.id, detach); });
    test::expect_all_or_nothing(db(), [&] { (void)attachments.add(actor, contact.id, "a.txt", bytes_of("hola")); });
    EXPECT_EQ(contacts.open(actor, contact.id)->narrative->reveal(), k_planted);
}

/// Runs `act(i)` from that many threads at the same instant; how many said yes.
int at_once(int threads, const std::function<bool(int)>& act) {
    std::latch ready(threads);
    std::atomic<int> yes = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < threads; ++i)
        all.emplace_back([&, i] {
            ready.arrive_and_wait();
            if (act(i)) ++yes;
        });
    for (auto& thread : all) thread.join();
    return yes;
}

TEST_P(MovesTest, two_edits_at_once_one_wins) {
    const auto contact = create(told());
    const int yes = at_once(6, [&](int i) {
        ContactChange change;
        change.summary = json::Change<Private>::set(Private("de " + std::to_string(i)));
        return contacts.change(actor, contact.id, change, 1).has_value();
    });
    EXPECT_EQ(yes, 1);
    EXPECT_EQ(contacts.open(actor, contact.id)->version, 2);
}

TEST_P(MovesTest, a_repeat_at_once_is_carried_out_once) {
    const auto given = told();
    EXPECT_EQ(at_once(6, [&](int) { return contacts.create(repeating("twin"), given).has_value(); }), 6);
    EXPECT_EQ(rows("contact"), 1);
}

TEST_P(MovesTest, a_file_added_while_it_is_attached_is_never_lost) {
    for (int round = 0; round < 5; ++round) {
        const auto contact = create(told());
        const auto person = house.person(institution);
        std::atomic<int> files = 0;
        at_once(4, [&](int i) {
            if (i == 0) return contacts.move(actor, contact.id, attach_to(person.id, 1)).has_value();
            const bool added = attachments.add(actor, contact.id, "carta.txt", bytes_of(k_planted)).has_value();
            files += added;
            return added;
        });
        const auto kept = attachments.of(actor, contact.id).value();
        EXPECT_EQ(std::ssize(kept), files.load());
        for (const auto& file : kept) EXPECT_EQ(attachments.open(actor, contact.id, file.id)->content, k_planted);
    }
}

TEST_P(MovesTest, any_walk_of_moves_agrees_with_its_table) {
    const auto person = house.person(institution);
    std::mt19937 random(20261121);  // the same walks every time
    for (int walk = 0; walk < 6; ++walk) {
        auto contact = create();
        bool open = true;
        bool has_person = false;
        for (int step = 0; step < 8; ++step) {
            auto move = move_of(static_cast<ContactAction>(random() % 4), contact.version);
            move.reason = Private("porque sí");
            if (move.action == ContactAction::attach_person) move.person_id = person.id;
            if (move.action == ContactAction::close) move.disposition = Disposition::listened;
            const std::array allowed{open, !open, !has_person, has_person};  // in the order of the actions
            const auto moved = contacts.move(actor, contact.id, move);
            ASSERT_EQ(moved.has_value(), allowed[static_cast<std::size_t>(move.action)]);
            if (!moved) continue;
            contact = *moved;
            if (move.action == ContactAction::close) open = false;
            if (move.action == ContactAction::reopen) open = true;
            if (move.action == ContactAction::attach_person) has_person = true;
            if (move.action == ContactAction::detach_person) has_person = false;
        }
        const auto stands = contacts.open(actor, contact.id).value();
        EXPECT_EQ(stands.status == ContactStatus::open, open);
        EXPECT_EQ(stands.person_id.has_value(), has_person);
        EXPECT_EQ(stands.version, contact.version);
    }
}

}  // namespace
}  // namespace hebra::attention
