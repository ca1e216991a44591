#include "access/audit/sealer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "platform/crypto/hash.hpp"

namespace hebra::audit {
namespace {

constexpr std::int64_t k_batch = 200;  // a closure of a few milliseconds: it shares the single writer with people waiting

}  // namespace

Bytes link_hash(BytesView previous, const RawEntry& entry) {
    crypto::Hasher hasher;
    hasher.add(previous).add(canonical(entry)).add(entry.mac);
    return hasher.finish();
}

Bytes checkpoint_message(const store::Checkpoint& checkpoint) {
    const auto text = fmt::format("hebra audit checkpoint 1\n{}\n{}\n{}\n{}", checkpoint.institution_id.text(), checkpoint.seq,
                                  to_hex(checkpoint.hash), to_micros(checkpoint.at));
    const auto bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

Sealer::Sealer(db::Database& database, access::Vault& vault, const Clock& clock, std::filesystem::path ledger)
    : database_(database), vault_(vault), clock_(clock), ledger_(std::move(ledger)) {}

std::int64_t Sealer::seal() {
    std::int64_t sealed = 0;
    for (const auto institution : database_.read([](db::Reader& reader) { return store::waiting(reader); }))
        while (const auto some = seal_some(institution)) sealed += some;
    return sealed;
}

std::int64_t Sealer::seal_some(InstitutionId institution) {
    const auto entries = database_.read([&](db::Reader& reader) { return store::pending(reader, institution, k_batch); });
    if (entries.empty()) return 0;
    const auto sealed = database_.write(
        [&](db::Tx& tx) -> Result<std::int64_t> {
            const auto head = store::head(tx, institution);
            Bytes hash = head ? head->hash : Bytes(32);
            std::int64_t seq = head ? head->seq : 0;
            std::int64_t count = 0;
            for (const auto& entry : entries) {
                hash = link_hash(hash, entry);
                // Another node was here first: undo, and look again.
                if (!store::append(tx, institution, {++seq, entry.id, hash})) return not_found();
                ++count;
            }
            return count;
        },
        db::Urgency::bulk);
    return sealed.value_or(0);
}

void Sealer::sign() {
    for (const auto institution : database_.read([](db::Reader& reader) { return store::institutions(reader); })) {
        const auto [head, last] = database_.read([&](db::Reader& reader) {
            return std::pair(store::head(reader, institution), store::last_checkpoint(reader, institution));
        });
        if (!head || (last && last->seq >= head->seq)) continue;
        const auto keys = database_.read([&](db::Reader& reader) { return vault_.institution(reader, institution); });
        store::Checkpoint checkpoint{institution, head->seq, head->hash, clock_.now(), {}};
        checkpoint.signature = keys->checkpoint.sign(checkpoint_message(checkpoint));
        (void)database_.write([&](db::Tx& tx) -> Result<> {
            store::add_checkpoint(tx, checkpoint);
            return {};
        });
        write_ledger(checkpoint);
    }
}

void Sealer::write_ledger(const store::Checkpoint& checkpoint) const {
    auto line = fmt::format("{} {} {} {} {}\n", checkpoint.institution_id.text(), checkpoint.seq, to_hex(checkpoint.hash),
                            to_micros(checkpoint.at), to_hex(checkpoint.signature));
    const int file = ::open(ledger_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    // A power failure may have cut the last line short: this one begins its own.
    char last = '\n';
    if (file >= 0 && ::lseek(file, -1, SEEK_END) >= 0 && ::read(file, &last, 1) == 1 && last != '\n') line.insert(0, "\n");
    const bool written = file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
                         ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) ::close(file);
    if (!written) throw std::system_error(error, std::generic_category(), "the ledger of audit checkpoints");
}

}  // namespace hebra::audit
