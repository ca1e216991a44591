// E-mail waiting to leave. A letter is stored in the transaction of what it tells; a chore hands it over afterwards, so that
// no mail server is ever waited for inside a transaction (mechanisms.md §5).
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/actor.hpp"
#include "platform/crypto/key.hpp"
#include "platform/db/database.hpp"
#include "platform/mail/smtp.hpp"

namespace hebra::mail {

using LetterId = Id<struct LetterTag>;

/// `pending` waits for its turn; `wired` is being handed over; the others are its end. `unknown`: it may have arrived, and
/// is not sent again by itself. `given_up`: it stopped being useful before any server took it.
enum class State { pending, wired, sent, refused, unknown, given_up, cancelled };
BOOST_DESCRIBE_ENUM(State, pending, wired, sent, refused, unknown, given_up, cancelled)

struct NewLetter {
    InstitutionId institution;  ///< nil: the installation's own
    std::string_view kind;      ///< a literal of the room that writes it: "invitation"
    Uuid subject;               ///< the record it is about
    Letter letter;
    Micros useful_for = std::chrono::hours(24);
};

/// A letter without what it says.
struct Envelope {
    LetterId id;
    InstitutionId institution_id;
    std::string kind;
    Uuid subject_id;
    State state;
    int attempts;
    int reply_code;  ///< the mail server's last, 0 if it said nothing
    Time created_at;
    std::optional<Time> finished_at;
};
BOOST_DESCRIBE_STRUCT(Envelope, (), (id, institution_id, kind, subject_id, state, attempts, reply_code, created_at, finished_at))

/// What became of an attempt, inside the transaction that stores it: writes the audit entry and returns its id for the row.
using Record = std::function<Uuid(db::Tx&, const Envelope&)>;

class Outbox {
  public:
    /// @param key seals what the letters say
    /// @param postman null: no mail leaves this installation
    Outbox(db::Database& database, const crypto::Key& key, std::unique_ptr<Postman> postman, Record record, const Clock& clock)
        : database_(database), key_(key), postman_(std::move(postman)), record_(std::move(record)), clock_(clock) {}

    /// Whether mail leaves at all. Rooms that would write say so plainly when it does not.
    bool is_on() const { return postman_ != nullptr; }

    /// Stores a letter in the transaction of what it tells. False, and nothing stored, when mail is off.
    /// Throws std::logic_error if the address is none.
    bool add(db::Tx& tx, const NewLetter& letter, Uuid audit_id);
    /// What has not left yet about this record stays: how many. One that is being handed over can no longer be held back.
    std::int64_t cancel(db::Tx& tx, Uuid subject, std::string_view kind, Uuid audit_id);
    /// The newest letter about each record, in one statement.
    std::vector<Envelope> newest(db::Reader& reader, InstitutionId institution, std::string_view kind);
    /// Those about some records, the newest last.
    std::vector<Envelope> about(db::Reader& reader, std::span<const Uuid> subjects, std::string_view kind);

    /// Hands over what is due, until nothing is, or the server cannot be reached. How many were sent. Any number of nodes may
    /// do it at once; blocks on the network: not for a thread that others wait for.
    std::int64_t send();
    /// Marks as unknown what a node that died was handing over. How many.
    std::int64_t find_lost();
    /// Whatever has no end yet becomes unknown: for a restored backup, which cannot tell what left since it was made.
    std::int64_t disown(db::Tx& tx, Uuid audit_id);
    /// Forgets letters that ended before `before`; how many.
    std::int64_t forget(db::Tx& tx, Time before);
    /// Ends `send` soon, for a clean stop.
    void stop();

  private:
    struct Claimed;
    std::optional<Claimed> claim();
    bool settle(const Claimed& claimed, const Delivery& delivery);

    db::Database& database_;
    const crypto::Key& key_;
    std::unique_ptr<Postman> postman_;
    Record record_;
    const Clock& clock_;
    std::atomic<bool> stopping_ = false;
};

}  // namespace hebra::mail
