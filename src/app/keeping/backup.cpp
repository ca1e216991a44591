#include "app/keeping/backup.hpp"

#include <fstream>
#include <sstream>

#include "app/keeping/backup_file.hpp"
#include "platform/crypto/master.hpp"

namespace hebra::app {
namespace {

std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Tells in the installation's own chain that a copy of everything was made.
void record(db::Database& database, const Settings& settings, const Clock& clock) {
    auto master = crypto::load_master(master_path(settings));
    if (!master) return;  // it was read a moment ago
    access::Vault vault(*std::move(master), clock);
    audit::Audit audit(vault, clock);
    (void)database.write([&](db::Tx& tx) -> Result<> {
        audit.record(tx, Actor{}, {.action = "installation.backup"});
        return {};
    });
}

}  // namespace

Result<Manifest> back_up(const Settings& settings, const Clock& clock, const std::filesystem::path& file, const Tell& tell) {
    const auto place = database_place(settings);
    if (db::is_vacant(place)) return refuse(Refused::not_found, words::k_nothing_to_keep);
    HEBRA_TRY(const auto key, backup_key(settings));
    const auto database = open_database(settings);
    if (db::is_unfinished_copy(*database)) return refuse(Refused::unavailable, words::k_restore_unfinished);
    Manifest manifest{.engine = std::string(db::name_of(place.engine)),
                      .schema = db::schema_number(*database),
                      .version = HEBRA_VERSION,
                      .made_at = clock.now(),
                      .checkpoints = 0};
    HEBRA_TRY(auto writer, sealed_file::Writer::create(file, k_backup_kind, key));
    record(*database, settings, clock);
    // Before the database: every checkpoint in the file is then in the database, too.
    write_head(writer, manifest, read_whole(checkpoints_path(settings)));
    std::int64_t bytes = 0;
    db::copy_out(place, [&](BytesView piece) {
        writer.add(piece);
        tell(bytes += std::ssize(piece));
    });
    HEBRA_CHECK(writer.finish());
    return manifest;
}

}  // namespace hebra::app
