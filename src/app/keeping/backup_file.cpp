#include "app/keeping/backup_file.hpp"

#include "platform/crypto/master.hpp"
#include "platform/json/json.hpp"

namespace hebra::app {
namespace {

constexpr std::size_t k_length = 8;
constexpr std::uint64_t k_manifest_most = 64 * 1024;
constexpr std::int64_t k_checkpoints_most = std::int64_t{1} << 30;

Refuse damaged() { return refuse(Refused::invalid, sealed_file::words::k_file_damaged); }

Result<std::string> read_text(sealed_file::Reader& reader, std::size_t size) {
    Bytes bytes(size);
    HEBRA_TRY(const auto count, reader.read(bytes));
    if (count != size) return damaged();
    return std::string(text_of(bytes));
}

}  // namespace

Result<crypto::Key> backup_key(const Settings& settings) {
    if (!std::filesystem::exists(master_path(settings))) return refuse(Refused::unavailable, words::k_restore_key);
    HEBRA_TRY(const auto master, crypto::load_master(master_path(settings)));
    return crypto::derive(master, "backup.1");
}

void write_head(sealed_file::Writer& writer, Manifest& manifest, std::string_view checkpoints) {
    manifest.checkpoints = std::ssize(checkpoints);
    const auto text = json::write(manifest);
    Bytes length(k_length);
    for (std::size_t at = 0; at < k_length; ++at) length[at] = static_cast<std::uint8_t>(text.size() >> (8 * at));
    writer.add(length);
    writer.add(bytes_of(text));
    writer.add(bytes_of(checkpoints));
}

Result<OpenBackup> open_backup(const std::filesystem::path& file, const crypto::Key& key) {
    HEBRA_TRY(auto reader, sealed_file::Reader::open(file, k_backup_kind, key));
    HEBRA_TRY(const auto length, read_text(reader, k_length));
    std::uint64_t size = 0;
    for (std::size_t at = k_length; at-- > 0;) size = size << 8 | static_cast<std::uint8_t>(length[at]);
    if (size > k_manifest_most) return damaged();
    HEBRA_TRY(const auto text, read_text(reader, size));
    HEBRA_TRY(const auto manifest, json::read<Manifest>(text));
    if (manifest.checkpoints < 0 || manifest.checkpoints > k_checkpoints_most) return damaged();
    HEBRA_TRY(auto checkpoints, read_text(reader, static_cast<std::size_t>(manifest.checkpoints)));
    return OpenBackup{manifest, std::move(checkpoints), std::move(reader)};
}

}  // namespace hebra::app
