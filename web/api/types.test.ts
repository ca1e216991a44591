import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { typesFrom } from "./generate";

test("types.ts is what openapi.json says (if not: npm run api)", async () => {
  const here = (name: string) => new URL(name, import.meta.url);
  expect(await readFile(here("types.ts"), "utf8")).toBe(await typesFrom(await readFile(here("openapi.json"), "utf8")));
}, 30_000);
