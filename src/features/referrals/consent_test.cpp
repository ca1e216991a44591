// What a person allowed: previewed before it goes, told while it holds, and no more once it was taken back.
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "features/referrals/told.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using Permission = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(Permission);

TEST_P(Permission, a_consent_taken_back_ends_what_it_carried_at_once) {
    Office office(db());
    const auto referral = office.acknowledged();
    const auto agent = office.actor(office.line);
    const auto person = office.referrals.open(agent, referral.id).value().person_id.value();
    const auto before = office.referrals.disclosures(agent, person).value().items.at(0);
    EXPECT_TRUE(before.in_force);
    EXPECT_TRUE(before.can_withdraw);
    EXPECT_EQ(before.classes, (std::vector{0, 2}));
    EXPECT_EQ(office.referrals.disclosures(office.actor(office.centre), person).error().kind, Refused::not_found);
    const Withdrawal word{disclosure::Giver::person, disclosure::Method::verbal};
    EXPECT_EQ(office.referrals.withdraw(office.actor(office.stranger), person, *before.directive_id, word).error().kind, Refused::not_found);
    const auto after = office.referrals.withdraw(agent, person, *before.directive_id, word).value().items.at(0);
    EXPECT_FALSE(after.in_force);
    EXPECT_TRUE(after.withdrawn_at);
    const auto seen = office.referrals.open(office.actor(office.centre), referral.id).value();
    EXPECT_EQ(seen.status, Status::cancelled);
    EXPECT_FALSE(seen.package);
    EXPECT_EQ(office.referrals.withdraw(agent, person, *before.directive_id, word).error().word, words::k_withdrawn_already);
}

TEST_P(Permission, taken_back_is_told_outside_the_database_before_it_is_answered) {
    Office office(db());
    const auto agent = office.actor(office.line);
    struct Given {
        ReferralId referral;
        PersonId person;
        disclosure::DirectiveId directive;
    };
    std::vector<Given> given;
    for (int i = 0; i < 2; ++i) {
        const auto referral = office.sent();
        const auto person = referral.person_id.value();
        given.push_back({referral.id, person, office.referrals.disclosures(agent, person).value().items.at(0).directive_id.value()});
    }
    {
        std::vector<std::jthread> at_once;
        for (const auto& one : given)
            at_once.emplace_back([&] {
                EXPECT_TRUE(office.referrals.withdraw(agent, one.person, one.directive, {disclosure::Giver::person, disclosure::Method::verbal}));
            });
    }
    std::stringstream text;
    text << std::ifstream(office.folder / "erasures.txt").rdbuf();
    for (const auto& one : given)
        EXPECT_NE(text.str().find(fmt::format(" withdrawn {} {} ", one.directive.text(), one.referral.text())), std::string::npos) << text.str();
    EXPECT_EQ(office.ledger.standing()->people, 0) << "nobody was erased";
    EXPECT_FALSE(db().read([&](db::Reader& reader) { return access::is_erased(reader, office.line, given[0].referral.text()); }));

    test::write(db(), [](db::Tx& tx) { tx.add("DELETE FROM installation WHERE name > 'erasure.' AND name < 'erasure/'"); });
    std::vector<access::TakenBack> again;
    const auto done = office.ledger.replay({[](db::Tx&, const access::Erasure&) { FAIL() << "nobody was erased"; },
                                            [&](db::Tx&, const access::TakenBack& line) { again.push_back(line); }});
    EXPECT_EQ(std::pair(done->erased, done->withdrawn), std::pair(std::int64_t(0), std::int64_t(2)));
    ASSERT_EQ(again.size(), 2u);
    EXPECT_EQ(again[0].institution, office.line);
    EXPECT_EQ(office.ledger.write_out().value(), 0) << "both sides know the same";
}

TEST_P(Permission, taken_back_after_the_first_contact_it_closes_the_package_and_leaves_the_service_alone) {
    Office office(db());
    auto received = office.move(office.centre, office.acknowledged(), Action::accept).value();
    received = office.move(office.centre, received, Action::confirm_first_contact, test::attended()).value();
    const auto agent = office.actor(office.line);
    const auto person = office.referrals.open(agent, received.id).value().person_id.value();
    const auto directive = office.referrals.disclosures(agent, person).value().items.at(0).directive_id.value();
    ASSERT_TRUE(office.referrals.withdraw(agent, person, directive, {disclosure::Giver::person, disclosure::Method::written}));
    const auto seen = office.referrals.open(office.actor(office.centre), received.id).value();
    EXPECT_EQ(seen.status, Status::first_contact);
    EXPECT_FALSE(seen.package);
    EXPECT_EQ(std::pair(seen.topic, seen.age_band), std::pair(std::string(), std::string("unknown")));
    EXPECT_EQ(office.referrals.open(agent, received.id).value().topic, "mood_anxiety") << "the origin's own";
    const auto box = office.referrals.list(office.actor(office.centre), {store::Box::inbox, {}, {}}).value().items.at(0);
    EXPECT_EQ(std::pair(box.topic, box.age_band), std::pair(std::string(), std::string("unknown")));
    EXPECT_EQ(office.referrals.print(office.actor(office.centre), received.id, Language::es).error().word, words::k_package_closed);
}

TEST_P(Permission, whoever_accepts_at_the_same_instant_does_not_keep_it_from_being_taken_back) {
    Office office(db());
    const auto agent = office.actor(office.line);
    for (int time = 0; time < 6; ++time) {
        const auto referral = office.acknowledged();
        const auto person = office.referrals.open(agent, referral.id).value().person_id.value();
        const auto directive = office.referrals.disclosures(agent, person).value().items.at(0).directive_id.value();
        std::thread accepting([&] { (void)office.move(office.centre, referral, Action::accept); });
        const auto withdrawn = office.referrals.withdraw(agent, person, directive, {disclosure::Giver::person, disclosure::Method::verbal});
        accepting.join();
        ASSERT_TRUE(withdrawn) << withdrawn.error().word.code;
        EXPECT_FALSE(withdrawn->items.at(0).in_force);
        EXPECT_FALSE(office.referrals.open(office.actor(office.centre), referral.id).value().package);
    }
}

TEST_P(Permission, that_ran_out_lets_nobody_be_accepted_nor_two_threads_become_one) {
    Office office(db());
    const auto known = office.person(office.centre);
    const auto referral = office.acknowledged();
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE disclosure SET expires_at = :now", {db::arg("now", office.clock.now())}); });
    MoveRequest theirs;
    theirs.person_id = known.id;
    for (const auto& request : {MoveRequest(), theirs}) {
        const auto refused = office.move(office.centre, referral, Action::accept, request);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().word, words::k_package_closed);
    }
    EXPECT_EQ(office.people.open(office.actor(office.centre), known.id)->thread_code, known.thread_code);
}

TEST_P(Permission, what_was_entered_in_error_is_still_told_of_and_taken_back) {
    Office office(db());
    auto agent = office.actor(office.line);
    const auto person = office.person(office.line).id;
    const auto sent = office.move(office.line, office.draft_of(person).value(), Action::send).value();
    agent.permissions = {k_referral_supervise.name};
    MoveRequest error;
    error.action = Action::mark_error;
    error.version = sent.version;
    error.code = Reason::sent_by_mistake;
    error.text = Private("Era de otra persona.");
    ASSERT_TRUE(office.referrals.move(agent, sent.id, error));
    const auto told = office.referrals.disclosures(agent, person).value();
    ASSERT_EQ(told.items.size(), 1U) << "that it was sent by mistake is what the person should find";
    EXPECT_EQ(told.items[0].referral_status, Status::entered_in_error);
    EXPECT_FALSE(told.items[0].in_force);
}

TEST_P(Permission, names_the_topic_and_the_age_among_what_travels) {
    Office office(db());
    const auto draft = office.draft();
    const auto previewed = office.referrals.preview(office.actor(office.line), draft.id).value();
    const auto topic = std::ranges::find(previewed.items, "topic", &Item::key);
    ASSERT_NE(topic, previewed.items.end());
    EXPECT_EQ(topic->data_class, 2);
    EXPECT_EQ(topic->value, Private("mood_anxiety"));
    const auto sent = office.move(office.line, draft, Action::send).value();
    EXPECT_EQ(office.referrals.open(office.actor(office.centre), sent.id)->topic, "mood_anxiety");
    const auto fields = db().read([](db::Reader& reader) { return reader.one<std::string>("SELECT fields FROM disclosure").value(); });
    EXPECT_NE(fields.find("topic"), std::string::npos) << fields;
    for (const auto language : {Language::es, Language::en}) {
        const auto rows = travel_fields(previewed, language);
        EXPECT_EQ(std::ranges::count_if(rows, [&](const pdf::Field& row) { return row.text.reveal() == directory::Topic::parse("mood_anxiety")->name(language); }), 1);
    }
}

TEST_P(Permission, what_is_previewed_is_what_is_frozen) {
    Office office(db());
    auto written = office.content();
    written.done = Private("Dos conversaciones.");
    written.social = Private("Vive con su tía.");
    written.health = {{"Sueño", Private("Duerme mal hace un mes.")}};
    written.share = {Shared::names, Shared::birth_date};
    const auto agent = office.actor(office.line);
    people::NewPerson person;
    person.identity = people::IdentityLevel::identified;
    person.given_names = Private("Josefa Martina");
    person.social_name = Private("Martina");
    person.first_surname = Private("Rojas");
    person.birth_date = people::BirthDate::parse("2009-03-14").value();
    const auto whom = office.people.create(agent, person).value().id;
    const auto draft = office.referrals
                           .create(agent, {.person_id = whom, .service_id = office.service.id, .kind = Kind::warm, .urgency = Urgency::priority,
                                           .topic = "mood_anxiety", .contact_id = {}, .follows_id = {}, .content = written})
                           .value();
    EXPECT_EQ(office.referrals.preview(office.actor(office.centre), draft.id).error().kind, Refused::not_found);
    auto previewed = office.referrals.preview(agent, draft.id).value();
    const auto sent = office.move(office.line, draft, Action::send).value();
    auto frozen = office.referrals.open(office.actor(office.centre), sent.id).value().package.value();
    previewed.frozen_at = frozen.frozen_at = {};
    EXPECT_EQ(json::write(previewed), json::write(frozen));
    EXPECT_EQ(frozen.called.reveal(), "Josefa Martina") << "by the name that was chosen: the social name was kept back";
    EXPECT_EQ(office.referrals.preview(agent, draft.id).error().word, words::k_not_a_draft);
}

TEST_P(Permission, tells_the_origin_when_its_package_was_opened_and_by_which_consent_it_went) {
    Office office(db());
    const auto referral = office.sent();
    const auto agent = office.actor(office.line);
    const auto person = office.referrals.open(agent, referral.id).value().person_id.value();
    const auto before = office.referrals.disclosures(agent, person).value().items.at(0);
    EXPECT_FALSE(before.opened);
    EXPECT_EQ(before.recipient_id, office.centre);
    ASSERT_TRUE(before.consent);
    EXPECT_EQ(before.consent->child_assent, disclosure::ChildAssent::yes);
    ASSERT_TRUE(office.referrals.open(office.actor(office.centre), referral.id));
    office.clock.advance(std::chrono::minutes(5));
    ASSERT_TRUE(office.referrals.open(office.actor(office.centre), referral.id));
    const auto after = office.referrals.disclosures(agent, person).value().items.at(0);
    ASSERT_TRUE(after.opened);
    EXPECT_EQ(after.opened->times, 2);
    EXPECT_LT(after.opened->first_at, after.opened->last_at);
}

TEST_P(Permission, an_answer_travels_on_the_consent_of_the_sending_and_ends_with_it) {
    Office office(db());
    MoveRequest ask;
    ask.questions = {Private("¿Con quién vive?")};
    auto referral = office.move(office.centre, office.acknowledged(), Action::ask, ask).value();
    MoveRequest reply;
    reply.text = Private("Con su tía.");
    office.clock.advance(std::chrono::minutes(5));
    referral = office.move(office.line, referral, Action::reply, reply).value();
    const auto agent = office.actor(office.line);
    const auto person = office.referrals.open(agent, referral.id).value().person_id.value();
    const auto both = office.referrals.disclosures(agent, person).value().items;
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[0].package_version, 2);
    EXPECT_EQ(both[0].directive_id, both[1].directive_id);
    EXPECT_TRUE(both[0].can_withdraw && both[0].consent);
    const auto after = office.referrals.withdraw(agent, person, *both[0].directive_id, {disclosure::Giver::person, disclosure::Method::verbal}).value();
    for (const auto& one : after.items) EXPECT_TRUE(one.withdrawn_at && !one.in_force) << one.package_version;
    EXPECT_FALSE(office.referrals.open(office.actor(office.centre), referral.id).value().package);
}

}  // namespace
}  // namespace hebra::referrals
