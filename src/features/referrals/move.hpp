// One move of a referral: everything it needs is made ready, then kept in one transaction.
#pragma once
#include "core/disclosure/disclosure.hpp"
#include "features/referrals/agenda_store.hpp"
#include "features/referrals/referrals.hpp"

namespace hebra::referrals {

/// After these the receiver reads nothing more: it never attended the person, or no longer does. A decline alone keeps it
/// open, for it may be contested.
bool ends_access(const Move& move);

class Mover {
  public:
    /// @param extra sides the caller stands on besides its institution's: the system's, for what time does
    Mover(Referrals& referrals, const Actor& actor, ReferralId id, const MoveRequest& request, Sides extra = 0)
        : referrals_(referrals), ground_(referrals.ground_), actor_(actor), id_(id), request_(request), extra_(extra),
          now_(ground_.clock.now()) {}

    /// Reads, checks, seals. Nothing has happened yet.
    Result<> prepare();
    /// Re-checks by conditional writes, and keeps. May run twice.
    Result<> apply(db::Tx& tx);
    /// Whether `apply` found it carried out before, under the same Idempotency-Key, and wrote nothing.
    bool repeats() const { return repeats_; }

  private:
    /// What travels for the first time, or anew with an answer.
    struct Freight {
        store::PackageRow package;
        std::vector<access::NewSubject> keys;  ///< at the first sending: the package's key, for each side
        std::optional<disclosure::Directive> directive;
        std::optional<disclosure::Disclosure> disclosure;
        std::vector<std::string> fields;
    };

    Result<> read(db::Reader& reader);
    Result<> read_slot(db::Reader& reader);
    Result<> prepare_sending();
    Result<int> agreed_limit(InstitutionId destination) const;
    Result<> check_sending(const Content& content, const directory::Service& service, const institutions::Institution& destination);
    void disclose(const Content& content, const Package& package, const std::string& recipient);
    Result<> prepare_followed();
    Result<> prepare_telling();
    Result<> prepare_reply();
    void read_receiver(db::Reader& reader);
    void read_question(db::Reader& reader);
    Result<> prepare_receiver();
    Result<> check_tries() const;
    void freeze(const Package& package, const access::Sealing& sealing);

    bool reads_still(db::Tx& tx, InstitutionId institution, UserId user) const;
    void settle_sender(db::Tx& tx);
    void settle_receiver(db::Tx& tx);
    Result<> keep_receiver(db::Tx& tx);
    Result<> join_threads(db::Tx& tx, ThreadId own);
    Result<> keep_places(db::Tx& tx);
    Result<> keep_appointment(db::Tx& tx, audit::EntryId entry);
    Result<> book(db::Tx& tx, audit::EntryId entry);
    void remind(db::Tx& tx, AppointmentId id, audit::EntryId entry);
    bool came_before() const;
    Time reminder_before(Time appointment) const;
    void end_appointment(db::Tx& tx, AppointmentStatus status, audit::EntryId entry);
    Result<> keep_followed(db::Tx& tx, audit::EntryId entry);
    void keep_freight(db::Tx& tx, audit::EntryId entry);
    void keep_clocks(db::Tx& tx, audit::EntryId entry);
    void keep_event(db::Tx& tx, audit::EntryId entry);
    void keep_gap(db::Tx& tx);
    void keep_notice(db::Tx& tx, audit::EntryId entry);
    void tell_destination(db::Tx& tx, const commitments::Cause& cause);
    void tell_receiver(db::Tx& tx, const commitments::Cause& cause);
    void tell_coordinator(db::Tx& tx, const commitments::Cause& cause);
    void fulfil_answered(db::Tx& tx, const commitments::Cause& cause);
    commitments::NewCommitment clock_of(const ClockRule& rule) const;
    std::optional<Time> promised(const ClockRule& rule) const;
    std::optional<commitments::Ladder> ladder_of(const ClockRule& rule) const;
    InstitutionId accountable(const ClockRule& rule) const;

    Referrals& referrals_;
    Ground& ground_;
    const Actor& actor_;
    const ReferralId id_;
    MoveRequest request_;  ///< its own: an hour of the agenda fills in what it says
    const Sides extra_;
    const Time now_;

    Referrals::Seen seen_{};
    const Move* move_ = nullptr;
    std::optional<store::Booked> booked_;            ///< the hour it has, when it was read
    std::optional<people::Person> person_;           ///< the origin's, when the origin acts
    std::optional<Content> content_;                 ///< likewise
    std::optional<access::Sealing> key_;             ///< of the package, once there is one
    std::optional<Package> package_;                 ///< as last frozen
    std::optional<std::vector<Private>> asked_;      ///< what a reply answers
    std::optional<Freight> freight_;
    std::string beyond_agreement_;                    ///< "1,2": what travels above the agreement, as it was marked
    std::optional<people::PreparedPerson> receiver_;  ///< a new row for a receiver that has none
    bool repeats_ = false;
    int tries_apart_ = 0;                             ///< to ask the person, when it is closed because nobody reached them
    bool receiver_was_erased_ = false;                ///< theirs was: the new one cannot stand on the same thread
    std::optional<PersonId> receiver_id_;
    std::optional<ThreadId> receiver_thread_;         ///< of one's own person, when it is another one
    std::optional<UserId> sender_;                   ///< who wrote it, if they still may answer for it at the origin
    Actor unkeyed_{};                                 ///< the caller, for the moves this one brings along
    std::unique_ptr<Mover> redirect_;                 ///< of the returned referral that this one follows
    std::optional<Time> known_since_;                 ///< since when the person can tell how it went
    std::optional<InstitutionId> coordinator_;        ///< who decides what was contested
    std::optional<UserId> restricted_reader_;         ///< who alone opens what is restricted, of those who receive it
    std::optional<Bytes> details_;
    std::optional<std::string> told_;                 ///< giving information: what the directory says now
};

}  // namespace hebra::referrals
