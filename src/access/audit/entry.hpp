// What an audit entry says, and the bytes that its mac and the chain cover (mechanisms.md §3).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/bytes.hpp"
#include "base/time.hpp"

namespace hebra::audit {

using EntryId = Id<struct AuditEntryTag>;

/// What is told of one act. Names of fields, never their contents; ids, never names of people.
struct Act {
    std::string_view action;             ///< "person.create", "person.view": room and verb
    Uuid subject{};                      ///< the record acted on; nil for a list or a search
    std::optional<Uuid> person = {};     ///< whose record it belongs to, for "quién lo vio"
    std::vector<std::string> fields = {};  ///< names of the fields changed or read; or "key=value" of keyed hashes and counts
};

/// One row of `audit_entry`.
struct Entry {
    EntryId id;
    InstitutionId institution_id;   ///< whose chain it is in
    Time at;
    UserId user_id;                 ///< nil for the system itself
    InstitutionId acting_for;
    std::string action;
    std::string subject_id;
    std::optional<std::string> person_id;
    std::string fields;             ///< joined by commas
    Bytes mac;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac))

/// The same row byte for byte, as the sealer and the proof must take it: an id that somebody altered may no longer read as one.
struct RawEntry {
    std::string id;
    std::string institution_id;
    std::int64_t at;
    std::string user_id;
    std::string acting_for;
    std::string action;
    std::string subject_id;
    std::optional<std::string> person_id;
    std::string fields;
    Bytes mac;
};
BOOST_DESCRIBE_STRUCT(RawEntry, (), (id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac))

/// As it is written to its row.
RawEntry raw(const Entry& entry);

/// Length-prefixed fields in a fixed order: two different entries never have the same bytes.
Bytes canonical(const RawEntry& entry);

}  // namespace hebra::audit
