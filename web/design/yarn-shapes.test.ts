import { expect, test } from "vitest";
import { frayEnds, shareLeft, shareLoose, strand } from "./yarn-shapes";

test("a taut strand is a straight line; a waving one ends where it should", () => {
  expect(strand(4, 36, 20, 0)).toBe("M4 36h20");
  expect(strand(0, 29, 112, 7)).toBe("M0 29q28 -7 56 0t56 0");
});

test("a fray has five ends, each beginning where the yarn ends", () => {
  const ends = frayEnds(86, 29, 46.2, 13);
  expect(ends).toHaveLength(5);
  expect(ends.every((path) => path.startsWith("M86 29c"))).toBe(true);
  expect(ends[0]).toBe("M86 29c13.17 -1.3 19.75 -13.65 31.6 -9.75s7.9 -6.5 12.29 -7.15");
});

const now = new Date("2026-11-20T00:00:00Z");
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test("what is left is a share of the day, never more than all nor less than nothing", () => {
  expect(shareLeft(after(12), now)).toBe(0.5);
  expect(shareLeft(after(72), now)).toBe(1);
  expect(shareLeft(after(-1), now)).toBe(0);
});

test("what is loose grows for two days", () => {
  expect(shareLoose(after(-24), now)).toBe(0.5);
  expect(shareLoose(after(-96), now)).toBe(1);
  expect(shareLoose(after(3), now)).toBe(0);
});
