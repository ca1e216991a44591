import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf, brokenLinks, runBlock } from "./docs.mjs";

test("only blocks marked for it are run, and a failing command is found", () => {
  const text = "a\n```sh check\ntrue\n```\n```sh\nfalse\n```\n";
  assert.deepEqual(blocksOf(text), [{ line: 2, script: "true\n" }]);
  assert.equal(runBlock("true\n"), null);
  assert.match(runBlock("false\ntrue\n"), /status 1/);
  assert.match(runBlock("echo out; echo why >&2; exit 3"), /out\nwhy/);
});

test("a link to a file that is not there is found", () => {
  const exists = (path) => path === "docs/operations.md";
  const text = "[a](operations.md#top) [b](https://example.org) [c](#here)\n[d](../gone.md)";
  assert.deepEqual(brokenLinks("docs/a.md", text, exists), ["docs/a.md:2: ../gone.md leads nowhere"]);
});
