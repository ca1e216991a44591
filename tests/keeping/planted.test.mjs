// After the demo, the main job and a day's writing, nothing about a person lies in the clear: not in the database's files, its
// write-ahead log, attachments, logs, the program's output, the ledgers, nor in a backup.
//     node --test tests/keeping/planted.test.mjs
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { steps } from "../../tools/smoke/steps.mjs";
import { Chance } from "../crash/chance.mjs";
import { newPerson, plantedRun, plantedWords } from "../crash/people.mjs";
import { search } from "../crash/planted.mjs";
import { engines, setting } from "./places.mjs";

const narrative = "Contó que la gata Filomena duerme en el taller de su madrina Hortensia";
const fileText = "Carta de la profesora Ruperta para el liceo de Ñancupil";
const fileName = "carta de Ruperta.txt";
/// What the walk of the main job writes (tools/smoke/steps.mjs), and the demo's own people and texts.
const written = ["Quilodrán", "Millaray", "Ánimo bajo hace dos meses", "Tuvo su primera hora", "2009-03-14", "Martina", "Duerme mal hace un mes",
  "Su pololo le revisa", "Verónica Lagos", "Gabriela Nahuel", "datos@linea"];

/// Everything the server may be told about a person, by somebody at work.
async function aDaysWriting(agent, supervisor, people) {
  const chance = new Chance(20261122);
  for (let number = 1; number <= people; number++) {
    const person = await agent.post("/api/v1/people", newPerson(chance, number), 201);
    const contact = await agent.post("/api/v1/contacts", { channel: "phone", person_id: person.id, summary: narrative, narrative }, 201);
    await agent.patch(`/api/v1/contacts/${contact.id}`, { joint_summary: narrative }, contact.version);
    await agent.ask("PUT", `/api/v1/drafts/contact/${contact.id}`, { content: { narrative }, seen: 0 }, {}, 200);
    const upload = await fetch(`${agent.address}/api/v1/contacts/${contact.id}/attachments`, {
      method: "POST",
      headers: { Authorization: `Bearer ${agent.token}`, "File-Name": encodeURIComponent(fileName), "Content-Type": "application/octet-stream" },
      body: fileText,
    });
    assert.equal(upload.status, 201, await upload.text());
    await agent.post("/api/v1/people/search", { text: "Zulimar Ñeculmán" });
    await agent.get(`/api/v1/people/${person.id}?name=Zulimar`);
  }
  const rows = await supervisor.get("/api/v1/directory/match?q=Chat%20de%20la%20L%C3%ADnea%20Demo%20Joven&any_time=true");
  const own = [...rows.matches, ...rows.near_misses].find(({ service }) => service.name.includes("Línea Demo Joven"));
  const row = await supervisor.get(`/api/v1/directory/services/${own.service.id}`);
  const checked = await supervisor.post(`/api/v1/directory/services/${row.id}/checks`, { channels: [0], version: row.version }, 200);
  assert.equal(checked.checked_by, "Verónica Lagos", "her colleagues are told who checked");
}

for (const [name, start] of engines) {
  test(`${name}: no planted name, RUN, phone or sentence lies anywhere in the clear`, async (context) => {
    const world = await setting(context, start);
    const place = world.place("first");
    const people = 12;
    const walk = { program: place.server, signIn: (user) => place.signIn(user) };
    const last = steps.findIndex((step) => step.name === "the server ends in order");
    for (const step of steps.slice(0, last)) await step.run(walk);
    await aDaysWriting(walk.agent, await walk.signIn("supervisora@linea.demo"), people);
    const backup = join(world.folder, "backup");
    await place.run("backup", backup);

    const said = join(place.logs, "said");
    writeFileSync(said, place.server.said);
    const inFolder = (folder) => readdirSync(folder).map((file) => join(folder, file));
    const running = [...inFolder(place.data), ...inFolder(place.logs), ...world.engine.files(), backup];
    const words = [...plantedWords, ...written, narrative, "Filomena", "Hortensia", "Ruperta", "Ñancupil",
      ...Array.from({ length: people }, (_, index) => plantedRun(index + 1)).flat()];
    const look = (when) => {
      const { found, bytes } = search(running, words);
      assert.deepEqual(found, [], when);
      return bytes;
    };
    const clear = search(running.filter((file) => file !== backup), ["Línea Demo Joven"]);
    assert.ok(clear.found.length > 0, "the search finds nothing, not even what lies in the clear on purpose");
    const bytes = look("while it serves");  // with the write-ahead log as it grew
    assert.equal(await place.server.stop(), 0);
    const stopped = [...inFolder(place.data), ...world.engine.files()];
    assert.deepEqual(search(stopped, words).found, [], "after it ended");

    assert.deepEqual(search([backup], ["Línea Demo Joven", "CREATE TABLE", "master"]).found, [], "a backup tells nothing at all");
    context.diagnostic(`${words.length} words, ${running.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  });
}
