import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { compileAlone, flagsByFolder, hashOf } from "./headers.mjs";

test("a header that leans on its includer's includes is found", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hebra-headers-"));
  try {
    writeFileSync(join(folder, "alone.hpp"), "#pragma once\n#include <string>\ninline std::string a() { return {}; }\n");
    writeFileSync(join(folder, "leaning.hpp"), "#pragma once\ninline std::string b() { return {}; }\n");
    assert.equal(await compileAlone(join(folder, "alone.hpp"), []), null);
    assert.match(await compileAlone(join(folder, "leaning.hpp"), []), /leaning\.hpp:2/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the hash changes with the header, with what it includes at any depth, and with flags", () => {
  const tree = { "src/a.hpp": '#include "b.hpp"', "src/b.hpp": '#include "c.hpp"', "src/c.hpp": "int c;", "src/d.hpp": "int d;" };
  const hash = hashOf("src/a.hpp", tree, []);
  assert.notEqual(hashOf("src/a.hpp", { ...tree, "src/c.hpp": "long c;" }, []), hash);
  assert.notEqual(hashOf("src/a.hpp", tree, ["-DX"]), hash);
  assert.equal(hashOf("src/a.hpp", { ...tree, "src/d.hpp": "long d;" }, []), hash);
});

test("flags are taken from the build's own commands", () => {
  const commands = [{ file: "/r/src/a/b.cpp", command: "clang++ -DX=1 -I/r/src -isystem /usr/include/p -O0 -c b.cpp" }];
  assert.deepEqual(flagsByFolder(commands), { "/r/src/a": ["-DX=1", "-I/r/src", "-isystem", "/usr/include/p"] });
});
