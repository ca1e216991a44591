import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSizes } from "./sizes.mjs";

const lines = (count) => "x\n".repeat(count);

test("the edges of each bound", () => {
  const { warnings, rules } = checkSizes({
    "src/a.cpp": lines(300),
    "src/b.cpp": lines(301),
    "src/c.cpp": lines(500),
    "src/d.cpp": lines(501),
    "web/E.tsx": lines(200),
    "web/F.tsx": lines(201),
    "web/F.test.tsx": lines(299),
    "web/api/schema.ts": lines(9000),
    "data/names.csv": lines(9000),
  });
  assert.deepEqual(warnings, ["src/b.cpp: 301 lines", "src/c.cpp: 500 lines"]);
  assert.deepEqual(Object.values(rules).flat(), ["src/d.cpp: 501 lines", "web/F.tsx: 201 lines"]);
});
