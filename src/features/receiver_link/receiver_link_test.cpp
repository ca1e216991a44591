#include <gtest/gtest.h>

#include "features/receiver_link/test_door.hpp"
#include "features/receiver_link/words.hpp"
#include "platform/mail/test_server.hpp"

namespace hebra::receiver_link {
namespace {

using referrals::Status;

bool holds(const http::Response& response, std::string_view text) { return response.body.view().find(text) != std::string_view::npos; }

using ReceiverLink = test::OnBothDatabases<test::house_schema>;
HEBRA_ON_BOTH_DATABASES(ReceiverLink);

TEST_P(ReceiverLink, a_get_shows_nobody_and_consumes_nothing) {
    Door door(db());
    for (int i = 0; i < 3; ++i) {
        const auto page = door.get();
        EXPECT_EQ(page.status, 200);
        EXPECT_FALSE(holds(page, "Constanza")) << "mail scanners open links";
        EXPECT_FALSE(holds(page, "Línea de prueba")) << "nor who sent it";
        EXPECT_EQ(page.headers.find("Cache-Control"), "no-store");
        EXPECT_EQ(page.headers.find("Referrer-Policy"), "same-origin") << "to no other site; and with none, no form could be sent";
    }
    EXPECT_EQ(door.seen().status, Status::sent);
    EXPECT_EQ(door.told().state, LinkState::waiting);
}

TEST_P(ReceiverLink, the_code_opens_it_and_acknowledges_and_the_origin_sees_when) {
    Door door(db());
    EXPECT_EQ(door.enter().status, 303);
    const auto page = door.get();
    EXPECT_TRUE(holds(page, "Constanza, &lt;b&gt;17&lt;/b&gt; años.")) << "what people write is text, never markup";
    EXPECT_FALSE(holds(page, "Control médico normal.")) << "health is shown when it is asked for";
    EXPECT_EQ(door.seen().status, Status::acknowledged);
    EXPECT_TRUE(holds(door.get("?show=health"), "Control médico normal."));
    EXPECT_EQ(door.acts(), (std::vector{Act::opened, Act::read, Act::read_health}));
}

TEST_P(ReceiverLink, wrong_codes_shut_it_then_burn_it_and_typing_errors_are_not_counted) {
    Door door(db());
    EXPECT_EQ(door.post("/code", "code=hola").status, 422);
    EXPECT_EQ(door.told().wrong_codes, 0);
    const auto other = crypto::ReturnCode::make().reveal();
    for (int i = 1; i < 5; ++i) EXPECT_EQ(door.post("/code", "code=" + other).status, 422);
    EXPECT_EQ(door.post("/code", "code=" + other).status, 429);
    EXPECT_EQ(door.enter().status, 429) << "while it is shut, the right code does not open it either";
    door.clock.advance(std::chrono::minutes(16));
    EXPECT_EQ(door.enter().status, 303);
    for (int i = 0; i < 15; ++i) {
        door.clock.advance(std::chrono::minutes(16));
        (void)door.post("/code", "code=" + other);
    }
    EXPECT_EQ(door.get().status, 410);
    EXPECT_EQ(door.enter().status, 410);
    EXPECT_EQ(door.told().state, LinkState::revoked);
}

TEST_P(ReceiverLink, the_first_answer_wins_and_later_visits_read) {
    Door door(db());
    (void)door.enter();
    const auto version = door.version();
    EXPECT_EQ(door.post("/answer", "answer=decline&reason=no_places&version=" + version).status, 303);
    EXPECT_EQ(door.seen().status, Status::declined);
    const auto second = door.post("/answer", "answer=accept&channel=visit&version=" + version);
    EXPECT_EQ(second.status, 409);
    EXPECT_TRUE(holds(second, words::k_answered_already.es)) << "and not what a colleague at a desk would be told";
    const auto page = door.get();
    EXPECT_TRUE(holds(page, "Constanza"));
    EXPECT_FALSE(holds(page, "/answer\"")) << "nothing is left to answer";
    EXPECT_EQ(door.told().state, LinkState::answered);
}

TEST_P(ReceiverLink, names_what_is_wrong_with_an_answer) {
    Door door(db());
    (void)door.enter();
    const auto refused = [&](const std::string& answer, const Word& word) {
        const auto page = door.post("/answer", answer + "&version=" + door.version());
        return page.status == 422 && holds(page, word.es);
    };
    EXPECT_TRUE(refused("answer=accept&channel=visit&date=2027-02-30&time=10:00", words::k_no_such_day));
    EXPECT_TRUE(refused("answer=accept&channel=visit&date=&time=10:00", words::k_bad_date));
    EXPECT_TRUE(refused("answer=accept&channel=paloma", words::k_choose_how));
    EXPECT_TRUE(refused("answer=waitlist&position=2&until=2027-02-30", words::k_no_such_day));
    EXPECT_EQ(door.seen().status, Status::acknowledged) << "and nothing was answered";
}

TEST_P(ReceiverLink, accepting_with_a_date_gives_the_appointment_too) {
    Door door(db());
    (void)door.enter();
    const auto refused = door.post("/answer", "answer=accept&date=2020-01-01&time=10:00&channel=visit&with_whom=Elena&version=" + door.version());
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "value=\"Elena\"")) << "nothing that was typed is lost";
    EXPECT_EQ(door.seen().status, Status::acknowledged);
    EXPECT_EQ(door.post("/answer", "answer=accept&date=2026-11-30&time=10:00&channel=visit&version=" + door.version()).status, 303);
    const auto seen = door.seen();
    EXPECT_EQ(seen.status, Status::scheduled);
    EXPECT_EQ(seen.moves.back().at, parse_time("2026-11-30T13:00:00Z"));
}

TEST_P(ReceiverLink, whoever_receives_beyond_the_places_may_say_a_reason_of_their_own) {
    Door door(db());
    door.count_places(0);
    referrals::MoveRequest urgent;
    urgent.code = referrals::Reason::cannot_wait;
    door.sent_referral = door.move(door.line, door.draft({}, referrals::Urgency::urgent), referrals::Action::send, urgent).value();
    door.link = door.links.create(door.actor(door.line), door.sent_referral.id, {}).value();
    (void)door.enter();
    const auto refused = door.post("/answer", "answer=accept&channel=visit&reason=other&version=" + door.version());
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "id=\"accept-text\"")) << "where to say which";
    EXPECT_EQ(door.post("/answer", "answer=accept&channel=visit&reason=other&text=Es%20hermana%20de%20otra&version=" + door.version()).status, 303);
    EXPECT_EQ(door.seen().status, Status::accepted);
}

TEST_P(ReceiverLink, hours_are_those_of_whoever_receives) {
    Door door(db());
    ASSERT_TRUE(door.institutions.correct(door.actor(door.centre), door.centre,
                                          {.name = {}, .legal_nature = {}, .sector = {}, .place = institutions::Whereabouts{{}, territory::Comuna::parse("05201").value()}}, 1));
    (void)door.enter();
    EXPECT_EQ(door.post("/answer", "answer=accept&date=2026-11-30&time=10:00&channel=visit&version=" + door.version()).status, 303);
    EXPECT_EQ(door.seen().moves.back().at, parse_time("2026-11-30T15:00:00Z")) << "two hours behind the continent";
}

TEST_P(ReceiverLink, asks_and_reads_what_was_answered) {
    Door door(db());
    (void)door.enter();
    EXPECT_EQ(door.post("/answer", "answer=ask&question=%C2%BFQui%C3%A9n%20acompa%C3%B1a%3F&version=" + door.version()).status, 303);
    referrals::MoveRequest reply;
    reply.text = Private("Su tía.");
    ASSERT_TRUE(door.move(door.line, door.seen(), referrals::Action::reply, reply));
    EXPECT_TRUE(holds(door.get(), "Su tía."));
    EXPECT_TRUE(holds(door.get(), "/answer\"")) << "and may now answer";
}

TEST_P(ReceiverLink, whoever_accepted_says_when_the_person_arrived_and_holds_from_then_on) {
    Door door(db());
    (void)door.enter();
    EXPECT_FALSE(holds(door.get(), "confirm_first_contact")) << "nobody arrives before being received";
    EXPECT_EQ(door.post("/answer", "answer=confirm_first_contact&with_whom=Elena&version=" + door.version()).status, 409);
    EXPECT_EQ(door.post("/answer", "answer=accept&channel=visit&version=" + door.version()).status, 303);
    EXPECT_TRUE(holds(door.get(), "confirm_first_contact"));
    const auto early = door.post("/answer", "answer=confirm_first_contact&date=2036-01-01&time=10:00&with_whom=Elena&version=" + door.version());
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(holds(early, words::k_at_future.es));
    EXPECT_TRUE(holds(early, "value=\"Elena\"")) << "nothing that was typed is lost";
    EXPECT_EQ(door.post("/answer", "answer=confirm_first_contact&version=" + door.version()).status, 422) << "by whom they were attended is asked";
    EXPECT_EQ(door.post("/answer", "answer=confirm_first_contact&with_whom=Elena&version=" + door.version()).status, 303);
    EXPECT_EQ(door.seen().status, Status::first_contact);
    EXPECT_TRUE(holds(door.get(), "La persona llegó."));
    EXPECT_FALSE(holds(door.get(), "/answer\""));
}

TEST_P(ReceiverLink, a_browser_that_says_only_its_origin_may_answer_and_another_site_may_not) {
    Door door(db());
    const auto status_from = [&](std::string origin) {
        http::Request request{.method = http::Method::post, .target = door.link.path->reveal() + "/code", .headers = {},
                              .body = "code=" + door.link.code->reveal(), .peer = "10.0.0.1", .id = "r"};
        request.headers.add("Host", "hebra.example");
        request.headers.add("Origin", std::move(origin));
        return door.router.answer(request).status;
    };
    EXPECT_EQ(status_from("https://other.example"), 403);
    EXPECT_EQ(status_from("null"), 403);
    EXPECT_EQ(door.seen().status, Status::sent);
    EXPECT_EQ(status_from("https://hebra.example"), 303);
}

TEST_P(ReceiverLink, what_is_too_long_or_without_a_token_is_told_on_a_page) {
    Door door(db());
    const auto is_page = [](const http::Response& response) { return response.headers.find("Content-Type") == "text/html; charset=utf-8"; };
    const auto too_long = "answer=ask&question=" + std::string(40'000, 'a');
    const auto at_gate = door.post("/answer", too_long);
    EXPECT_EQ(at_gate.status, 413);
    EXPECT_TRUE(is_page(at_gate) && holds(at_gate, "Acórtelo")) << at_gate.body.view();
    EXPECT_EQ(door.enter().status, 303);
    const auto inside = door.post("/answer", too_long);
    EXPECT_EQ(inside.status, 413);
    EXPECT_TRUE(is_page(inside) && holds(inside, "Acórtelo") && holds(inside, "Constanza")) << "the letter is still there to answer";
    EXPECT_EQ(door.seen().status, Status::acknowledged) << "nothing was answered";
    for (const auto* target : {"/r", "/r/"}) {
        const auto page = door.ask(http::Method::get, target);
        EXPECT_EQ(page.status, 404) << target;
        EXPECT_TRUE(is_page(page) && holds(page, "está incompleto") && holds(page, "131, SAMU")) << page.body.view();
    }
}

TEST_P(ReceiverLink, answering_needs_the_code_and_only_the_answers_of_a_receiver_exist) {
    Door door(db());
    EXPECT_EQ(door.post("/answer", "answer=accept&channel=visit&version=2").status, 401);
    EXPECT_EQ(door.seen().status, Status::sent);
    (void)door.enter();
    EXPECT_EQ(door.post("/answer", "answer=mark_error&version=" + door.version()).status, 422);
    EXPECT_EQ(door.seen().status, Status::acknowledged);
}

TEST_P(ReceiverLink, what_was_written_goes_through_the_code_and_stands_beside_anothers_answer) {
    Door door(db());
    const std::string written = "answer=decline&reason=no_places&text=Llena+hasta+marzo&version=2";
    const auto asked = door.post("/answer", written);
    EXPECT_EQ(asked.status, 401);
    EXPECT_TRUE(holds(asked, "value=\"Llena hasta marzo\"")) << "it waits behind the code";
    const auto opened = door.post("/code", written + "&code=" + door.link.code->reveal());
    EXPECT_EQ(opened.status, 200);
    EXPECT_TRUE(holds(opened, "Llena hasta marzo"));
    EXPECT_EQ(door.seen().status, Status::acknowledged) << "shown again, not sent by itself";
    ASSERT_TRUE(door.move(door.centre, door.seen(), referrals::Action::accept));
    const auto late = door.post("/answer", "answer=decline&reason=no_places&text=Llena+hasta+marzo&version=" + door.version());
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(holds(late, "Llena hasta marzo"));
}

TEST_P(ReceiverLink, a_closed_page_tells_the_numbers_confirmed_here) {
    Door door(db());
    const auto gone = door.ask(http::Method::get, "/r/AAAAAAAA-AAAAAAAAAAAAAA");
    EXPECT_TRUE(holds(gone, "131, SAMU"));
    EXPECT_FALSE(holds(gone, "133")) << "nobody confirmed it";
}

TEST_P(ReceiverLink, ends_by_time_by_its_origin_and_when_the_person_withdraws) {
    Door door(db());
    (void)door.enter();
    EXPECT_EQ(door.get().status, 200);
    referrals::MoveRequest why;
    why.code = referrals::Reason::person_withdraws;
    ASSERT_TRUE(door.move(door.line, door.seen(), referrals::Action::cancel, why));
    const auto withdrawn = door.get();
    EXPECT_EQ(withdrawn.status, 410);
    EXPECT_FALSE(holds(withdrawn, "Constanza"));

    Door another(db());
    another.clock.advance(std::chrono::days(15));
    EXPECT_TRUE(holds(another.get(), words::k_expired.es));
    Door third(db());
    (void)third.enter();
    ASSERT_TRUE(third.links.revoke(third.actor(third.line), third.sent_referral.id, third.link.id));
    EXPECT_TRUE(holds(third.get(), words::k_revoked.es)) << "also to whoever was reading";
    EXPECT_TRUE(holds(third.ask(http::Method::get, "/r/no"), words::k_unknown.es));
}

TEST_P(ReceiverLink, what_was_typed_goes_through_wrong_codes_and_comes_out_again) {
    Door door(db());
    const std::string typed = "answer=decline&reason=no_places&text=Sin%20cupos%20hasta%20marzo.&version=1";
    EXPECT_TRUE(holds(door.post("/answer", typed), "Sin cupos hasta marzo."));
    const auto wrong = door.post("/code", typed + "&code=" + crypto::ReturnCode::make().reveal());
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(holds(wrong, "Sin cupos hasta marzo.")) << "one letter mistyped loses nothing";
    const auto opened = door.post("/code", typed + "&code=" + door.link.code->reveal());
    EXPECT_TRUE(holds(opened, words::k_typed_again.es));
    EXPECT_TRUE(holds(opened, "Sin cupos hasta marzo."));

    EXPECT_EQ(door.post("/answer", "answer=accept&channel=visit&version=" + door.version()).status, 303);
    const auto late = door.post("/code", typed + "&code=" + door.link.code->reveal());
    EXPECT_TRUE(holds(late, words::k_typed_too_late.es));
    EXPECT_FALSE(holds(late, words::k_typed_again.es));
    EXPECT_TRUE(holds(late, "Sin cupos hasta marzo.")) << "there is no form left to show it";
}

TEST_P(ReceiverLink, its_code_is_mailed_where_the_directory_says_and_told_to_nobody_here) {
    Door door(db());
    const auto agent = door.actor(door.line);
    EXPECT_FALSE(door.links.list(agent, door.sent_referral.id)->code_address);
    mail::TestServer server;
    mail::Outbox outbox(db(), door.vault.accounts(), mail::open_smtp({.url = server.url(), .from = "hebra@red.demo", .tls = mail::Tls::none}).value(),
                        [&](db::Tx& tx, const mail::Envelope&) { return door.audit.record(tx, {}, {.action = "mail.sent"}).value(); }, door.clock);
    test::write(db(), [&](db::Tx& tx) { door.vault.found(tx, {}); });
    Links links = door.links_with(outbox);
    const NewLink by_mail{.mail_code = true};
    const auto refused = [&] { return links.create(agent, door.sent_referral.id, by_mail).error().fields.at(0).word; };
    EXPECT_EQ(refused(), words::k_no_registered_mail) << "the service has none";
    door.service.channels = {{.kind = directory::ChannelKind::email, .contact = "acogida@centro.demo"}};
    EXPECT_EQ(refused(), words::k_no_registered_mail) << "nobody confirmed it";
    const Time now = door.clock.now();
    door.service.channels[0].confirmation = directory::Confirmation{.by = agent.user, .at = now, .expires = now + std::chrono::hours(24 * 90)};
    EXPECT_EQ(links.list(agent, door.sent_referral.id)->code_address, "acogida@centro.demo");

    auto keyed = agent;
    keyed.once = Once{"k1", "/links", Bytes(32, 1)};
    const auto made = links.create(keyed, door.sent_referral.id, by_mail).value();
    EXPECT_FALSE(made.code) << "whoever holds the link here cannot open it";
    EXPECT_EQ(outbox.send(), 1);
    const auto letter = server.taken();
    EXPECT_EQ(letter.to, "acogida@centro.demo");
    for (const auto& told : {made.path->reveal(), std::string("Constanza"), std::string("Línea de prueba"), door.sent_referral.thread_code})
        EXPECT_EQ(letter.text.find(told), letter.text.npos) << told;
    const auto code = letter.text.substr(letter.text.find("Code: ") + 6, 14);
    const auto row = links.find(made.path->reveal().substr(3)).value();
    EXPECT_TRUE(links.enter(row, code)) << code;
    const auto listed = links.list(agent, door.sent_referral.id)->items;
    const auto told = std::ranges::find(listed, made.id, &Link::id);
    EXPECT_EQ(told->code_letter, mail::State::sent);
    door.service.channels.clear();
    EXPECT_EQ(links.create(keyed, door.sent_referral.id, by_mail)->code_letter, mail::State::sent) << "a repeat says what became of its letter";
}

TEST_P(ReceiverLink, is_made_ten_times_a_day_at_most_whatever_becomes_of_them) {
    Door door(db());
    const auto agent = door.actor(door.line);
    for (int made = 1; made < 10; ++made) {
        ASSERT_TRUE(door.links.revoke(agent, door.sent_referral.id, door.link.id));
        door.link = door.links.create(agent, door.sent_referral.id, {}).value();
    }
    ASSERT_TRUE(door.links.revoke(agent, door.sent_referral.id, door.link.id));
    EXPECT_EQ(door.links.create(agent, door.sent_referral.id, {}).error().word, words::k_too_many_today);
    door.clock.advance(std::chrono::hours(24));
    EXPECT_TRUE(door.links.create(agent, door.sent_referral.id, {}));
}

TEST_P(ReceiverLink, is_returned_unopened_by_a_form_and_never_by_a_get) {
    Door door(db());
    EXPECT_NE(door.get("/return").status, 200);
    EXPECT_EQ(door.told().state, LinkState::waiting);
    EXPECT_EQ(door.post("/return", "lang=en").status, 200);
    EXPECT_EQ(door.told().state, LinkState::returned);
    EXPECT_EQ(door.enter().status, 410);
}

TEST_P(ReceiverLink, tells_whoever_sent_it_what_was_answered_or_that_it_came_back) {
    Door door(db());
    const auto id = door.users.invite(door.actor(door.line), {Private("Persona de prueba"), Private("agente@prueba.invalid"), {{door.line, access::Role::agent}}}).value().user;
    test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE user_account SET status = 'active' WHERE id = :id", {db::arg("id", id)}); });
    const auto agent = door.actor(door.line, id);
    const auto told = [&] {
        const auto all = door.notices.open_of(agent, {Time::max(), {}}, 50);
        return all.size() == 1 ? all[0].kind : std::to_string(all.size()) + " notices";
    };
    for (const auto& [path, body, kind] : {std::tuple("/answer", "answer=decline&reason=no_places&text=Sin+cupo&version=", "referral.declined"),
                                           std::tuple("/return", "lang=es", "referral.link_returned")}) {
        door.sent_referral = door.move(door.line, door.draft_by(agent).value(), referrals::Action::send).value();
        door.link = door.links.create(door.actor(door.line), door.sent_referral.id, {}).value();
        door.cookie.clear();
        if (path == std::string("/answer")) ASSERT_EQ(door.enter().status, 303);
        EXPECT_EQ(told(), "0 notices") << "opening it is no answer";
        (void)door.post(path, path == std::string("/answer") ? body + door.version() : body);
        ASSERT_EQ(told(), kind);
        EXPECT_TRUE(door.notices.acknowledge(agent, std::array{door.notices.open_of(agent, {Time::max(), {}}, 1).at(0).id}));
    }
}

TEST_P(ReceiverLink, belongs_to_the_origin_alone) {
    Door door(db());
    for (const auto who : {door.centre, door.stranger}) {
        EXPECT_EQ(door.links.list(door.actor(who), door.sent_referral.id).error().kind, Refused::not_found);
        EXPECT_EQ(door.links.create(door.actor(who), door.sent_referral.id, {}).error().kind, Refused::not_found);
        EXPECT_EQ(door.links.revoke(door.actor(who), door.sent_referral.id, door.link.id).error().kind, Refused::not_found);
    }
    EXPECT_EQ(door.links.create(door.actor(door.line), door.draft().id, {}).error().word, words::k_not_sent);
    EXPECT_EQ(door.links.create(door.actor(door.line), door.sent_referral.id, {.days = 31}).error().fields[0].word, words::k_days);
    const auto listed = door.told();
    EXPECT_FALSE(listed.code) << "the code is told once";
    EXPECT_FALSE(listed.path);
    EXPECT_EQ(test::contents(db()).find(door.link.path->reveal().substr(3)), std::string::npos) << "a token is never stored";
}

TEST_P(ReceiverLink, a_repeat_tells_the_link_that_was_made_without_its_secrets) {
    Door door(db());
    auto actor = door.actor(door.line);
    actor.once = Once{"k1", "/a/route", Bytes(32, 1)};
    const auto first = door.links.create(actor, door.sent_referral.id, {}).value();
    door.clock.advance(std::chrono::minutes(1));
    const auto again = door.links.create(actor, door.sent_referral.id, {}).value();
    EXPECT_EQ(again.id, first.id);
    EXPECT_EQ(again.created_at, first.created_at);
    EXPECT_EQ(again.expires_at, first.expires_at);
    EXPECT_FALSE(again.code);
    door.clock.advance(std::chrono::days(60));
    test::write(db(), [&](db::Tx& tx) { tx.add("UPDATE referral SET status = 'cancelled' WHERE id = :id", {db::arg("id", door.sent_referral.id)}); });
    EXPECT_EQ(door.links.create(actor, door.sent_referral.id, {})->id, first.id) << "also when the referral has ended";
}

TEST_P(ReceiverLink, a_proof_of_one_visit_opens_nothing_else) {
    Door door(db());
    const auto proof = door.links.enter(door.links.find(door.link.path->reveal().substr(3)).value(), door.link.code->reveal()).value();
    const auto other = door.links.create(door.actor(door.line), door.sent_referral.id, {}).value();
    const auto row = door.links.find(door.link.path->reveal().substr(3)).value();
    EXPECT_TRUE(door.links.holds(row, proof));
    EXPECT_FALSE(door.links.holds(door.links.find(other.path->reveal().substr(3)).value(), proof));
    EXPECT_FALSE(door.links.holds(row, "9" + proof)) << "a later end is another proof";
    door.clock.advance(std::chrono::hours(3));
    EXPECT_FALSE(door.links.holds(row, proof));
}

}  // namespace
}  // namespace hebra::receiver_link
