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
    delete counted["person.view"];
    assert.deepEqual(counted, person.entries, `the entries of person ${person.id}`);
    entries += Object.values(counted).reduce((sum, count) => sum + count, 0);
  });
  return entries;
}

const tables = ["institution", "agreement", "person", "thread"];

export function countRows(database) {
  return Object.fromEntries(tables.map((table) => [table, Number(database.rows(`SELECT count(*) FROM ${table}`)[0][0])]));
}

/// Each thing written has one row and its entries, and nothing else was written.
/// @param before the rows there were before the first write
export function countEverything(ledger, database, before) {
  const of = (kind) => [...ledger.things.values()].filter((thing) => thing.kind === kind).length;
  const people = of("person");
  assert.deepEqual(countRows(database), {
    institution: before.institution + of("institution"),
    agreement: before.agreement + of("agreement"),
    person: before.person + people,
    thread: before.thread + people,
  });
  const entries = new Map();
  const actions = "'person.create', 'person.change', 'institution.found', 'agreement.propose', 'agreement.decline'";
  const counted = `SELECT subject_id, action, count(*) FROM audit_entry WHERE action IN (${actions}) GROUP BY subject_id, action`;
  for (const [id, action, count] of database.rows(counted)) entries.set(id, { ...entries.get(id), [action]: Number(count) });
  let sum = 0;
  for (const thing of ledger.things.values()) {
    if (thing.kind === "draft") continue;  // what somebody is writing and has not sent is nobody's record yet
    assert.deepEqual(entries.get(thing.id), thing.entries, `the audit entries of ${thing.kind} ${thing.id}`);
    sum += Object.values(thing.entries).reduce((total, count) => total + count, 0);
  }
  return sum;
}

/// Sends answered writes once more under their keys: each is answered with the record of the first time.
export async function repeatActs(acts) {
  await each(acts, async (act) => {
    const reply = await deliver(act);
    assert.notEqual(reply, undefined, `${act.method} ${act.path}: no answer`);
    assert.equal(reply?.id, act.id, `${act.method} ${act.path} made another record`);
  });
}

/// The same keys with other content are refused.
export async function reuseKeys(acts) {
  await each(acts, (act) => deliver({ ...act, body: { ...act.body, comuna: "13119" }, expected: 422 }));
}
