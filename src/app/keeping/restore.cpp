#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <system_error>

#include "access/staff/store.hpp"
#include "access/users/store.hpp"
#include "app/keeping/backup.hpp"
#include "app/keeping/backup_file.hpp"
#include "app/migrations.hpp"
#include "features/receiver_link/store.hpp"

namespace hebra::app {
namespace {

constexpr std::string_view k_may_be_there[] = {"master.key", "erasures.txt", "hebra.toml", "lost+found"};

bool is_empty_place(const Settings& settings, const db::Place& place) {
    for (const auto& entry : std::filesystem::directory_iterator(settings.data))
        if (std::ranges::count(k_may_be_there, entry.path().filename().string()) == 0) return false;
    return db::is_vacant(place);
}

/// Reads to the end; a damaged file shows before anything was written.
Result<OpenBackup> checked(const std::filesystem::path& file, const crypto::Key& key, const Tell& tell) {
    HEBRA_TRY(auto first, open_backup(file, key));
    Bytes piece(sealed_file::k_piece);
    for (std::int64_t bytes = 0;;) {
        HEBRA_TRY(const auto count, first.rest.read(piece));
        if (count == 0) break;
        tell(bytes += static_cast<std::int64_t>(count));
    }
    return open_backup(file, key);
}

void write_checkpoints(const std::filesystem::path& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written = file >= 0 && ::write(file, text.data(), text.size()) == std::ssize(text) && ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (!written) throw std::system_error(error, std::generic_category(), path.string());
}

void put_back(const db::Place& place, sealed_file::Reader& rest, const Tell& tell) {
    std::int64_t bytes = 0;
    db::copy_in(place, [&](std::span<std::uint8_t> out) -> std::size_t {
        const auto count = rest.read(out);
        if (!count) throw std::runtime_error("the backup changed while it was being restored");
        tell(bytes += static_cast<std::int64_t>(*count));
        return *count;
    });
}

/// Whoever was signed in then is not now: a session ended since must not come back to life, nor a letter leave again, nor the
/// link of a receiver without an account: whether one was revoked since, the backup does not know. @return how many links
std::int64_t end_what_was_open(House& house, const Manifest& manifest) {
    std::int64_t links = 0;
    (void)house.database->write([&](db::Tx& tx) -> Result<> {
        access::store::end_everything(tx);
        const auto entry =
            house.audit.record(tx, house.system(), {.action = "installation.restore", .fields = {"backup_of=" + to_text(manifest.made_at)}});
        house.outbox.disown(tx, entry.value());
        access::store::end_invitations(tx, house.clock.now(), entry);
        links = receiver_link::store::revoke_all(tx, house.clock.now(), entry);
        return {};
    });
    return links;
}

}  // namespace

Result<Manifest> check_backup(const Settings& settings, const std::filesystem::path& file, const Tell& tell) {
    HEBRA_TRY(const auto key, backup_key(settings));
    HEBRA_TRY(const auto backup, checked(file, key, tell));
    return backup.manifest;
}

Result<Restored> restore(const Settings& settings, const Clock& clock, const std::filesystem::path& file, Erased erased, const Tell& tell) {
    const auto place = database_place(settings);
    HEBRA_TRY(const auto key, backup_key(settings));
    if (!is_empty_place(settings, place)) return refuse(Refused::conflict, words::k_place_not_empty);
    const bool has_ledger = std::filesystem::exists(erasures_path(settings));
    if (!has_ledger && erased == Erased::told_by_ledger) return refuse(Refused::unavailable, words::k_ledger_needed);
    HEBRA_TRY(const auto head, open_backup(file, key));
    if (head.manifest.engine != db::name_of(place.engine)) return refuse(Refused::invalid, words::k_backup_other_engine);
    if (head.manifest.schema > std::ssize(migrations())) return refuse(Refused::invalid, words::k_backup_newer);
    HEBRA_TRY(auto backup, checked(file, key, tell));

    put_back(place, backup.rest, tell);
    write_checkpoints(checkpoints_path(settings), backup.checkpoints);
    HEBRA_TRY(const auto house, House::open(settings, clock, Opening::restoring));
    HEBRA_TRY(const auto standing, house->ledger.standing());
    // A copy older than the backup. Permissions are taken back every day: of those the backup tells by itself.
    if (standing.people_lacking > 0 && erased == Erased::told_by_ledger) return refuse(Refused::unavailable, words::k_ledger_older);
    HEBRA_TRY(const auto again, house->erasures.catch_up());
    const auto links = end_what_was_open(*house, backup.manifest);
    house->sealer.seal();
    house->sealer.complete_ledger();  // the backup's was read before its database
    Restored restored{.manifest = backup.manifest,
                      .audit = house->verify_audit(),
                      .erased = standing.people,
                      .erased_again = again.erased,
                      .last_told = standing.last,
                      .completed = has_ledger ? std::max<std::int64_t>(standing.in_database - standing.in_file, 0) : 0,
                      .withdrawn_again = again.withdrawn,
                      .to_cancel = again.to_cancel,
                      .links_ended = links};
    if (restored.audit.sound()) db::finish_copy(*house->database);
    house->sealer.sign();
    return restored;
}

}  // namespace hebra::app
