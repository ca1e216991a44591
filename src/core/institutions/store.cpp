#include "core/institutions/store.hpp"

namespace hebra::institutions::store {

const audit::Anchor k_anchor{"institution", R"sql(
    SELECT r.audit_id
      FROM institution r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void add(db::Tx& tx, const Institution& institution, Time now, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO institution (id, name, legal_nature, sector, region, comuna, created_at, version, audit_id)
        VALUES (:id, :name, :legal_nature, :sector, :region, :comuna, :now, 1, :audit)
    )sql", {db::arg("id", institution.id), db::arg("name", institution.name), db::arg("legal_nature", institution.legal_nature),
            db::arg("sector", institution.sector), db::arg("region", institution.region), db::arg("comuna", institution.comuna),
            db::arg("now", now), db::arg("audit", audit_id)});
}

Result<Institution> find(db::Reader& reader, InstitutionId id) {
    return reader.one<Institution>(R"sql(
        SELECT id, name, legal_nature, sector, region, comuna, version
          FROM institution
         WHERE id = :id
    )sql", {db::arg("id", id)});
}

std::vector<Institution> all(db::Reader& reader) {
    return reader.all<Institution>(R"sql(
        SELECT id, name, legal_nature, sector, region, comuna, version
          FROM institution
         ORDER BY name, id
    )sql", {});
}

}  // namespace hebra::institutions::store
