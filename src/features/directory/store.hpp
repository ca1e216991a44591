// Every SQL statement about the directory.
#pragma once
#include "access/audit/entry.hpp"
#include "access/audit/verify.hpp"
#include "features/directory/service.hpp"
#include "platform/db/database.hpp"

namespace hebra::directory::store {

struct Row {
    directory::Service service;
    int version;
};

std::int64_t edition(db::Reader& reader);
std::vector<Row> all(db::Reader& reader);
std::vector<Row> of_institution(db::Reader& reader, InstitutionId institution);
Result<Row> find(db::Reader& reader, directory::ServiceId id);

/// False when the code is taken.
bool add(db::Tx& tx, const directory::Service& service, Time now, audit::EntryId audit_id);
/// False when somebody changed it since `seen`.
bool save(db::Tx& tx, const directory::Service& service, int seen, Time now, audit::EntryId audit_id);
/// Rows of before 0022 name whoever checked and rang them, in the clear: what a file says is kept, a person's name is not.
void bring_forward(db::Tx& tx);
/// The rows changed: every node reads them anew.
void raise_edition(db::Tx& tx);
/// The same, unless it is no longer the edition `seen`: then false.
bool raise_edition_from(db::Tx& tx, std::int64_t seen);

extern const audit::Anchor k_anchor;

}  // namespace hebra::directory::store
