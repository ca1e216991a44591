// Proves the audit: every entry as it was written, every link in its place, every checkpoint signed, nothing removed.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "access/audit/store.hpp"
#include "access/keys/vault.hpp"

namespace hebra::audit {

/// Rows of a business table whose last audit entry is gone. Each room that keeps `audit_id` gives its own statement,
/// which selects the missing ids; `waiting` entries count as present.
struct Anchor {
    std::string_view table;
    std::string_view missing_sql;
};

struct Finding {
    InstitutionId institution;
    std::string what;   ///< in Spanish, for the operator; names ids only
    std::string entry;  ///< the entry's id, or the place in the chain
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
