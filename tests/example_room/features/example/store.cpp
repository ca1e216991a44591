#include "features/example/store.hpp"

namespace hebra::example::store {

bool add(db::Tx& tx, InstitutionId institution, const Booking& booking, audit::EntryId audit_id) {
    return tx.run(R"sql(
        INSERT INTO booking (id, institution_id, starts_at, status, version, audit_id)
        VALUES (:id, :institution, :starts_at, :status, 1, :audit)
        ON CONFLICT DO NOTHING
    )sql", {db::arg("id", booking.id), db::arg("institution", institution), db::arg("starts_at", booking.starts_at),
            db::arg("status", booking.status), db::arg("audit", audit_id)}) == 1;
}

Result<Booking> find(db::Reader& reader, InstitutionId institution, BookingId id) {
    return reader.one<Booking>(R"sql(
        SELECT id, starts_at, status, version
          FROM booking
         WHERE id = :id
           AND institution_id = :institution
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

bool save_status(db::Tx& tx, InstitutionId institution, BookingId id, Status status, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE booking
           SET status = :status, version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND version = :seen
    )sql", {db::arg("status", status), db::arg("audit", audit_id), db::arg("id", id), db::arg("institution", institution),
            db::arg("seen", seen)}) == 1;
}

}  // namespace hebra::example::store
