// SQLite's side of copies: a file, made by VACUUM INTO, in which nothing deleted is left.
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "platform/db/copy_engines.hpp"
#include "platform/db/error.hpp"

namespace hebra::db {
namespace {

constexpr int k_patience_milliseconds = 5'000;

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle open_file(const std::string& path, int mode) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, mode, nullptr);
    Handle handle(raw);
    if (code != SQLITE_OK) throw Unavailable(fmt::format("{}: {}", path, sqlite3_errstr(code)));
    sqlite3_busy_timeout(handle.get(), k_patience_milliseconds);
    return handle;
}

void run(sqlite3* handle, const std::string& sql) {
    if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw Unavailable(fmt::format("SQLite: {}", sqlite3_errmsg(handle)));
}

/// The first column of the first row, as text.
std::string ask(sqlite3* handle, const char* sql) {
    std::string answer;
    const auto keep = [](void* into, int count, char** values, char**) {
        if (count > 0 && values[0]) *static_cast<std::string*>(into) = values[0];
        return 1;  // enough
    };
    sqlite3_exec(handle, sql, keep, &answer, nullptr);
    return answer;
}

/// A file that is gone when this is.
struct Scratch {
    explicit Scratch(std::string its_path) : path(std::move(its_path)) { remove(); }
    ~Scratch() { remove(); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    void remove() const {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        std::filesystem::remove(path + "-journal", ignored);
    }
    std::string path;
};

class File {
  public:
    File(const std::string& path, int flags) : path_(path), file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (file_ < 0) fail();
    }
    ~File() { ::close(file_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::size_t read(std::span<std::uint8_t> out) const {
        const auto count = ::read(file_, out.data(), out.size());
        if (count < 0) fail();
        return static_cast<std::size_t>(count);
    }
    void write(std::span<const std::uint8_t> bytes) const {
        while (!bytes.empty()) {
            const auto count = ::write(file_, bytes.data(), bytes.size());
            if (count <= 0) fail();
            bytes = bytes.subspan(static_cast<std::size_t>(count));
        }
    }
    void sync() const {
        if (::fsync(file_) != 0) fail();
    }

  private:
    [[noreturn]] void fail() const { throw Unavailable(fmt::format("{}: {}", path_, std::generic_category().message(errno))); }

    std::string path_;
    int file_;
};

}  // namespace

void sqlite_copy_out(const std::string& path, const Take& take) {
    const Scratch copy(path + ".copy");
    const File place(copy.path, O_CREAT | O_RDONLY);  // private from the first byte: VACUUM INTO takes an empty file
    {
        const auto handle = open_file(path, SQLITE_OPEN_READWRITE);  // reads one snapshot: nobody waits for it
        run(handle.get(), fmt::format("VACUUM INTO '{}'", copy.path));
    }
    Bytes piece(k_copied_at_once);
    while (const auto count = place.read(piece)) take({piece.data(), count});
}

void sqlite_copy_in(const std::string& path, const Give& give) {
    const Scratch part(path + ".part");
    {
        const File file(part.path, O_CREAT | O_TRUNC | O_WRONLY);
        Bytes piece(k_copied_at_once);
        while (const auto count = give(piece)) file.write({piece.data(), count});
    }
    {
        const auto handle = open_file(part.path, SQLITE_OPEN_READWRITE);
        if (const auto said = ask(handle.get(), "PRAGMA quick_check(1)"); said != "ok")
            throw Unavailable(fmt::format("the copy is not a sound database: {}", said));
        run(handle.get(), fmt::format("CREATE TABLE {} (since TEXT)", k_unfinished));
    }
    File(part.path, O_RDONLY).sync();
    std::filesystem::rename(part.path, path);
    const auto folder = std::filesystem::path(path).parent_path();
    File(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY).sync();
}

bool sqlite_scrub(const std::string& path) {
    const auto handle = open_file(path, SQLITE_OPEN_READWRITE);
    return ask(handle.get(), "PRAGMA wal_checkpoint(TRUNCATE)") == "0";
}

}  // namespace hebra::db
