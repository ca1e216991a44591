// Writes the record of what happened, in the transaction of what it tells.
#pragma once
#include <mutex>
#include <unordered_map>

#include "access/audit/entry.hpp"
#include "access/keys/vault.hpp"
#include "base/actor.hpp"
#include "platform/db/database.hpp"

namespace hebra::audit {

class Audit {
  public:
    Audit(access::Vault& vault, const Clock& clock) : vault_(vault), clock_(clock) {}

    /// Adds an entry to the chain of the institution acted for. The caller's row keeps the id, so that the removal of an
    /// entry not yet sealed shows.
    EntryId record(db::Tx& tx, const Actor& actor, const Act& act);

    /// The same in another institution's chain: what the origin sees of a package opened by the receiver.
    EntryId record_in(db::Tx& tx, InstitutionId chain, const Actor& actor, const Act& act);

    /// Records that somebody opened a record of class 3 or more, or a person. The same actor, record and action within
    /// 60 s is one look and adds no entry. Call before the content leaves; when it throws, nothing may leave.
    void record_view(db::Database& database, const Actor& actor, const Act& act);
    /// The same in another institution's chain.
    void record_view_in(db::Database& database, InstitutionId chain, const Actor& actor, const Act& act);

    /// Records that somebody looked through a list, before it leaves: what they asked (codes, never texts) and how many it showed.
    /// What a page asks for again each minute goes on being the same look, until it shows more, nobody asked for two minutes, or
    /// an hour has passed; when it throws, nothing may leave.
    void record_list(db::Database& database, const Actor& actor, Act act, std::size_t found);

  private:
    struct Look {
        UserId user;
        InstitutionId chain;
        Uuid subject;
        std::string_view action;
        friend bool operator==(const Look&, const Look&) = default;
    };
    struct LookHash {
        std::size_t operator()(const Look& look) const;
    };
    bool seen_lately(const Look& look, Time now);

    access::Vault& vault_;
    const Clock& clock_;
    std::mutex mutex_;
    std::unordered_map<Look, Time, LookHash> looks_;
    struct ListLook {
        Time began, last;
        std::size_t found;  ///< so many it showed
    };
    std::unordered_map<std::string, ListLook> list_looks_;  ///< by who, where and what they asked
};

}  // namespace hebra::audit
