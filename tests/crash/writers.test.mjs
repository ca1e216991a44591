// What the crash tests themselves do when a write is refused: they fail, and end.
//     node --test tests/crash/writers.test.mjs
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { Chance } from "./chance.mjs";
import { Gate, Ledger, Writer } from "./writers.mjs";

test("a refused write fails the run, and no other writer goes on for ever", { timeout: 20_000 }, async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(asked === 3 ? 422 : 503).end("{}");  // the others are told to try again, as while a database is away
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = { address: `http://127.0.0.1:${server.address().port}`, token: "t" };
  const [gate, ledger] = [new Gate(), new Ledger(100)];
  const all = [1, 2, 3, 4].map((number) => new Writer({ client, chance: new Chance(number), gate, ledger, number }).work());
  await assert.rejects(Promise.all(all), /answered 422/);
  server.close();
  server.closeAllConnections();
  ledger.end();
  const ends = await Promise.allSettled([...all, ledger.reached(50), gate.quiet()]);
  assert.deepEqual(ends.map(({ status }) => status), ["rejected", "rejected", "rejected", "rejected", "fulfilled", "fulfilled"]);
});
