// The emergency numbers of this installation: the shipped list, with what its operator said of each. A number is shown and
// dialled only while its confirmation holds; nobody renews it, and it is gone.
#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "access/audit/audit.hpp"
#include "access/audit/verify.hpp"
#include "base/snapshot.hpp"
#include "features/directory/emergency.hpp"
#include "platform/db/database.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_emergency_unknown{"emergency_unknown", "Ese número no está en la lista de emergencia.",
                                          "That number is not on the emergency list."};
inline constexpr Word k_emergency_not_rung{
    "emergency_not_rung", "No se llama de prueba a este número: alguien en peligro espera esa línea. Pregunte a la central por otra vía.",
    "This number is not rung as a test: somebody in danger waits for that line. Ask the dispatch centre by another way."};
}  // namespace words

/// How somebody made sure: it was rung and answered; those who answer it were asked by another way; an official notice in force.
enum class Assurance { rang, asked, official_notice };
BOOST_DESCRIBE_ENUM(Assurance, rang, asked, official_notice)

/// What the operator said of a number. `withdrawn`: it was wrong, or is in doubt; `unused`: this network has no use for it.
enum class Decision { confirmed, withdrawn, unused };
BOOST_DESCRIBE_ENUM(Decision, confirmed, withdrawn, unused)

struct EmergencyEntry {
    std::string number;
    std::string name;
    std::string use_when;
    std::string source;
    std::string source_url;
    std::string as_of;
    std::string notes;
    bool may_be_rung;       ///< false: those who save lives are not rung as a test
    bool is_shown;          ///< confirmed, and the confirmation holds
    std::string uri;        ///< what dials it; empty unless shown, and always in a demo
    std::optional<Decision> decision;  ///< absent: nobody has looked at it yet
    std::optional<Assurance> how;
    std::optional<Time> decided_at;
    std::optional<Time> expires_at;
    int version;            ///< 0 until somebody decides
};
BOOST_DESCRIBE_STRUCT(EmergencyEntry, (), (number, name, use_when, source, source_url, as_of, notes, may_be_rung, is_shown, uri,
                                           decision, how, decided_at, expires_at, version))

class EmergencyList {
  public:
    /// @param dials false in a demo, which never dials
    EmergencyList(db::Database& database, audit::Audit& audit, const Clock& clock, bool dials = true);

    /// Reads the decisions anew if they changed; as often as the directory's rows.
    void refresh();
    void never_dial() { dials_ = false; }

    /// All of them in the order of the shipped list. Never asks the database.
    std::vector<EmergencyEntry> all(Language language) const;
    /// No: `emergency_unknown`.
    Result<EmergencyEntry> one(std::string_view number, Language language) const;
    /// Those that may be shown now.
    std::vector<EmergencyEntry> shown(Language language) const;

    /// It may be shown for 90 days. No: `emergency_unknown`, `emergency_not_rung`, `stale`.
    Result<> confirm(const Actor& actor, const std::string& number, Assurance how, int seen);
    /// It is shown no more, at once. `reason` is not `confirmed`. No: `emergency_unknown`, `stale`.
    Result<> withdraw(const Actor& actor, const std::string& number, Decision reason, int seen);

    static const audit::Anchor k_anchor;

  private:
    struct Row {
        std::string number;
        Decision decision;
        std::optional<Assurance> how;
        Time decided_at;
        Time expires_at;
        int version;
        BOOST_DESCRIBE_CLASS(Row, (), (number, decision, how, decided_at, expires_at, version), (), ())
    };
    using Rows = std::map<std::string, Row, std::less<>>;

    EmergencyEntry entry_of(const EmergencyNumber& number, const Rows& rows, Language language) const;
    const EmergencyNumber* find(std::string_view number) const;
    Result<> decide(const Actor& actor, const Row& row, int seen);
    Snapshot<Rows> rows() const;

    db::Database& database_;
    audit::Audit& audit_;
    const Clock& clock_;
    bool dials_;
    const std::vector<EmergencyNumber> numbers_ = shipped_emergency_numbers();
    std::mutex refreshing_;  ///< one reading at a time: an older one never overwrites a newer one
    mutable std::mutex mutex_;
    Snapshot<Rows> rows_ = std::make_shared<const Rows>();
};

}  // namespace hebra::directory
