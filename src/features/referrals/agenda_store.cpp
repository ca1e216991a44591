#include "features/referrals/agenda_store.hpp"

namespace hebra::referrals::store {

const audit::Anchor k_slot_anchor{"agenda_slot", R"sql(
    SELECT r.audit_id
      FROM agenda_slot r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

const audit::Anchor k_appointment_anchor{"appointment", R"sql(
    SELECT r.audit_id
      FROM appointment r
      LEFT JOIN audit_entry e ON e.id = r.audit_id
     WHERE e.id IS NULL
)sql"};

void wait_for_other_offers(db::Tx& tx, InstitutionId institution) {
    (void)tx.one<InstitutionId>("SELECT id FROM institution WHERE id = :institution FOR UPDATE", {db::arg("institution", institution)}).value();
}

void add_slot(db::Tx& tx, InstitutionId institution, const Slot& slot, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO agenda_slot (id, institution_id, service_id, starts_at, minutes, places, held, channel, place, status, version, audit_id)
        VALUES (:id, :institution, :service, :starts_at, :minutes, :places, 0, :channel, :place, 'offered', 1, :audit)
    )sql", {db::arg("id", slot.id), db::arg("institution", institution), db::arg("service", slot.service_id),
            db::arg("starts_at", slot.starts_at), db::arg("minutes", slot.minutes), db::arg("places", slot.places),
            db::arg("channel", slot.channel), db::arg("place", slot.place), db::arg("audit", audit_id)});
}

Result<Slot> find_slot(db::Reader& reader, InstitutionId institution, SlotId id) {
    return reader.one<Slot>(R"sql(
        SELECT id, service_id, starts_at, minutes, places, held, channel, place, status, version
          FROM agenda_slot
         WHERE id = :id
           AND institution_id = :institution
           AND status = 'offered'
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

std::vector<Slot> offered_with(db::Reader& reader, InstitutionId institution, SlotId id) {
    return reader.all<Slot>(R"sql(
        SELECT o.id, o.service_id, o.starts_at, o.minutes, o.places, o.held, o.channel, o.place, o.status, o.version
          FROM agenda_slot s
          JOIN agenda_slot o ON o.audit_id = s.audit_id AND o.institution_id = s.institution_id
         WHERE s.id = :id
           AND s.institution_id = :institution
         ORDER BY o.starts_at, o.id
    )sql", {db::arg("id", id), db::arg("institution", institution)});
}

bool withdraw_slot(db::Tx& tx, InstitutionId institution, SlotId id, int seen, audit::EntryId audit_id) {
    return tx.run(R"sql(
        UPDATE agenda_slot
           SET status = 'withdrawn', version = version + 1, audit_id = :audit
         WHERE id = :id
           AND institution_id = :institution
           AND status = 'offered'
           AND held = 0
           AND version = :seen
    )sql", {db::arg("audit", audit_id), db::arg("id", id), db::arg("institution", institution), db::arg("seen", seen)}) == 1;
}

bool take_slot(db::Tx& tx, InstitutionId institution, SlotId id, Time now) {
    return tx.run(R"sql(
        UPDATE agenda_slot
           SET held = held + 1
         WHERE id = :id
           AND institution_id = :institution
           AND status = 'offered'
           AND held < places
           AND starts_at > :now
    )sql", {db::arg("id", id), db::arg("institution", institution), db::arg("now", now)}) == 1;
}

void free_slot(db::Tx& tx, SlotId id) {
    tx.add("UPDATE agenda_slot SET held = held - 1 WHERE id = :id AND held > 0", {db::arg("id", id)});
}

void add_appointment(db::Tx& tx, const NewAppointment& appointment, audit::EntryId audit_id) {
    tx.add(R"sql(
        INSERT INTO appointment (id, institution_id, referral_id, slot_id, starts_at, minutes, channel, try_number, status, version, audit_id)
        VALUES (:id, :institution, :referral, :slot, :starts_at, :minutes, :channel, :try, 'booked', 1, :audit)
    )sql", {db::arg("id", appointment.id), db::arg("institution", appointment.institution_id), db::arg("referral", appointment.referral_id),
            db::arg("slot", appointment.slot_id), db::arg("starts_at", appointment.starts_at), db::arg("minutes", appointment.minutes),
            db::arg("channel", appointment.channel), db::arg("try", appointment.try_number), db::arg("audit", audit_id)});
}

std::optional<Booked> booked_of(db::Reader& reader, ReferralId referral) {
    return reader.maybe<Booked>("SELECT id, slot_id, starts_at FROM appointment WHERE referral_id = :referral AND status = 'booked'",
                                {db::arg("referral", referral)});
}

void end_appointment(db::Tx& tx, AppointmentId id, AppointmentStatus status, audit::EntryId audit_id) {
    tx.add("UPDATE appointment SET status = :status, version = version + 1, audit_id = :audit WHERE id = :id AND status = 'booked'",
           {db::arg("status", status), db::arg("audit", audit_id), db::arg("id", id)});
}

Result<Time> starts_at(db::Reader& reader, InstitutionId institution, AppointmentId id) {
    return reader.one<Time>("SELECT starts_at FROM appointment WHERE id = :id AND institution_id = :institution",
                            {db::arg("id", id), db::arg("institution", institution)});
}

std::vector<Slot> slots_between(db::Reader& reader, InstitutionId institution, Time from, Time until) {
    return reader.all<Slot>(R"sql(
        SELECT id, service_id, starts_at, minutes, places, held, channel, place, status, version
          FROM agenda_slot
         WHERE institution_id = :institution
           AND starts_at >= :from
           AND starts_at < :until
           AND status = 'offered'
         ORDER BY starts_at, id
         LIMIT 2001
    )sql", {db::arg("institution", institution), db::arg("from", from), db::arg("until", until)});
}

std::vector<AppointmentRow> appointments_between(db::Reader& reader, InstitutionId institution, Time from, Time until, Time now) {
    return reader.all<AppointmentRow>(R"sql(
        SELECT a.id, a.referral_id, a.slot_id, r.service_id, k.code AS thread_code,
               CASE WHEN r.origin_id = a.institution_id
                      OR EXISTS (SELECT 1 FROM disclosure d
                                  WHERE d.subject_id = r.id AND d.revoked_at IS NULL AND d.expires_at > :now)
                    THEN r.age_band ELSE 'unknown' END AS age_band,
               r.kind, r.urgency, a.starts_at, a.minutes, a.channel, COALESCE(s.place, '') AS place, a.try_number, a.status,
               r.status AS referral_status, r.version AS referral_version
          FROM appointment a
          JOIN referral r ON r.id = a.referral_id
          JOIN thread t ON t.id = r.thread_id
          JOIN thread k ON k.id = COALESCE(t.joined_to, t.id)
          LEFT JOIN agenda_slot s ON s.id = a.slot_id
         WHERE a.institution_id = :institution
           AND a.starts_at >= :from
           AND a.starts_at < :until
         ORDER BY a.starts_at, a.id
         LIMIT 2001
    )sql", {db::arg("institution", institution), db::arg("from", from), db::arg("until", until), db::arg("now", now)});
}

}  // namespace hebra::referrals::store
