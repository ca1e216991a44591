import { expect, test } from "vitest";
import { received, returned } from "@/tests/fake-referrals";
import { byDanger, holderOf, waitsForOther } from "./stages";

const now = new Date();

test("the late come first, then what falls due first; what waits for the others comes last", () => {
  expect(byDanger(received(), now).map(({ thread_code }) => thread_code)).toEqual(["HB-4T82", "HB-4T81", "HB-4T84", "HB-4T83"]);
});

test("among the late, danger decides before age", () => {
  const hour = 3_600_000;
  const late = received().slice(0, 2).map((one, index) => ({ ...one, due_at: new Date(now.getTime() - (index + 1) * hour).toISOString() }));
  expect(byDanger([...late].reverse(), now).map(({ urgency }) => urgency)).toEqual(["urgent", "priority"]);
});

test("one's own clock stands still only while the other side answers", () => {
  expect(waitsForOther({ paused: true, mine_to_act: false })).toBe(true);
  expect(waitsForOther({ paused: true, mine_to_act: true })).toBe(false);
});

test("the origin holds until the first contact is confirmed, and nobody after the end", () => {
  expect(holderOf(returned())).toBe("origin");
  expect(holderOf({ status: "scheduled" })).toBe("origin");
  expect(holderOf({ status: "first_contact" })).toBe("destination");
  expect(holderOf({ status: "closed_verified" })).toBe("nobody");
});
