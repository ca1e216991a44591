// The home page through the router: who may, what they see, what it costs.
#include <gtest/gtest.h>

#include "access/roles/roles.hpp"
#include "core/commitments/test_desk.hpp"
#include "features/attention/api.hpp"
#include "features/home/api.hpp"
#include "features/home/routes.hpp"
#include "features/referrals/api.hpp"
#include "platform/json/json.hpp"

namespace hebra::home {
namespace {

using namespace std::chrono_literals;
using commitments::Desk, commitments::k_answer, commitments::k_call;

class Pages : public test::OnBothDatabases<test::house_schema> {
  protected:
    Pages() { add_home_routes(router, home, timelines, threads); }

    /// Who asks: signed in as an institution's user with the permissions of a role.
    void sign_in(InstitutionId institution, UserId user, access::Role role) {
        auto all = grants();
        for (auto more : {attention::grants(), referrals::grants()}) all.insert(all.end(), more.begin(), more.end());
        const access::RoleTable table(std::move(all));
        const std::array roles{role};
        actor = Actor{user, institution, {}, table.permissions_of(roles, institution), {}};
    }

    http::Response ask(http::Method method, const std::string& target, std::string body = {}) {
        http::Request request{.method = method, .target = target, .body = std::move(body), .id = "test"};
        request.headers.add("Authorization", "Bearer test");
        request.headers.add("Content-Type", "application/json");
        return router.answer(request);
    }
    http::Response see(const std::string& target) { return ask(http::Method::get, target); }
    template <class T>
    T seen(const std::string& target) {
        const auto response = see(target);
        EXPECT_EQ(response.status, 200) << response.body.view();
        return json::read<T>(response.body.view()).value();
    }
    http::Response move(CommitmentId id, const std::string& body) {
        return ask(http::Method::post, "/api/v1/commitments/" + id.text() + "/moves", body);
    }

    Desk desk{db()};
    crypto::PasswordPool passwords;
    access::Users users{db(), desk.vault, desk.audit, passwords, desk.clock};
    Home home{db(), desk.commitments, users, desk.institutions, desk.audit, desk.clock};
    Timelines timelines{db(), desk.audit, users, desk.institutions, desk.clock};
    Threads threads{db(), desk.vault, desk.audit, desk.institutions, desk.clock};
    std::optional<Actor> actor;
    http::Router router{[this](const http::Request&) -> Result<Actor> {
        if (!actor) return refuse(Refused::unauthenticated, http::words::k_not_signed_in);
        return *actor;
    }};

    /// Somebody with a name and an account.
    UserId hire(InstitutionId institution, const std::string& name, const std::string& email) {
        return users.invite(Desk::actor(institution), {Private(name), Private(email), {{institution, access::Role::agent}}})->user;
    }

    InstitutionId line = desk.found("Línea Demo");
    InstitutionId cesfam = desk.found("CESFAM Demo");
    UserId antonia = hire(line, "Antonia Reyes", "agente@linea.example.org");
    UserId veronica = hire(line, "Verónica Lagos", "supervisora@linea.example.org");
};
HEBRA_ON_BOTH_DATABASES(Pages);

TEST_P(Pages, ask_who_it_is_and_what_they_may) {
    const auto person = desk.person(line);
    const auto id = desk.open(desk.promise(k_call, line));
    const auto thread = "/api/v1/people/" + person.id.text() + "/thread";
    const auto one = "/api/v1/commitments/" + id.text();
    for (const auto& target : {std::string("/api/v1/commitments?state=open"), std::string("/api/v1/commitments/requested"), one, thread})
        EXPECT_EQ(see(target).status, 401) << target;
    EXPECT_EQ(move(id, R"({"action":"take","version":1})").status, 401);
    sign_in(line, antonia, access::Role::admin);
    EXPECT_EQ(see(thread).status, 403) << "who runs the installation opens no sealed content";
    sign_in(cesfam, antonia, access::Role::supervisor);
    EXPECT_EQ(see(thread).status, 404);
    EXPECT_EQ(see(one).status, 404);
    EXPECT_EQ(move(id, R"({"action":"take","version":1})").status, 404);
    EXPECT_TRUE(seen<CommitmentList>("/api/v1/commitments?state=open").items.empty());
    sign_in(line, antonia, access::Role::agent);
    EXPECT_EQ(see(thread).status, 200);
    EXPECT_EQ(see(one).status, 200);
    EXPECT_EQ(see("/api/v1/commitments").status, 422) << "state says what is asked for";
    EXPECT_EQ(see("/api/v1/commitments?state=open&cursor=x").status, 422);
}

TEST_P(Pages, say_what_must_be_done_and_what_one_may_do_with_it) {
    const auto person = desk.person(line);
    auto answer = desk.promise(k_answer, line);
    answer.person = person.id;
    answer.thread = person.thread_id;
    answer.requested_by = cesfam;
    const auto id = desk.open(answer);
    sign_in(line, antonia, access::Role::agent);
    auto list = seen<CommitmentList>("/api/v1/commitments?state=loose");
    ASSERT_EQ(list.items.size(), 1u);
    EXPECT_EQ(list.loose_count, 1);
    const auto& item = list.items[0];
    EXPECT_EQ(item.title_key, "commitment.test.answer");
    EXPECT_EQ(item.thread_code, person.thread_code);
    EXPECT_EQ(item.person_id, person.id);
    EXPECT_EQ(item.institution_name, "Línea Demo");
    EXPECT_EQ(item.requested_by_name, "CESFAM Demo");
    EXPECT_TRUE(item.loose);
    EXPECT_EQ(item.loose_since, desk.clock.now());
    EXPECT_FALSE(item.owner_name);
    EXPECT_EQ(item.actions, std::vector{commitments::Action::take});

    ASSERT_EQ(move(id, R"({"action":"take","version":1})").status, 200);
    EXPECT_EQ(seen<CommitmentList>("/api/v1/commitments?state=loose").loose_count, 0);
    const auto mine = seen<CommitmentList>("/api/v1/commitments?state=open&mine=true");
    ASSERT_EQ(mine.items.size(), 1u);
    EXPECT_EQ(mine.items[0].owner_name, Private("Antonia Reyes"));
    EXPECT_TRUE(mine.items[0].mine);
    EXPECT_EQ(seen<CommitmentList>("/api/v1/commitments?state=open&person_id=" + person.id.text()).items.size(), 1u);
    EXPECT_TRUE(seen<CommitmentList>("/api/v1/commitments?state=open&person_id=" + desk.person(line).id.text()).items.empty());
    EXPECT_EQ(move(id, R"({"action":"take","version":1})").status, 409) << "it changed meanwhile";

    sign_in(line, veronica, access::Role::agent);
    EXPECT_TRUE(seen<CommitmentItem>("/api/v1/commitments/" + id.text()).actions.empty());
    EXPECT_EQ(move(id, R"({"action":"release","version":2})").status, 409);
    sign_in(line, veronica, access::Role::supervisor);
    EXPECT_EQ(seen<CommitmentItem>("/api/v1/commitments/" + id.text()).actions,
              (std::vector{commitments::Action::release, commitments::Action::hand_over}));
    EXPECT_EQ(move(id, R"({"action":"release","version":2})").status, 200);

    sign_in(cesfam, veronica, access::Role::intake);
    const auto asked = seen<http::Page<RequestedItem>>("/api/v1/commitments/requested");
    ASSERT_EQ(asked.items.size(), 1u);
    EXPECT_EQ(asked.items[0].institution_name, "Línea Demo");
    EXPECT_FALSE(asked.items[0].overdue);
    EXPECT_EQ(see("/api/v1/commitments/requested").body.view().find("Antonia"), std::string_view::npos);
    desk.clock.advance(2h);
    EXPECT_TRUE(seen<http::Page<RequestedItem>>("/api/v1/commitments/requested").items[0].overdue);
}

TEST_P(Pages, record_who_looked_at_a_list_and_at_whose) {
    sign_in(line, antonia, access::Role::agent);
    const auto person = desk.person(line);
    for (int i = 0; i < 2; ++i) {
        desk.open(desk.promise(k_call, line));
        (void)seen<CommitmentList>("/api/v1/commitments?state=open");
        (void)seen<CommitmentList>("/api/v1/commitments?state=open");
    }
    (void)seen<CommitmentList>("/api/v1/commitments?state=open&mine=true&person_id=" + person.id.text());
    const auto looks = db().read([](db::Reader& reader) {
        return reader.all<std::string>("SELECT fields FROM audit_entry WHERE action = 'commitment.list' ORDER BY fields", {});
    });
    EXPECT_EQ(looks, (std::vector<std::string>{"state=open,found=1", "state=open,found=2", "state=open,mine,found=0"})) << "asked again it is one, until it shows more";
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry WHERE person_id = '" + person.id.text() + "' AND action = 'commitment.list'"), 1);
}

TEST_P(Pages, page_by_page_and_at_the_same_cost) {
    desk.act(line, [&](db::Tx& tx, const commitments::Cause& cause) {
        for (int i = 0; i < 60; ++i) {
            auto call = desk.promise(k_call, line);
            call.owner = antonia;
            call.requested_by = cesfam;
            desk.commitments.open(tx, call, cause);
        }
    });
    sign_in(line, antonia, access::Role::agent);
    const auto first = seen<CommitmentList>("/api/v1/commitments?state=open");
    ASSERT_EQ(first.items.size(), 50u);
    const auto rest = seen<CommitmentList>("/api/v1/commitments?state=open&cursor=" + first.next_cursor.value());
    EXPECT_EQ(rest.items.size(), 10u);
    EXPECT_FALSE(rest.next_cursor);
    const auto looks = [&] { return desk.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'commitment.list'"); };
    EXPECT_EQ(looks(), 2) << "each page is a look";
    auto elsewhere = http::read_cursor<commitments::Position>(*first.next_cursor).value();
    elsewhere.begun_at += 1;
    (void)seen<CommitmentList>("/api/v1/commitments?state=open&cursor=" + http::cursor_of(elsewhere));
    EXPECT_EQ(looks(), 3) << "also one begun at another moment, which shows others";
    EXPECT_EQ(test::statements_of(db(), [&] { see("/api/v1/commitments?state=open"); }), 2u) << "names are from memory";
    sign_in(cesfam, veronica, access::Role::intake);
    const auto asked = seen<http::Page<RequestedItem>>("/api/v1/commitments/requested");
    ASSERT_EQ(asked.items.size(), 50u);
    EXPECT_EQ(seen<http::Page<RequestedItem>>("/api/v1/commitments/requested?cursor=" + asked.next_cursor.value()).items.size(), 10u);
}

TEST_P(Pages, draw_a_thread_with_its_lanes_and_record_the_look) {
    const auto person = desk.person(line);
    const auto happen = [&](db::Tx& tx, InstitutionId institution, Time event_at, audit::EntryId entry) {
        thread::add(tx, {.thread_id = person.thread_id, .institution_id = institution, .event_at = event_at,
                         .entered_at = desk.clock.now(), .kind = thread::EventKind::contact, .data_class = 0, .shared_with = line,
                         .subject_id = RecordId::make(event_at), .user_id = antonia, .audit_id = entry});
    };
    test::write(db(), [&](db::Tx& tx) {
        const Time now = desk.clock.now();
        for (int i = 0; i < 101; ++i) happen(tx, line, now - std::chrono::days(2) - std::chrono::minutes(i), desk.entry(tx, line));
        happen(tx, cesfam, now, desk.entry(tx, cesfam));
    });
    sign_in(line, antonia, access::Role::agent);
    const auto target = "/api/v1/people/" + person.id.text() + "/thread";
    const auto page = seen<http::Page<ThreadEvent>>(target);
    ASSERT_EQ(page.items.size(), 100u);
    EXPECT_EQ(page.items[0].institution.name, "CESFAM Demo");
    EXPECT_FALSE(page.items[0].mine);
    EXPECT_FALSE(page.items[0].user_name);
    EXPECT_FALSE(page.items[0].entered_late);
    EXPECT_TRUE(page.items[1].mine);
    EXPECT_TRUE(page.items[1].entered_late);
    EXPECT_EQ(page.items[1].user_name, Private("Antonia Reyes"));
    EXPECT_EQ(seen<http::Page<ThreadEvent>>(target + "?cursor=" + page.next_cursor.value()).items.size(), 2u);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'thread.view'"), 1) << "within a minute it is one look";
}

TEST_P(Pages, tell_what_others_owe_on_a_thread_and_when_nobody_acted) {
    const auto person = desk.person(line);
    auto owed = desk.promise(k_answer, cesfam);
    owed.thread = person.thread_id;
    owed.requested_by = line;
    desk.open(owed);
    auto late = desk.promise(k_call, line);
    late.thread = person.thread_id;
    late.person = person.id;
    desk.open(late);
    desk.clock.advance(6h);
    desk.act(line, [&](db::Tx& tx, const commitments::Cause& cause) { desk.commitments.fulfil(tx, late.subject, k_call.name, cause); });
    // The other's conversation is shared; who of its staff goes on with it is not.
    auto inner = desk.promise({.name = "contact.go_on"}, cesfam);
    inner.thread = person.thread_id;
    inner.person = desk.person(cesfam).id;
    desk.open(inner);
    desk.act(cesfam, [&](db::Tx& tx, const commitments::Cause& cause) {
        thread::add(tx, {.thread_id = person.thread_id, .institution_id = cesfam, .event_at = cause.at, .entered_at = cause.at,
                         .kind = thread::EventKind::contact, .data_class = 0, .shared_with = line, .subject_id = inner.subject,
                         .user_id = antonia, .audit_id = cause.entry});
    });
    const auto target = "/api/v1/people/" + person.id.text() + "/thread/promises";
    EXPECT_EQ(see(target).status, 401);
    sign_in(line, antonia, access::Role::admin);
    EXPECT_EQ(see(target).status, 403);
    sign_in(cesfam, veronica, access::Role::intake);
    EXPECT_EQ(see(target).status, 404);
    sign_in(line, antonia, access::Role::agent);
    const auto told = seen<ThreadPromises>(target);
    ASSERT_EQ(told.owed.size(), 1u);
    EXPECT_EQ(told.owed[0].institution.name, "CESFAM Demo");
    EXPECT_EQ(told.owed[0].title_key, "commitment.test.answer");
    EXPECT_TRUE(told.owed[0].asked);
    EXPECT_TRUE(told.owed[0].overdue);
    ASSERT_EQ(told.lapses.size(), 1u);
    EXPECT_TRUE(told.lapses[0].mine);
    EXPECT_EQ(told.lapses[0].until - told.lapses[0].from, 4h);
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'thread.view'"), 1) << "the look is the thread's";
}

TEST_P(Pages, lead_from_a_code_to_ones_own_person_and_no_stranger_anywhere) {
    const auto person = desk.person(line);
    const auto target = "/api/v1/threads/" + person.thread_code;
    EXPECT_EQ(see(target).status, 401);
    sign_in(line, antonia, access::Role::admin);
    EXPECT_EQ(see(target).status, 403);
    sign_in(cesfam, veronica, access::Role::intake);
    const auto stranger = see(target);
    EXPECT_EQ(stranger.status, 404);
    EXPECT_EQ(stranger.body.view(), see("/api/v1/threads/HB-7K3QF27").body.view()) << "as if nobody had it";
    EXPECT_EQ(see("/api/v1/threads/nada").status, 404);
    sign_in(line, antonia, access::Role::agent);
    auto typed = person.thread_code;
    std::ranges::transform(typed, typed.begin(), [](char letter) { return static_cast<char>(std::tolower(letter)); });
    const auto place = seen<ThreadPlace>("/api/v1/threads/" + typed);
    EXPECT_EQ(place.thread_code, person.thread_code);
    EXPECT_EQ(place.person_id, person.id);
    EXPECT_FALSE(place.referral_id);
}

TEST_P(Pages, say_a_persons_words_to_whoever_may_read_them) {
    const auto person = desk.person(line);
    const auto target = "/api/v1/people/" + person.id.text() + "/thread/words";
    sign_in(line, antonia, access::Role::admin);
    EXPECT_EQ(see(target).status, 403);
    sign_in(cesfam, veronica, access::Role::intake);
    EXPECT_EQ(see(target).status, 404);
    sign_in(line, antonia, access::Role::agent);
    EXPECT_TRUE(seen<SayingList>(target).items.empty());
    EXPECT_EQ(desk.count("SELECT COUNT(*) FROM audit_entry WHERE action = 'thread.words'"), 1);
}

}  // namespace
}  // namespace hebra::home
