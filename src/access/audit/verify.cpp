#include "access/audit/verify.hpp"

#include <fstream>
#include <map>

#include "access/audit/sealer.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::audit {
namespace {

constexpr std::int64_t k_page = 2'000;

Entry entry_of(const store::Sealed& row) {
    return {row.id, row.institution_id, row.at, row.user_id, row.acting_for, row.action, row.subject_id, row.person_id, row.fields,
            row.mac};
}

using Heads = std::map<std::int64_t, Bytes>;  // seq → hash, where a checkpoint stands

/// One institution's verification, from its first entry to its last.
class Walk {
  public:
    Walk(db::Reader& reader, access::Vault& vault, InstitutionId institution, Verification& result)
        : reader_(reader), keys_(vault.institution(reader, institution)), institution_(institution), result_(result) {}

    void run() {
        for (const auto& checkpoint : store::checkpoints(reader_, institution_)) signed_.push_back(checkpoint);
        walk_chain();
        walk_waiting();
        for (const auto& id : store::links_without_entry(reader_, institution_)) found("asiento eliminado", id.text());
        for (const auto& id : store::entries_outside(reader_, institution_)) found("asiento fuera de la cadena", id.text());
        for (const auto& checkpoint : signed_) check_signed(checkpoint);
    }

    const Heads& heads() const { return heads_; }

  private:
    void walk_chain() {
        Bytes hash(32);
        std::int64_t seq = 0;
        for (auto page = store::sealed_after(reader_, institution_, 0, k_page); !page.empty();
             page = store::sealed_after(reader_, institution_, seq, k_page)) {
            for (const auto& row : page) {
                const auto entry = entry_of(row);
                check_mac(entry);
                if (row.seq != seq + 1) found("falta un eslabón antes de este", fmt::format("{}", row.seq));
                hash = link_hash(row.seq == seq + 1 ? BytesView(hash) : BytesView(), entry);
                if (row.seq == seq + 1 && !crypto::same(hash, row.hash)) found("eslabón alterado", row.id.text());
                hash = row.hash;  // one altered link is named once, not every link after it
                seq = row.seq;
                heads_.emplace(seq, row.hash);
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

    void check_mac(const Entry& entry) {
        if (!crypto::same(crypto::mac(keys_->audit, canonical(entry)), entry.mac)) found("asiento alterado", entry.id.text());
    }

    void check_signed(const store::Checkpoint& checkpoint) {
        ++result_.checkpoints;
        const auto place = fmt::format("{}", checkpoint.seq);
        if (!crypto::verify(keys_->checkpoint.public_key(), checkpoint_message(checkpoint), checkpoint.signature))
            found("firma de control alterada", place);
        const auto head = heads_.find(checkpoint.seq);
        if (head == heads_.end() || !crypto::same(head->second, checkpoint.hash)) found("la cadena no llega a su firma", place);
    }

    void found(std::string what, std::string entry) { result_.findings.push_back({institution_, std::move(what), std::move(entry)}); }

    db::Reader& reader_;
    std::shared_ptr<const access::InstitutionKeys> keys_;
    InstitutionId institution_;
    Verification& result_;
    std::vector<store::Checkpoint> signed_;
    Heads heads_;
};

/// The newest checkpoint the ledger holds of each institution must still stand in the database's chain.
void check_ledger(const std::filesystem::path& ledger, const std::map<InstitutionId, Heads>& heads, Verification& result) {
    std::ifstream file(ledger);
    if (!file) {
        if (result.checkpoints > 0) result.findings.push_back({{}, "falta el libro externo de firmas", ledger.filename().string()});
        return;
    }
    std::string institution, hash, signature;
    std::int64_t seq = 0, at = 0;
    while (file >> institution >> seq >> hash >> at >> signature) {
        const auto id = InstitutionId::parse(institution);
        const auto chain = id ? heads.find(*id) : heads.end();
        const bool stands = chain != heads.end() && chain->second.contains(seq) && to_hex(chain->second.at(seq)) == hash;
        if (!stands) result.findings.push_back({id.value_or(InstitutionId{}), "la cadena no coincide con el libro externo", std::to_string(seq)});
    }
}

}  // namespace

Verification verify(db::Database& database, access::Vault& vault, const std::filesystem::path& ledger,
                    std::span<const Anchor> anchors) {
    return database.read([&](db::Reader& reader) {
        Verification result;
        std::map<InstitutionId, Heads> heads;
        for (const auto institution : store::institutions(reader)) {
            Walk walk(reader, vault, institution, result);
            walk.run();
            heads.emplace(institution, walk.heads());
            ++result.institutions;
        }
        check_ledger(ledger, heads, result);
        for (const auto& anchor : anchors)
            for (const auto& id : reader.all<EntryId>(anchor.missing_sql, {}))
                result.findings.push_back({{}, fmt::format("falta el último asiento de una fila de {}", anchor.table), id.text()});
        return result;
    });
}

}  // namespace hebra::audit
