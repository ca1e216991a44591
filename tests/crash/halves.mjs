// Whether anything stands half made: what one write makes in several tables is there in all of them, or in none.
import assert from "node:assert/strict";

const audited = [
  "person", "contact", "contact_attachment", "referral", "directive", "disclosure", "commitment", "agenda_slot", "appointment", "service",
  "agreement", "thread_event", "notice",
];  // no mail leaves here: the outbox has nothing to judge
const open = "c.fulfilled_at IS NULL AND c.cancelled_at IS NULL";
const lacks = (table, where) => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${where})`;
const travelled = "r.status NOT IN ('draft', 'given') AND r.sent_at IS NOT NULL AND r.kind <> 'information'";
const taken = "'accepted', 'scheduled', 'first_contact', 'in_service', 'on_hold'";
const awaited = `r.status IN ('sent', 'acknowledged', 'info_requested', 'waitlisted', ${taken}, 'outcome_reported')`;

/// What each names must not be: [what it is, the statement that finds it].
const halves = [
  ...audited.map((table) => [
    `${table} without its audit entry`,
    `SELECT r.id FROM ${table} r WHERE ${lacks("audit_entry e", "e.id = r.audit_id")}`,
  ]),
  ["an audit entry neither sealed nor waiting to be", `SELECT r.id FROM audit_entry r
      WHERE ${lacks("audit_pending p", "p.entry_id = r.id")}
      AND ${lacks("audit_chain k", "k.entry_id = r.id")}`],
  ["a sent referral without its package", `SELECT r.id FROM referral r WHERE ${travelled}
      AND ${lacks("referral_package p", "p.referral_id = r.id AND p.version = r.package_version")}`],
  ["a sent referral without its disclosure", `SELECT r.id FROM referral r WHERE ${travelled}
      AND ${lacks("disclosure d", "d.subject_id = r.id AND d.package_version = r.package_version")}`],
  ["a disclosure without its package", `SELECT r.id FROM disclosure r
      WHERE ${lacks("referral_package p", "p.referral_id = r.subject_id AND p.version = r.package_version")}`],
  ["a sent referral unknown to its thread", `SELECT r.id FROM referral r WHERE ${travelled}
      AND ${lacks("thread_event t", "t.subject_id = r.id AND t.kind = 'referral_sent'")}`],
  ["an acknowledgement unknown to its thread", `SELECT m.referral_id FROM referral_move m WHERE m.action = 'acknowledge'
      AND ${lacks("thread_event t", "t.subject_id = m.referral_id AND t.kind = 'referral_acknowledged'")}`],
  ["an acceptance unknown to its thread", `SELECT m.referral_id FROM referral_move m WHERE m.action = 'accept'
      AND ${lacks("thread_event t", "t.subject_id = m.referral_id AND t.kind = 'referral_accepted'")}`],
  ["a referral that somebody awaits, without a clock", `SELECT r.id FROM referral r WHERE ${awaited}
      AND ${lacks("commitment c", `c.subject_id = r.id AND ${open}`)}`],
  ["a clock of a referral that has ended", `SELECT c.id FROM commitment c JOIN referral r ON r.id = c.subject_id
      WHERE ${open} AND r.status IN ('draft', 'cancelled', 'closed_verified', 'redirected', 'entered_in_error')`],
  ["an accepted referral without its person there", `SELECT r.id FROM referral r WHERE r.status IN (${taken})
      AND ${lacks("person p", "p.id = r.destination_person_id AND p.thread_id IS NOT NULL")}`],
  ["a move that its referral does not stand at", `SELECT r.id FROM referral r JOIN referral_move m ON m.referral_id = r.id
      WHERE m.version = (SELECT max(n.version) FROM referral_move n WHERE n.referral_id = r.id) AND m.to_status <> r.status`],
  ["a scheduled referral without its hour", `SELECT r.id FROM referral r WHERE r.status = 'scheduled'
      AND ${lacks("appointment a", "a.referral_id = r.id AND a.status = 'booked'")}`],
  ["an hour of a referral that is not scheduled", `SELECT a.id FROM appointment a JOIN referral r ON r.id = a.referral_id
      WHERE a.status = 'booked' AND r.status <> 'scheduled'`],
  ["an appointment unknown to its thread", `SELECT a.id FROM appointment a
      WHERE ${lacks("thread_event t", "t.subject_id = a.referral_id AND t.kind = 'appointment'")}`],
  ["a slot held by others than its appointments", `SELECT s.id FROM agenda_slot s WHERE s.held <>
      (SELECT count(*) FROM appointment a WHERE a.slot_id = s.id AND a.status IN ('booked', 'kept', 'missed'))`],
  ["a withdrawn slot that somebody has", "SELECT s.id FROM agenda_slot s WHERE s.status = 'withdrawn' AND s.held > 0"],
  ["places held by others than referrals", `SELECT p.service_id FROM service_places p WHERE p.held <>
      (SELECT count(*) FROM service_hold h WHERE h.service_id = p.service_id)`],
  ["a contact with somebody, unknown to their thread", `SELECT r.id FROM contact r WHERE r.person_id IS NOT NULL
      AND ${lacks("thread_event t", "t.subject_id = r.id AND t.kind = 'contact'")}`],
  ["a file without its bytes", `SELECT r.id FROM contact_attachment r
      WHERE ${lacks("blob_chunk k", "k.blob_id = r.blob_id")}`],
  ["bytes of no file", `SELECT b.id FROM blob b WHERE ${lacks("contact_attachment r", "r.blob_id = b.id")}`],
  ["an acceptance nobody was told of", `SELECT r.id FROM referral r JOIN referral_move m ON m.referral_id = r.id AND m.action = 'accept'
      WHERE ${lacks("notice n", "n.subject_id = r.id AND n.kind = 'referral.accepted'")}`],
  ["a permission used and not given", `SELECT r.id FROM disclosure r WHERE r.directive_id IS NOT NULL
      AND ${lacks("directive d", "d.id = r.directive_id")}`],
];

/// A statement turned round, in the last thing it misses: what is whole. One that finds none could find no half either.
const turned = (sql) => {
  const at = sql.lastIndexOf("NOT EXISTS (");
  return sql.slice(0, at) + sql.slice(at + "NOT ".length);
};
const wholes = halves.filter(([, sql]) => sql.includes("NOT EXISTS (")).map(([what, sql]) => [what, turned(sql)]);

/// Throws unless each statement had something to judge.
/// @returns how many did
export function findWholes(database) {
  const idle = wholes.filter(([, sql]) => database.rows(`${sql} LIMIT 1`).length === 0).map(([what]) => what);
  assert.deepEqual(idle, []);
  return wholes.length;
}

/// Throws with the first ids of what stands half made.
/// @returns how many kinds of it were looked for
export function findHalves(database) {
  const found = halves.map(([what, sql]) => [what, database.rows(sql).map(([id]) => id)]).filter(([, ids]) => ids.length > 0);
  assert.deepEqual(found.map(([what, ids]) => `${ids.length} × ${what}: ${ids.slice(0, 3).join(" ")}`), []);
  return halves.length;
}
