import assert from "node:assert/strict";
import { test } from "node:test";
import { Installation, engines } from "./installation.mjs";

for (const engine of engines) {
  test(`${engine}: no emergency number is shown until the operator confirms it, each by itself`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    const shown = async () => (await (await fetch(`${at.program.address}/api/v1/emergency-numbers`)).json()).items;

    await at.run("institution", "add", "Red Demo", "--sector", "municipal", "--nature", "public_body");
    const list = await at.run("confirm", "emergency");
    assert.equal(list.status, 0, list.complained);
    assert.match(list.said, /131 +SAMU +sin confirmar\n +fuente: La Tercera/);

    await at.program.serve();
    assert.deepEqual(await shown(), []);
    assert.match(at.program.said, /Ningún número de emergencia está confirmado/);

    const rung = await at.run("confirm", "emergency", "131", "--how", "rang");
    assert.equal(rung.status, 1);
    assert.match(rung.complained, /131: hebra: No se llama de prueba a este número/);
    const confirmed = await at.run("confirm", "emergency", "131", "*4141", "--how", "asked");
    assert.equal(confirmed.status, 0);
    assert.match(confirmed.said, /131 +SAMU +confirmado hasta \d{4}-\d\d-\d\d \d\d:\d\d \(hora de Chile\)\n/);
    for (const began = Date.now(); (await shown()).length < 2 && Date.now() - began < 10_000; ) await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual((await shown()).map(({ number, uri }) => [number, uri]), [["131", "tel:131"], ["*4141", "tel:*4141"]]);

    assert.match((await at.run("confirm", "emergency", "131", "--withdraw")).said, /131 +SAMU +retirado/);
    for (const wrong of [["emergency", "131"], ["emergency", "--how", "asked"], ["emergency", "131", "--how", "soñado"], ["otra"]])
      assert.equal((await at.run("confirm", ...wrong)).status, 2, wrong.join(" "));
    assert.equal((await at.run("confirm", "emergency", "600", "--how", "asked")).status, 1);
    assert.equal(await at.program.stop(), 0);
    assert.equal((await at.run("audit", "verify")).status, 0);
  });
}
