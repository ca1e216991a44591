import { expect, test } from "vitest";
import { newKey, onceKeys } from "./once";

test("a key is a UUID and never the same", () => {
  expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100);
});

test("the same thing tried again carries the same key", () => {
  const keys = onceKeys();
  expect(keys.keyFor({ alias: "Dani" })).toBe(keys.keyFor({ alias: "Dani" }));
});

test("another thing, or the same one after an answer, is another intention", () => {
  const keys = onceKeys();
  const first = keys.keyFor({ alias: "Dani" });
  expect(keys.keyFor({ alias: "Daniela" })).not.toBe(first);
  const second = keys.keyFor({ alias: "Dani" });
  keys.settle();
  expect(keys.keyFor({ alias: "Dani" })).not.toBe(second);
});

test("nothing to send is also one intention", () => {
  const keys = onceKeys();
  expect(keys.keyFor(undefined)).toBe(keys.keyFor(undefined));
});
