// Puts committed entries into each institution's hash chain, and signs where the chain stands (mechanisms.md §3).
#pragma once
#include <filesystem>
#include <map>

#include "access/audit/store.hpp"
#include "access/keys/vault.hpp"

namespace hebra::audit {

/// hash(previous ‖ entry ‖ mac). The first link follows 32 zero bytes.
Bytes link_hash(BytesView previous, const RawEntry& entry);

/// What a checkpoint signs: institution, place in the chain, its hash and the moment.
Bytes checkpoint_message(const store::Checkpoint& checkpoint);

/// A checkpoint as the ledger outside the database has it: hash and signature in hexadecimal, if nobody altered them.
struct Told {
    InstitutionId institution;
    std::int64_t seq;
    std::string hash;
    std::int64_t at;
    std::string signature;
};
/// Nullopt of a line that a power failure cut short.
std::optional<Told> parse_ledger_line(const std::string& line);

class Sealer {
  public:
    /// @param ledger a file outside the database that receives every checkpoint too, one line each
    Sealer(db::Database& database, access::Vault& vault, const Clock& clock, std::filesystem::path ledger);

    /// Seals what has been committed; the number of entries sealed. Call every 250 ms, on one node at a time (a lease).
    std::int64_t seal();
    /// Signs the head of each chain that has grown since its last checkpoint. Call each minute and before stopping. The ledger is
    /// told first: a checkpoint of the database that it lacks was taken out of it.
    void sign();
    /// Adds to the ledger what the database was signed with since: for one that comes out of a backup with it, and is older by
    /// as long as the copying took.
    void complete_ledger();

  private:
    std::int64_t seal_some(InstitutionId institution);
    void settle();
    void keep(const store::Checkpoint& checkpoint);
    std::map<InstitutionId, Told> newest_in_ledger() const;
    void write_ledger(const store::Checkpoint& checkpoint) const;

    db::Database& database_;
    access::Vault& vault_;
    const Clock& clock_;
    std::filesystem::path ledger_;
    bool settled_ = false;  ///< whether all that the ledger was told is in the database, too
};

}  // namespace hebra::audit
