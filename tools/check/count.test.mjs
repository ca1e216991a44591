import assert from "node:assert/strict";
import { test } from "node:test";
import { countCtest, countGtest, countTap, countVitest, readJunit } from "./count.mjs";

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

test("ctest: reports are added up; a program without one crashed; one that ends badly after its tests failed", () => {
  const one = { testsuites: [{ name: "S", testsuite: [{ name: "t", status: "RUN" }] }] };
  const listed = [
    { name: "sound", command: ["/b/sound_test", "--gtest_brief=1"] },
    { name: "leaking", command: ["/b/leaking_test"] },
    { name: "crashed", command: ["/b/crashed_test"] },
    { name: "unbuilt" },
    { name: "script", command: ["/usr/bin/node", "laws.mjs"] },
    { name: "bad_script", command: ["/usr/bin/node", "laws.mjs"] },
  ];
  const outcomes = readJunit(
    '<testsuite><testcase name="sound" classname="sound" time="1" status="run"/><testcase name="leaking" status="fail">' +
      '<testcase name="crashed" status="fail"><testcase name="script" status="run"><testcase name="bad_script" status="fail">',
  );
  const total = countCtest(listed, { sound_test: one, leaking_test: one }, outcomes);
  assert.equal(total.passed, 3);
  assert.deepEqual(total.failures, [
    "leaking: ended badly",
    "crashed_test: no report, so it crashed, hung or was not built",
    "unbuilt_test: no report, so it crashed, hung or was not built",
    "bad_script: ended badly",
  ]);
  assert.equal(total.failed, 4);
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
