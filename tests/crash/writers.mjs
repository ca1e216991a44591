// Clients that write without pause through crashes: each write goes out under its own Idempotency-Key, again and again,
// until it is answered. What was answered is what must be there.
import assert from "node:assert/strict";
import { changeOf, draftOf, newPerson } from "./people.mjs";

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// Where the clients stop while the server is down and its database is looked at.
export class Gate {
  open = Promise.resolve();
  under_way = 0;

  close() {
    this.open = new Promise((resolve) => (this.reopen = resolve));
  }
  /// Once every request sent before has ended, one way or the other.
  async quiet() {
    while (this.under_way > 0) await wait(2);
  }
}

/// What the whole run has written.
export class Ledger {
  answered = 0;
  repeated = 0;
  over = false;
  people = 0;
  received = 0; // people that a referral made at the institution which accepted it
  offers = 0;
  things = new Map(); // id → what was last answered about it
  acts = []; // every answered write, to be sent once more at the end

  constructor(total) {
    this.left = total;
  }
  take() {
    return !this.over && this.left-- > 0;
  }
  async reached(count) {
    while (this.answered < count && !this.over) await wait(1);
  }
  /// Nobody writes, sends again or waits any more: something failed, and whoever is left would go on for ever.
  end() {
    this.over = true;
  }
}

/// Whether every field sent came back as sent.
export function assertCarries(reply, sent, where = "") {
  for (const [key, value] of Object.entries(sent)) {
    if (value === null) assert.equal(reply[key] ?? null, null, `${where}${key}`);
    else if (typeof value === "object") assertCarries(reply[key], value, `${where}${key}.`);
    else assert.equal(reply[key], value, `${where}${key}`);
  }
}

export class Writer {
  /// @param client signed in; reads and writes as one person of one institution
  constructor({ client, chance, gate, ledger, number }) {
    Object.assign(this, { client, chance, gate, ledger, number });
    this.mine = [];
    this.drafts = [];
  }

  async work() {
    while (this.ledger.take()) await this.write();
  }

  write() {
    const people = this.mine;
    if (people.length > 0 && this.chance.percent(35)) return this.changePerson(this.chance.pick(people));
    if (this.chance.percent(30)) return this.saveDraft();
    if (this.drafts.length > 4 && this.chance.percent(20)) return this.dropDraft();
    return this.createPerson();
  }

  async createPerson(body = newPerson(this.chance, ++this.ledger.people)) {
    const reply = await this.send({ method: "POST", path: "/api/v1/people", body, expected: 201 });
    assertCarries(reply, body);
    delete reply.return_code;
    const person = { kind: "person", id: reply.id, client: this.client, said: reply, entries: { "person.create": 1 }, beside: {} };
    this.mine.push(person);
    this.ledger.things.set(reply.id, person);
    return person;
  }

  async changePerson(person) {
    const body = changeOf(person.said, this.chance);
    person.open = true;
    const reply = await this.send({
      method: "PATCH", path: `/api/v1/people/${person.id}`, body, version: person.said.version, expected: 200,
    });
    person.open = false;
    assertCarries(reply, body);
    assert.equal(reply.version, person.said.version + 1, "a change was carried out twice, or not at all");
    person.said = reply;
    person.entries["person.change"] = (person.entries["person.change"] ?? 0) + 1;
  }

  async saveDraft() {
    const old = this.drafts.length > 0 && this.chance.percent(60) ? this.chance.pick(this.drafts) : undefined;
    const record = old?.record ?? this.chance.uuid();
    const path = `/api/v1/drafts/contact/${record}`;
    const draft = old ?? { kind: "draft", id: path, record, client: this.client, entries: {} };
    draft.open = true;
    const body = { content: draftOf(this.chance), seen: old?.said.version ?? 0 };
    const reply = await this.send({ method: "PUT", path, body, expected: 200 });
    draft.open = false;
    assert.deepEqual(reply.content, body.content);
    assert.equal(reply.version, body.seen + 1);
    draft.said = reply;
    if (!old) this.drafts.push(draft);
    this.ledger.things.set(path, draft);
  }

  async dropDraft() {
    const [draft] = this.drafts.splice(this.chance.below(this.drafts.length), 1);
    draft.open = true;
    await this.send({ method: "DELETE", path: draft.id, expected: 204 });
    draft.open = false;
    draft.said = null;
  }

  /// What was answered, kept to be read again. `read` gives what is there now, as far as it must be as `said`.
  keep(kind, id, said, action, more) {
    const thing = { kind, id, client: this.client, said, entries: action ? { [action]: 1 } : {}, ...more };
    this.ledger.things.set(id, thing);
    return thing;
  }

  /// Changes something kept: it is open until answered, one version on afterwards, with one more entry.
  async change(thing, action, request, told = (reply) => reply) {
    thing.open = true;
    const reply = await this.send(request);
    thing.open = false;
    assert.equal(reply.version, thing.said.version + 1, `${action} was carried out twice, or not at all`);
    thing.said = told(reply);
    thing.entries[action] = (thing.entries[action] ?? 0) + 1;
    return reply;
  }

  /// Asks until answered.
  ask(path, client = this.client) {
    return this.untilAnswered({ method: "GET", path, client, expected: 200 });
  }

  /// Sends until answered. An answer other than the expected one ends the run.
  async send(request) {
    const act = { client: this.client, ...request, key: this.chance.key() };
    const reply = await this.untilAnswered(act);
    this.ledger.answered += 1;
    this.ledger.acts.push({ ...act, id: reply?.id });
    return reply;
  }

  async untilAnswered(act) {
    for (;;) {
      await this.gate.open;
      if (this.ledger.over) throw new Error("the run ended before this was answered");
      this.gate.under_way += 1;
      try {
        const reply = await deliver(act);
        if (reply !== undefined) return reply;
      } finally {
        this.gate.under_way -= 1;
      }
      this.ledger.repeated += 1;
      await wait(10);
    }
  }
}

/// One attempt. undefined when there was no answer, or the server asks to try again; null for an empty one.
export async function deliver({ client, method, path, body, file, version, key, expected }) {
  const headers = { Authorization: `Bearer ${client.token}` };
  if (key !== undefined) headers["Idempotency-Key"] = key;
  if (file !== undefined) headers["File-Name"] = file.name;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  let status, text;
  try {
    const response = await fetch(client.address + path, { method, headers, body: file?.bytes ?? (body && JSON.stringify(body)), signal: AbortSignal.timeout(20_000) });
    status = response.status;
    text = await response.text();
  } catch {
    return undefined;
  }
  if (status === 503) return undefined;
  assert.equal(status, expected, `${method} ${path} answered ${status}: ${text.slice(0, 500)}`);
  return text === "" ? null : JSON.parse(text);
}
