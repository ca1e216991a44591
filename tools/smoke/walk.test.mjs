import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "./main.mjs";

test("the steps share a context, are timed, and the first to fail ends the walk by its name", async () => {
  const told = [];
  const steps = [
    { name: "one", run: async (context) => (context.found = "HB-1") },
    { name: "two", run: async (context) => assert.equal(context.found, "HB-2") },
    { name: "three", run: async () => assert.fail("never reached") },
  ];
  assert.equal(await walk(steps, {}, (line) => told.push(line)), "two");
  assert.match(told[0], /^\[1\/3\] one \(HB-1\): \d+ ms$/);
  assert.match(told[1], /^\[2\/3\] two: FAILED after \d+ ms: /);
  assert.equal(told.length, 2);
  assert.equal(await walk(steps.slice(0, 1), {}, () => {}), null);
});
