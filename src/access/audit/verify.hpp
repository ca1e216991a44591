// Proves the audit: every entry as it was written, every link in its place, every checkpoint signed, nothing removed.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "access/audit/store.hpp"
#include "access/keys/vault.hpp"

namespace hebra::audit {

/// What is found, for the operator.
namespace words {
inline constexpr Word k_entry_removed{"audit_entry_removed", "asiento eliminado", "entry removed"};
inline constexpr Word k_entry_outside{"audit_entry_outside", "asiento fuera de la cadena", "entry outside the chain"};
inline constexpr Word k_differs_from_ledger{"audit_differs_from_ledger", "la cadena no coincide con el libro externo", "the chain differs from the ledger outside"};
inline constexpr Word k_ledger_lacks{"audit_ledger_lacks", "faltan firmas en el libro externo", "the ledger outside lacks signatures"};
inline constexpr Word k_database_lacks{"audit_database_lacks", "faltan en la base firmas que dice el libro externo", "the database lacks signatures that the ledger outside has"};
inline constexpr Word k_link_missing{"audit_link_missing", "falta un eslabón antes de este", "a link is missing before this one"};
inline constexpr Word k_link_altered{"audit_link_altered", "eslabón alterado", "link altered"};
inline constexpr Word k_entry_altered{"audit_entry_altered", "asiento alterado", "entry altered"};
inline constexpr Word k_signature_altered{"audit_signature_altered", "firma de control alterada", "signature altered"};
inline constexpr Word k_chain_short{"audit_chain_short", "la cadena no llega a su firma", "the chain does not reach its signature"};
inline constexpr Word k_chain_missing{"audit_chain_missing", "falta la cadena que dice el libro externo", "the chain that the ledger outside tells of is missing"};
inline constexpr Word k_ledger_missing{"audit_ledger_missing", "falta el libro externo de firmas", "the ledger of signatures outside is missing"};
inline constexpr Word k_stray_row{"audit_stray_row", "fila de una institución sin llaves", "row of an institution without keys"};
inline constexpr Word k_last_entry_missing{"audit_last_entry_missing", "falta el último asiento de una fila", "the last entry of a row is missing"};
}  // namespace words

/// Rows of a business table whose last audit entry is gone. Each room that keeps `audit_id` gives its own statement,
/// which selects the missing ids; `waiting` entries count as present.
struct Anchor {
    std::string_view table;
    std::string_view missing_sql;
};

struct Finding {
    InstitutionId institution;
    Word what;
    std::string entry;  ///< the entry's id, its table's name before it when it is a row's, or the place in the chain
};

struct Verification {
    std::int64_t institutions = 0;
    std::int64_t entries = 0;
    std::int64_t checkpoints = 0;
    std::int64_t waiting = 0;  ///< written, not yet in the chain
    std::vector<Finding> findings;
    bool sound() const { return findings.empty(); }
};

/// @param ledger checkpoints written outside the database. What it has and the database lacks is a finding, and the other way
/// round; so is a missing file when the chain has checkpoints
Verification verify(db::Database& database, access::Vault& vault, const std::filesystem::path& ledger,
                    std::span<const Anchor> anchors);

}  // namespace hebra::audit
