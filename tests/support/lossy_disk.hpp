// A disk for SQLite that remembers what was never synced, and can show what a power failure would leave.
#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace hebra::test {

/// Registered as a SQLite VFS under its name while it lives; outlives the databases opened on it.
/// Deletions and truncations to nothing count as synced; everything else is lost unless synced.
class LossyDisk {
  public:
    explicit LossyDisk(std::string name);
    ~LossyDisk();
    LossyDisk(const LossyDisk&) = delete;
    LossyDisk& operator=(const LossyDisk&) = delete;

    const std::string& name() const;

    /// Writes to `copy` (and `copy`-wal) what the disk would hold of the database `path` if power failed now; the database
    /// stays open and unharmed. A disk may also have kept some unsynced writes and lost earlier ones: with `survivors` above
    /// 0, each is kept with that chance in percent, chosen by `seed`.
    void power_failure(const std::string& path, const std::string& copy, int survivors = 0, std::uint32_t seed = 0);

    /// From now on every sync fails, as on a broken disk; or again works.
    void refuse_syncs(bool refuse) { refuse_syncs_ = refuse; }

  private:
    struct Vfs;
    friend struct Vfs;

    /// One change of a file since its last sync, with what is needed to undo or repeat it.
    struct Change {
        std::int64_t offset;
        std::string before;  ///< as much as the file then held there
        std::string after;
        std::int64_t size_before, size_after;
    };
    std::string image_of(const std::string& path, int survivors, std::uint32_t seed) const;

    std::atomic<bool> refuse_syncs_ = false;
    std::mutex mutex_;
    std::map<std::string, std::vector<Change>> unsynced_;  // by path
    std::unique_ptr<Vfs> vfs_;
};

}  // namespace hebra::test
