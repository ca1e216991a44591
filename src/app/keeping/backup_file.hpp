// The one place that knows a backup's layout. For backup.cpp and restore.cpp.
#pragma once
#include "app/keeping/backup.hpp"
#include "platform/sealed_file/sealed_file.hpp"

namespace hebra::app {

inline constexpr std::string_view k_backup_kind = "hebra backup 1";

/// The master key of a place where something is to be restored or checked.
Result<crypto::Key> backup_key(const Settings& settings);

/// Writes all that goes before the database.
void write_head(sealed_file::Writer& writer, Manifest& manifest, std::string_view checkpoints);

/// A backup opened, its head already read.
struct OpenBackup {
    Manifest manifest;
    std::string checkpoints;
    sealed_file::Reader rest;
};
Result<OpenBackup> open_backup(const std::filesystem::path& file, const crypto::Key& key);

}  // namespace hebra::app
