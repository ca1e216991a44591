// Each route as nobody, as the right person, and as somebody whose session is not theirs to touch.
#include <gtest/gtest.h>

#include "features/account/api.hpp"
#include "features/account/routes.hpp"
#include "platform/crypto/totp.hpp"
#include "platform/http/words.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/people_house.hpp"
#include "tests/support/site.hpp"
#include "tests/support/staff_house.hpp"

namespace hebra::account {
namespace {

using enum http::Method;
using enum access::Role;

struct SignedIn {
    std::string token;
    json::Raw me;
};
BOOST_DESCRIBE_STRUCT(SignedIn, (), (token, me))

struct Sessions {
    std::vector<access::OpenSession> items;
};
BOOST_DESCRIBE_STRUCT(Sessions, (), (items))

class AccountPages : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override {
        add_session_routes(site.router, rooms);
        add_account_routes(site.router, rooms);
        ana = sign_in("ana@example.org");
        eva = sign_in("eva@example.org");
    }
    InstitutionId found(const std::string& name) {
        house.clock.advance(std::chrono::milliseconds(1));  // so that its id is greater than the last one's
        return institutions.found({}, {name, institutions::LegalNature::public_body, institutions::Sector::health})
            .value()
            .id;
    }
    static std::string credentials(const std::string& email, std::string_view password = test::k_password.reveal()) {
        return fmt::format(R"({{"user":"{}","password":"{}"}})", email, password);
    }
    std::string sign_in(const std::string& email) {
        return site.read<SignedIn>("nobody", post, "/api/v1/sessions", credentials(email)).token;
    }
    Result<Actor> identify(const http::Request& request) {
        const auto token = token_of(request);
        if (!token) return refuse(Refused::unauthenticated, http::words::k_not_signed_in);
        return house.sessions.identify(*token);
    }

    test::StaffHouse house{db()};
    institutions::Institutions institutions{db(), house.vault, house.audit, house.clock};
    mail::Outbox outbox{db(), house.vault.accounts(), nullptr, {}, house.clock};
    access::Staff staff{{.database = db(),
                         .vault = house.vault,
                         .audit = house.audit,
                         .users = house.users,
                         .sessions = house.sessions,
                         .passwords = house.passwords,
                         .outbox = outbox,
                         .let_go = [](db::Tx&, UserId, InstitutionId, Time, audit::EntryId) {},
                         .tell_given = {},
                         .public_url = "https://hebra.example.org",
                         .clock = house.clock}};
    const Rooms rooms{house.users, house.sessions, institutions, staff, false, false, true};
    test::Site site{{}, [this](const http::Request& request) { return identify(request); }};
    InstitutionId ours = found("CESFAM Demo Norte"), theirs = found("OLN Comuna Demo");
    UserId ana_id = house.add("ana@example.org", {{ours, agent}});
    UserId eva_id = house.add("eva@example.org", {{ours, agent}, {theirs, supervisor}});
    std::string ana, eva;
};
HEBRA_ON_BOTH_DATABASES(AccountPages);

TEST_P(AccountPages, signs_in_with_a_cookie_that_scripts_cannot_read) {
    const auto response = site.ask("nobody", post, "/api/v1/sessions", credentials("ana@example.org"));
    EXPECT_EQ(response.status, 201);
    const auto cookie = response.headers.find("Set-Cookie").value();
    for (const auto* part : {"hebra_session=", "HttpOnly", "SameSite=", "Secure", "Path=/"})
        EXPECT_NE(cookie.find(part), cookie.npos) << part;
    EXPECT_EQ(site.status("nobody", post, "/api/v1/sessions", credentials("ana@example.org", "otra cosa")), 401);
    EXPECT_EQ(site.status("nobody", post, "/api/v1/sessions", credentials("nadie@example.org")), 401);
    EXPECT_EQ(site.status("nobody", post, "/api/v1/sessions", R"({"user":"ana@example.org"})"), 422);
}

TEST_P(AccountPages, takes_the_token_from_the_cookie_too) {
    EXPECT_EQ(site.status("nobody", get, "/api/v1/me", {}, {{"Cookie", "hebra_session=" + ana}}), 200);
    EXPECT_EQ(site.status("nobody", get, "/api/v1/me", {}, {{"Cookie", "hebra_session="}}), 401);
}

TEST_P(AccountPages, says_who_one_is_and_what_one_may_do) {
    site.expect({{"nobody", 401}, {"made-up", 401}, {ana, 200}}, get, "/api/v1/me");
    const auto me = std::string(site.ask(eva, get, "/api/v1/me").body.view());
    EXPECT_NE(me.find(R"("zone":"America/Santiago")"), me.npos) << me;
    for (const auto* part : {"eva@example.org", "CESFAM Demo Norte", "OLN Comuna Demo", "attend"})
        EXPECT_NE(me.find(part), me.npos) << part;
    EXPECT_EQ(me.find("lead\""), me.npos) << "a permission of the other institution";
}

TEST_P(AccountPages, changes_ones_language) {
    site.expect({{"nobody", 401}, {ana, 200}}, patch, "/api/v1/me", R"({"language":"en"})");
    site.expect({{ana, 422}}, patch, "/api/v1/me", R"({"language":"fr"})");
    EXPECT_NE(site.ask(ana, get, "/api/v1/me").body.view().find(R"("language":"en")"), std::string_view::npos);
}

TEST_P(AccountPages, acts_for_another_of_ones_institutions) {
    const auto body = [](InstitutionId id) { return fmt::format(R"({{"institution_id":"{}"}})", id.text()); };
    const std::string target = "/api/v1/sessions/current/institution";
    site.expect({{"nobody", 401}, {ana, 422}, {eva, 200}}, post, target, body(theirs));
    EXPECT_NE(site.ask(eva, get, "/api/v1/me").body.view().find("lead"), std::string_view::npos);
    site.expect({{eva, 422}}, post, target, body(InstitutionId::make(house.clock.now())));
}

TEST_P(AccountPages, shows_and_ends_ones_own_sessions_only) {
    const auto elsewhere = sign_in("ana@example.org");
    site.expect({{"nobody", 401}, {ana, 200}}, get, "/api/v1/sessions");
    const auto mine = site.read<Sessions>(ana, get, "/api/v1/sessions").items;
    ASSERT_EQ(mine.size(), 2U);
    const auto& other = mine[0].current ? mine[1] : mine[0];
    EXPECT_EQ(other.device, "API");
    site.expect({{"nobody", 401}, {eva, 404}, {ana, 204}, {ana, 404}}, remove, "/api/v1/sessions/" + other.id.text());
    site.expect({{elsewhere, 401}, {ana, 200}}, get, "/api/v1/me");
}

TEST_P(AccountPages, signs_out) {
    site.expect({{"nobody", 401}, {ana, 204}, {ana, 401}}, remove, "/api/v1/sessions/current");
    EXPECT_EQ(site.status(eva, get, "/api/v1/me"), 200);
}

TEST_P(AccountPages, changes_ones_password) {
    const auto body = [](std::string_view current, std::string_view next) {
        return fmt::format(R"({{"current":"{}","next":"{}"}})", current, next);
    };
    const std::string target = "/api/v1/me/password";
    const auto current = test::k_password.reveal();
    site.expect({{"nobody", 401}, {ana, 422}}, post, target, body("otra cosa", "cuatro palabras mas sueltas"));
    site.expect({{ana, 422}}, post, target, body(current, "corta"));
    site.expect({{ana, 204}, {ana, 422}}, post, target, body(current, "cuatro palabras mas sueltas"));
    EXPECT_EQ(site.status(ana, get, "/api/v1/me"), 200);
}

TEST_P(AccountPages, chooses_a_password_by_a_link_once) {
    const auto link = house.users.start_reset(Private("ana@example.org")).value();
    const auto target = "/api/v1/password-resets/" + link.token;
    const std::string good = R"({"password":"cuatro palabras mas sueltas"})";
    const auto weak = site.ask("nobody", post, target, R"({"password":"corta"})");
    EXPECT_EQ(weak.status, 422);
    EXPECT_NE(weak.body.view().find("/password"), std::string_view::npos) << "the refusal names its field";
    site.expect({{"nobody", 204}, {"nobody", 409}}, post, target, good);
    site.expect({{"nobody", 409}}, post, "/api/v1/password-resets/made-up", good);
    house.clock.advance(std::chrono::seconds(6));
    EXPECT_EQ(site.status(ana, get, "/api/v1/me"), 401);
}

TEST_P(AccountPages, switches_a_second_factor_on_and_off) {
    const auto own = fmt::format(R"({{"password":"{}"}})", test::k_password.reveal());
    site.expect({{ana, 422}}, post, "/api/v1/me/totp", R"({"password":"otra cosa"})");
    site.expect({{"nobody", 401}, {ana, 200}}, post, "/api/v1/me/totp", own);
    site.expect({{"nobody", 401}, {ana, 422}, {eva, 409}}, post, "/api/v1/me/totp/confirm", R"({"code":"12345"})");
    site.expect({{"nobody", 401}, {ana, 422}}, post, "/api/v1/me/totp/disable", R"({"password":"otra cosa"})");
    site.expect({{ana, 204}}, post, "/api/v1/me/totp/disable", own);
}

TEST_P(AccountPages, accepts_an_invitation_with_the_password_one_has) {
    add_staff_routes(site.router, rooms);
    const Actor boss{.user = eva_id, .institution = theirs, .session = {}, .permissions = {}};
    const auto link = staff.invite(boss, {Private("ana@example.org"), {agent}}).value().link.value();
    const auto target = "/api/v1/invitations/by-link/" + link.substr(link.rfind('/') + 1);
    EXPECT_EQ(site.ask("nobody", get, target).body.view().find("is_new"), std::string_view::npos) << "no mail leaves here";
    const auto body = [](std::string_view password) { return fmt::format(R"({{"name":"Otra","password":"{}"}})", password); };
    const auto refused = site.ask("nobody", post, target, body("una clave que elige otro"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.view().find("/password"), std::string_view::npos) << "the refusal names its field";
    site.expect({{"nobody", 422}}, post, target, "{}");
    site.expect({{"nobody", 204}, {"nobody", 409}}, post, target, body(test::k_password.reveal()));
    EXPECT_NE(site.ask(ana, get, "/api/v1/me").body.view().find("OLN Comuna Demo"), std::string_view::npos);
}

}  // namespace
}  // namespace hebra::account
