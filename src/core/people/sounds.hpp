// Which name sounds each institution has met, in memory: a search with a typo tries a handful of spellings, not hundreds.
#pragma once
#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "base/actor.hpp"
#include "core/people/keys.hpp"
#include "platform/db/database.hpp"

namespace hebra::people {

/// The rough sounds an institution has met. Grows, and never forgets: a name outlives whoever brought it, as a number that
/// many names share.
class KnownSounds {
  public:
    bool has(std::int64_t sound) const;
    void add(std::int64_t sound);

  private:
    std::atomic<bool> all_ = false;
    std::array<std::atomic<std::uint64_t>, k_rough_sounds / 64> bits_{};
};

class Sounds {
  public:
    explicit Sounds(const Clock& clock) : clock_(clock) {}

    /// All that the reader's snapshot holds, at least. One statement; it reads only what is new.
    std::shared_ptr<const KnownSounds> known(db::Reader& reader, InstitutionId institution);

    /// Of these, the ones to be stored with a person: those that are not known to be stored already.
    std::vector<std::int64_t> unheard(InstitutionId institution, std::vector<std::int64_t> sounds);

  private:
    struct Held {
        std::shared_ptr<KnownSounds> sounds = std::make_shared<KnownSounds>();
        Time since = {};       ///< everything stored before is in `sounds`
        Time read_whole = {};
    };

    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<InstitutionId, Held> institutions_;
};

}  // namespace hebra::people
