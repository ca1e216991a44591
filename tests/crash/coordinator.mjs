// What the network's administrator writes through the crashes.
import assert from "node:assert/strict";
import { assertCarries, Writer } from "./writers.mjs";

/// The network's administrator: founds institutions, proposes agreements to them and takes some back.
export class Coordinator extends Writer {
  write() {
    const [unasked] = this.mine.filter((institution) => !institution.agreement);
    const proposed = this.mine.filter((institution) => institution.agreement?.said.version === 1);
    if (unasked) return this.propose(unasked);
    if (proposed.length > 0 && this.chance.percent(40)) return this.takeBack(this.chance.pick(proposed).agreement);
    return this.found();
  }

  async found() {
    const body = { name: `Institución Sembrada ${this.number}-${this.mine.length}`, legal_nature: "public_body", sector: "community" };
    const reply = await this.send({ method: "POST", path: "/api/v1/institutions", body, expected: 201 });
    assertCarries(reply, body);
    const institution = { kind: "institution", id: reply.id, client: this.client, said: reply, entries: { "institution.found": 1 } };
    this.mine.push(institution);
    this.ledger.things.set(reply.id, institution);
  }

  async propose(institution) {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const body = { with: institution.id, level: "coordination", starts_on: tomorrow, ends_on: "2090-12-31", own_signer: "Dirección" };
    const reply = await this.send({ method: "POST", path: "/api/v1/agreements", body, expected: 201 });
    institution.agreement = { kind: "agreement", id: reply.id, client: this.client, said: reply, entries: { "agreement.propose": 2 } };
    this.ledger.things.set(reply.id, institution.agreement);
  }

  async takeBack(agreement) {
    agreement.open = true;
    const reply = await this.send({ method: "POST", path: `/api/v1/agreements/${agreement.id}/moves`, body: { action: "decline", version: 1 }, expected: 200 });
    agreement.open = false;
    assertCarries(reply, { version: 2 });
    agreement.said = reply;
    agreement.entries["agreement.decline"] = 2;
  }
}
