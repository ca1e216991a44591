// Backups of the running program, put back elsewhere; and every way in which putting one back must be refused.
//     node --test tests/keeping/backup.test.mjs
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { engines, setting } from "./places.mjs";

/// Records people until told to stop; those answered.
async function keepRecording(client, until) {
  const answered = [];
  while (!until.reached) {
    const number = answered.length;
    answered.push(await record(client, `Persona ${number}`));
  }
  return answered;
}

/// Records somebody; as one then reads them.
async function record(client, alias) {
  const { id } = await client.post("/api/v1/people", { identity: "pseudonymous", alias }, 201);
  return client.get(`/api/v1/people/${id}`);
}

async function servedAndKept(world) {
  const first = world.place("first");
  await first.run("demo");
  await first.server.serve();
  const agent = await first.signIn("agente@linea.demo");
  const before = await record(agent, "Antes del respaldo");
  const until = { reached: false };
  const recording = keepRecording(agent, until);
  const file = join(world.folder, "kept");
  assert.match(await first.run("backup", file), /Respaldo listo/);
  until.reached = true;
  const during = await recording;
  assert.ok(during.length > 0, "nobody wrote while the backup was made");
  return { first, agent, before, during, file };
}

for (const [name, start] of engines) {
  test(`${name}: a backup taken while serving is put back whole`, async (context) => {
    const world = await setting(context, start);
    const { first, agent, before, during, file } = await servedAndKept(world);
    assert.equal(readdirSync(world.folder).filter((entry) => entry.startsWith("kept")).length, 1);

    const second = world.place("second").take("master.key", first).take("erasures.txt", first);
    assert.match(await second.run("restore", file), /La auditoría está como se escribió/);
    await second.verify();
    await second.server.serve();
    const again = await second.signIn("agente@linea.demo");
    assert.deepEqual(await again.get(`/api/v1/people/${before.id}`), before);
    let there = 0;
    for (const person of during) {
      const found = await again.get(`/api/v1/people/${person.id}`).catch(() => null);
      if (found) assert.deepEqual(found, person);
      there += found ? 1 : 0;
    }
    context.diagnostic(`${there} of ${during.length} people written during the backup are in it`);
    agent.address = second.server.address;
    await agent.get("/api/v1/me", 401);
    await record(again, "Después");
    assert.equal(await second.server.stop(), 0);
    await second.verify();

    // And what was restored can be kept in turn.
    const third = world.place("third").take("master.key", first).take("erasures.txt", second);
    await second.run("backup", join(world.folder, "kept again"));
    await third.run("restore", join(world.folder, "kept again"));
    await third.verify();
  });

  test(`${name}: what must not be put back is refused in plain words, and nothing is left behind`, async (context) => {
    const world = await setting(context, start);
    const first = world.place("first");
    await first.run("demo");
    const file = join(world.folder, "kept");
    await first.run("backup", file);
    await first.refuses(/Ya hay un archivo con ese nombre/, "backup", file);
    await first.refuses(/Solo se restaura en un lugar vacío/, "restore", file);

    const empty = world.place("empty");
    await empty.refuses(/no hay una instalación de Hebra/, "backup", join(world.folder, "nothing"));
    await empty.refuses(/ponga la copia de master.key/, "restore", file);
    empty.take("master.key", first);
    await empty.refuses(/Falta el libro de borrados/, "restore", file);
    empty.take("erasures.txt", first);
    await empty.refuses(/No se encuentra el archivo/, "restore", join(world.folder, "nowhere"));
    const bytes = readFileSync(file);
    const spoilt = join(world.folder, "spoilt");
    const cases = [
      ["cut short", bytes.subarray(0, bytes.length - 40)],
      ["half of it", bytes.subarray(0, bytes.length / 2)],
      ["an altered byte", Buffer.concat([bytes.subarray(0, -9), Buffer.from([bytes.at(-9) ^ 1]), bytes.subarray(-8)])],
      ["something after it", Buffer.concat([bytes, Buffer.from([0])])],
    ];
    for (const [what, content] of cases) {
      writeFileSync(spoilt, content);
      await empty.refuses(/dañado o incompleto/, "restore", spoilt);
      await empty.refuses(/dañado o incompleto/, "restore", spoilt, "--check");
      assert.deepEqual(readdirSync(empty.data), ["erasures.txt", "master.key"], what);
    }
    writeFileSync(spoilt, "hello\n");
    await empty.refuses(/no es un respaldo de Hebra/, "restore", spoilt);
    assert.match(await empty.run("restore", file, "--check"), /El respaldo está entero/);

    const stranger = world.place("stranger");
    writeFileSync(join(stranger.data, "master.key"), `${"ab".repeat(32)}\n`, { mode: 0o600 });
    await stranger.refuses(/otra llave maestra/, "restore", file, "--without-erasures");

    first.database.run("INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'future', '0')");
    const newer = join(world.folder, "newer");
    await first.run("backup", newer);
    await empty.refuses(/versión más nueva/, "restore", newer);
    assert.deepEqual(readdirSync(empty.data), ["erasures.txt", "master.key"]);

    await empty.run("restore", file);
    empty.database.run("CREATE TABLE unfinished_copy (since TEXT)");  // as a killed restore leaves it
    await empty.refuses(/restauración sin terminar/, "audit", "verify");
    await assert.rejects(empty.server.serve(), /restauración sin terminar/);
    await empty.refuses(/restauración sin terminar/, "backup", join(world.folder, "half"));
  });
}

test("a backup of one database is not put back into the other", async (context) => {
  const [lite, post] = await Promise.all(engines.map(([, start]) => setting(context, start)));
  const first = lite.place("first");
  await first.run("demo");
  const file = join(lite.folder, "kept");
  await first.run("backup", file);
  const second = post.place("second").take("master.key", first).take("erasures.txt", first);
  await second.refuses(/es de la otra base de datos/, "restore", file);
});
