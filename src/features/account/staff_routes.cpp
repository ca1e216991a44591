// The staff of the institution acted for, as its administrator keeps it; and the links that let somebody in.
#include "features/account/api.hpp"
#include "features/account/routes.hpp"

template <>
inline constexpr std::string_view hebra::json::k_schema_name<hebra::mail::State> = "MailState";

namespace hebra::account {
namespace {

struct StaffList {
    std::vector<access::Member> items;
    bool mail;  ///< false: no mail leaves here, and invitations give a link to hand over
};
BOOST_DESCRIBE_STRUCT(StaffList, (), (items, mail))

struct InviteAgain {
    int version;  ///< of the invitation, as the caller saw it
};
BOOST_DESCRIBE_STRUCT(InviteAgain, (), (version))

enum class MemberAction { end, bring_back };
BOOST_DESCRIBE_ENUM(MemberAction, end, bring_back)

struct MemberMove {
    MemberAction action;
};
BOOST_DESCRIBE_STRUCT(MemberMove, (), (action))

struct MemberRoles {
    std::vector<access::Role> roles;
};
BOOST_DESCRIBE_STRUCT(MemberRoles, (), (roles))

/// What the page of an invitation shows before anybody signs in.
struct InvitationShown {
    std::string institution_name;
    std::optional<bool> is_new;  ///< absent where no mail leaves
    std::vector<access::Role> roles;
};
BOOST_DESCRIBE_STRUCT(InvitationShown, (), (institution_name, is_new, roles))

struct SignInHelp {
    bool mail;  ///< whether a link to choose a password can be had by e-mail
};
BOOST_DESCRIBE_STRUCT(SignInHelp, (), (mail))

struct AskReset {
    Private user;  ///< the e-mail
};
BOOST_DESCRIBE_STRUCT(AskReset, (), (user))

void add_member_routes(http::Router& router, const Rooms& rooms) {
    router.get("/api/v1/staff")
        .allow(k_user_read)
        .summary("Who works in one's institution, is invited, or left")
        .handle([rooms](const http::Call& call) -> Result<StaffList> {
            return StaffList{rooms.staff.list(call.actor()), rooms.mail};
        });

    router.put("/api/v1/staff/{id}/roles")
        .allow(k_user_manage)
        .summary("All the roles of a member from now on; their sessions end")
        .handle<MemberRoles>([rooms](const http::Call& call, const MemberRoles& body) -> Result<> {
            HEBRA_TRY(const auto id, call.path<UserId>("id"));
            return rooms.staff.set_roles(call.actor(), id, body.roles);
        });

    router.post("/api/v1/staff/{id}/moves")
        .allow(k_user_manage)
        .summary("End somebody's access, with what they held going back to the institution; or bring them back")
        .handle<MemberMove>([rooms](const http::Call& call, const MemberMove& body) -> Result<> {
            HEBRA_TRY(const auto id, call.path<UserId>("id"));
            return body.action == MemberAction::end ? rooms.staff.end(call.actor(), id) : rooms.staff.bring_back(call.actor(), id);
        });
}

void add_invitation_routes(http::Router& router, const Rooms& rooms) {
    router.post("/api/v1/invitations")
        .allow(k_user_manage)
        .summary("Invite somebody to roles in one's institution, by e-mail")
        .handle<access::NewInvitation>(
            [rooms](const http::Call& call, const access::NewInvitation& body) -> Result<http::Created<access::Invited>> {
                HEBRA_TRY(auto invited, rooms.staff.invite(call.actor(), body));
                return http::Created<access::Invited>{std::move(invited), "/api/v1/staff"};
            });

    router.post("/api/v1/invitations/{id}/links")
        .allow(k_user_manage)
        .summary("Send an invitation again, with a new link instead of the old one")
        .handle<InviteAgain>([rooms](const http::Call& call, const InviteAgain& body) -> Result<access::Invited> {
            HEBRA_TRY(const auto id, call.path<access::InvitationId>("id"));
            return rooms.staff.invite_again(call.actor(), id, body.version);
        });

    router.remove("/api/v1/invitations/{id}")
        .allow(k_user_manage)
        .summary("Withdraw an invitation: its link opens nothing any more")
        .handle([rooms](const http::Call& call) -> Result<> {
            HEBRA_TRY(const auto id, call.path<access::InvitationId>("id"));
            HEBRA_TRY(const auto seen, call.if_match());
            return rooms.staff.withdraw(call.actor(), id, seen);
        });

    router.get("/api/v1/invitations/by-link/{token}")
        .open("the link is the proof; looking consumes nothing")
        .summary("What an invitation is for")
        .handle([rooms](const http::Call& call) -> Result<InvitationShown> {
            HEBRA_TRY(const auto token, call.path<std::string>("token"));
            HEBRA_TRY(auto page, rooms.staff.look(token));
            HEBRA_TRY(auto institution, rooms.institutions.find(page.institution_id));
            return InvitationShown{std::move(institution.name), page.is_new, std::move(page.roles)};
        });

    router.post("/api/v1/invitations/by-link/{token}")
        .open("the link is the proof")
        .summary("Accept an invitation: with one's name and a new password, or the password of the account one has")
        .handle<access::Acceptance>([rooms](const http::Call& call, const access::Acceptance& body) -> Result<> {
            HEBRA_TRY(const auto token, call.path<std::string>("token"));
            return rooms.staff.accept(token, body, call.peer());
        });
}

void add_help_routes(http::Router& router, const Rooms& rooms) {
    router.get("/api/v1/sign-in-help")
        .open("whoever cannot sign in asks")
        .summary("How one gets a new password here")
        .handle([rooms](const http::Call&) -> Result<SignInHelp> { return SignInHelp{rooms.mail}; });

    router.post("/api/v1/password-resets")
        .open("nobody is signed in; the answer is the same whether the account exists")
        .summary("Ask for a link to choose a new password, by e-mail")
        .handle<AskReset>([rooms](const http::Call& call, const AskReset& body) -> Result<SignInHelp> {
            if (rooms.mail) HEBRA_CHECK(rooms.staff.ask_reset(body.user, call.peer()));
            return SignInHelp{rooms.mail};
        });
}

}  // namespace

void add_staff_routes(http::Router& router, const Rooms& rooms) {
    add_member_routes(router, rooms);
    add_invitation_routes(router, rooms);
    add_help_routes(router, rooms);
}

}  // namespace hebra::account
