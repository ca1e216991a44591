// Founding institutions and knowing them.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "access/audit/audit.hpp"
#include "access/keys/vault.hpp"
#include "core/institutions/institution.hpp"

namespace hebra::institutions {

struct NewInstitution {
    std::string name;
    LegalNature legal_nature;
    Sector sector;
    std::optional<territory::Region> region = {};
    std::optional<territory::Comuna> comuna = {};
};

class Institutions {
  public:
    Institutions(db::Database& database, access::Vault& vault, audit::Audit& audit, const Clock& clock)
        : database_(database), vault_(vault), audit_(audit), clock_(clock) {}

    /// A new institution with its own keys and its own audit chain.
    Result<Institution> found(const Actor& actor, const NewInstitution& institution);
    /// From memory: there are tens or hundreds, asked for by every page. Another node's change shows within 5 s.
    Result<Institution> find(InstitutionId id);
    /// In the order of their names.
    std::shared_ptr<const std::vector<Institution>> all();

  private:
    db::Database& database_;
    access::Vault& vault_;
    audit::Audit& audit_;
    const Clock& clock_;
    std::mutex mutex_;
    std::shared_ptr<const std::vector<Institution>> known_;
    Time read_at_{};
};

}  // namespace hebra::institutions
