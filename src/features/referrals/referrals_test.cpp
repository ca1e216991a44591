#include "features/referrals/referrals.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "features/referrals/api.hpp"
#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

using ReferralUse = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(ReferralUse);

TEST_P(ReferralUse, lives_from_draft_to_closed_and_each_side_sees_its_own) {
    Office office(db());
    auto referral = office.sent();
    EXPECT_EQ(referral.status, Status::sent);
    EXPECT_TRUE(referral.due_at);
    EXPECT_FALSE(referral.mine_to_act);

    auto received = office.move(office.centre, referral, Action::acknowledge).value();
    EXPECT_FALSE(received.content) << "the receiver must never see the origin's own writing";
    ASSERT_TRUE(received.package);
    EXPECT_TRUE(received.mine_to_act);
    received = office.move(office.centre, received, Action::accept).value();
    ASSERT_TRUE(received.person_id);
    EXPECT_NE(received.person_id, referral.person_id) << "each institution has its own row";
    received = office.move(office.centre, received, Action::confirm_first_contact, test::attended()).value();
    received = office.move(office.centre, received, Action::start_service).value();
    MoveRequest outcome;
    outcome.code = Reason::completed;
    outcome.text = Private("Tuvo su hora.");
    received = office.move(office.centre, received, Action::report_outcome, outcome).value();
    const auto closed = office.move(office.line, received, Action::close_verified, office.asked()).value();
    EXPECT_EQ(closed.status, Status::closed_verified);
    EXPECT_EQ(closed.moves.size(), 7u);
    EXPECT_FALSE(closed.due_at) << "no clock runs once it is closed";
}

TEST_P(ReferralUse, does_not_exist_for_a_third_institution) {
    Office office(db());
    const auto referral = office.sent();
    const auto outsider = office.actor(office.stranger);
    EXPECT_EQ(office.referrals.open(outsider, referral.id).error().kind, Refused::not_found);
    EXPECT_EQ(office.move(office.stranger, referral, Action::acknowledge).error().kind, Refused::not_found);
    EXPECT_TRUE(office.referrals.list(outsider, {.box = store::Box::inbox, .status = {}, .cursor = {}}).value().items.empty());
}

TEST_P(ReferralUse, is_listed_on_the_stage_it_stands_on_and_on_no_other) {
    Office office(db());
    const auto referral = office.acknowledged();
    const auto on = [&](Stage stage) {
        return office.referrals.list(office.actor(office.centre), {.box = store::Box::inbox, .status = {}, .cursor = {}, .stage = stage})
            .value().items.size();
    };
    EXPECT_EQ(on(Stage::to_answer), 1u);
    EXPECT_EQ(on(Stage::held) + on(Stage::waiting) + on(Stage::to_close) + on(Stage::ended), 0u);
    ASSERT_TRUE(office.move(office.centre, referral, Action::accept));
    EXPECT_EQ(on(Stage::held), 1u);
    EXPECT_EQ(on(Stage::to_answer), 0u);
}

TEST_P(ReferralUse, is_listed_to_nobody_unrecorded) {
    Office office(db());
    (void)office.sent();
    const auto look = [&](store::Box box, std::optional<Stage> stage) {
        EXPECT_TRUE(office.referrals.list(office.actor(office.centre), {.box = box, .status = {}, .cursor = {}, .stage = stage}));
    };
    for (int i = 0; i < 2; ++i) look(store::Box::inbox, {});
    look(store::Box::sent, Stage::ended);
    EXPECT_EQ(db().read([](db::Reader& reader) {
        return reader.all<std::string>("SELECT fields FROM audit_entry WHERE action = 'referral.list' ORDER BY fields", {});
    }), (std::vector<std::string>{"box=inbox,found=1", "box=sent,stage=ended,found=0"}));
}

TEST_P(ReferralUse, a_coordinator_reads_what_is_contested_and_what_they_decided_but_never_the_ficha) {
    Office office(db());
    office.agree(office.line, office.stranger);
    auto coordinator = office.actor(office.stranger);
    coordinator.permissions = {k_referral_coordinate.name};
    ASSERT_TRUE(office.institutions.name_coordinator(coordinator, office.stranger));
    MoveRequest why;
    why.code = Reason::no_places;
    why.text = Private("Porque sí corresponde.");
    const auto declined = office.move(office.centre, office.acknowledged(), Action::decline, why).value();
    EXPECT_EQ(office.referrals.open(coordinator, declined.id).error().kind, Refused::not_found) << "nobody asked them yet";
    const auto contested = office.move(office.line, declined, Action::contest, why).value();
    const auto read = office.referrals.open(coordinator, declined.id).value();
    EXPECT_EQ(read.moves.back().action, Action::contest);
    EXPECT_EQ(read.moves.back().text->reveal(), "Porque sí corresponde.");
    EXPECT_FALSE(read.package || read.content || read.person_id);
    why.action = Action::uphold;
    why.version = contested.version;
    const auto upheld = office.referrals.move(coordinator, contested.id, why);
    ASSERT_TRUE(upheld);
    EXPECT_EQ(upheld->status, Status::declined);
    EXPECT_EQ(upheld->viewer, Viewer::coordinator);
    EXPECT_FALSE(upheld->package);
    EXPECT_FALSE(upheld->person_id);
    EXPECT_TRUE(upheld->possible.empty());
}

TEST_P(ReferralUse, tells_the_receiver_who_consented_and_what_the_child_says) {
    Office office(db());
    auto written = office.content();
    written.basis.consent->giver = disclosure::Giver::guardian;
    const auto sent = office.move(office.line, office.draft(written), Action::send).value();
    const auto package = office.referrals.open(office.actor(office.centre), sent.id)->package.value();
    EXPECT_EQ(package.allowed->giver, disclosure::Giver::guardian);
    const auto told = travel_fields(package, Language::es);
    const auto right = std::ranges::find(told, "Permiso", &pdf::Field::label);
    ASSERT_NE(right, told.end());
    EXPECT_EQ(right->text.reveal(), "Consintió quien la cuida; la persona también dijo que sí");
}

TEST_P(ReferralUse, a_draft_does_not_exist_for_its_receiver) {
    Office office(db());
    const auto referral = office.draft();
    EXPECT_EQ(office.referrals.open(office.actor(office.centre), referral.id).error().kind, Refused::not_found);
}

TEST_P(ReferralUse, of_two_who_answer_at_once_one_wins) {
    Office office(db());
    const auto referral = office.acknowledged();
    std::array<std::optional<Result<Opened>>, 2> answers;
    MoveRequest no;
    no.code = Reason::no_places;
    std::thread one([&] { answers[0] = office.move(office.centre, referral, Action::accept); });
    std::thread other([&] { answers[1] = office.move(office.centre, referral, Action::decline, no); });
    one.join();
    other.join();
    EXPECT_NE(answers[0]->has_value(), answers[1]->has_value());
    const auto& loser = answers[0]->has_value() ? *answers[1] : *answers[0];
    EXPECT_EQ(loser.error().kind, Refused::conflict);
}

TEST_P(ReferralUse, the_same_key_moves_it_once) {
    Office office(db());
    const auto referral = office.sent();
    auto actor = office.actor(office.centre);
    actor.user = UserId::make(office.clock.now());
    actor.once = Once{"k1", "/moves", Bytes(32, 1)};
    MoveRequest request;
    request.action = Action::acknowledge;
    request.version = referral.version;
    const auto first = office.referrals.move(actor, referral.id, request);
    const auto again = office.referrals.move(actor, referral.id, request);
    ASSERT_TRUE(first);
    ASSERT_TRUE(again);
    EXPECT_EQ(first->version, again->version);
    EXPECT_EQ(again->moves.size(), 2u);
    const auto looks = db().read([&](db::Reader& reader) {
        return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE institution_id = :centre AND action = 'referral.view'",
                                        {db::arg("centre", office.centre)}).value();
    });
    EXPECT_EQ(looks, 1) << "the repeat wrote nothing, and what it answers was read";
}

TEST_P(ReferralUse, asks_for_what_is_missing_before_anything_travels) {
    Office office(db());
    auto written = office.content();
    written.ask = Private("");
    written.share = {Shared::run};
    const auto lacking = office.move(office.line, office.draft(written), Action::send).error();
    ASSERT_EQ(lacking.fields.size(), 2u);
    EXPECT_EQ(lacking.fields[0].pointer, "/content/ask");
    EXPECT_EQ(lacking.fields[1].pointer, "/content/share/0");

    written = office.content();
    written.basis = {.kind = disclosure::BasisKind::vital_interest};
    EXPECT_EQ(office.move(office.line, office.draft(written), Action::send).error().fields[0].pointer, "/basis/article");
}

TEST_P(ReferralUse, names_a_contact_of_its_own_or_none) {
    Office office(db());
    const auto drafted = [&](RecordId contact) {
        return office.referrals.create(office.actor(office.line), {.person_id = office.person(office.line).id,
                                                                   .service_id = office.service.id,
                                                                   .kind = Kind::warm,
                                                                   .urgency = Urgency::priority,
                                                                   .topic = "mood_anxiety",
                                                                   .contact_id = contact,
                                                                   .follows_id = {},
                                                                   .content = office.content()});
    };
    EXPECT_EQ(drafted(office.contact)->contact_id, office.contact);
    EXPECT_EQ(drafted(RecordId::make(office.clock.now())).error().fields.at(0).word, words::k_unknown_contact);
}

TEST_P(ReferralUse, needs_an_agreement_that_ties_both) {
    Office office(db());
    office.service.institution_id = office.stranger;
    EXPECT_EQ(office.move(office.line, office.draft(), Action::send).error().fields[0].word, words::k_outside_network);
}

TEST_P(ReferralUse, a_cancelled_one_is_closed_to_its_receiver_at_once) {
    Office office(db());
    const auto referral = office.acknowledged();
    MoveRequest why;
    why.code = Reason::person_withdraws;
    ASSERT_TRUE(office.move(office.line, referral, Action::cancel, why));
    const auto seen = office.referrals.open(office.actor(office.centre), referral.id).value();
    EXPECT_FALSE(seen.package);
    EXPECT_FALSE(seen.due_at);
}

TEST_P(ReferralUse, a_question_stops_the_receivers_clock_and_the_answer_makes_a_new_version) {
    Office office(db());
    MoveRequest question;
    question.questions = {Private("¿Quién puede acompañarla?")};
    auto referral = office.move(office.centre, office.acknowledged(), Action::ask, question).value();
    EXPECT_TRUE(referral.paused);
    MoveRequest reply;
    reply.text = Private("Su tía, por la tarde.");
    referral = office.move(office.line, referral, Action::reply, reply).value();
    EXPECT_FALSE(referral.paused);
    EXPECT_EQ(referral.package->version, 2);
    const auto seen = office.referrals.open(office.actor(office.centre), referral.id).value();
    EXPECT_EQ(seen.package->additions.at(0).text, reply.text);
    EXPECT_EQ(seen.package->additions.at(0).questions->at(0).reveal(), "¿Quién puede acompañarla?") << "read beside what it answers";
}

TEST_P(ReferralUse, what_nobody_took_is_loose_and_whoever_acts_holds_what_follows) {
    Office office(db());
    const std::array referral = {RecordId(office.sent().id.value())};
    const auto running = [&] { return db().read([&](db::Reader& reader) { return office.commitments.open_of(reader, referral); }).at(0); };
    EXPECT_TRUE(running().is_loose(office.clock.now())) << "it arrived and nobody took it";
    const auto ana = office.actor(office.centre, UserId::make(office.clock.now()));
    MoveRequest request;
    request.action = Action::acknowledge;
    request.version = 2;
    ASSERT_TRUE(office.referrals.move(ana, ReferralId(referral[0].value()), request));
    EXPECT_EQ(running().kind, "referral.answer");
    EXPECT_EQ(running().owner_id, ana.user);
    EXPECT_FALSE(running().is_loose(office.clock.now()));
}

TEST_P(ReferralUse, a_first_contact_is_counted_on_the_persons_safe_hours_and_a_moved_hour_keeps_its_promise) {
    Office office(db());
    const auto accepted = office.move(office.centre, office.acknowledged(), Action::accept).value();
    const std::array referral = {RecordId(accepted.id.value())};
    const auto running = [&] { return db().read([&](db::Reader& reader) { return office.commitments.open_of(reader, referral); }); };
    EXPECT_EQ(running().at(0).calendar, commitments::CalendarKind::safe_institution_hours);
    MoveRequest hour;
    hour.at = office.clock.now() + std::chrono::hours(48);
    auto scheduled = office.move(office.centre, accepted, Action::schedule, hour).value();
    const auto first = running().at(0);
    EXPECT_EQ(first.due_at, *hour.at);
    hour.at = office.clock.now() + std::chrono::hours(72);
    hour.text = Private("Pidió otro día.");
    scheduled = office.move(office.centre, scheduled, Action::reschedule, hour).value();
    ASSERT_EQ(running().size(), 1u);
    EXPECT_EQ(running().at(0).id, first.id) << "the same promise, with another hour";
    EXPECT_EQ(running().at(0).due_at, *hour.at);
}

TEST_P(ReferralUse, prints_the_ficha_for_its_two_sides_and_nobody_else) {
    Office office(db());
    const auto referral = office.sent();
    const auto mine = office.referrals.print(office.actor(office.line), referral.id, Language::es).value();
    EXPECT_EQ(mine.thread_code, referral.thread_code);
    EXPECT_TRUE(mine.bytes.starts_with("%PDF-"));
    EXPECT_TRUE(office.referrals.print(office.actor(office.centre), referral.id, Language::en));
    EXPECT_EQ(office.referrals.print(office.actor(office.stranger), referral.id, Language::es).error().kind, Refused::not_found);
    const auto sheet = ficha_of(referral, {.by_institution = "Línea de prueba", .at = office.clock.now(), .verification = "AB12", .language = Language::es});
    EXPECT_EQ(sheet.first.size(), 3u);
    EXPECT_EQ(sheet.title.find("Constanza"), sheet.title.npos);
    EXPECT_FALSE(sheet.mark) << "nothing of class 3 is in it";
}

TEST_P(ReferralUse, places_never_pass_the_quota) {
    Office office(db());
    office.count_places(1);
    const auto first = office.sent();
    const auto draft = office.draft();
    EXPECT_EQ(office.referrals.warnings(office.actor(office.line), draft.id)->unmet, std::vector<std::string>{"no_places"});
    const auto refused = office.move(office.line, draft, Action::send);
    EXPECT_EQ(refused.error().word, words::k_no_places);
    EXPECT_EQ(refused.error().kind, Refused::conflict);
    EXPECT_EQ(refused.error().fields.front().pointer, "/code") << "the way out is a reason";
    MoveRequest why;
    why.text = Private("Porque sí.");
    EXPECT_EQ(office.move(office.line, draft, Action::send, why).error().word, words::k_no_places) << "a sentence is no reason";
    why.code = Reason::sent_by_mistake;
    EXPECT_EQ(office.move(office.line, draft, Action::send, why).error().fields.front().pointer, "/code") << "nor is any reason one";
    ASSERT_TRUE(office.move(office.line, first, Action::cancel, why));
    EXPECT_EQ(office.places().held, 0);
    EXPECT_TRUE(office.move(office.line, office.draft(), Action::send)) << "the place was given back";
}

TEST_P(ReferralUse, beyond_the_places_one_says_why_and_whoever_receives_says_it_too) {
    Office office(db());
    office.count_places(1);
    (void)office.sent();
    MoveRequest why;
    why.code = Reason::cannot_wait;
    auto second = office.move(office.line, office.draft(), Action::send, why).value();
    EXPECT_EQ(office.places().held, 1) << "there was none to take";
    EXPECT_EQ(second.moves.back().code, "cannot_wait");
    second = office.move(office.centre, second, Action::acknowledge).value();
    ASSERT_TRUE(second.place);
    EXPECT_EQ(second.place->free, 0);
    EXPECT_FALSE(second.place->held) << "what the receiver is warned of before accepting";
    EXPECT_EQ(office.move(office.centre, second, Action::accept).error().word, words::k_no_places);
    why.code = Reason::other;
    EXPECT_EQ(office.move(office.centre, second, Action::accept, why).error().fields.at(0).word, words::k_other_needs_text) << "other says which";
    why.code = Reason::place_soon;
    second = office.move(office.centre, second, Action::accept, why).value();
    EXPECT_EQ(second.status, Status::accepted);
    EXPECT_EQ(office.places().held, 1);
}

TEST_P(ReferralUse, each_end_gives_its_place_back_once) {
    Office office(db());
    office.count_places(1);
    MoveRequest no;
    no.code = Reason::out_of_age;
    auto one = office.move(office.centre, office.sent(), Action::acknowledge).value();
    EXPECT_TRUE(one.place->held);
    one = office.move(office.centre, one, Action::decline, no).value();
    EXPECT_EQ(office.places().held, 0);
    auto two = office.move(office.centre, office.sent(), Action::acknowledge).value();
    two = office.move(office.centre, two, Action::accept).value();
    EXPECT_EQ(office.places().held, 1) << "the one set aside at sending is the one taken";
    two = office.move(office.centre, two, Action::confirm_first_contact, test::attended()).value();
    MoveRequest outcome;
    outcome.code = Reason::completed;
    outcome.text = Private("Terminó.");
    two = office.move(office.centre, two, Action::report_outcome, outcome).value();
    EXPECT_EQ(office.places().held, 0);
    (void)office.sent();
    EXPECT_TRUE(office.move(office.line, two, Action::dispute, office.asked("La persona dice que no terminó."))) << "nobody full keeps a person from disputing";
    EXPECT_EQ(office.places().held, 1);
}

TEST_P(ReferralUse, a_place_is_set_aside_until_it_should_have_been_acknowledged) {
    Office office(db());
    office.count_places(1);
    const auto referral = office.sent();
    (void)office.referrals.let_time_pass();
    EXPECT_EQ(office.places().held, 1);
    office.clock.advance(std::chrono::hours(24 * 4));
    (void)office.referrals.let_time_pass();
    EXPECT_EQ(office.places().held, 0) << "others need not wait for who does not answer";
    const auto late = office.move(office.centre, referral, Action::acknowledge).value();
    const auto taken = office.move(office.centre, late, Action::accept).value();
    EXPECT_EQ(office.places().held, 1) << "accepted late, it takes one anew";
    office.clock.advance(std::chrono::hours(24 * 4));
    (void)office.referrals.let_time_pass();
    EXPECT_EQ(office.places().held, 1) << "what was accepted keeps its place";
    EXPECT_EQ(taken.status, Status::accepted);
}

TEST_P(ReferralUse, expires_only_after_every_step_of_the_ladder) {
    Office office(db());
    const auto referral = office.sent();
    office.clock.advance(std::chrono::hours(24 * 4));  // long due, but nobody was told yet
    EXPECT_EQ(office.referrals.let_time_pass(), 0);
    office.clock.advance(std::chrono::hours(24 * 10));
    EXPECT_GT(office.commitments.escalate(), 0) << "the program was down: all are told at once";
    EXPECT_EQ(office.referrals.let_time_pass(), 0) << "and whoever is told last may still answer";
    office.clock.advance(std::chrono::hours(24 * 4));
    EXPECT_EQ(office.commitments.escalate(), 0);
    EXPECT_EQ(office.referrals.let_time_pass(), 1);
    const auto seen = office.referrals.open(office.actor(office.line), referral.id).value();
    EXPECT_EQ(seen.status, Status::expired);
    EXPECT_TRUE(seen.due_at) << "the origin now decides what to do";
    EXPECT_EQ(office.referrals.let_time_pass(), 0);
}

TEST_P(ReferralUse, leaves_nothing_behind_when_any_statement_fails) {
    Office office(db());
    const auto referral = office.draft();
    MoveRequest request;
    request.action = Action::send;
    request.version = referral.version;
    for (int nth = 1;; ++nth) {
        db().fail_statement(nth);
        try {
            const auto sent = office.referrals.move(office.actor(office.line), referral.id, request);
            db().fail_statement(0);
            ASSERT_TRUE(sent);
            EXPECT_GT(nth, 8) << "sending takes more statements than that";
            break;
        } catch (const std::exception&) {
            db().fail_statement(0);
        }
        const auto still = office.referrals.open(office.actor(office.line), referral.id).value();
        ASSERT_EQ(still.status, Status::draft) << "statement " << nth;
        ASSERT_TRUE(still.moves.empty()) << "statement " << nth;
    }
}

}  // namespace
}  // namespace hebra::referrals
