// Somebody is erased for ever: in the running program, in the raw bytes of nothing that was theirs, and in a database that
// comes back from before.
//     node --test tests/keeping/erasure.test.mjs
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { steps } from "../../tools/smoke/steps.mjs";
import { engines, setting } from "./places.mjs";

/// The whole walk of the main job with the server left running: somebody with a closed referral whom two institutions know.
async function walked(place) {
  const context = { program: place.server, signIn: (user) => place.signIn(user) };
  const last = steps.findIndex((step) => step.name === "the server ends in order");
  for (const step of steps.slice(0, last)) await step.run(context);
  const contact = await context.agent.post("/api/v1/contacts", { channel: "phone", person_id: context.person.id, summary: "Duerme mejor." }, 201);
  return { ...context, contact };
}


/// What the demo itself told its ledger, the first lines of it: a permission taken back, and somebody erased.
const k_told_in_demo = 2;

/// What a request is refused with.
async function refusal(asking) {
  try {
    await asking;
  } catch (error) {
    return error.message;
  }
  assert.fail("it was not refused");
}

async function erase(place, code, reason = "person_asked") {
  const officer = await place.signIn("datos@linea.demo");
  const seen = await officer.post("/api/v1/erasures/preview", { thread_code: code });
  return officer.post("/api/v1/erasures", { thread_code: code, confirmation: seen.confirmation, confirm_before: seen.confirm_before, reason });
}

async function isGone(place, { person, contact, referral }) {
  const agent = await place.signIn("agente@linea.demo");
  const intake = await place.signIn("recepcion@cesfam.demo");
  assert.match(await refusal(agent.get(`/api/v1/people/${person.id}`)), /answered 404.*person_erased/s);
  const { items } = await agent.post("/api/v1/people/search", { text: "Millaray Quilodrán" });
  assert.deepEqual(items.filter(({ id }) => id === person.id), []);
  const opened = await agent.get(`/api/v1/contacts/${contact.id}`);
  assert.ok(opened.erased);
  assert.ok(!JSON.stringify(opened).includes("Duerme mejor"));
  for (const [who, side] of [[agent, "the origin"], [intake, "the receiver"]]) {
    const one = await who.get(`/api/v1/referrals/${referral.id}`);
    assert.ok(one.erased, side);
    assert.equal(one.package, undefined, side);
    assert.equal(one.content, undefined, side);
    assert.ok(!/Quilodrán|Ánimo bajo/.test(JSON.stringify(one)), side);
  }
}

for (const [name, start] of engines) {
  test(`${name}: who is erased is gone here, and stays gone when an older backup comes back`, async (context) => {
    const world = await setting(context, start);
    const first = world.place("first");
    const walk = await walked(first);
    const { person, agent } = walk;
    const before = join(world.folder, "before");
    await first.run("backup", before);

    // Others may not; a wrong confirmation does nothing; an open referral comes first.
    const order = { thread_code: person.thread_code, confirmation: "x", confirm_before: new Date(Date.now() + 60_000).toISOString(), reason: "person_asked" };
    await agent.post("/api/v1/erasures/preview", { thread_code: person.thread_code }, 403);
    await agent.post("/api/v1/erasures", order, 403);
    const officer = await first.signIn("datos@linea.demo");
    assert.match(await refusal(officer.post("/api/v1/erasures", order)), /erasure_confirm_again/);
    const stranger = { ...order, thread_code: "HB-0000000" };
    assert.match(await refusal(officer.post("/api/v1/erasures", stranger)), /answered 422/);
    const seen = await officer.post("/api/v1/erasures/preview", { thread_code: person.thread_code });
    assert.deepEqual([seen.contacts, seen.packages, seen.open_referrals], [1, 1, 0]);
    await agent.post("/api/v1/contacts", { channel: "phone", person_id: person.id }, 201);
    const late = { ...order, confirmation: seen.confirmation, confirm_before: seen.confirm_before };
    assert.match(await refusal(officer.post("/api/v1/erasures", late)), /erasure_confirm_again/, "a contact was written meanwhile");

    // Each side writes under the code that both know them by: what the other one writes is not what is erased.
    const intake = await first.signIn("recepcion@cesfam.demo");
    const draft = `/api/v1/drafts/contact_writeup/${person.thread_code}`;
    for (const who of [agent, intake]) await who.ask("PUT", draft, { content: { problem: "Por escribir." }, seen: 0 }, {}, 200);
    await erase(first, person.thread_code);
    await isGone(first, walk);
    await agent.get(draft, 404);
    assert.equal((await intake.get(draft)).content.problem, "Por escribir.");
    const received = await (await first.signIn("recepcion@cesfam.demo")).get(`/api/v1/people/${walk.received.person_id}`);
    assert.equal(received.first_surname, "Quilodrán", "the receiver's own record is the receiver's");
    assert.match(await refusal(officer.post("/api/v1/erasures/preview", { thread_code: person.thread_code })), /person_erased/);
    const ledger = readFileSync(join(first.data, "erasures.txt"), "utf8");
    assert.equal(ledger.trim().split("\n").length, k_told_in_demo + 1);
    assert.ok(ledger.includes(person.id) && ledger.includes(walk.contact.id));
    assert.equal(await first.server.stop(), 0);
    await first.verify();

    // An older database comes back: the ledger is asked for, and told.
    const second = world.place("second").take("master.key", first);
    await second.refuses(/Falta el libro de borrados/, "restore", before);
    second.take("erasures.txt", first);
    assert.match(await second.run("restore", before), /2 personas, .* 1 se borraron de nuevo/);
    await second.verify();
    await second.server.serve();
    await isGone(second, walk);
    await second.server.stop();
    await second.verify();

    // A backup made after it cannot be put back with a ledger from before it.
    const after = join(world.folder, "after");
    await second.run("backup", after);
    const third = world.place("third").take("master.key", first);
    writeFileSync(join(third.data, "erasures.txt"), "");
    await third.refuses(/libro de borrados .* es anterior al respaldo/, "restore", after);
    await assert.rejects(third.server.serve(), /restauración sin terminar/);

    // When there is no newer copy, it is completed with what the backup knows.
    const fourth = world.place("fourth").take("master.key", first);
    writeFileSync(join(fourth.data, "erasures.txt"), ledger.split("\n").slice(0, 1).join("\n") + "\n");
    assert.match(await fourth.run("restore", after, "--without-erasures"), /se completó con 2 líneas/);
    assert.equal(readFileSync(join(fourth.data, "erasures.txt"), "utf8"), ledger);
  });

  test(`${name}: the ledger cannot be altered unnoticed, and an older database that comes back by itself is told`, async (context) => {
    const world = await setting(context, start);
    const first = world.place("first");
    await first.run("demo");
    await first.server.serve();
    const agent = await first.signIn("agente@linea.demo");
    const codes = [];
    for (let n = 0; n < 3; n++) codes.push((await agent.post("/api/v1/people", { identity: "pseudonymous", alias: "Alguien" }, 201)).thread_code);
    for (const code of codes) await erase(first, code);
    await first.server.stop();
    const path = join(first.data, "erasures.txt");
    const whole = readFileSync(path, "utf8");
    const lines = whole.trimEnd().split("\n");
    assert.equal(lines.length, k_told_in_demo + 3);
    const demo = lines.slice(0, k_told_in_demo).join("\n");
    const [one, two, three] = lines.slice(k_told_in_demo);
    const ledger = (...some) => `${some.join("\n")}\n`;
    const other = "01a20000-0000-7000-8000-000000000000";
    for (const [what, text] of [
      ["an id", whole.replace(one.split(" ")[3], other)],
      ["a line removed", ledger(demo, one, three)],
      ["two lines swapped", ledger(demo, two, one, three)],
      ["a line added", ledger(...lines, three.replace(/^5/, "6"))],
    ]) {
      writeFileSync(path, text);
      await first.refuses(/libro de borrados/, "audit", "verify");
      await assert.rejects(first.server.serve(), /libro de borrados/, what);
    }
    // What the database knows, it gives back: lines lost at the end, and one cut short by a power failure.
    for (const text of [ledger(demo), `${ledger(demo)}${one.slice(0, 60)}`]) {
      writeFileSync(path, text);
      await first.verify();
      assert.equal(readFileSync(path, "utf8"), whole);
    }
    // The last erasure undone in the database, as an older copy of it would be.
    first.database.run("DELETE FROM installation WHERE name = 'erasure.000000000005'");
    await first.verify();
    assert.equal(first.database.rows("SELECT count(*) FROM installation WHERE name LIKE 'erasure.%'")[0][0], "5");
    assert.equal(first.database.rows("SELECT count(*) FROM audit_entry WHERE fields = 'from_ledger'")[0][0], "1");
  });
}
