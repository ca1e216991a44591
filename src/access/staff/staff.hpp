// The staff of one institution, as its administrator keeps it: who works there as what, who is invited, who left. Nobody's
// account elsewhere can be seen or touched from here.
#pragma once
#include <functional>

#include "access/users/sessions.hpp"
#include "access/users/users.hpp"
#include "platform/mail/outbox.hpp"

namespace hebra::access {

using InvitationId = Id<struct InvitationTag>;

namespace words {
inline constexpr Word k_bad_staff_email{"bad_staff_email", "Escriba un correo completo, como nombre@institucion.cl, sin tildes ni espacios.",
                                        "Write a whole e-mail address, such as name@institution.cl, without accents or spaces."};
inline constexpr Word k_role_needed{"role_needed", "Elija al menos un rol.", "Choose at least one role."};
inline constexpr Word k_works_here{"works_here", "Esa persona ya trabaja aquí. Cambie sus roles en la lista.",
                                   "That person already works here. Change their roles in the list."};
inline constexpr Word k_already_invited{"already_invited", "Ya hay una invitación abierta para ese correo. Envíela de nuevo o retírela.",
                                        "There is already an open invitation for that e-mail. Send it again or withdraw it."};
inline constexpr Word k_not_oneself{"not_oneself", "Nadie cambia sus propios roles ni se quita el acceso: pídalo a otra persona que administre.",
                                    "Nobody changes their own roles or ends their own access: ask another administrator."};
inline constexpr Word k_last_admin{"last_admin", "Es la única persona que administra. Dé antes ese rol a otra.",
                                   "This is the only administrator. Give somebody else that role first."};
inline constexpr Word k_own_name_needed{"own_name_needed", "Escriba su nombre, como quiere que le llamen sus colegas.",
                                    "Write your name, as your colleagues should call you."};
inline constexpr Word k_own_name_long{"own_name_long", "Escriba su nombre en 120 letras o menos.", "Write your name in 120 letters or fewer."};
inline constexpr Word k_own_name_signs{"own_name_signs", "Su nombre trae signos que no se ven. Escríbalo a mano en vez de pegarlo.",
                                       "Your name holds signs that cannot be seen. Type it instead of pasting it."};
inline constexpr Word k_not_their_password{
    "not_their_password",
    "Esa no es la clave con que usted entra a Hebra. Si nunca eligió una, use primero el enlace que le dieron para elegirla; si la "
    "olvidó, pida uno nuevo.",
    "That is not the password you sign in to Hebra with. If you never chose one, first use the link you were given to choose it; if "
    "you forgot it, ask for a new one."};
inline constexpr Word k_account_disabled{"account_disabled", "Esa cuenta está desactivada. Pida a quien administra Hebra que la active de nuevo.",
                                         "That account is disabled. Ask whoever administers Hebra to enable it again."};
inline constexpr Word k_invited_enough{"invited_enough", "A ese correo ya se le enviaron seis invitaciones en un día. Hable con esa persona, o espere a mañana.",
                                       "Six invitations went to that e-mail within a day. Talk to that person, or wait until tomorrow."};
inline constexpr Word k_mail_off{"mail_off", "Esta instalación no envía correos. Pida el enlace a quien administra Hebra.",
                                 "This installation sends no mail. Ask whoever administers Hebra for the link."};
}  // namespace words

/// Letters to one address, whoever invites it: more are no reminder any more.
inline constexpr std::int64_t k_invitations_a_day = 6;

enum class MemberStatus { active, invited, former };
BOOST_DESCRIBE_ENUM(MemberStatus, active, invited, former)

/// An invitation that is neither accepted nor withdrawn.
struct OpenInvitation {
    InvitationId id;
    std::vector<Role> roles;
    Time expires_at;
    bool expired;
    std::optional<mail::State> mail;  ///< what became of its newest letter; absent where no mail leaves
    int version;
};
BOOST_DESCRIBE_STRUCT(OpenInvitation, (), (id, roles, expires_at, expired, mail, version))

struct Member {
    UserId id;  ///< of who is invited, the invitation's: their account's would tell whether it is new
    std::optional<Private> name;  ///< absent until they work here: an address alone tells nothing of an account elsewhere
    Private email;
    std::vector<Role> roles;
    MemberStatus status;
    bool totp;
    std::optional<OpenInvitation> invitation;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, name, email, roles, status, totp, invitation))

struct NewInvitation {
    Private email;
    std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(NewInvitation, (), (email, roles))

/// An invitation that was sent, and the link to hand over where no mail leaves.
struct Invited {
    UserId user_id;  ///< for the house alone: an id holds when it was made, and so tells of an account elsewhere
    InvitationId invitation_id;
    std::optional<std::string> link;  ///< only when no mail leaves: told once, stored as a keyed hash
    Time expires_at;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (invitation_id, link, expires_at))

/// What an invitation's page asks for. Looking consumes nothing: mail scanners open links.
struct InvitationPage {
    InstitutionId institution_id;
    /// An account nobody has begun: name and password are chosen; otherwise its password is asked for. Absent where no mail
    /// leaves: whoever invites holds the link, and must not learn of an account elsewhere.
    std::optional<bool> is_new;
    std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(InvitationPage, (), (institution_id, is_new, roles))

struct Acceptance {
    std::optional<Private> name;      ///< of whoever is new; where no mail leaves, of everybody, and kept of whoever is new
    std::optional<Private> password;  ///< chosen by whoever is new; of anybody else, the one they have
};
BOOST_DESCRIBE_STRUCT(Acceptance, (), (name, password))

/// What a member held and may hold no more, by the roles they have by now (none: everything), goes back to the institution, in
/// the transaction that took those roles.
using LetGo = std::function<void(db::Tx&, UserId, InstitutionId, Time, audit::EntryId)>;

/// Somebody came by a role that opens what is sealed: by an invitation they accepted, a change, or because they came back.
struct Giving {
    InstitutionId institution;
    UserId to;
    std::optional<UserId> by;  ///< who wrote the invitation, or changed the roles
    Time at;
    audit::EntryId entry;
};
/// Lets whoever watches over that know, in the transaction that gives it.
using TellGiven = std::function<void(db::Tx&, const Giving&)>;

class Staff {
  public:
    struct Needs {
        db::Database& database;
        Vault& vault;
        audit::Audit& audit;
        Users& users;
        Sessions& sessions;
        crypto::PasswordPool& passwords;
        mail::Outbox& outbox;
        LetGo let_go;
        TellGiven tell_given;
        std::string public_url;  ///< where links lead
        const Clock& clock;
    };
    explicit Staff(Needs needs) : needs_(std::move(needs)) {}

    /// Whoever works, is invited, or worked in the institution acted for.
    std::vector<Member> list(const Actor& actor);

    /// Offers roles to somebody, by a link that lasts three days. `bad_staff_email`, `role_needed`, `works_here`,
    /// `already_invited`, `invited_enough`.
    Result<Invited> invite(const Actor& actor, const NewInvitation& invitation);
    /// A new link instead of the old one. `not_found`, `changed_meanwhile`, `invited_enough`.
    Result<Invited> invite_again(const Actor& actor, InvitationId id, int seen);
    Result<> withdraw(const Actor& actor, InvitationId id, int seen);

    /// What the link is for; nothing changes. `link_expired`.
    Result<InvitationPage> look(const std::string& token);
    /// The roles become theirs. A link alone opens no account that somebody has begun, or that was given roles by other
    /// hands: its password proves its owner. `link_expired`, the refusals of `own_name` and of the password rule;
    /// `not_their_password`, `too_many_tries`, `changed_meanwhile`.
    /// @param peer the caller's address, for throttling
    Result<> accept(const std::string& token, const Acceptance& acceptance, std::string_view peer);

    /// All the roles of a member from now on; their sessions here end, and what they held and may hold no more goes back to the
    /// institution. `not_oneself`, `last_admin`, `role_needed`, `not_found`.
    Result<> set_roles(const Actor& actor, UserId user, std::vector<Role> roles);
    /// They no longer work here: their sessions here end, the invitations they wrote are withdrawn, what they held goes back
    /// to the institution, what they wrote stays theirs. The account stays: who works nowhere cannot sign in, and may be
    /// invited elsewhere. `not_oneself`, `last_admin`, `not_found`.
    Result<> end(const Actor& actor, UserId user);
    /// Back, with the roles they had. `not_found`, `account_disabled`.
    Result<> bring_back(const Actor& actor, UserId user);

    /// A letter with a link for somebody who forgot their password. The answer is the same whether the account exists; one
    /// account gets three an hour at most. `mail_off`, `too_many_tries` (by address).
    Result<> ask_reset(const Private& email, std::string_view peer);

  private:
    /// Counts one more letter to an address. `invited_enough`.
    Result<> count_letter(db::Tx& tx, const Bytes& email_key, Time now) const;
    /// Tells that somebody gained a role that opens what is sealed, if they did.
    void tell_gained(db::Tx& tx, const Giving& giving, const std::vector<Role>& before, const std::vector<Role>& after) const;
    /// No link that somebody handed out here opens anything any more.
    void withdraw_invitations_of(db::Tx& tx, const Actor& actor, UserId by, Time now);
    Result<Invited> told(db::Tx& tx, const Actor& actor, UserId user, const Private& email, InvitationId id, const std::string& token,
                         Time expires_at, audit::EntryId entry);

    Needs needs_;
};

}  // namespace hebra::access
