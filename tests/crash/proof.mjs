// Whether what was answered is there: read back through the API, and counted in the tables.
import assert from "node:assert/strict";
import { deliver } from "./writers.mjs";

const readersAtOnce = 8;

async function each(items, look) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: readersAtOnce }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await look(item);
    }),
  );
}

/// What is there, or null.
const find = (client, path) =>
  client.get(path).catch((error) => {
    if (/answered 404/.test(error.message)) return null;
    throw error;
  });

async function readBack(thing, agreements) {
  if (thing.read) return thing.read();
  if (thing.path) return find(thing.client, thing.path);
  if (thing.kind === "person") return find(thing.client, `/api/v1/people/${thing.id}`);
  if (thing.kind === "draft") return find(thing.client, thing.id);
  // The page of the network tells more of it than the answer did.
  const told = agreements.get(thing.id);
  return told && Object.fromEntries(Object.keys(thing.said).map((name) => [name, told[name]]));
}

/// Reads everything back and compares it with the last answer. What is still unanswered may be as it was, or one step on.
/// @returns how many things were read
export async function readEverything(ledger, coordinator) {
  const { known } = await coordinator.get("/api/v1/network");
  const byId = new Map(known.map((agreement) => [agreement.id, agreement]));
  const things = [...ledger.things.values()].filter((thing) => thing.kind !== "institution");
  await each(things, async (thing) => {
    const found = await readBack(thing, byId);
    if (thing.open && (found?.version ?? 0) !== (thing.said?.version ?? 0)) {
      assert.ok(found === null || found.version === (thing.said?.version ?? 0) + 1, `${thing.kind} ${thing.id}: ${JSON.stringify(found)}`);
    } else {
      assert.deepEqual(found, thing.said, `${thing.kind} ${thing.id} is not as it was answered`);
    }
  });
  return things.length;
}

/// What "quién lo vio" says of each person holds exactly one entry per write.
/// @returns how many entries of writes there are
export async function readViews(ledger) {
  let entries = 0;
  await each([...ledger.things.values()].filter((thing) => thing.kind === "person"), async (person) => {
    const counted = {};
    for (let cursor = ""; cursor !== undefined; ) {
      const page = await person.client.get(`/api/v1/people/${person.id}/views${cursor}`);
      for (const { action } of page.items) counted[action] = (counted[action] ?? 0) + 1;
      cursor = page.next_cursor ? `?cursor=${encodeURIComponent(page.next_cursor)}` : undefined;
    }
    for (const read of ["person.view", "contact.view", "contact.view_file", "referral.view", "referral.open_package"]) delete counted[read];
    assert.deepEqual(counted, { ...person.entries, ...person.beside }, `the entries of person ${person.id}`);
    entries += Object.values(counted).reduce((sum, count) => sum + count, 0);
  });
  return entries;
}

const tables = [
  "institution", "agreement", "person", "thread", "contact", "contact_attachment", "service", "agenda_slot", "appointment",
  "referral", "referral_move", "referral_package", "disclosure", "directive",
];

export function countRows(database) {
  const count = (from) => Number(database.rows(`SELECT count(*) FROM ${from}`)[0][0]);
  return { ...Object.fromEntries(tables.map((table) => [table, count(table)])), offers: count("audit_entry WHERE action = 'agenda.offer'") };
}

/// Each thing written has one row and its entries, and nothing else was written.
/// @param before the rows there were before the first write
export function countEverything(ledger, database, before) {
  const things = [...ledger.things.values()];
  const of = (kind) => things.filter((thing) => thing.kind === kind).length;
  const moves = things.flatMap((thing) => thing.moves ?? []);
  const made = (...actions) => moves.filter((action) => actions.includes(action)).length;
  const written = {
    institution: of("institution"), agreement: of("agreement"), person: of("person") + ledger.received, thread: of("person"),
    contact: of("contact"), contact_attachment: things.filter((thing) => thing.kind === "attachment" && thing.said).length,
    service: of("service"), agenda_slot: things.filter((thing) => thing.kind === "slot").length, offers: ledger.offers,
    appointment: made("schedule", "reschedule"), referral: of("referral"), referral_move: moves.length,
    referral_package: made("send", "reply"), disclosure: made("send", "reply"), directive: made("send"),
  };
  const expected = Object.keys(written).map((name) => [name, before[name] + written[name]]);
  assert.deepEqual(countRows(database), Object.fromEntries(expected));
  const audited = things.filter((thing) => thing.entries);
  const actions = [...new Set(audited.flatMap((thing) => Object.keys(thing.entries)))].map((action) => `'${action}'`);
  const entries = new Map();
  const counted = `SELECT subject_id, action, count(*) FROM audit_entry WHERE action IN (${actions}) GROUP BY subject_id, action`;
  for (const [id, action, count] of database.rows(counted)) entries.set(id, { ...entries.get(id), [action]: Number(count) });
  let sum = 0;
  for (const thing of audited) {
    if (thing.kind === "draft") continue;  // what somebody is writing and has not sent is nobody's record yet
    assert.deepEqual(entries.get(thing.id) ?? {}, thing.entries, `the audit entries of ${thing.kind} ${thing.id}`);
    sum += Object.values(thing.entries).reduce((total, count) => total + count, 0);
  }
  return sum;
}

/// Sends answered writes once more under their keys: each is answered with the record of the first time.
export async function repeatActs(acts) {
  const wrong = [];
  await each(acts, async (act) => {
    try {
      const reply = await deliver(act);
      assert.notEqual(reply, undefined, `${act.method} ${act.path}: no answer`);
      assert.equal(reply?.id, act.id, `${act.method} ${act.path} made another record`);
    } catch ({ message }) {
      wrong.push(message);
    }
  });
  assert.deepEqual(wrong, []);
}

/// The same keys with other content are refused.
export async function reuseKeys(acts) {
  await each(acts, (act) => deliver({ ...act, body: { ...act.body, comuna: "13119" }, expected: 422 }));
}
