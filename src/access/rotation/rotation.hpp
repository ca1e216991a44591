// A new epoch of each institution's key: subject keys are wrapped anew, what they sealed is not touched (mechanisms.md §6).
#pragma once
#include <atomic>
#include <functional>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"

namespace hebra::access {

class Rotation {
  public:
    /// @param scrub overwrites what the disk still holds of destroyed keys; false: try again later
    Rotation(db::Database& database, Vault& vault, audit::Audit& audit, std::function<bool()> scrub, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), scrub_(std::move(scrub)), clock_(clock) {}

    struct Done {
        std::int64_t begun = 0;      ///< institutions given a new epoch now
        std::int64_t resumed = 0;    ///< institutions whose earlier rotation had not ended
        std::int64_t rewrapped = 0;  ///< keys
    };
    /// Hears how many keys were wrapped anew so far.
    using Tell = std::function<void(std::int64_t)>;

    /// Rotates every institution; one that an earlier, killed rotation left half done is only finished. Safe beside servers,
    /// and whenever it is killed: a key is under one epoch or the other, and both are there.
    Done rotate(const Tell& tell = {});

    /// Wraps anew some of what is still under an older epoch (written by a server that had not heard, or left by a killed
    /// rotation), and destroys the epochs that have wrapped nothing for as long as backups are kept, a day at least.
    /// @return epochs destroyed
    std::int64_t retire(Micros backups_kept);

  private:
    bool begin(InstitutionId institution, std::int64_t epoch);
    std::int64_t rewrap_piece(InstitutionId institution);

    db::Database& database_;
    Vault& vault_;
    audit::Audit& audit_;
    const std::function<bool()> scrub_;
    const Clock& clock_;
    std::atomic<bool> unscrubbed_ = false;
};

}  // namespace hebra::access
