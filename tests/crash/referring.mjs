// Referrals written through the crashes by both sides: drafted, sent, answered, given an hour, taken on, ended; with the clock
// that each opens, which somebody takes and lets go, and the agenda whose hours are offered, given and withdrawn.
import assert from "node:assert/strict";
import { phraseOf, referredPerson } from "./people.mjs";
import { assertCarries, Writer } from "./writers.mjs";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const letters = (chance) => chance.key().replace(/\d/g, (digit) => "ghijklmnop"[digit]);

/// What may be done from each status: how often in a hundred, by which side, and with what said. The rest is the last.
const life = {
  draft: [[30, "origin", "change"], [5, "origin", "discard"], [100, "origin", "send"]],
  sent: [[10, "origin", "cancel", () => ({ code: "found_elsewhere" })], [100, "destination", "acknowledge"]],
  acknowledged: [
    [15, "destination", "ask", (chance) => ({ questions: [phraseOf(chance)] })],
    [10, "destination", "waitlist", () => ({ until: inDays(20), position: 3 })],
    [10, "destination", "decline", (chance) => ({ code: "no_places", text: phraseOf(chance) })],
    [100, "destination", "accept"],
  ],
  info_requested: [[100, "origin", "reply", (chance) => ({ text: phraseOf(chance) })]],
  waitlisted: [[100, "destination", "accept"]],
  declined: [[100, "origin", "close_declined", (chance) => ({ text: phraseOf(chance) })]],
  accepted: [[70, "destination", "schedule"], [100, "destination", "confirm_first_contact"]],
  scheduled: [[25, "destination", "reschedule"], [100, "destination", "confirm_first_contact"]],
  first_contact: [[100, "destination", "start_service"]],
  in_service: [[100, "destination", "report_outcome", (chance) => ({ code: "completed", text: phraseOf(chance) })]],
  outcome_reported: [
    [100, "origin", "close_verified", () => ({ asked: { channel: "phone", at: new Date().toISOString(), answered_by: "person" } })],
  ],
};

/// As it must be found again: how many places are left changes with what others do.
const told = ({ place, ...referral }) => ({ ...referral, held: place?.held });

export class Referrer extends Writer {
  referrals = [];
  slots = [];

  /// @param intake signed in at the institution referred to
  constructor({ intake, service, ...parts }) {
    super(parts);
    Object.assign(this, { intake, service });
  }

  write() {
    const alive = this.referrals.filter(({ said }) => life[said.status]);
    const clocked = alive.filter(({ clock }) => clock);
    const free = this.slots.filter(({ holder, said }) => !holder && said.status === "offered");
    if (free.length < 2 || this.chance.percent(5)) return this.offer();
    if (free.length > 4 && this.chance.percent(30)) return this.withdraw(this.chance.pick(free));
    if (alive.length < 3 || this.chance.percent(8)) return this.draft();
    if (clocked.length > 0 && this.chance.percent(20)) return this.takeOrRelease(this.chance.pick(clocked));
    return this.go(this.chance.pick(alive), free);
  }

  async draft() {
    const person = await this.createPerson(referredPerson(this.chance, ++this.ledger.people));
    if (!this.ledger.take()) return;  // the person was a write, and this is one more
    const consent = { giver: "person", method: "verbal", child_assent: "yes", valid_until: inDays(90), text_version: "consent.1" };
    const content = {
      who: phraseOf(this.chance), what: phraseOf(this.chance), ask: phraseOf(this.chance), share: ["names"], health: [], unmet: [],
      basis: { kind: "consent", consent },
    };
    const body = { person_id: person.id, service_id: this.service, kind: "warm", urgency: "priority", topic: "mood_anxiety", content };
    const said = told(await this.send({ method: "POST", path: "/api/v1/referrals", body, expected: 201 }));
    assertCarries(said, { person_id: person.id, status: "draft" });
    assertCarries(said.content, { who: content.who, what: content.what, ask: content.ask });
    const path = `/api/v1/referrals/${said.id}`;
    const referral = this.keep("referral", said.id, said, "referral.create", { path, person, moves: [] });
    referral.read = async () => told(await referral.client.get(path));
    person.beside["referral.create"] = 1;
    this.referrals.push(referral);
  }

  go(referral, free) {
    const [, side, action, more] = life[referral.said.status].find(([chance]) => this.chance.percent(chance));
    if (action === "change") return this.rewrite(referral);
    if (action === "confirm_first_contact") return this.confirmContact(referral);
    if (action === "schedule" || action === "reschedule") return this.give(referral, action, this.chance.pick(free));
    return this.move(referral, side, action, more?.(this.chance));
  }

  async rewrite(referral) {
    const body = { urgency: referral.said.urgency === "priority" ? "routine" : "priority" };
    const { path, said, person } = referral;
    await this.change(referral, "referral.change", { method: "PATCH", path, body, version: said.version, expected: 200 }, told);
    assert.equal(referral.said.urgency, body.urgency);
    person.beside["referral.change"] = (person.beside["referral.change"] ?? 0) + 1;
  }

  async move(referral, side, action, more = {}) {
    const client = side === "origin" ? this.client : this.intake;
    const body = { action, version: referral.said.version, questions: [], ...more };
    if (referral.clock) referral.clock.moving = true;
    const request = { method: "POST", path: `${referral.path}/moves`, body, client, expected: 200 };
    const reply = await this.change(referral, "referral.move", request, told);
    referral.client = client;  // what it said, it said to that side
    referral.moves.push(action);
    assert.equal(reply.moves.length, referral.moves.length);
    assert.deepEqual(reply.moves.map((made) => made.action).sort(), [...referral.moves].sort());
    if (side === "origin") referral.person.beside["referral.move"] = (referral.person.beside["referral.move"] ?? 0) + 1;
    if (action === "accept") this.ledger.received += 1;
    await this.readClock(referral, reply);
  }

  /// The clock that now runs at the receiving side, if one does: what it was told before is closed or goes on.
  async readClock(referral, reply) {
    const { clock } = referral;
    if (clock) {
      clock.said = await this.ask(clock.path, this.intake);
      clock.moving = false;
      referral.clock = undefined;
    }
    if (!["accepted", "scheduled", "first_contact", "in_service"].includes(reply.status)) return;
    const { items } = await this.ask(`/api/v1/commitments?state=open&person_id=${reply.person_id}`, this.intake);
    const said = items.find(({ subject_id }) => subject_id === referral.id);
    assert.ok(said, `no clock runs for ${referral.id}, which is ${reply.status}`);
    assert.equal(said.due_at, reply.due_at);
    const path = `/api/v1/commitments/${said.id}`;
    const now = await this.ask(path, this.intake);
    const kept = this.ledger.things.get(said.id) ?? this.keep("commitment", said.id, now, "", { client: this.intake, path, entries: {} });
    const { intake } = this;
    kept.read = async () => (kept.moving ? kept.said : intake.get(path));
    kept.said = now;
    referral.clock = kept;
  }

  takeOrRelease({ clock }) {
    const action = clock.said.mine ? "release" : "take";
    const body = { action, version: clock.said.version };
    const request = { method: "POST", path: `${clock.path}/moves`, body, client: this.intake, expected: 200 };
    return this.change(clock, `commitment.${action}`, request);
  }

  async give(referral, action, slot) {
    const before = referral.slot;
    for (const one of [slot, before]) if (one) one.moving = true;
    await this.move(referral, "destination", action, { slot_id: slot.id, ...(before ? { text: phraseOf(this.chance) } : {}) });
    if (before) this.leave(before);
    Object.assign(slot, { holder: referral, said: { ...slot.said, held: 1 }, moving: false });
    referral.slot = slot;
  }

  /// Whoever came before the day of their hour leaves it to others.
  async confirmContact(referral) {
    const { slot } = referral;
    if (slot) slot.moving = true;
    await this.move(referral, "destination", "confirm_first_contact", { at: new Date().toISOString(), with_whom: "Turno de la tarde" });
    if (slot) this.leave(slot);
    referral.slot = undefined;
  }

  leave(slot) {
    Object.assign(slot, { holder: undefined, said: { ...slot.said, held: 0 }, moving: false });
  }

  async offer() {
    const day = inDays(5 + this.chance.below(60));
    const body = {
      service_id: this.service, starts_at: `${day}T14:00:00Z`, minutes: 45, count: 2, channel: "visit", place: `Box ${letters(this.chance)}`,
    };
    const { items } = await this.send({ method: "POST", path: "/api/v1/agenda/slots", body, client: this.intake, expected: 200 });
    assert.equal(items.length, 2);
    this.ledger.offers += 1;
    for (const said of items) {
      assertCarries(said, { service_id: this.service, place: body.place, status: "offered", held: 0 });
      const slot = this.keep("slot", said.id, said, "", { client: this.intake, entries: {} });
      slot.read = () => this.readSlot(slot, day);
      this.slots.push(slot);
    }
  }

  /// One that was withdrawn is not shown any more. One that was given has its appointment, of the referral that has it.
  async readSlot(slot, day) {
    const { slots, appointments } = await this.intake.get(`/api/v1/agenda?from=${day}&days=1`);
    const found = slots.find(({ id }) => id === slot.id);
    if (!found) return null;
    const booked = appointments.filter(({ slot_id, status }) => slot_id === slot.id && status === "booked");
    if (slot.moving) return { ...found, held: slot.said.held };
    if (slot.holder?.slot === slot && !slot.holder.open)
      assert.deepEqual(booked.map((one) => one.referral_id), [slot.holder.id], `the appointment of slot ${slot.id}`);
    return found;
  }

  async withdraw(slot) {
    slot.open = true;
    const path = `/api/v1/agenda/slots/${slot.id}`;
    await this.send({ method: "DELETE", path, version: slot.said.version, client: this.intake, expected: 204 });
    slot.open = false;
    slot.said = null;
    slot.entries["agenda.withdraw"] = 1;
    this.slots.splice(this.slots.indexOf(slot), 1);
  }
}
