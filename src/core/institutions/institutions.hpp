// Founding institutions and knowing them.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "base/snapshot.hpp"
#include "core/institutions/agreement.hpp"
#include "core/institutions/institution.hpp"
#include "platform/calendar/zone.hpp"

namespace hebra::institutions {

/// What was done about an agreement.
enum class AgreementAct { proposed, signed_by_one, signed_by_both, declined, ended };
struct AgreementDone {
    AgreementAct act;
    Agreement agreement;  ///< as it stands now
    InstitutionId by;     ///< a party, or who coordinates
    Time at;
    audit::EntryId entry;
};
/// Lets whoever may sign know, in the transaction that does it.
using TellParties = std::function<void(db::Tx&, const AgreementDone&)>;

/// An institution as it was and as it is now.
struct InstitutionDone {
    Institution before;
    Institution after;
    Time at;
    audit::EntryId entry;
};
/// What the rooms above do about it.
struct Followers {
    std::function<Result<>(db::Tx&, const InstitutionDone&)> within = {};  ///< in the transaction; its refusal undoes it all
    std::function<void()> after = {};                                      ///< once it is kept
};

class Institutions {
  public:
    Institutions(db::Database& database, access::Vault& vault, audit::Audit& audit, const Clock& clock, TellParties tell_parties = {},
                 Followers followers = {})
        : database_(database), vault_(vault), audit_(audit), clock_(clock), tell_parties_(std::move(tell_parties)),
          followers_(std::move(followers)) {}

    /// Those that somebody sees, from memory: asked for when a name is taken, for others may take theirs until then.
    using Seen = std::function<std::vector<Institution>()>;
    /// A new institution with its own keys and its own audit chain; or the fields in doubt.
    /// @param seen whose name it may not have (`institution_name_taken`): the ones whoever founds it sees
    Result<Institution> found(const Actor& actor, const NewInstitution& institution, const Seen& seen = {});
    /// Corrects what is said of an institution. What was written under its former name stays as it was written; the audit, in its
    /// chain and in that of whoever does it, keeps both. The caller has made sure that they may.
    /// @param known whose name it may not take (`institution_name_taken`)
    /// @return the institution; `invalid`, by field; `stale` when somebody changed it since `seen`
    Result<Institution> correct(const Actor& actor, InstitutionId id, const InstitutionChange& change, int seen,
                                const Seen& known = {});
    /// Reads all anew. For the start and, so that another node's change shows, every few seconds; one's own changes do it
    /// by themselves.
    void refresh();
    /// From memory: there are tens or hundreds, asked for by every page, also inside closures of the database.
    Result<Institution> find(InstitutionId id);
    /// The same, at least as new as the caller read it on another server.
    Result<Institution> find(InstitutionId id, int seen);
    /// In the order of their names.
    Snapshot<std::vector<Institution>> all();

    /// The institution that coordinates the network this installation serves: what touches others than one's own institution
    /// is done there (agreements of others, emergency numbers, founding). nullopt until the operator names it.
    std::optional<InstitutionId> coordinator();
    /// Who coordinates the network that two institutions are in (docs/adr/0007), being neither; of one, that it is in. nullopt: nobody.
    std::optional<InstitutionId> coordinator_between(InstitutionId one, std::optional<InstitutionId> other);
    /// For the operator, at the console. `not_found` for an institution that is not here.
    Result<> name_coordinator(const Actor& actor, InstitutionId id);

    /// Writes an agreement with another institution: signed by both (an operator's act, of a document there is), or proposed
    /// when a signer is not told.
    /// `already_agreed`, `already_proposed`, or the fields in doubt.
    /// @param own the first party: the institution acted for, or the one a network coordinator names
    Result<Agreement> agree(const Actor& actor, InstitutionId own, const NewAgreement& agreement);
    /// Signs a proposal for the institution acted for. Once both have, it is in force from its first day, or from today if that
    /// has passed; an earlier agreement of the pair ends the day before.
    /// @return the agreement; or `not_proposed`, `not_yours_to_sign`, `proposal_late`, `already_agreed`, `changed_meanwhile`
    Result<Agreement> sign(const Actor& actor, AgreementId id, const std::string& signer, int seen);
    /// Says no to a proposal, or takes one's own back: it stays, without a day in force. For who is no party (whoever coordinates
    /// their network, which the caller has made sure of) while neither has signed. `not_proposed`, `one_signed`.
    Result<Agreement> decline(const Actor& actor, AgreementId id, int seen);
    /// Ends an agreement on an earlier day than was signed, today at the soonest: what it allowed stops that night.
    /// `agreement_over`, `last_day_past`, `only_sooner`.
    Result<Agreement> end(const Actor& actor, AgreementId id, Date last_day, int seen);
    Result<Agreement> find_agreement(AgreementId id);
    /// The same, at least as new as the caller read it: several servers keep the network in memory, each for itself.
    Result<Agreement> find_agreement(AgreementId id, int seen);
    /// Past, present and future.
    Snapshot<std::vector<Agreement>> agreements();
    /// The one in force today between two institutions.
    std::optional<Agreement> agreement_between(InstitutionId one, InstitutionId other);
    /// The institutions tied to this one by agreements in force, directly or through others, itself included. Whoever is
    /// outside does not exist for it.
    /// @param without as if this agreement were not in force, to see what ending it would change
    std::vector<Institution> network_of(InstitutionId institution, std::optional<AgreementId> without = {});
    /// Those that no agreement ties to anybody, signed and not over: for whoever coordinates, who brings them in.
    std::vector<Institution> unattached();
    bool are_in_one_network(InstitutionId one, InstitutionId other);

  private:
    struct Known {
        Snapshot<std::vector<Institution>> institutions;
        Snapshot<std::vector<Agreement>> agreements;
        std::optional<InstitutionId> coordinator = {};
    };
    Known known();
    /// Whether one of those that are seen has that name by now; of those founded since they were read, too, if they would be.
    bool is_taken(db::Tx& tx, const Institution& named, const Seen& seen, bool sees_new);
    /// One write about an agreement, told in the chains of both parties; once for each idempotency key.
    Result<Agreement> record(const Actor& actor, const Agreement& after, std::string_view action,
                             const std::function<Result<>(db::Tx&, audit::EntryId)>& write, std::optional<AgreementAct> told);
    Date today() const { return calendar::local_time(calendar::Zone::santiago(), clock_.now()).date; }

    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    const Clock& clock_;
    TellParties tell_parties_;
    Followers followers_;
    std::mutex refreshing_;  ///< one reading at a time: an older one never overwrites a newer one
    std::mutex mutex_;
    Known known_{std::make_shared<const std::vector<Institution>>(), std::make_shared<const std::vector<Agreement>>()};
};

}  // namespace hebra::institutions
