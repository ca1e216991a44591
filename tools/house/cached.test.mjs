import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const compilers = {
  clang: { program: "clang++-19", kind: "pch", use: ["-Xclang", "-include-pch", "-Xclang", "all.hpp.pch"],
    make: ["-Xclang", "-emit-pch", "-Xclang", "-fno-pch-timestamp"] },
  gcc: { program: "g++", kind: "gch", use: ["-fpch-preprocess", "-Winvalid-pch", "-include", "all.hpp"], make: [] },
};

/** A clone with one precompiled header, built through cmake/cached into the given cache. */
function clone(parent, name, { program, kind, use, make }) {
  const root = join(parent, name);
  const run = (...args) => execFileSync(join(root, "cmake/cached"), [program, "-std=c++20", ...args],
    { cwd: root, stdio: "pipe", env: { ...process.env, CCACHE_DIR: join(parent, "cache") } });
  mkdirSync(join(root, "cmake"), { recursive: true });
  copyFileSync("cmake/cached", join(root, "cmake/cached"));
  writeFileSync(join(root, "all.hpp"), "inline int one() { return 1; }\n");
  writeFileSync(join(root, `all.hpp.${kind}.sum`), "the same");
  run("-x", "c++-header", ...make, "-c", join(root, "all.hpp"), "-o", join(root, `all.hpp.${kind}`));
  return {
    root,
    compile(source, text) {
      writeFileSync(join(root, source), text);
      run(...use, "-c", join(root, source), "-o", `${source}.o`);
    },
  };
}

for (const [name, compiler] of Object.entries(compilers)) {
  test(`${name}: what a clone that is gone compiled serves the next, and its precompiled header is not missed`, () => {
    const parent = mkdtempSync(join(tmpdir(), "hebra-cached-"));
    try {
      const first = clone(parent, "first", compiler);
      first.compile("a.cpp", "int a() { return one(); }\n");
      rmSync(first.root, { recursive: true });
      const second = clone(parent, "second", compiler);
      second.compile("a.cpp", "int a() { return one(); }\n");
      second.compile("b.cpp", "int b() { return one() + one(); }\n");
      const statistics = execFileSync("ccache", ["--print-stats"],
        { encoding: "utf8", env: { ...process.env, CCACHE_DIR: join(parent, "cache") } });
      assert.match(statistics, /^(direct|preprocessed)_cache_hit\t1$/m);
    } finally {
      rmSync(parent, { recursive: true });
    }
  });
}
