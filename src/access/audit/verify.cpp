#include "access/audit/verify.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include "access/audit/sealer.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::audit {
namespace {

constexpr std::int64_t k_page = 2'000;

using Hashes = std::map<std::int64_t, std::string>;  // seq → hash, in hexadecimal

/// What the ledger outside the database says of each institution's chain. A line cut short by a power failure says nothing.
std::map<InstitutionId, Hashes> read_ledger(const std::filesystem::path& path) {
    std::map<InstitutionId, Hashes> told;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (const auto one = parse_ledger_line(line)) told[one->institution].insert_or_assign(one->seq, one->hash);
    }
    return told;
}

/// One institution's verification, from its first entry to its last.
class Walk {
  public:
    Walk(db::Reader& reader, access::Vault& vault, InstitutionId institution, Verification& result)
        : reader_(reader), keys_(vault.institution(reader, institution)), institution_(institution), result_(result) {}

    /// @param told what the ledger says of this chain
    void run(const Hashes& told) {
        const auto checkpoints = store::checkpoints(reader_, institution_);
        for (const auto& checkpoint : checkpoints) heads_[checkpoint.seq];
        for (const auto& [seq, hash] : told) heads_[seq];
        walk_chain();
        walk_waiting();
        for (const auto& id : store::links_without_entry(reader_, institution_)) found(words::k_entry_removed, id);
        for (const auto& id : store::entries_outside(reader_, institution_)) found(words::k_entry_outside, id);
        for (const auto& checkpoint : checkpoints) check_signed(checkpoint);
        for (const auto& [seq, hash] : told)
            if (heads_.at(seq) != hash) found(words::k_differs_from_ledger, fmt::format("{}", seq));
        for (const auto& checkpoint : checkpoints) signed_.push_back(checkpoint.seq);
        find_taken_out(told);
    }

    /// @param told_now by the ledger, read after the database: it is told first, so that it has every checkpoint found here
    void find_lacking(const Hashes& told_now) {
        std::vector<std::int64_t> lacking;
        std::ranges::copy_if(signed_, std::back_inserter(lacking), [&](std::int64_t seq) { return !told_now.contains(seq); });
        if (!lacking.empty()) found(words::k_ledger_lacks, numbers(lacking));
    }

    InstitutionId institution() const { return institution_; }

  private:
    /// What the ledger was told and the database lacks. The newest may be its alone: the server fell just then, or is signing it.
    void find_taken_out(const Hashes& told) {
        std::vector<std::int64_t> taken_out;
        for (const auto& [seq, hash] : told)
            if (seq != told.rbegin()->first && !std::ranges::binary_search(signed_, seq)) taken_out.push_back(seq);
        if (!taken_out.empty()) found(words::k_database_lacks, numbers(taken_out));
    }

    /// "5", or of many "120–900 (14)": the first, the last and how many.
    static std::string numbers(const std::vector<std::int64_t>& all) {
        return all.size() == 1 ? fmt::format("{}", all.front()) : fmt::format("{}–{} ({})", all.front(), all.back(), all.size());
    }

    void walk_chain() {
        Bytes written(32), computed(32);  // the hash before, as its row says and as its entry gives
        std::int64_t seq = 0;
        for (auto page = store::sealed_after(reader_, institution_, 0, k_page); !page.empty();
             page = store::sealed_after(reader_, institution_, seq, k_page)) {
            for (const auto& row : page) {
                const bool whole = check_mac(row);
                const auto hash = link_hash(written, row);
                // An altered link is named once: the one after it follows what was first written.
                const bool follows = crypto::same(hash, row.hash) || crypto::same(link_hash(computed, row), row.hash);
                if (row.seq != seq + 1) found(words::k_link_missing, row.id);
                else if (whole && !follows) found(words::k_link_altered, row.id);
                computed = row.seq == seq + 1 ? hash : row.hash;
                written = row.hash;
                seq = row.seq;
                if (const auto head = heads_.find(seq); head != heads_.end()) head->second = to_hex(row.hash);
                ++result_.entries;
            }
        }
    }

    void walk_waiting() {
        for (const auto& entry : store::pending(reader_, institution_, std::numeric_limits<std::int64_t>::max())) {
            check_mac(entry);
            ++result_.waiting;
        }
    }

    /// Whether the entry is as it was written.
    bool check_mac(const RawEntry& entry) {
        const bool whole = crypto::same(crypto::mac(keys_->audit, canonical(entry)), entry.mac);
        if (!whole) found(words::k_entry_altered, entry.id);
        return whole;
    }

    void check_signed(const store::Checkpoint& checkpoint) {
        ++result_.checkpoints;
        const auto place = fmt::format("{}", checkpoint.seq);
        if (!crypto::verify(keys_->checkpoint.public_key(), checkpoint_message(checkpoint), checkpoint.signature))
            found(words::k_signature_altered, place);
        else if (heads_.at(checkpoint.seq) != to_hex(checkpoint.hash)) found(words::k_chain_short, place);
    }

    void found(const Word& what, std::string entry) {
        result_.findings.push_back({institution_, what, std::move(entry)});
    }

    db::Reader& reader_;
    std::shared_ptr<const access::InstitutionKeys> keys_;
    InstitutionId institution_;
    Verification& result_;
    Hashes heads_;  // where a checkpoint or the ledger says the chain stood; empty text where it did not come
    std::vector<std::int64_t> signed_;  // the places of its checkpoints, in order
};

}  // namespace

Verification verify(db::Database& database, access::Vault& vault, const std::filesystem::path& ledger,
                    std::span<const Anchor> anchors) {
    const auto told = read_ledger(ledger);
    return database.read([&](db::Reader& reader) {
        Verification result;
        const auto institutions = store::institutions(reader);
        std::vector<Walk> walks;
        for (const auto institution : institutions) {
            const auto here = told.find(institution);
            walks.emplace_back(reader, vault, institution, result).run(here == told.end() ? Hashes{} : here->second);
            ++result.institutions;
        }
        const bool is_there = std::filesystem::exists(ledger);  // one that is gone is one finding, not as many as it had lines
        const auto told_now = read_ledger(ledger);
        for (auto& walk : walks) {
            const auto here = told_now.find(walk.institution());
            if (is_there) walk.find_lacking(here == told_now.end() ? Hashes{} : here->second);
        }
        for (const auto& [institution, hashes] : told)
            if (std::ranges::count(institutions, institution) == 0)
                result.findings.push_back({institution, words::k_chain_missing, institution.text()});
        if (!is_there && result.checkpoints > 0)
            result.findings.push_back({{}, words::k_ledger_missing, ledger.filename().string()});
        for (const auto& id : store::strays(reader))
            result.findings.push_back({{}, words::k_stray_row, id});
        for (const auto& anchor : anchors)
            for (const auto& id : reader.all<std::string>(anchor.missing_sql, {}))
                result.findings.push_back({{}, words::k_last_entry_missing, fmt::format("{} {}", anchor.table, id)});
        return result;
    });
}

}  // namespace hebra::audit
