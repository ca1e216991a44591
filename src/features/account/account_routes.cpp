// One's own account: language, password, second factor; and links that let one choose a password.
#include "features/account/routes.hpp"

namespace hebra::account {
namespace {

struct ChangeMe {
    std::optional<access::UserLanguage> language;
};
BOOST_DESCRIBE_STRUCT(ChangeMe, (), (language))

struct ChangePassword {
    Private current;
    Private next;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current, next))

struct ConfirmTotp {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmTotp, (), (code))

struct WithPassword {
    Private password;
};
BOOST_DESCRIBE_STRUCT(WithPassword, (), (password))


void add_password_routes(http::Router& router, const Rooms& rooms) {
    router.post("/api/v1/me/password")
        .signed_in("one's own password")
        .summary("Change one's password; other sessions end")
        .handle<ChangePassword>([rooms](const http::Call& call, const ChangePassword& body) -> Result<> {
            HEBRA_CHECK(rooms.users.change_password(call.actor(), body.current, body.next, call.peer()));
            rooms.sessions.forget(call.actor().user);
            return {};
        });

    router.post("/api/v1/password-resets/{token}")
        .open("the link is the proof")
        .summary("Choose a password by the link of an invitation or a reset")
        .handle<WithPassword>([rooms](const http::Call& call, const WithPassword& body) -> Result<> {
            HEBRA_TRY(const auto token, call.path<std::string>("token"));
            auto chosen = rooms.users.choose_password(token, body.password, call.peer());
            if (!chosen && chosen.error().kind == Refused::invalid && chosen.error().fields.empty())
                return refuse_field("/password", chosen.error().word);
            return chosen;
        });
}

void add_totp_routes(http::Router& router, const Rooms& rooms) {
    router.post("/api/v1/me/totp")
        .signed_in("one's own second factor")
        .summary("Start a second factor, with one's password: a secret to scan or type")
        .handle<WithPassword>([rooms](const http::Call& call, const WithPassword& body) {
            return rooms.users.start_totp(call.actor(), body.password, call.peer());
        });

    router.post("/api/v1/me/totp/confirm")
        .signed_in("one's own second factor")
        .summary("Confirm the second factor with a code")
        .handle<ConfirmTotp>([rooms](const http::Call& call, const ConfirmTotp& body) {
            return rooms.users.confirm_totp(call.actor(), body.code);
        });

    router.post("/api/v1/me/totp/disable")
        .signed_in("one's own second factor")
        .summary("Stop asking for a code")
        .handle<WithPassword>([rooms](const http::Call& call, const WithPassword& body) {
            return rooms.users.stop_totp(call.actor(), body.password, call.peer());
        });
}

}  // namespace

void add_account_routes(http::Router& router, const Rooms& rooms) {
    router.get("/api/v1/me")
        .signed_in("about oneself")
        .summary("Who one is, where one works and what one may do")
        .handle([rooms](const http::Call& call) { return me(rooms, call.actor()); });

    router.patch("/api/v1/me")
        .signed_in("about oneself")
        .summary("Change one's language")
        .handle<ChangeMe>([rooms](const http::Call& call, const ChangeMe& body) -> Result<Me> {
            if (body.language) HEBRA_CHECK(rooms.users.set_language(call.actor(), *body.language));
            return me(rooms, call.actor());
        });

    add_password_routes(router, rooms);
    add_totp_routes(router, rooms);
}

}  // namespace hebra::account
