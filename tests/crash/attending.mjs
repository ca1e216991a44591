// Attentions written through the crashes: contacts with a person, changed and closed, and the files put with them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { phraseOf } from "./people.mjs";
import { assertCarries, Writer } from "./writers.mjs";

/// The smallest PNG there is.
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const printOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

export class Attendant extends Writer {
  contacts = [];
  files = [];

  write() {
    const open = this.contacts.filter(({ said }) => said.status === "open");
    if (this.mine.length < 2) return this.createPerson();
    if (this.contacts.length < 2 || this.chance.percent(25)) return this.record();
    const loose = this.files.filter(({ contact }) => contact.said.status === "open");  // what is closed keeps its files
    if (loose.length > 0 && this.chance.percent(30)) return this.removeFile(this.chance.pick(loose));
    if (open.length > 0 && this.chance.percent(45)) return this.writeOn(this.chance.pick(open));
    if (open.length > 0 && this.chance.percent(40)) return this.close(this.chance.pick(open));
    return this.putFile(this.chance.pick(this.contacts));
  }

  /// One more entry in the list of whoever it is about.
  tell(person, action) {
    person.beside[action] = (person.beside[action] ?? 0) + 1;
  }

  async record() {
    const person = this.chance.pick(this.mine);
    const body = { channel: this.chance.pick(["phone", "visit"]), person_id: person.id, narrative: phraseOf(this.chance) };
    const said = await this.send({ method: "POST", path: "/api/v1/contacts", body, expected: 201 });
    assertCarries(said, body);
    this.tell(person, "contact.create");
    this.contacts.push(this.keep("contact", said.id, said, "contact.create", { path: `/api/v1/contacts/${said.id}`, person }));
  }

  async writeOn(contact) {
    const body = this.chance.pick([
      { summary: phraseOf(this.chance) }, { narrative: phraseOf(this.chance) }, { risk: "low" }, { topics: ["mood_anxiety"] },
    ]);
    const { path, said, person } = contact;
    const reply = await this.change(contact, "contact.change", { method: "PATCH", path, body, version: said.version, expected: 200 });
    for (const [name, value] of Object.entries(body)) assert.deepEqual(reply[name], value);
    this.tell(person, "contact.change");
  }

  async close(contact) {
    const body = { action: "close", version: contact.said.version, disposition: "oriented" };
    const reply = await this.change(contact, "contact.close", { method: "POST", path: `${contact.path}/moves`, body, expected: 200 });
    assert.equal(reply.status, "closed");
    this.tell(contact.person, "contact.close");
  }

  async putFile(contact) {
    const file = { name: "Zulimar.png", bytes: picture };
    const place = `${contact.path}/attachments`;
    const said = await this.send({ method: "POST", path: place, file, expected: 201 });
    assertCarries(said, { name: file.name, media_type: "png", size: picture.length });
    contact.entries["contact.attach_file"] = (contact.entries["contact.attach_file"] ?? 0) + 1;
    this.tell(contact.person, "contact.attach_file");
    const { client } = this;
    const read = async () => {
      const { items } = await client.get(place);
      const found = items.find(({ id }) => id === said.id);
      if (!found) return null;
      const response = await fetch(`${client.address}${place}/${said.id}`, { headers: { Authorization: `Bearer ${client.token}` } });
      assert.equal(printOf(Buffer.from(await response.arrayBuffer())), printOf(picture), `the bytes of ${said.id}`);
      return { ...found, version: 1 };
    };
    const kept = this.keep("attachment", said.id, { ...said, version: 1 }, "", { read, contact, path: `${place}/${said.id}`, entries: undefined });
    this.files.push(kept);
  }

  async removeFile(file) {
    this.files.splice(this.files.indexOf(file), 1);
    file.open = true;
    await this.send({ method: "DELETE", path: file.path, expected: 204 });
    file.open = false;
    file.said = null;
    const { contact } = file;
    contact.entries["contact.remove_file"] = (contact.entries["contact.remove_file"] ?? 0) + 1;
    this.tell(contact.person, "contact.remove_file");
  }
}
