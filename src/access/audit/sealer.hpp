// Puts committed entries into each institution's hash chain, and signs where the chain stands (mechanisms.md §3).
#pragma once
#include <filesystem>

#include "access/audit/store.hpp"
#include "access/keys/vault.hpp"

namespace hebra::audit {

/// hash(previous ‖ entry ‖ mac). The first link follows 32 zero bytes.
Bytes link_hash(BytesView previous, const RawEntry& entry);

/// What a checkpoint signs: institution, place in the chain, its hash and the moment.
Bytes checkpoint_message(const store::Checkpoint& checkpoint);

class Sealer {
  public:
    /// @param ledger a file outside the database that receives every checkpoint too, one line each
    Sealer(db::Database& database, access::Vault& vault, const Clock& clock, std::filesystem::path ledger);

    /// Seals what has been committed; the number of entries sealed. Call every 250 ms, on one node at a time (a lease).
    std::int64_t seal();
    /// Signs the head of each chain that has grown since its last checkpoint. Call each minute and before stopping.
    void sign();

  private:
    std::int64_t seal_some(InstitutionId institution);
    void write_ledger(const store::Checkpoint& checkpoint) const;

    db::Database& database_;
    access::Vault& vault_;
    const Clock& clock_;
    std::filesystem::path ledger_;
};

}  // namespace hebra::audit
