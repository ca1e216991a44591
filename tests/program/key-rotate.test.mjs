import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { Client } from "../../tools/smoke/client.mjs";
import { Installation, engines } from "./installation.mjs";

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const count = (at, of) => Number(at.ask(`SELECT count(*) FROM ${of}`));
/// Institutions whose keys are under two epochs; keys not under the newest.
const mixed = (at) => count(at, "(SELECT institution_id FROM subject_key GROUP BY institution_id HAVING count(DISTINCT epoch) > 1) m");
const newest = "(SELECT institution_id, MAX(epoch) AS epoch FROM institution_key GROUP BY institution_id)";
const behind = (at) => count(at, `subject_key s JOIN ${newest} n ON n.institution_id = s.institution_id WHERE s.epoch < n.epoch`);

/// Begins a rotation and kills it with -9 as soon as an institution's keys are under two epochs; false when it was quicker.
async function killed(at) {
  const { path, place } = at.program;
  const rotation = spawn(path, ["key", "rotate", ...place], { stdio: "ignore" });
  const ended = new Promise((resolve) => rotation.once("exit", (status, signal) => resolve(signal)));
  while (rotation.exitCode === null && mixed(at) === 0) await wait(1);
  rotation.kill("SIGKILL");
  return (await ended) === "SIGKILL";
}

for (const engine of engines) {
  test(`${engine}: keys are rotated under a server that writes; killed midway, the rotation goes on where it stopped`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    assert.equal((await at.run("key")).status, 2);
    assert.equal((await at.run("key", "turn")).status, 2);
    await at.program.run("demo", "--scale", "3");
    await at.program.serve();
    const agent = await Client.signIn(at.program.address, "agente@linea.demo");
    const made = [];
    let writing = true;
    const write = async () => {
      for (let n = 0; writing; n++) {
        const person = { identity: "identified", given_names: "Ficticia", first_surname: "Llave", phone: "+56922223333", birth_date: "1990-04-03" };
        const sent = { channel: "phone", summary: `Una llamada, ${n}.`, ...(n % 2 ? { person } : {}) };
        made.push({ ...(await agent.post("/api/v1/contacts", sent, 201)), said: sent.summary });
      }
    };
    const writers = [write(), write(), write()];

    for (let tries = 0; !(await killed(at)); ) assert.ok(++tries < 12, "no rotation was caught midway");
    assert.ok(mixed(at) > 0 && behind(at) > 0, "some keys are under each");
    const before = made.length;
    const resumed = await at.run("key", "rotate");
    assert.equal(resumed.status, 0, resumed.complained);
    assert.match(resumed.said, /Se terminó una renovación que había quedado a medias/);
    assert.equal((await at.run("key", "rotate")).status, 0, "and once more, from the beginning");
    while (made.length < before + 20) await wait(5);
    writing = false;
    await Promise.all(writers);

    const read = async () => {
      const client = await Client.signIn(at.program.address, "agente@linea.demo");
      for (const { id, said } of made.slice(-150)) assert.equal((await client.get(`/api/v1/contacts/${id}`)).summary, said);
      const { items } = await client.post("/api/v1/people/search", { text: "Ficticia Llave" });
      assert.ok(items.length > 0);
      assert.equal((await client.get(`/api/v1/people/${items[0].id}`)).first_surname, "Llave");
    };
    await read();
    await at.program.stop();
    await at.program.serve();
    await read();
    assert.equal(await at.program.stop(), 0);
    assert.match((await at.run("key", "rotate")).said, /llaves de personas y registros quedaron bajo la más nueva/);
    assert.equal(behind(at), 0, "nothing was left behind");
    const verified = await at.run("audit", "verify");
    assert.equal(verified.status, 0, verified.said);
  });
}
