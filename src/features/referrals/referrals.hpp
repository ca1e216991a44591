// The use cases of referrals. One function, one transaction.
#pragma once
#include <functional>

#include "access/audit/audit.hpp"
#include "access/erasure/ledger.hpp"
#include "access/users/users.hpp"
#include "core/commitments/commitments.hpp"
#include "core/institutions/institutions.hpp"
#include "core/notices/notices.hpp"
#include "core/people/people.hpp"
#include "features/directory/api.hpp"
#include "features/referrals/consent.hpp"
#include "features/referrals/coordination.hpp"
#include "features/referrals/request.hpp"
#include "platform/calendar/zone.hpp"
#include "platform/http/page.hpp"

namespace hebra::referrals {

/// Whether a contact is an institution's own, and a person's.
using HasContact = std::function<bool(db::Reader&, InstitutionId, RecordId, PersonId)>;
/// A service of the directory that is offered today; nullopt otherwise.
using ServiceOf = std::function<std::optional<directory::Service>(directory::ServiceId)>;

/// The rooms this one stands on.
struct Ground {
    db::Database& database;
    access::Vault& vault;
    audit::Audit& audit;
    access::Users& users;
    institutions::Institutions& institutions;
    people::People& people;
    commitments::Commitments& commitments;
    access::ErasureLedger& ledger;  ///< which permissions were taken back, outside the database too
    notices::Notices& notices;
    ServiceOf service_of;
    HasContact has_contact;
    const Clock& clock;
};

/// What the origin should know before it sends (L14): never blocks, always asks why.
struct Warnings {
    std::vector<std::string> unmet;   ///< "out_of_age", "other_territory", "no_places"
    std::vector<Listed> similar;      ///< same person, same topic or service, open or of the last 90 days
};
BOOST_DESCRIBE_STRUCT(Warnings, (), (unmet, similar))

struct ListQuery {
    store::Box box;
    std::optional<Status> status;
    std::optional<std::string> cursor;
    std::optional<Stage> stage = {};
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (box, status, cursor, stage))

/// A ficha as a file.
struct Printed {
    std::string thread_code;  ///< for its name: never the person's
    std::string bytes;        ///< application/pdf
};

class Referrals {
  public:
    explicit Referrals(Ground ground) : ground_(std::move(ground)) {}

    /// A draft of one's own. Nothing travels before it is sent.
    Result<Opened> create(const Actor& actor, const NewReferral& referral);
    Result<Opened> change(const Actor& actor, ReferralId id, const DraftChange& change, int seen);
    /// What to know before sending: unmet criteria, places, similar referrals.
    Result<Warnings> warnings(const Actor& actor, ReferralId id);

    /// Exactly what sending would freeze now, from the draft as it is kept; only the hour of freezing will differ.
    /// @return it; or `not_found`, `not_a_draft`, `unknown_service`
    Result<Package> preview(const Actor& actor, ReferralId id);

    /// Moves a referral along its life. The new status, its audit entry, thread event, commitments and places are kept
    /// together, or none is.
    /// @return the referral as it now stands; or `not_found`; `impossible_move`, `not_your_side` and its like; `changed_meanwhile`; or
    /// what the move lacks
    Result<Opened> move(const Actor& actor, ReferralId id, const MoveRequest& request);

    /// Notes a try to ask the person, which closes nothing and moves nothing: the promise to ask them runs on. The origin's, and
    /// kept under its person's key. The same Idempotency-Key counts once.
    /// @return the referral; or `not_found`; `not_your_side`; `nothing_to_ask`; `changed_meanwhile`; or what is wrong with its moment
    Result<Opened> note_try(const Actor& actor, ReferralId id, const Try& tried);

    /// Opens a referral; a receiver who reads the package is recorded in the origin's chain too.
    Result<Opened> open(const Actor& actor, ReferralId id);
    /// Class 4, which no ordinary reading carries once it was sent: for the person named at the receiving institution, and for
    /// whoever supervises at the one that sent it. Each opening is recorded for both. `not_found` without such a part or once
    /// it may be read no more; `for_the_named_alone`.
    Result<RestrictedPart> open_restricted(const Actor& actor, ReferralId id);
    /// The ficha on paper, as the package stands; the print is recorded for both institutions. `package_closed` when it can no
    /// longer be read.
    Result<Printed> print(const Actor& actor, ReferralId id, Language language);
    /// What travelled about one's own person, to whom, the newest first. The look is recorded.
    Result<DisclosureList> disclosures(const Actor& actor, PersonId person);
    /// The person takes a consent back, by any agent of the origin: nothing more travels on it, what travelled is marked, its
    /// recipients read no more from that instant, and referrals that were not under way are cancelled. All together.
    /// @return what now stands; or `withdrawn_already`
    Result<DisclosureList> withdraw(const Actor& actor, PersonId person, disclosure::DirectiveId directive, const Withdrawal& word);
    /// What time does by itself: the place set aside for a referral is given back when nobody acknowledges it in time; one that
    /// nobody answered expires once its ladder has ended; one whose person was never asked ends unverified ten days after the
    /// asking was due; what nobody decides any more stays declined. Call every few minutes; how many moved.
    std::int64_t let_time_pass();
    /// What is contested and open follows the network's coordinator: once another one is named, it is asked to decide, with a
    /// clock of its own. Call when one is named, and every few minutes (another process may have named it); how many moved on.
    std::int64_t follow_coordinator();

    /// Who wrote it, while they still attend where it was written. Asks the database.
    std::optional<UserId> sender_of(const store::Row& row);
    /// For what happens to a referral without a move of it, too: tells whoever holds what follows at the origin, which is its
    /// sender; without one, whoever takes in what comes there.
    void tell_origin(db::Tx& tx, const store::Row& row, const notices::Kind& kind, std::optional<UserId> sender,
                     const commitments::Cause& cause);

    /// The look is recorded before they are returned.
    Result<http::Page<Listed>> list(const Actor& actor, const ListQuery& query);
    /// What waits for the network's coordinator, or for what they may remind others of, by when it was due. The look is recorded.
    Result<http::Page<ForCoordinator>> to_coordinate(const Actor& actor, const CoordinationQuery& query);

  private:
    /// What came of writing a draft, or of writing it anew.
    struct Written {
        ReferralId id;
        bool is_repeat;
    };
    Result<Written> write_draft(const Actor& actor, const NewReferral& referral);
    Result<Written> write_change(const Actor& actor, ReferralId id, const DraftChange& change, int seen);
    friend class Mover;
    void release_places(Time now);
    /// @param with_cancels whether referrals not under way are cancelled with it; a consent taken back ends access all the same
    Result<> withdraw_once(const Actor& actor, PersonId person, disclosure::DirectiveId directive, const Withdrawal& word, bool with_cancels);
    /// A row, the caller's sides on it, and what both rest on.
    struct Seen {
        store::Row row;
        Sides sides;
        Viewer viewer;
    };
    Result<Seen> see(db::Reader& reader, const Actor& actor, ReferralId id);
    /// Who decides a contested decline (docs/adr/0007): whoever coordinates the network that both are in (the origin alone, when
    /// the receiver has no account), being neither.
    std::optional<InstitutionId> coordinator_between(const store::Row& row);
    Sides sides_of(const Actor& actor, const store::Row& row);
    /// @param may_read whether the basis it was sent on still holds for the caller: without it, nothing of the person is told
    Listed listed(const Actor& actor, const store::Row& row, const std::vector<commitments::Commitment>& clocks, bool may_read);
    /// Opened, but for the names of who moved it: those are asked once the reading is over.
    struct Unnamed {
        Seen seen;
        Opened opened;
        std::vector<UserId> movers;  ///< nil where the mover is another institution's
        std::vector<UserId> triers;
    };
    Result<Unnamed> unnamed(db::Reader& reader, const Actor& actor, ReferralId id);
    int tries_apart(db::Reader& reader, const store::Row& row);
    void tell_tries(db::Reader& reader, const store::Row& row, Unnamed& answer);
    /// Since when the person can tell how it went: the last first contact, as it was told, or the information given.
    std::optional<Time> known_since(db::Reader& reader, const store::Row& row);
    Result<Opened> look(const Actor& actor, ReferralId id);
    void record_opening(const Actor& actor, const Unnamed& answer);
    Opened named(Unnamed unnamed);
    /// The package of a person and a content, as both the preview and the sending make it.
    Package packed(const store::Row& row, const directory::Service& service, const people::Person& person, const Content& content) const;
    /// Who may open what is restricted: somebody of the destination who may read referrals.
    std::optional<UserId> reader_of(const store::Row& row, const Content& content);
    bool reads_at(InstitutionId institution, const access::User& user);
    static bool opens(const Actor& actor, Viewer viewer, const Item& restricted);
    void settle_restricted(const Actor& actor, ReferralId id);
    Result<Content> content_of(db::Reader& reader, const store::Row& row);
    Result<access::Sealing> package_key(db::Reader& reader, const store::Row& row, InstitutionId who);
    /// Criteria of the service that the person does not meet. Whether it has places is asked where they are counted.
    std::vector<std::string> unmet(const directory::Service& service, std::optional<int> age,
                                   const std::optional<territory::Comuna>& comuna) const;
    /// Those of the same person that make this one look redundant: open, or of the last 90 days.
    std::vector<store::Row> similar(db::Reader& reader, const store::Row& row) const;
    Party party(const std::optional<InstitutionId>& id, const std::string& otherwise) const;
    Date today() const { return calendar::local_time(calendar::Zone::santiago(), ground_.clock.now()).date; }

    Ground ground_;
};

}  // namespace hebra::referrals
