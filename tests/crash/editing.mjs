// The directory written through the crashes: rows added, changed, doubted and confirmed.
import assert from "node:assert/strict";
import { assertCarries, Writer } from "./writers.mjs";

export class Editor extends Writer {
  write() {
    if (this.mine.length < 2 || this.chance.percent(20)) return this.add();
    const row = this.chance.pick(this.mine);
    const isDoubted = row.said.channels[0].doubted_at !== undefined;
    if (this.chance.percent(40)) return this.rewrite(row);
    return isDoubted ? this.confirm(row) : this.doubt(row);
  }

  async add() {
    const body = {
      is_own: true, name: `Servicio Sembrado ${this.number}-${this.mine.length}`, kind: "counselling", topics: ["mental_health"],
      channels: [{ kind: "phone", contact: "600 360 7777" }], capacity: { places: 3 },
    };
    const said = told(await this.send({ method: "POST", path: "/api/v1/directory/services", body, expected: 201 }));
    assertCarries(said, { name: body.name, kind: body.kind });
    const path = `/api/v1/directory/services/${said.id}`;
    const { client } = this;
    const read = async () => told(await client.get(path));
    this.mine.push(this.keep("service", said.id, said, "directory.add", { path, read }));
  }

  async rewrite(row) {
    const { version, ...body } = { ...row.said, notes: `Nota sembrada ${this.chance.below(1000)}` };
    const reply = await this.change(row, "directory.change", { method: "PUT", path: row.path, body, version, expected: 200 }, told);
    assert.equal(reply.notes, body.notes);
  }

  async doubt(row) {
    const request = { method: "POST", path: `${row.path}/doubts`, body: { channel: 0 }, expected: 200 };
    const reply = await this.change(row, "directory.doubt", request, told);
    assert.ok(reply.channels[0].doubted_at);
  }

  async confirm(row) {
    const body = { channel: 0, version: row.said.version };
    const reply = await this.change(row, "directory.confirm", { method: "POST", path: `${row.path}/confirmations`, body, expected: 200 }, told);
    assert.ok(reply.channels[0].confirmation);
    assert.equal(reply.channels[0].doubted_at, undefined);
  }
}

/// Without what is told beside the row: what is counted, and who rang as their colleagues know them.
function told({ counted: _, checked_by: __, rung_by: ___, ...row }) {
  return row;
}
