import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { search } from "./planted.mjs";

const folder = mkdtempSync(join(tmpdir(), "hebra-planted-"));
const file = join(folder, "bytes");
test.after(() => rmSync(folder, { recursive: true }));

function finds(...bytes) {
  writeFileSync(file, Buffer.concat([Buffer.alloc(70, 7), ...bytes.map((part) => Buffer.from(part)), Buffer.alloc(70, 9)]));
  return search([file], ["Ñeculmán", "41.000.007"]).found.length > 0;
}

test("a planted word is found however it was written", () => {
  assert.ok(finds("Ñeculmán"));
  assert.ok(finds("ÑECULMÁN"));
  assert.ok(finds("neculman"));
  assert.ok(finds(Buffer.from("Ñeculmán", "utf16le")));
  assert.ok(finds(Buffer.from("Ñeculmán", "utf16le").swap16()));
  assert.ok(finds(Buffer.from("Ñeculmán").toString("hex")));
  assert.ok(finds("41.000.007"));
  assert.ok(!finds("Ñeculm", "41000007"));
});

test("a word across two pieces of a large file is found", () => {
  const bytes = Buffer.alloc((32 << 20) + 100, 1);
  bytes.write("neculman", (32 << 20) - 3);
  writeFileSync(file, bytes);
  assert.equal(search([file], ["Ñeculmán"]).found.length, 1);
});
