// Erasing a person: asked twice, carried out once, for ever.
#pragma once
#include <atomic>
#include <functional>
#include <set>

#include "access/audit/audit.hpp"
#include "access/erasure/ledger.hpp"
#include "core/commitments/commitments.hpp"
#include "core/people/people.hpp"
#include "features/attention/api.hpp"
#include "features/referrals/api.hpp"

namespace hebra::privacy {

/// Why somebody is erased. A code: a text would outlive the person.
enum class ErasureReason { person_asked, guardian_asked, court_order, no_longer_needed, recorded_by_mistake };
BOOST_DESCRIBE_ENUM(ErasureReason, person_asked, guardian_asked, court_order, no_longer_needed, recorded_by_mistake)

struct ErasureRequest {
    std::string thread_code;
};
BOOST_DESCRIBE_STRUCT(ErasureRequest, (), (thread_code))

/// What would go. Counts only.
struct ErasurePreview {
    PersonId person_id;
    std::string thread_code;
    std::int64_t contacts;
    std::int64_t files;
    std::int64_t packages;        ///< disclosed by this institution: they go for both sides
    std::int64_t open_referrals;  ///< they come first
    std::string confirmation;     ///< for the second step; empty while there are open referrals
    Time confirm_before;
};
BOOST_DESCRIBE_STRUCT(ErasurePreview, (), (person_id, thread_code, contacts, files, packages, open_referrals, confirmation,
                                           confirm_before))

struct ErasureOrder {
    std::string thread_code;
    std::string confirmation;
    Time confirm_before;
    ErasureReason reason;
};
BOOST_DESCRIBE_STRUCT(ErasureOrder, (), (thread_code, confirmation, confirm_before, reason))

struct ErasedPerson {
    PersonId person_id;
    std::string thread_code;
    Time erased_at;
};
BOOST_DESCRIBE_STRUCT(ErasedPerson, (), (person_id, thread_code, erased_at))

namespace words {
inline constexpr Word k_referral_first{
    "erasure_referral_open", "Tiene una derivación abierta, y alguien puede estar esperando. Ciérrela o anúlela antes de borrar.",
    "They have an open referral, and somebody may be waiting. Close or cancel it before erasing."};
inline constexpr Word k_confirm_again{
    "erasure_confirm_again", "La confirmación venció, o algo cambió desde que se mostró qué se borraría. Véalo de nuevo y confirme.",
    "The confirmation ran out, or something changed since it was shown what would be erased. Look again and confirm."};
inline constexpr Word k_erasure_code{"erasure_code", "Ese código de hebra no es de nadie de su institución. Revíselo.",
                                     "That thread code is nobody's in your institution. Check it."};
}  // namespace words

/// What an older database was told of.
struct CaughtUp : access::ErasureLedger::Again {
    /// Codes of the threads with referrals that the withdrawals had cancelled, and that came back as they stood.
    std::set<std::string> to_cancel;
};

/// The rooms this one stands on.
struct Ground {
    db::Database& database;
    access::Vault& vault;
    audit::Audit& audit;
    access::ErasureLedger& ledger;
    people::People& people;
    commitments::Commitments& commitments;
    /// Overwrites what the disk still holds of deleted keys; false: try again later.
    std::function<bool()> scrub;
    const Clock& clock;
};

class Erasures {
  public:
    explicit Erasures(Ground ground) : ground_(std::move(ground)) {}

    /// What would go, and the confirmation for it. Recorded. @return it; or `erasure_code`, `person_erased`
    Result<ErasurePreview> preview(const Actor& actor, const ErasureRequest& request);

    /// Erases. When this returns the keys are gone, the ledger is on the disk, and the disk was scrubbed.
    /// @return what was done, also to a repeat under the same key; or `erasure_code`, `person_erased`,
    /// `erasure_referral_open`, `erasure_confirm_again`
    Result<ErasedPerson> erase(const Actor& actor, const ErasureOrder& order);

    /// Tells both sides of the ledger what the other knows: in an older database people are erased and permissions taken back
    /// again, a file that lacks lines gets them. Before serving, and each minute. @return what was; or `erasure_ledger_broken`
    Result<CaughtUp> catch_up();

  private:
    struct About;
    Result<About> about(db::Reader& reader, const Actor& actor, const std::string& thread_code);
    std::string confirmation_of(const Actor& actor, const About& about, Time before) const;
    void erase_again(db::Tx& tx, const access::Erasure& erasure);
    std::set<std::string> withdraw_again(db::Tx& tx, const access::TakenBack& withdrawal);
    void remove_drafts(db::Tx& tx, const access::Erasure& erasure, std::vector<std::string> names);
    void scrub();

    Ground ground_;
    std::atomic<bool> unscrubbed_ = false;
};

}  // namespace hebra::privacy
