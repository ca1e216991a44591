#include "core/notices/notices.hpp"

#include <gtest/gtest.h>

#include "core/notices/test_desk.hpp"
#include "core/people/threads.hpp"
#include "platform/mail/test_server.hpp"

namespace hebra::notices {
namespace {

using namespace std::chrono_literals;
using access::Role;
using commitments::Cause;

constexpr Kind k_opened{"test.opened", {"act_test_opened", "alguien abrió una ficha", "somebody opened a record"}, 2h};
constexpr Kind k_moved{"test.moved", {"act_test_moved", "una derivación cambió", "a referral changed"}};
constexpr Kind k_unlisted{"test.unlisted", {"act_test_unlisted", "nada", "nothing"}};

struct House : Desk {
    House(db::Database& its_database, std::unique_ptr<mail::Postman> postman) : Desk(its_database, {k_opened, k_moved}, std::move(postman)) {
        test::write(database, [&](db::Tx& tx) { vault.found(tx, {}); });
    }

    UserId add(const std::string& email, InstitutionId institution, Role role) {
        clock.advance(1ms);
        return users.add({}, {Private("Antonia Reyes"), Private(email), {{institution, role}}}, Private("tres palabras sueltas")).value();
    }
    template <class Whom>
    void tell(InstitutionId institution, const Whom& whom, Kind kind = k_moved, std::optional<ThreadId> thread = {}) {
        act(institution, [&](db::Tx& tx, const Cause& cause) {
            notices.tell(tx, whom, {.kind = kind, .institution = institution, .subject = subject, .thread = thread}, cause);
        });
    }
    std::vector<Notice> open_of(UserId user, InstitutionId institution) { return told(institution, user); }
    std::int64_t unseen() { return count("SELECT count(*) FROM commitment WHERE kind = 'notice.acknowledge' AND fulfilled_at IS NULL AND cancelled_at IS NULL"); }
    void pass(std::chrono::minutes time) {
        clock.advance(time);
        commitments.escalate();
        notices.tell_escalations();
    }

    RecordId subject = RecordId::make(clock.now());
};

class Told : public test::OnBothDatabases<test::house_schema> {
  protected:
    mail::TestServer server;
    House house{db(), mail::open_smtp({.url = server.url(), .from = "hebra@red.demo", .tls = mail::Tls::none}).value()};
    InstitutionId line = house.found("Línea Demo");
    InstitutionId cesfam = house.found("CESFAM Demo");
    UserId antonia = house.add("agente@linea.demo", line, Role::agent);
    UserId veronica = house.add("supervisora@linea.demo", line, Role::supervisor);
};
HEBRA_ON_BOTH_DATABASES(Told);

TEST_P(Told, waits_until_its_reader_says_that_they_know) {
    house.tell(line, antonia);
    ASSERT_EQ(house.open_of(antonia, line).size(), 1U);
    EXPECT_EQ(house.open_of(antonia, line)[0].kind, "test.moved");
    EXPECT_TRUE(house.open_of(veronica, line).empty());
    EXPECT_TRUE(house.open_of(antonia, cesfam).empty()) << "only where they act for whom it was told";
    const std::array ids = {house.open_of(antonia, line)[0].id};
    EXPECT_FALSE(house.notices.acknowledge(house.actor(line, veronica), ids)) << "somebody else's";
    EXPECT_TRUE(house.notices.acknowledge(house.actor(line, antonia), ids));
    EXPECT_TRUE(house.notices.acknowledge(house.actor(line, antonia), ids)) << "saying it again changes nothing";
    EXPECT_EQ(house.notices.count_open(house.actor(line, antonia)), 0);
}

TEST_P(Told, again_replaces_what_was_told_before_about_the_same) {
    house.tell(line, antonia);
    house.clock.advance(1min);
    house.tell(line, antonia);
    EXPECT_EQ(house.open_of(antonia, line).size(), 1U);
    EXPECT_EQ(house.open_of(antonia, line)[0].at, house.clock.now());
}

TEST_P(Told, reaches_whose_turn_it_is) {
    house.tell(line, Audience::coordinator);
    EXPECT_EQ(house.open_of(veronica, line).size(), 1U);
    EXPECT_TRUE(house.open_of(antonia, line).empty());
    house.act(cesfam, [&](db::Tx& tx, const Cause& cause) {
        EXPECT_EQ(house.notices.tell(tx, Audience::head, {.kind = k_moved, .institution = cesfam, .subject = house.subject}, cause), 0);
    });
}

TEST_P(Told, climbs_to_others_while_it_must_be_acknowledged_and_is_not) {
    house.tell(line, antonia, k_opened);
    EXPECT_EQ(house.unseen(), 1);
    house.pass(61min);
    EXPECT_EQ(house.open_of(antonia, line).size(), 2U) << "reminded at half the time";
    EXPECT_TRUE(house.open_of(veronica, line).empty());
    house.pass(60min);
    const auto told = house.open_of(veronica, line);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].kind, "notice.unseen");
    EXPECT_EQ(told[0].subject_id, house.subject) << "it leads to the record, not to somebody else's notice";
    EXPECT_TRUE(told[0].must_acknowledge) << "saying so is saying that one knows of the record";
    EXPECT_FALSE(told[0].due_at);
    for (const auto& notice : house.open_of(antonia, line))
        EXPECT_TRUE(house.notices.acknowledge(house.actor(line, antonia), std::array{notice.id}));
    EXPECT_EQ(house.unseen(), 0);
    EXPECT_TRUE(house.open_of(veronica, line).empty()) << "what was done needs nobody's attention";
}

TEST_P(Told, is_acknowledged_for_all_who_were_told_by_any_of_them) {
    const auto first = house.add("recepcion@linea.demo", line, Role::intake), second = house.add("tarde@linea.demo", line, Role::intake);
    house.tell(line, Audience::owner, k_opened);
    EXPECT_EQ(house.unseen(), 1) << "one promise, whoever keeps it";
    ASSERT_EQ(house.open_of(second, line).size(), 1U);
    EXPECT_TRUE(house.open_of(second, line)[0].must_acknowledge);
    EXPECT_EQ(house.open_of(second, line)[0].due_at, house.clock.now() + 2h);
    EXPECT_EQ(house.notices.write_letters(), 2) << "to each of them";
    EXPECT_TRUE(house.notices.acknowledge(house.actor(line, second), std::array{house.open_of(second, line)[0].id}));
    EXPECT_EQ(house.unseen(), 0);
    EXPECT_TRUE(house.open_of(first, line).empty());
    EXPECT_EQ(house.notices.count_open(house.actor(line, first)), 0);
    house.pass(5h);
    EXPECT_TRUE(house.open_of(veronica, line).empty());
}

TEST_P(Told, is_asked_no_more_once_it_was_attended_to_or_is_past) {
    for (const auto how : {Settled::attended, Settled::past}) {
        house.tell(line, antonia, k_opened);
        house.act(line, [&](db::Tx& tx, const Cause& cause) {
            EXPECT_TRUE(house.notices.is_asked(tx, line, house.subject, ""));
            house.notices.settle(tx, cesfam, house.subject, "", how, cause);
            EXPECT_TRUE(house.notices.is_asked(tx, line, house.subject, "")) << "that was another institution";
            house.notices.settle(tx, line, house.subject, "", how, cause);
        });
        EXPECT_EQ(house.unseen(), 0);
        EXPECT_TRUE(house.open_of(antonia, line).empty());
    }
}

TEST_P(Told, reaches_whoever_coordinates_the_network_when_one_institution_does_not_answer_another) {
    const auto network = house.found("Red Demo"), stranger = house.found("Otra Red");
    const auto ignacio = house.add("territorial@red.demo", network, Role::territorial), admin = house.add("admin@red.demo", network, Role::admin);
    const auto head = house.add("direccion@cesfam.demo", cesfam, Role::supervisor);
    const auto agree = [&](InstitutionId one, InstitutionId other) {
        ASSERT_TRUE(house.institutions.agree(house.actor(one), one, {.with = other, .level = institutions::Level::cooperation,
                                                                     .starts_on = *parse_date("2026-01-01"), .ends_on = *parse_date("2027-12-31"),
                                                                     .own_signer = "Dirección", .other_signer = "Dirección"}));
    };
    agree(line, network);
    agree(cesfam, line);
    ASSERT_TRUE(house.institutions.name_coordinator(house.actor(network), network));
    auto answer = house.promise(commitments::k_answer, cesfam);
    answer.requested_by = line;
    answer.person = house.person(cesfam).id;
    answer.ladder = commitments::ladder_of(commitments::Usual::unanswered_urgent);
    house.open(answer);
    house.pass(121min);
    EXPECT_TRUE(house.open_of(ignacio, network).empty()) << "the institution itself is reminded first";
    house.pass(30min);
    ASSERT_EQ(house.open_of(ignacio, network).size(), 1U);
    const auto told = house.open_of(ignacio, network)[0];
    EXPECT_EQ(told.kind, "commitment.unanswered");
    EXPECT_FALSE(told.person_id) << "another institution's person";
    EXPECT_TRUE(house.open_of(admin, network).empty());
    EXPECT_EQ(house.newest(cesfam, head), "commitment.overdue") << "reminded as whoever receives there";
    house.act(cesfam, [&](db::Tx& tx, const Cause& cause) { house.commitments.fulfil_all(tx, answer.subject, cause); });
    EXPECT_EQ(house.notices.count_open(house.actor(network, ignacio)), 0);
    EXPECT_TRUE(house.open_of(ignacio, network).empty()) << "it was answered";

    // Nobody coordinates between these two: the step is the institution's own coordinator's.
    answer.subject = RecordId::make(house.clock.now());
    answer.requested_by = stranger;
    house.open(answer);
    house.pass(151min);
    EXPECT_TRUE(house.open_of(ignacio, network).empty());
    EXPECT_EQ(house.newest(cesfam, head), "commitment.overdue");
}

TEST_P(Told, says_what_the_commitments_escalate) {
    const auto answer = house.promise(commitments::k_answer, line);
    house.open(answer);
    house.clock.advance(61min);
    house.commitments.escalate();
    EXPECT_EQ(house.notices.tell_escalations(), 1);
    EXPECT_EQ(house.notices.tell_escalations(), 0) << "once";
    ASSERT_EQ(house.open_of(veronica, line).size(), 1U) << "nobody holds it and there is no intake";
    EXPECT_EQ(house.open_of(veronica, line)[0].kind, "commitment.reminder");
    house.clock.advance(2h);
    house.commitments.escalate();
    house.notices.tell_escalations();
    ASSERT_EQ(house.open_of(veronica, line).size(), 1U) << "the reminder is replaced";
    EXPECT_EQ(house.open_of(veronica, line)[0].kind, "commitment.overdue");
    house.act(line, [&](db::Tx& tx, const Cause& cause) { house.commitments.fulfil_all(tx, answer.subject, cause); });
    EXPECT_EQ(house.notices.count_open(house.actor(line, veronica)), 0);
}

TEST_P(Told, goes_by_mail_with_code_and_act_only) {
    const auto person = house.person(line);
    const auto code = db().read([&](db::Reader& reader) {
        return reader.one<std::string>("SELECT code FROM thread WHERE id = :id", {db::arg("id", person.thread_id)}).value();
    });
    house.tell(line, antonia, k_moved, person.thread_id);
    EXPECT_EQ(house.notices.write_letters(), 1);
    EXPECT_EQ(house.notices.write_letters(), 0);
    EXPECT_EQ(house.outbox.send(), 1);
    const auto letter = server.taken();
    EXPECT_EQ(letter.to, "agente@linea.demo");
    EXPECT_NE(letter.text.find("Subject: =?utf-8?Q?Hebra_" + code.substr(0, 2)), letter.text.npos) << letter.text;
    EXPECT_NE(letter.text.find(code + ": una derivaci=C3=B3n cambi=C3=B3"), letter.text.npos) << letter.text;
    EXPECT_NE(letter.text.find("https://hebra.example.org/avisos"), letter.text.npos);
    for (const auto* planted : {"Antonia", "Reyes", "Demo"}) EXPECT_EQ(letter.text.find(planted), letter.text.npos) << planted;
}

TEST_P(Told, names_the_thread_that_its_own_became_part_of) {
    const auto kept = house.person(line), gone = house.person(house.found("CESFAM Demo"));
    house.tell(line, antonia, k_moved, gone.thread_id);
    EXPECT_EQ(house.open_of(antonia, line).at(0).thread_code, gone.thread_code);
    test::write(db(), [&](db::Tx& tx) { EXPECT_TRUE(people::threads::join(tx, people::threads::hold(tx, {kept.thread_id, gone.thread_id}), house.clock.now())); });
    EXPECT_EQ(house.open_of(antonia, line).at(0).thread_code, kept.thread_code);
    EXPECT_EQ(house.notices.write_letters(), 1);
    EXPECT_EQ(house.outbox.send(), 1);
    const auto letter = server.taken();
    EXPECT_NE(letter.text.find(kept.thread_code + ": "), letter.text.npos) << letter.text;
    EXPECT_EQ(letter.text.find(gone.thread_code), letter.text.npos);
}

TEST_P(Told, makes_one_letter_of_several_and_none_of_what_is_known_already) {
    for (int n = 0; n < 3; ++n) {
        house.subject = RecordId::make(house.clock.now());
        house.tell(line, antonia);
    }
    house.tell(line, veronica);
    EXPECT_TRUE(house.notices.acknowledge(house.actor(line, veronica), std::array{house.open_of(veronica, line)[0].id}));
    EXPECT_EQ(house.notices.write_letters(), 1);
    house.outbox.send();
    EXPECT_NE(server.taken().text.find("Subject: Hebra: 3 avisos\r\n"), std::string::npos);
}

TEST_P(Told, stays_in_the_application_for_whoever_wants_no_mail) {
    EXPECT_TRUE(house.notices.preference(house.actor(line, antonia)).by_email);
    EXPECT_TRUE(house.notices.prefer(house.actor(line, antonia), {.by_email = false}));
    EXPECT_FALSE(house.notices.preference(house.actor(line, antonia)).by_email);
    house.tell(line, antonia);
    EXPECT_EQ(house.notices.write_letters(), 0);
    EXPECT_EQ(house.open_of(antonia, line).size(), 1U);
}

TEST_P(Told, writes_to_nobody_who_works_there_no_more) {
    house.tell(line, antonia);
    ASSERT_TRUE(house.users.revoke({}, antonia, {line, Role::agent}));
    ASSERT_TRUE(house.users.grant({}, antonia, {cesfam, Role::agent}));
    EXPECT_EQ(house.notices.write_letters(), 0);
}

TEST_P(Told, is_of_a_kind_that_is_listed) { EXPECT_THROW(house.tell(line, antonia, k_unlisted), std::logic_error); }

TEST_P(Told, is_seen_by_whoever_asks_what_is_new) {
    const Time before = house.clock.now();
    house.tell(line, antonia);
    ASSERT_EQ(house.notices.since(before).size(), 1U);
    EXPECT_EQ(house.notices.since(before)[0].user_id, antonia);
    EXPECT_TRUE(house.notices.since(before + 1s).empty());
}

}  // namespace
}  // namespace hebra::notices
