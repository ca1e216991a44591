// The keys of mechanisms.md §6: master → institution (with epochs) → subject → field.
// Blind-index and audit keys come from a separate institution secret. Nothing here ever leaves in the clear.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/crypto/key.hpp"
#include "platform/crypto/sign.hpp"
#include "platform/db/database.hpp"

namespace hebra::access {

/// Whatever has a key of its own: a person, a package, a document about several people.
using SubjectId = Uuid;

/// What an institution seals and recognises with. Unwrapped; lives in locked memory and in the vault's cache only.
struct InstitutionKeys {
    std::int64_t epoch;
    crypto::Key wrapping;         ///< wraps subject keys of this epoch
    std::map<std::int64_t, crypto::Key> older;  ///< those of the epochs before that are not yet destroyed
    std::int64_t secret_version;
    crypto::Key blind;            ///< blind keys of people
    crypto::Key audit;            ///< entry macs and chain hashes
    crypto::Key drafts;           ///< what somebody is writing and has not sent: short-lived, deleted with its record
    crypto::SigningKey checkpoint;

    /// Null for an epoch that is destroyed, or that another process has begun.
    const crypto::Key* wrapping_of(std::int64_t its_epoch) const;
};

/// A subject's key, ready to seal and open its fields. The associated data are table, column, row and key version,
/// so that no ciphertext can be moved to another place.
class Sealing {
  public:
    Sealing(std::shared_ptr<const crypto::Key> key, SubjectId subject) : key_(std::move(key)), subject_(subject) {}

    /// @param place "table.column"
    Bytes seal(std::string_view place, const Uuid& row, std::string_view plain) const;
    /// @throws std::runtime_error when the bytes were altered or moved: that is broken machinery, not a refusal
    std::string open(std::string_view place, const Uuid& row, BytesView sealed) const;
    const SubjectId& subject() const { return subject_; }

  private:
    friend class Vault;
    std::shared_ptr<const crypto::Key> key_;
    SubjectId subject_;
};

/// A subject key not yet stored: made before the transaction, kept inside it.
struct NewSubject {
    Sealing sealing;
    InstitutionId institution;
    std::int64_t epoch;
    Bytes wrapped;
};

/// A subject's key as it is stored, for lists that read it together with what it opens.
struct WrappedKey {
    std::int64_t epoch;
    Bytes wrapped;
};
BOOST_DESCRIBE_STRUCT(WrappedKey, (), (epoch, wrapped))

class Vault {
  public:
    Vault(crypto::Key master, const Clock& clock);

    /// Gives a new institution its first key and secret, inside the transaction that creates it.
    void found(db::Tx& tx, InstitutionId institution) const;

    /// @throws std::runtime_error for an institution that was never founded
    std::shared_ptr<const InstitutionKeys> institution(db::Reader& reader, InstitutionId institution);

    /// Gives an institution its next epoch, inside a transaction. False when somebody else just did.
    bool begin_epoch(db::Tx& tx, InstitutionId institution, std::int64_t epoch) const;
    /// A subject's key wrapped under the institution's newest epoch instead of an older one. The key itself does not change.
    WrappedKey rewrap(const InstitutionKeys& keys, SubjectId subject, const WrappedKey& key) const;
    /// Learns of institutions and epochs that came or went in another process.
    void refresh(db::Database& database);

    /// A fresh key for a subject, wrapped under the institution's current epoch.
    NewSubject new_subject(const InstitutionKeys& keys, InstitutionId institution, SubjectId subject) const;
    /// The same key wrapped for a second institution, which may then open what it seals (a referral's package).
    NewSubject share(const NewSubject& subject, const InstitutionKeys& keys, InstitutionId institution) const;
    void keep(db::Tx& tx, const NewSubject& subject) const;

    /// `not_found` when the subject is not this institution's; also after erasure.
    Result<Sealing> subject(db::Reader& reader, InstitutionId institution, SubjectId subject);

    /// The same without asking the database again, for a key that came with the row it opens: a list costs no statement per row.
    /// @param reader asked only for the institution's keys: the first time, and for an epoch not heard of
    Sealing subject(db::Reader& reader, InstitutionId institution, SubjectId subject, const WrappedKey& key);

    /// Whether the subject's key is there, whatever this node remembers; an erasure waits until this transaction ends. Asked by
    /// whoever writes what an earlier read sealed: under a key that is gone it would be lost.
    bool is_there(db::Tx& tx, InstitutionId institution, SubjectId subject) const;

    /// Deletes the subject's key: what it sealed can never be opened again. False when there was none.
    bool erase(db::Tx& tx, InstitutionId institution, SubjectId subject);

    /// Drops an unwrapped key from memory, once its erasure is committed.
    void forget(SubjectId subject, InstitutionId institution);

    /// Keys for what belongs to the whole installation (staff accounts, "known to the network", the ledger of erasures).
    const crypto::Key& accounts() const { return accounts_; }
    const crypto::Key& network() const { return network_; }
    const crypto::Key& requests() const { return requests_; }
    const crypto::Key& erasures() const { return erasures_; }

  private:
    struct HeldId {
        SubjectId subject;
        InstitutionId institution;
        friend bool operator==(const HeldId&, const HeldId&) = default;
    };
    struct HeldHash {
        std::size_t operator()(const HeldId& id) const;
    };
    struct Held {
        std::shared_ptr<const crypto::Key> key;  ///< none: erased
        Time until;
    };
    std::shared_ptr<const InstitutionKeys> read_institution(db::Reader& reader, InstitutionId institution) const;
    std::shared_ptr<const crypto::Key> held(const HeldId& id);
    void hold(const HeldId& id, std::shared_ptr<const crypto::Key> key);
    /// The institution's keys, with that of an epoch even if another process has begun it.
    std::shared_ptr<const InstitutionKeys> with_epoch(db::Reader& reader, InstitutionId institution, std::int64_t epoch);
    std::shared_ptr<const InstitutionKeys> learn(db::Reader& reader, InstitutionId institution);

    const crypto::Key master_;
    const crypto::Key accounts_;
    const crypto::Key network_;
    const crypto::Key requests_;
    const crypto::Key erasures_;
    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<InstitutionId, std::shared_ptr<const InstitutionKeys>> institutions_;
    std::unordered_map<HeldId, Held, HeldHash> subjects_;
};

}  // namespace hebra::access
