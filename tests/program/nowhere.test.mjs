import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { Installation, engines } from "./installation.mjs";

const reading = [
  ["audit", "verify"], ["export", "directory"], ["backup", "/tmp/nunca.hebra"], ["key", "rotate"], ["institution", "list"],
  ["user", "list", "--institution", "Red Demo"], ["user", "disable", "nadie@red.demo"], ["confirm", "emergency"],
  ["import", "directory", "data/directory.csv", "--dry-run"],
];

for (const engine of engines) {
  test(`${engine}: what reads, verifies or saves refuses a folder without a Hebra, names it, and leaves nothing there`, async (t) => {
    const at = new Installation(engine);
    t.after(() => at.remove());
    for (const words of reading) {
      const answer = await at.run(...words);
      assert.equal(answer.status, 1, words.join(" "));
      assert.ok(answer.complained.includes(`en «${at.data}» no hay una instalación de Hebra`), `${words.join(" ")}: ${answer.complained}`);
      assert.equal(answer.said, "", "nothing is told to be well");
      assert.equal(existsSync(at.data), false, words.join(" "));
    }
  });
}
