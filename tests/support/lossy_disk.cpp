#include "tests/support/lossy_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

namespace hebra::test {

/// The face SQLite sees: the system's VFS, with writes, truncations and syncs noted on their way.
struct LossyDisk::Vfs {
    /// What SQLite holds for an open file; the system's own file lies right behind it.
    struct File {
        sqlite3_file base;
        LossyDisk* disk;
        std::string* path;  ///< null for temporary files, which no failure leaves
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return of(file).real(); }

    explicit Vfs(LossyDisk& disk, std::string name_)
        : name(std::move(name_)), system(sqlite3_vfs_find(nullptr)), face(*system) {
        face.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
        face.pNext = nullptr;
        face.zName = name.c_str();
        face.pAppData = &disk;
        face.xOpen = open;
        face.xDelete = remove;
        sqlite3_vfs_register(&face, 0);
    }
    ~Vfs() { sqlite3_vfs_unregister(&face); }

    static LossyDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<LossyDisk*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* out, int flags, int* out_flags) {
        auto& file = of(out);
        auto& disk = disk_of(vfs);
        file.base.pMethods = nullptr;
        file.disk = &disk;
        const int code = disk.vfs_->system->xOpen(disk.vfs_->system, path, file.real(), flags, out_flags);
        if (code != SQLITE_OK) return code;
        file.path = path ? new std::string(path) : nullptr;
        file.base.pMethods = &k_methods;
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* path, int sync) {
        auto& disk = disk_of(vfs);
        const std::lock_guard lock(disk.mutex_);
        disk.unsynced_.erase(path);
        return disk.vfs_->system->xDelete(disk.vfs_->system, path, sync);
    }

    static int close(sqlite3_file* file) {
        delete of(file).path;
        return real(file)->pMethods->xClose(real(file));
    }

    /// What the file holds from `offset`, at most `size` bytes.
    static std::string content(sqlite3_file* file, std::int64_t offset, std::int64_t size, std::int64_t file_size) {
        std::string held(static_cast<std::size_t>(std::clamp<std::int64_t>(file_size - offset, 0, size)), '\0');
        if (!held.empty()) real(file)->pMethods->xRead(real(file), held.data(), static_cast<int>(held.size()), offset);
        return held;
    }

    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
        const std::lock_guard lock(of(file).disk->mutex_);
        if (of(file).path) {
            sqlite3_int64 before = 0;
            real(file)->pMethods->xFileSize(real(file), &before);
            of(file).disk->unsynced_[*of(file).path].push_back(
                {offset, content(file, offset, size, before), std::string(static_cast<const char*>(bytes), size), before,
                 std::max<std::int64_t>(before, offset + size)});
        }
        return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        const std::lock_guard lock(of(file).disk->mutex_);
        if (of(file).path) {
            sqlite3_int64 before = 0;
            real(file)->pMethods->xFileSize(real(file), &before);
            auto& changes = of(file).disk->unsynced_[*of(file).path];
            changes.push_back({size, content(file, size, before, before), "", before, size});
            if (size == 0) changes.clear();
        }
        return real(file)->pMethods->xTruncate(real(file), size);
    }

    /// Nothing goes to the real disk: what is tested is that SQLite is told to sync, and tells.
    static int sync(sqlite3_file* file, int) {
        if (of(file).disk->refuse_syncs_) return SQLITE_IOERR_FSYNC;
        const std::lock_guard lock(of(file).disk->mutex_);
        if (of(file).path) of(file).disk->unsynced_.erase(*of(file).path);
        return SQLITE_OK;
    }

    // Everything else goes through untouched. Version 2: no memory mapping of the database, whose writes nobody would see.
    using M = sqlite3_io_methods;
    template <auto method>
    struct Pass;
    template <class R, class... A, R (*M::*method)(sqlite3_file*, A...)>
    struct Pass<method> {
        static R on(sqlite3_file* file, A... a) { return (real(file)->pMethods->*method)(real(file), a...); }
    };
    static constexpr sqlite3_io_methods k_methods{
        .iVersion = 2,
        .xClose = close,
        .xRead = Pass<&M::xRead>::on,
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = Pass<&M::xFileSize>::on,
        .xLock = Pass<&M::xLock>::on,
        .xUnlock = Pass<&M::xUnlock>::on,
        .xCheckReservedLock = Pass<&M::xCheckReservedLock>::on,
        .xFileControl = Pass<&M::xFileControl>::on,
        .xSectorSize = Pass<&M::xSectorSize>::on,
        .xDeviceCharacteristics = [](sqlite3_file*) { return 0; },  // no promise about a write cut short
        .xShmMap = Pass<&M::xShmMap>::on,
        .xShmLock = Pass<&M::xShmLock>::on,
        .xShmBarrier = Pass<&M::xShmBarrier>::on,
        .xShmUnmap = Pass<&M::xShmUnmap>::on,
        .xFetch = nullptr,
        .xUnfetch = nullptr};

    std::string name;
    sqlite3_vfs* system;
    sqlite3_vfs face;
};

LossyDisk::LossyDisk(std::string name) : vfs_(std::make_unique<Vfs>(*this, std::move(name))) {}

LossyDisk::~LossyDisk() = default;

const std::string& LossyDisk::name() const { return vfs_->name; }

void LossyDisk::power_failure(const std::string& path, const std::string& copy, int survivors, std::uint32_t seed) {
    const std::lock_guard lock(mutex_);
    for (const char* suffix : {"", "-wal"}) {
        const auto image = image_of(path + suffix, survivors, seed);
        std::ofstream(copy + suffix, std::ios::binary | std::ios::trunc) << image;
    }
}

std::string LossyDisk::image_of(const std::string& path, int survivors, std::uint32_t seed) const {
    std::error_code absent;
    const auto size = std::filesystem::file_size(path, absent);
    std::string image(absent ? 0 : size, '\0');
    std::ifstream(path, std::ios::binary).read(image.data(), static_cast<std::streamsize>(image.size()));
    const auto changes = unsynced_.find(path);
    if (changes == unsynced_.end()) return image;
    for (auto change = changes->second.rbegin(); change != changes->second.rend(); ++change) {
        image.replace(static_cast<std::size_t>(change->offset), change->after.size(), change->before);
        image.resize(static_cast<std::size_t>(change->size_before));
    }
    std::minstd_rand random(seed);
    for (const auto& change : changes->second) {
        if (std::uniform_int_distribution(0, 99)(random) >= survivors) continue;
        const auto end = static_cast<std::size_t>(std::max<std::int64_t>(change.size_after, change.offset));
        if (image.size() < end) image.resize(end);
        image.replace(static_cast<std::size_t>(change.offset), change.after.size(), change.after);
    }
    return image;
}

}  // namespace hebra::test
