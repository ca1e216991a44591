#include "features/directory/store.hpp"

#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::directory::store {
namespace {

struct Stored {
    std::string document;
    int version;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (document, version))

Row opened(const Stored& stored) {
    return {json::read_own<directory::Service>(stored.document), stored.version};
}

/// Of an earlier version, whatever its members are.
struct OlderRow {
    directory::ServiceId id;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(OlderRow, (), (id, document))

struct Named {
    std::optional<std::string> checked_by;
};
BOOST_DESCRIBE_STRUCT(Named, (), (checked_by))

}  // namespace

const audit::Anchor k_anchor{"service", R"sql(
    SELECT r.audit_id
      FROM service r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

std::int64_t edition(db::Reader& reader) {
    return reader.maybe<std::int64_t>("SELECT edition FROM directory_edition WHERE name = 'directory'", {}).value_or(0);
}

std::vector<Row> all(db::Reader& reader) {
    std::vector<Row> rows;
    for (const auto& stored : reader.all<Stored>("SELECT document, version FROM service ORDER BY code", {}))
        rows.push_back(opened(stored));
    return rows;
}

std::vector<Row> of_institution(db::Reader& reader, InstitutionId institution) {
    std::vector<Row> rows;
    for (const auto& stored : reader.all<Stored>("SELECT document, version FROM service WHERE institution_id = :institution ORDER BY code",
                                                 {db::arg("institution", institution)}))
        rows.push_back(opened(stored));
    return rows;
}

Result<Row> find(db::Reader& reader, directory::ServiceId id) {
    HEBRA_TRY(const auto stored, reader.one<Stored>("SELECT document, version FROM service WHERE id = :id", {db::arg("id", id)}));
    return opened(stored);
}

bool add(db::Tx& tx, const directory::Service& service, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        INSERT INTO service (id, code, institution_id, document, updated_at, version, audit_id)
        VALUES (:id, :code, :institution, :document, :now, 1, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", service.id), db::arg("code", service.code), db::arg("institution", service.institution_id),
            db::arg("document", json::write(service)), db::arg("now", now), db::arg("audit", audit_id)}) == 1;
}

bool save(db::Tx& tx, const directory::Service& service, int seen, Time now, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE service
           SET institution_id = :institution, document = :document, updated_at = :now, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND version = :seen
    )sql", {db::arg("institution", service.institution_id), db::arg("document", json::write(service)), db::arg("now", now),
            db::arg("audit", audit_id), db::arg("id", service.id), db::arg("seen", seen)}) == 1;
}

void bring_forward(db::Tx& tx) {
    for (const auto& row : tx.all<OlderRow>("SELECT id, document FROM service WHERE document NOT LIKE '%\"checker\":%'", {})) {
        const auto named = json::read_own<Named>(row.document);
        auto complete = row.document;
        complete.insert(complete.rfind('}'), R"(,"checker":{"known_as":""},"caller":{"known_as":""})");
        auto service = json::read_own<directory::Service>(complete);
        if (service.verified != Verified::by_editor) service.checker.known_as = named.checked_by.value_or("");
        tx.add("UPDATE service SET document = :document WHERE id = :id", {db::arg("document", json::write(service)), db::arg("id", row.id)});
    }
}

void raise_edition(db::Tx& tx) {
    tx.add(R"sql(
        INSERT INTO directory_edition (name, edition)
        VALUES ('directory', 1)
        ON CONFLICT (name) DO UPDATE SET edition = directory_edition.edition + 1
    )sql", {});
}

bool raise_edition_from(db::Tx& tx, std::int64_t seen) {
    if (seen == 0)
        return tx.run("INSERT INTO directory_edition (name, edition) VALUES ('directory', 1) ON CONFLICT DO NOTHING", {}) == 1;
    return tx.run("UPDATE directory_edition SET edition = edition + 1 WHERE name = 'directory' AND edition = :seen",
                  {db::arg("seen", seen)}) == 1;
}

}  // namespace hebra::directory::store
