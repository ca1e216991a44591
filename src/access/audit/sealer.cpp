#include "access/audit/sealer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
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

std::optional<Told> parse_ledger_line(const std::string& line) {
    std::istringstream words(line);
    std::string institution;
    Told told;
    if (!(words >> institution >> told.seq >> told.hash >> told.at >> told.signature)) return std::nullopt;
    const auto id = InstitutionId::parse(institution);
    if (!id) return std::nullopt;
    told.institution = *id;
    return told;
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
    if (!settled_) settle();
    for (const auto institution : database_.read([](db::Reader& reader) { return store::institutions(reader); })) {
        const auto [head, last] = database_.read([&](db::Reader& reader) {
            return std::pair(store::head(reader, institution), store::last_checkpoint(reader, institution));
        });
        if (!head || (last && last->seq >= head->seq)) continue;
        const auto keys = database_.read([&](db::Reader& reader) { return vault_.institution(reader, institution); });
        store::Checkpoint checkpoint{institution, head->seq, head->hash, clock_.now(), {}};
        checkpoint.signature = keys->checkpoint.sign(checkpoint_message(checkpoint));
        settled_ = false;
        write_ledger(checkpoint);
        keep(checkpoint);
        settled_ = true;
    }
}

/// Whoever fell between telling the ledger and the database has the newest of a chain in the ledger alone.
void Sealer::settle() {
    for (const auto& [institution, newest] : newest_in_ledger()) {
        const bool is_lacking = database_.read([&](db::Reader& reader) {
            const auto last = store::last_checkpoint(reader, institution);
            if (last && last->seq >= newest.seq) return false;
            // Of a chain that is not there, or says otherwise, nothing is taken in: the proof names it.
            const auto link = store::sealed_after(reader, institution, newest.seq - 1, 1);
            return !link.empty() && link.front().seq == newest.seq && to_hex(link.front().hash) == newest.hash;
        });
        if (!is_lacking) continue;
        auto hash = from_hex(newest.hash), signature = from_hex(newest.signature);
        if (!hash || !signature) continue;  // altered: the proof names it
        const store::Checkpoint checkpoint{institution, newest.seq, *std::move(hash), from_micros(newest.at), *std::move(signature)};
        const auto keys = database_.read([&](db::Reader& reader) { return vault_.institution(reader, institution); });
        if (crypto::verify(keys->checkpoint.public_key(), checkpoint_message(checkpoint), checkpoint.signature)) keep(checkpoint);
    }
    settled_ = true;
}

void Sealer::keep(const store::Checkpoint& checkpoint) {
    (void)database_.write([&](db::Tx& tx) -> Result<> {
        store::add_checkpoint(tx, checkpoint);
        return {};
    });
}

void Sealer::complete_ledger() {
    const auto told = newest_in_ledger();
    const auto signed_since = database_.read([&](db::Reader& reader) {
        std::vector<store::Checkpoint> all;
        for (const auto institution : store::institutions(reader)) {
            const auto newest = told.find(institution);
            for (auto& checkpoint : store::checkpoints(reader, institution))
                if (newest == told.end() || checkpoint.seq > newest->second.seq) all.push_back(std::move(checkpoint));
        }
        return all;
    });
    for (const auto& checkpoint : signed_since) write_ledger(checkpoint);
}

std::map<InstitutionId, Told> Sealer::newest_in_ledger() const {
    std::map<InstitutionId, Told> newest;
    std::ifstream file(ledger_);
    for (std::string line; std::getline(file, line);) {
        auto told = parse_ledger_line(line);
        if (!told) continue;
        const auto known = newest.find(told->institution);
        if (known == newest.end() || known->second.seq <= told->seq) newest.insert_or_assign(told->institution, *std::move(told));
    }
    return newest;
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
