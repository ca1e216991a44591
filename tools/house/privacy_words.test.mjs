import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPrivacyWords } from "./privacy_words.mjs";

const findings = (text) => Object.values(checkPrivacyWords({ "a.md": text })).flat();

test("machine paths, registry hosts and things left for later are found", () => {
  assert.deepEqual(findings("see /ho" + "me/ana/hebra"), ["a.md:1: /ho" + "me/ana"]);
  assert.deepEqual(findings('\n"resolved": "https://registry.npm' + 'js.org/x"'), ["a.md:2: registry.npm" + "js.org"]);
  assert.deepEqual(findings("// TO" + "DO: later"), ["a.md:1: TO" + "DO"]);
});

test("words that only look like it are not", () => {
  assert.deepEqual(findings("https://example.org/home/page, $root/work/x, todo el día, hackathon, /usr/lib"), []);
});
