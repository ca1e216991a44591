import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

test("a new room is the example under its own name, and is never written over", () => {
  const folder = mkdtempSync(join(tmpdir(), "hebra-room-"));
  try {
    execFileSync("tools/new_feature", ["home_visits", "--in", folder]);
    const files = readdirSync(join(folder, "home_visits"));
    assert.deepEqual(files, readdirSync("tests/example_room/features/example"));
    for (const file of files) assert.doesNotMatch(readFileSync(join(folder, "home_visits", file), "utf8"), /example/i, file);
    const service = readFileSync(join(folder, "home_visits", "service.hpp"), "utf8");
    assert.match(service, /namespace hebra::home_visits \{/);
    assert.match(service, /#include "features\/home_visits\/store.hpp"/);
    assert.equal(spawnSync("tools/new_feature", ["home_visits", "--in", folder]).status, 1);
    for (const name of ["", "HomeVisits", "home-visits", "../x"])
      assert.equal(spawnSync("tools/new_feature", [name, "--in", folder]).status, 2, name);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
