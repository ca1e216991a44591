import assert from "node:assert/strict";
import { test } from "node:test";
import { countGtest, countTap, countVitest } from "./count.mjs";

test("GoogleTest: what ran is counted, what failed is named, what is switched off is not", () => {
  const report = {
    testsuites: [
      {
        name: "Room",
        testsuite: [
          { name: "stands", status: "RUN" },
          { name: "falls", status: "RUN", failures: [{ failure: "no" }] },
          { name: "sleeps", status: "NOTRUN" },
        ],
      },
    ],
  };
  assert.deepEqual(countGtest([report]), { passed: 1, failed: 1, failures: ["Room.falls"] });
});

test("vitest: a file that could not be loaded is a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { name: "a", status: "failed", assertionResults: [{ status: "failed", fullName: "a falls" }] },
      { name: "b", status: "failed", message: "syntax", assertionResults: [] },
    ],
  };
  assert.deepEqual(countVitest(report), { passed: 3, failed: 2, failures: ["a falls", "b: syntax"] });
});

test("Node's runner: numbers come from its closing lines, and none is not zero", () => {
  assert.deepEqual(countTap("not ok 1 - falls\n# pass 2\n# fail 1\n# cancelled 0\n"), {
    passed: 2,
    failed: 1,
    failures: ["falls"],
  });
  assert.ok(Number.isNaN(countTap("nothing").passed));
});
