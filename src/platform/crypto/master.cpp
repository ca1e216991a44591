#include "platform/crypto/master.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>

#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {
namespace {

constexpr std::size_t k_hex_characters = 2 * Key::k_size;
constexpr std::size_t k_base64_characters = 43;

class File {
  public:
    File(const std::filesystem::path& path, int flags, ::mode_t mode = 0)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    ~File() {
        if (is_open()) ::close(descriptor_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

/// Text of a key on its way to or from the file; wiped when it goes. Longer than any key's text, to notice too much.
struct KeyText {
    std::array<char, 80> characters{};
    ~KeyText() { sodium_memzero(characters.data(), characters.size()); }
};

[[noreturn]] void broken(const std::filesystem::path& path, const char* what) {
    throw std::system_error(errno, std::generic_category(), fmt::format("master key file {}: {}", path.string(), what));
}

void check(bool went_well, const std::filesystem::path& path, const char* what) {
    if (!went_well) broken(path, what);
}

std::size_t read_all(const File& file, std::span<char> out, const std::filesystem::path& path) {
    std::size_t size = 0;
    while (size < out.size()) {
        const auto count = ::read(file.descriptor(), out.data() + size, out.size() - size);
        if (count < 0 && errno == EINTR) continue;
        check(count >= 0, path, "read");
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
    }
    return size;
}

void write_all(const File& file, std::string_view text, const std::filesystem::path& path) {
    while (!text.empty()) {
        const auto count = ::write(file.descriptor(), text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        check(count > 0, path, "write");
        text.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string_view without_newline(std::string_view text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

/// Decodes straight into the key's own memory, in a time that does not depend on its value. False if it is not a key.
bool decode(std::string_view text, Key::Slot slot) {
    std::size_t size = 0;
    const char* end = nullptr;
    const auto* const last = text.data() + text.size();
    if (text.size() == k_hex_characters)
        return sodium_hex2bin(slot.data(), slot.size(), text.data(), text.size(), nullptr, &size, &end) == 0 &&
               size == slot.size() && end == last;
    if (text.size() == k_base64_characters)
        return sodium_base642bin(slot.data(), slot.size(), text.data(), text.size(), nullptr, &size, &end,
                                 sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
               size == slot.size() && end == last;
    return false;
}

void write_key(const File& file, const Key& key, const std::filesystem::path& path) {
    KeyText text;
    sodium_bin2hex(text.characters.data(), text.characters.size(), key.reveal().data(), Key::k_size);
    text.characters[k_hex_characters] = '\n';
    write_all(file, {text.characters.data(), k_hex_characters + 1}, path);
    check(::fsync(file.descriptor()) == 0, path, "fsync");
}

/// Without this a crash may forget that the file was ever made.
void sync_folder_of(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const File handle(folder, O_RDONLY | O_DIRECTORY);
    check(handle.is_open() && ::fsync(handle.descriptor()) == 0, folder, "fsync");
}

}  // namespace

Result<Key> load_master(const std::filesystem::path& path) {
    const File file(path, O_RDONLY | O_NONBLOCK);  // not to wait for the other end of a pipe
    if (!file.is_open()) return refuse(Refused::unavailable, words::k_master_missing);
    struct ::stat about;
    check(::fstat(file.descriptor(), &about) == 0, path, "fstat");
    if (!S_ISREG(about.st_mode)) return refuse(Refused::unavailable, words::k_master_malformed);
    const bool ours = about.st_uid == ::geteuid() || about.st_uid == 0;
    if (!ours || (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return refuse(Refused::unavailable, words::k_master_exposed);

    KeyText text;
    const auto size = read_all(file, text.characters, path);
    bool decoded = false;
    auto key = Key::written_by([&](Key::Slot slot) {
        decoded = decode(without_newline({text.characters.data(), size}), slot);
    });
    if (!decoded) return refuse(Refused::unavailable, words::k_master_malformed);
    return key;
}

Result<Key> create_master(const std::filesystem::path& path) {
    const File file(path, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
    if (!file.is_open() && errno == EEXIST) return refuse(Refused::conflict, words::k_master_exists);
    check(file.is_open(), path, "create");
    auto key = Key::random();
    try {
        write_key(file, key, path);
        sync_folder_of(path);
    } catch (...) {
        ::unlink(path.c_str());  // half a key is no key, and would be in the way of the next try
        throw;
    }
    return key;
}

}  // namespace hebra::crypto
