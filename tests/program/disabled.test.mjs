// Whoever is disabled at the console lets go of what they held: each conversation they left open waits for somebody to take it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../tools/smoke/client.mjs";
import { Installation, engines } from "./installation.mjs";

const agent = "agente@linea.demo";

for (const engine of engines) {
  test(`${engine}: what a disabled account held is on its colleagues' home, and nobody's`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    assert.equal((await at.run("demo")).status, 0);
    await at.program.serve();
    const supervisor = await Client.signIn(at.program.address, "supervisora@linea.demo");
    const all = async (path) => {
      const items = [];
      for (let cursor = ""; ; ) {
        const page = await supervisor.get(`${path}${cursor && `&cursor=${cursor}`}`);
        items.push(...page.items);
        if (!page.next_cursor) return items;
        cursor = page.next_cursor;
      }
    };
    const waiting = async () => (await all("/api/v1/commitments?state=open")).filter(({ kind }) => kind === "contact.go_on");
    const me = await (await Client.signIn(at.program.address, agent)).get("/api/v1/me");
    const { items } = await supervisor.post("/api/v1/contacts/search", { status: "open", agent_id: me.user_id });
    assert.ok(items.length > 1, "the demo's agent left some open");
    const held = (await all("/api/v1/commitments?state=open")).filter(({ owner_name }) => owner_name === me.name);
    assert.ok(held.length > 1);

    const told = await at.run("user", "disable", agent);
    assert.equal(told.status, 0, told.complained);
    assert.match(told.said, /lo que sostenía volvió a su institución/);
    const loose = await waiting();
    assert.equal(loose.length, items.length);
    assert.ok(loose.every(({ owner_name, loose }) => !owner_name && loose));
    const now = await all("/api/v1/commitments?state=open");
    assert.deepEqual(now.filter(({ owner_name }) => owner_name === me.name), []);
    assert.ok(held.every(({ id }) => now.some((one) => one.id === id)), "nothing of it is lost");
    assert.equal(await at.program.stop(), 0);
    assert.equal((await at.run("audit", "verify")).status, 0);
  });
}
