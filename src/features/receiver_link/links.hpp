// The expiring one-case link of a receiver without an account (workflows.md §1): the token opens a door, the code, told apart,
// opens the referral. Whoever holds both acts for the receiving institution in this one referral, and in nothing else.
#pragma once
#include "features/receiver_link/store.hpp"
#include "platform/crypto/code.hpp"
#include "platform/mail/outbox.hpp"

namespace hebra::receiver_link {

struct NewLink {
    std::optional<int> days = {};        ///< 1 to 30; 14 unless told
    std::optional<bool> mail_code = {};  ///< Hebra mails the code to the service's registered e-mail, and tells it to nobody here
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (days, mail_code))

enum class LinkState { waiting, opened, answered, returned, revoked, expired };
BOOST_DESCRIBE_ENUM(LinkState, waiting, opened, answered, returned, revoked, expired)

struct Visited {
    Time at;
    Act act;
};
BOOST_DESCRIBE_STRUCT(Visited, (), (at, act))

/// A link as its origin sees it. `path` and `code` are told once, when it is made: the code is read out by telephone; one that
/// Hebra mailed is not told.
struct Link {
    ReferralLinkId id;
    std::string institution_name;
    LinkState state;
    Time created_at;
    Private created_by_name;
    Time expires_at;
    std::optional<Time> opened_at;
    std::optional<Time> answered_at;
    int wrong_codes;
    std::vector<Visited> visits;
    std::optional<mail::State> code_letter;  ///< what became of the letter with its code
    std::optional<Private> path;
    std::optional<Private> code;
};
BOOST_DESCRIBE_STRUCT(Link, (), (id, institution_name, state, created_at, created_by_name, expires_at, opened_at, answered_at, wrong_codes,
                                 visits, code_letter, path, code))

struct LinkList {
    std::vector<Link> items;
    std::optional<std::string> code_address;  ///< where Hebra can mail the code of a new one
};
BOOST_DESCRIBE_STRUCT(LinkList, (), (items, code_address))

/// The rooms this one stands on.
struct Ground {
    db::Database& database;
    access::Vault& vault;
    audit::Audit& audit;
    access::Users& users;
    institutions::Institutions& institutions;
    referrals::Referrals& referrals;
    referrals::ServiceOf service_of;
    mail::Outbox& outbox;
    const Clock& clock;
};

class Links {
  public:
    explicit Links(Ground ground) : ground_(ground) {}
    const Clock& clock() const { return ground_.clock; }

    // The origin's side. Another institution's referral is `not_found`.

    /// A link to a referral that was sent and has not ended, for its receiving institution.
    /// @return with its path and code, unless this is a repeat under one Idempotency-Key: those are told once
    Result<Link> create(const Actor& actor, ReferralId referral, const NewLink& asked);
    Result<LinkList> list(const Actor& actor, ReferralId referral);
    /// Closed at once, also to whoever is reading. `link_ended` when it was already.
    Result<> revoke(const Actor& actor, ReferralId referral, ReferralLinkId id);

    // The receiver's side. Every refusal here says nothing of the person.

    /// The link of a token that may still be used; or `link_unknown`, `link_expired`, `link_revoked`, `link_returned`.
    Result<store::Row> find(std::string_view token);
    /// Tries a code. A right one acknowledges the referral, and gives the visit's own proof, good for two hours.
    /// @return what `holds` takes; `code_wrong` (badly written: not counted), `link_code_refused`, `link_shut` for a quarter
    /// of an hour after every fifth, `link_burnt` after twenty
    Result<std::string> enter(const store::Row& link, std::string_view typed);
    /// The official time where its receiver is.
    calendar::Zone zone_of(const store::Row& link) const;
    /// Whether a visit's proof is this link's and still good.
    bool holds(const store::Row& link, std::string_view proof) const;
    /// The referral as its receiver sees it; the look is recorded for both institutions. `link_withdrawn` when the origin
    /// or the person took it back.
    Result<referrals::Opened> read(const store::Row& link, Act act);
    /// The ficha on paper; recorded as a print.
    Result<referrals::Printed> print(const store::Row& link, Language language);
    /// Moves the referral for its receiver: `accept` with a date also schedules; `confirm_first_contact`, once accepted, passes
    /// the baton, and happened now unless told otherwise. Of two who answer, one wins.
    /// No: what the guard table says; `at_past` for an appointment, `receiver_link_at_future` for an arrival.
    Result<> answer(const store::Row& link, const referrals::MoveRequest& request);
    /// "It is not for us": ends the link without opening anything.
    Result<> give_back(const store::Row& link);

  private:
    Result<Link> write_link(const Actor& actor, ReferralId referral, const NewLink& asked);
    /// A link made before under the same key, and the letters with its code.
    struct Before {
        store::Row row;
        std::vector<mail::Envelope> letters;
    };
    /// @param first what its key was claimed for
    Before made_before(db::Reader& reader, InstitutionId origin, ReferralId referral, const std::string& first);
    /// Without its path and code.
    Link told_again(const Before& before) const;
    Bytes code_mac(db::Reader& reader, const store::Row& link, std::string_view code);
    Bytes proof_mac(ReferralLinkId id, std::string_view until) const;
    Actor holder(const store::Row& link) const;
    audit::Act act(const store::Row& link, std::string_view name, const referrals::store::Row& referral) const;
    Result<> wrong_code(const store::Row& link);
    Result<> record(const store::Row& link, Act act, std::string_view name);
    Link told(const store::Row& row) const;
    std::optional<std::string> code_address(const referrals::store::Row& referral) const;

    Ground ground_;
};

}  // namespace hebra::receiver_link
