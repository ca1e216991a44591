import { describe, expect, test } from "vitest";
import { linePaths, moments, placesOf, spoken } from "./moment-order";
import type { Touched } from "./write-up";

const order = (...names: Touched["moment"][]): Touched[] => names.map((moment) => ({ moment }));

describe("the order in which moments are spoken of", () => {
  test("the first letter marks a moment, wherever it is", () => {
    expect(spoken(order("welcome"), "action_plan", 1, "t")).toEqual([{ moment: "welcome" }, { moment: "action_plan", at: "t" }]);
  });
  test("a correction is no return; writing at length after another moment is", () => {
    const before = order("problem", "resources_and_networks");
    expect(spoken(before, "problem", 4, "t")).toBe(before);
    expect(placesOf(spoken(before, "problem", 30, "t"), "problem")).toEqual([1, 3]);
    expect(spoken(order("problem"), "problem", 500, "t")).toHaveLength(1);
  });
  test("there is an end to how many are kept", () => {
    const full = Array.from({ length: 80 }, (_, index) => ({ moment: moments[index % 2] ?? "welcome" }));
    expect(spoken(full, "closing", 50, "t")).toHaveLength(80);
  });
});

describe("the line that joins them", () => {
  const heights = moments.map((_, index) => 33 + 66 * index);
  test("neighbours are joined straight, jumps go around, further the further they jump", () => {
    const paths = linePaths(order("welcome", "problem", "resources_and_networks", "welcome"), heights);
    expect(paths[0]).toBe("M52 33L52 99");
    const reach = (path: string | undefined) => Number(/C(-?[\d.]+)/.exec(path ?? "")?.[1]);
    expect(reach(paths[2])).toBeLessThan(reach(paths[1]));
  });
  test("nothing is drawn before the rows are measured, nor from a moment to itself", () => {
    expect(linePaths(order("welcome", "problem"), [])).toEqual([]);
    expect(linePaths(order("welcome"), heights)).toEqual([]);
  });
});
