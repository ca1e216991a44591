import { expect, test } from "vitest";
import { byDanger, byDeadline, type Commitment } from "./commitments";

const item = (id: string, danger: Commitment["danger"], due_at: string): Commitment => ({ id, danger, due_at, kind: "x", title: id, institution_name: "Demo", state: "open" });

test("imminent risk first, then danger, then the oldest", () => {
  const items = [item("c", "normal", "2026-11-17T10:00:00Z"), item("d", "high", "2026-11-19T10:00:00Z"), item("b", "high", "2026-11-18T10:00:00Z"), item("a", "imminent", "2026-11-19T23:00:00Z")];
  expect([...items].sort(byDanger).map(({ id }) => id)).toEqual(["a", "b", "d", "c"]);
  expect([...items].sort(byDeadline).map(({ id }) => id)).toEqual(["c", "b", "d", "a"]);
});
