// What somebody took back stays taken back when an older database comes back.
//     node --test tests/keeping/rights.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { engines, setting } from "./places.mjs";

/// Somebody referred with their consent to the demo's health centre.
async function referred(agent) {
  const person = await agent.post("/api/v1/people", { identity: "pseudonymous", alias: "Alguien", age_stated: 19, phone: "+56900000931" }, 201);
  const { matches } = await agent.get("/api/v1/directory/match?age=19&comuna=13104&topic=mood_anxiety&any_time=true");
  const { service } = matches.find((match) => match.service.name.includes("CESFAM Demo Norte"));
  const valid_until = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const draft = await agent.post("/api/v1/referrals", {
    person_id: person.id, service_id: service.id, kind: "formal", urgency: "routine", topic: "mood_anxiety",
    content: { who: "Alguien, 19 años.", what: "Duerme poco.", ask: "Primera hora.", share: ["phone"], health: [], unmet: [],
               basis: { kind: "consent", consent: { giver: "person", method: "verbal", child_assent: "not_applicable", valid_until, text_version: "consent.1" } } },
  }, 201);
  const sent = await agent.post(`/api/v1/referrals/${draft.id}/moves`, { action: "send", version: draft.version, questions: [] });
  return { person, referral: sent };
}

for (const [name, start] of engines) {
  test(`${name}: a permission taken back and a link ended since the backup are not in force again`, async (context) => {
    const world = await setting(context, start);
    const first = world.place("first");
    await first.run("demo");
    await first.server.serve();
    const agent = await first.signIn("agente@linea.demo");
    const intake = await first.signIn("recepcion@cesfam.demo");
    const taken = await referred(agent), kept = await referred(agent);
    const link = await agent.post(`/api/v1/referrals/${kept.referral.id}/links`, {}, 201);
    const before = join(world.folder, "before");
    await first.run("backup", before);
    assert.ok((await intake.get(`/api/v1/referrals/${taken.referral.id}`)).package);

    const disclosures = `/api/v1/people/${taken.person.id}/disclosures`;
    const [{ directive_id }] = (await agent.get(disclosures)).items;
    await agent.post(`/api/v1/people/${taken.person.id}/directives/${directive_id}/withdrawal`, { giver: "person", method: "verbal" });
    assert.ok(readFileSync(join(first.data, "erasures.txt"), "utf8").includes(directive_id), "told outside before it was answered");
    await agent.ask("DELETE", `/api/v1/referrals/${kept.referral.id}/links/${link.id}`, undefined, {}, 204);
    assert.equal(await first.server.stop(), 0);
    await first.verify();

    const second = world.place("second").take("master.key", first).take("erasures.txt", first);
    const said = await second.run("restore", before);
    assert.match(said, /Permisos retirados después del respaldo: 1;/);
    assert.match(said, new RegExp(`quien las envió las anula de nuevo: ${taken.person.thread_code}\\.`));
    assert.match(said, /Libro de borrados: .* Compruebe que sea su copia más nueva\./);
    assert.match(said, /Enlaces de receptores sin cuenta que quedaron cerrados: \d+\./);
    await second.verify();
    await second.server.serve();
    const agentAgain = await second.signIn("agente@linea.demo"), intakeAgain = await second.signIn("recepcion@cesfam.demo");
    const [told] = (await agentAgain.get(disclosures)).items;
    assert.ok(told.withdrawn_at && told.revoked_at && !told.in_force);
    assert.equal((await intakeAgain.get(`/api/v1/referrals/${taken.referral.id}`)).package, undefined, "the receiver reads it no more");
    assert.ok((await intakeAgain.get(`/api/v1/referrals/${kept.referral.id}`)).package, "what was not taken back is in force");
    const { items } = await agentAgain.get(`/api/v1/referrals/${kept.referral.id}/links`);
    assert.deepEqual(items.map(({ state }) => state), ["revoked"]);
    assert.equal(await second.server.stop(), 0);

    // Done once: the next start finds both sides agreed.
    assert.equal(second.database.rows("SELECT count(*) FROM audit_entry WHERE action = 'directive.withdraw' AND fields = 'from_ledger'")[0][0], "1");
    await second.verify();
    assert.equal(second.database.rows("SELECT count(*) FROM audit_entry WHERE action = 'directive.withdraw' AND fields = 'from_ledger'")[0][0], "1");
  });
}
