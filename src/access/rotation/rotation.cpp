#include "access/rotation/rotation.hpp"

#include <fmt/format.h>

#include <set>

#include "access/keys/store.hpp"

namespace hebra::access {
namespace {

constexpr std::int64_t k_a_piece = 200;  // a closure of a few milliseconds: people wait for the same writer
constexpr int k_pieces_at_once = 25;     // of what is late: other chores wait for this one
constexpr Micros k_least_kept = std::chrono::hours(24);  // longer than any transaction, and than a server can go unrefreshed

Actor machine_of(InstitutionId institution) { return {.user = {}, .institution = institution, .session = {}, .permissions = {}}; }

}  // namespace

Rotation::Done Rotation::rotate(const Tell& tell) {
    Done done;
    for (const auto& [institution, newest, count] : database_.read(store::all_epochs)) {
        const bool unfinished = database_.read(
            [&](db::Reader& reader) { return !store::wrapped_before(reader, institution, newest, 1).empty(); });
        if (unfinished) ++done.resumed;
        else if (begin(institution, newest + 1)) ++done.begun;
        vault_.refresh(database_);
        while (const auto piece = rewrap_piece(institution)) {
            done.rewrapped += piece;
            if (tell) tell(done.rewrapped);
        }
    }
    return done;
}

bool Rotation::begin(InstitutionId institution, std::int64_t epoch) {
    const auto begun = database_.write([&](db::Tx& tx) -> Result<bool> {
        if (!vault_.begin_epoch(tx, institution, epoch)) return false;  // somebody else did: both wrap under theirs
        audit_.record(tx, machine_of(institution), {.action = "key.rotate", .fields = {fmt::format("epoch={}", epoch)}});
        return true;
    });
    return begun && *begun;
}

/// @return how many keys it found under an epoch before the newest that this process has heard of
std::int64_t Rotation::rewrap_piece(InstitutionId institution) {
    struct Again {
        store::SubjectKey key;
        std::int64_t from;
    };
    const auto piece = database_.read([&](db::Reader& reader) {
        const auto keys = vault_.institution(reader, institution);
        std::vector<Again> all;
        for (const auto& key : store::wrapped_before(reader, institution, keys->epoch, k_a_piece)) {
            auto again = vault_.rewrap(*keys, key.subject_id, {key.epoch, key.wrapped});
            all.push_back({{key.subject_id, again.epoch, std::move(again.wrapped)}, key.epoch});
        }
        return all;
    });
    if (piece.empty()) return 0;
    (void)database_.write(
        [&](db::Tx& tx) -> Result<> {
            std::set<std::int64_t> used;
            for (const auto& [key, from] : piece) {
                store::save_rewrapped(tx, institution, key, from);
                if (used.insert(from).second) store::forget_unused(tx, {institution, from});
            }
            return {};
        },
        db::Urgency::bulk);
    return std::ssize(piece);
}

std::int64_t Rotation::retire(Micros backups_kept) {
    vault_.refresh(database_);
    int pieces = 0;
    for (const auto& epochs : database_.read(store::all_epochs))
        while (epochs.count > 1 && pieces < k_pieces_at_once && rewrap_piece(epochs.institution_id) > 0) ++pieces;
    std::int64_t destroyed = 0;
    const Time now = clock_.now();
    for (const auto& unused : database_.read(store::unused_epochs)) {
        const auto gone = database_.write([&](db::Tx& tx) -> Result<bool> {
            if (now - store::unused_since(tx, unused, now) < std::max(backups_kept, k_least_kept)) return false;
            if (!store::destroy_epoch(tx, unused)) return false;
            audit_.record(tx, machine_of(unused.institution_id),
                          {.action = "key.retire", .fields = {fmt::format("epoch={}", unused.epoch)}});
            return true;
        });
        if (gone && *gone) ++destroyed;
    }
    if (destroyed > 0 || unscrubbed_) unscrubbed_ = !scrub_();
    return destroyed;
}

}  // namespace hebra::access
