#include "platform/sealed_file/sealed_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "platform/crypto/hash.hpp"

namespace hebra::sealed_file {
namespace {

constexpr std::size_t k_key_name = 16;

/// Tells a wrong key from a damaged file, without telling anything of the key.
Bytes name_of(const crypto::Key& key, std::string_view kind) { return crypto::blind(key, "sealed_file.key", kind); }

[[noreturn]] void broken(const std::filesystem::path& path) {
    throw std::system_error(errno, std::generic_category(), path.string());
}

void sync_folder_of(const std::filesystem::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!synced) broken(folder);
}

Refuse damaged() { return refuse(Refused::invalid, words::k_file_damaged); }

}  // namespace

Result<Writer> Writer::create(const std::filesystem::path& path, std::string_view kind, const crypto::Key& key) {
    if (std::filesystem::exists(path)) return refuse(Refused::conflict, words::k_file_exists);
    const auto part = path.string() + ".part";  // of a run that was killed, if it is there already
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return refuse(Refused::invalid, words::k_file_place);
    if (::lockf(file, F_TLOCK, 0) != 0) {  // another program is writing it now
        ::close(file);
        return refuse(Refused::conflict, words::k_file_exists);
    }
    return Writer(path, std::string(kind) + "\n", file, key);
}

Writer::Writer(std::filesystem::path path, std::string kind, int file, const crypto::Key& key)
    : path_(std::move(path)), part_(path_.string() + ".part"), kind_(std::move(kind)), file_(file), sealer_(key) {
    piece_.reserve(k_piece);
    write(bytes_of(kind_));
    write(name_of(key, kind_));
    write(sealer_.header());
}

Writer::Writer(Writer&& other) noexcept
    : path_(std::move(other.path_)), part_(std::move(other.part_)), kind_(std::move(other.kind_)), file_(std::exchange(other.file_, -1)),
      sealer_(std::move(other.sealer_)), piece_(std::move(other.piece_)) {}

Writer::~Writer() {
    if (file_ < 0) return;
    ::unlink(part_.c_str());
    ::close(file_);
}

void Writer::write(BytesView bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) broken(part_);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void Writer::seal_piece(bool is_last) {
    write(sealer_.seal(piece_, bytes_of(kind_), is_last));
    piece_.clear();
}

void Writer::add(BytesView content) {
    while (!content.empty()) {
        if (piece_.size() == k_piece) seal_piece(false);
        const auto count = std::min(content.size(), k_piece - piece_.size());
        piece_.insert(piece_.end(), content.begin(), content.begin() + static_cast<std::ptrdiff_t>(count));
        content = content.subspan(count);
    }
}

Result<> Writer::finish() {
    seal_piece(true);
    if (::fsync(file_) != 0) broken(part_);
    if (::link(part_.c_str(), path_.c_str()) != 0) {
        if (errno == EEXIST) return refuse(Refused::conflict, words::k_file_exists);
        broken(path_);
    }
    ::unlink(part_.c_str());
    ::close(std::exchange(file_, -1));
    sync_folder_of(path_);
    return {};
}

Result<Reader> Reader::open(const std::filesystem::path& path, std::string_view kind, const crypto::Key& key) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) return refuse(Refused::not_found, words::k_file_missing);
    const auto line = std::string(kind) + "\n";
    Bytes head(line.size() + k_key_name + crypto::k_stream_header);
    file.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    const BytesView all(head.data(), static_cast<std::size_t>(file.gcount()));
    if (!text_of(all).starts_with(line)) return refuse(Refused::invalid, words::k_file_other);
    if (all.size() < head.size()) return damaged();
    if (!crypto::same(all.subspan(line.size(), k_key_name), name_of(key, line)))
        return refuse(Refused::invalid, words::k_file_other_key);
    Reader reader(std::move(file), line, crypto::StreamOpener(key, all.last(crypto::k_stream_header)));
    HEBRA_CHECK(reader.next_piece());
    return reader;
}

Reader::Reader(std::ifstream file, std::string kind, crypto::StreamOpener opener)
    : file_(std::move(file)), kind_(std::move(kind)), opener_(std::move(opener)) {}

Result<> Reader::next_piece() {
    Bytes sealed(k_piece + crypto::k_piece_overhead);
    file_.read(reinterpret_cast<char*>(sealed.data()), static_cast<std::streamsize>(sealed.size()));
    sealed.resize(static_cast<std::size_t>(file_.gcount()));
    auto piece = opener_.open(sealed, bytes_of(kind_));
    if (!piece) return damaged();
    // Nothing may follow the last piece, and no other piece may be short.
    if (piece->is_last ? file_.peek() != std::ifstream::traits_type::eof() : piece->plain.size() != k_piece) return damaged();
    piece_ = *std::move(piece);
    taken_ = 0;
    return {};
}

Result<std::size_t> Reader::read(std::span<std::uint8_t> out) {
    std::size_t filled = 0;
    while (filled < out.size()) {
        if (taken_ == piece_.plain.size()) {
            if (piece_.is_last) break;
            HEBRA_CHECK(next_piece());
            continue;
        }
        const auto count = std::min(out.size() - filled, piece_.plain.size() - taken_);
        std::copy_n(piece_.plain.begin() + static_cast<std::ptrdiff_t>(taken_), count, out.begin() + static_cast<std::ptrdiff_t>(filled));
        taken_ += count;
        filled += count;
    }
    return filled;
}

}  // namespace hebra::sealed_file
