// Every step a referral can take, walked from its draft: whoever the thread's page says holds the person is whom the server says, for
// each row of its own table (src/features/referrals/moves.cpp), by the events that it writes (applying.cpp).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { holderOf } from "./holders";
import { storyOf, type Lane, type ThreadEvent } from "./story";

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const cases = (text: string, line: RegExp): [string[], string][] =>
  [...text.matchAll(line)].map(([, labels = "", value = ""]) => [[...labels.matchAll(/case (?:\w+::)?(\w+):/g)].map(([, name = ""]) => name), value]);

const moves = read("src/features/referrals/moves.cpp");
const eventOf = new Map(cases(read("src/features/referrals/applying.cpp"), /((?:case Action::\w+:\s*)+)return Event::(\w+);/g).flatMap(([actions, kind]) => actions.map((action) => [action, kind as ThreadEvent["kind"]] as const)));
const [[received = []] = []] = cases(/Side holder\(Status[\s\S]*?\n}/.exec(moves)?.[0] ?? "", /((?:case \w+:\s*)+)return (k_destination);/g);

interface Step { from: string; action: string; to: string; side: string }
const table = [...moves.matchAll(/\{(k_\w+), (\w+), A::(\w+), (\w+), (k_\w+)/g)].map(([, kinds = "", from = "", action = "", to = "", side = ""]) => ({ kinds, from, action, to, side }));
const steps: Step[] = table.filter(({ kinds }) => kinds !== "k_informs");

const origin: Lane = { id: "1", name: "Línea", sector: "helpline" };
const destination: Lane = { id: "2", name: "CESFAM", sector: "health" };
const start = Date.parse("2026-11-01T12:00:00Z");
const event = (index: number, kind: ThreadEvent["kind"], institution: Lane): ThreadEvent => {
  const event_at = new Date(start + index * 3_600_000).toISOString();
  return { id: String(index).padStart(6, "0"), event_at, entered_at: event_at, entered_late: false, institution, kind, mine: false, party: false, subject_id: "r" };
};

const holding = (told: readonly [ThreadEvent["kind"], Lane][]): string => {
  const story = storyOf({ events: told.map(([kind, lane], index) => event(index, kind, lane)), commitments: [], lapses: [], owed: [], sayings: [], institution: () => origin, now: new Date("2026-11-20T12:00:00Z") });
  const holder = holderOf(story);
  return holder === undefined ? "nobody" : story.lanes[holder.lane]?.id === "2" ? "destination" : "origin";
};

interface Walk { status: string; way: string[]; told: [ThreadEvent["kind"], Lane][] }

test("whoever holds the thread is whoever the server says holds the referral, at each step of the table", () => {
  expect(received).toContain("first_contact");
  expect(eventOf.get("confirm_first_contact")).toBe("arrived");
  expect(eventOf.get("close_verified")).toBe("closed");
  expect(steps.length).toBeGreaterThan(40);
  expect(steps.map(({ action }) => action)).toEqual(expect.arrayContaining(["close_unasked", "let_stand", "close_verified", "dispute"]));
  const waiting: Walk[] = [{ status: "draft", way: [], told: [["contact", origin]] }];
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (let walk = waiting.shift(); walk; walk = waiting.shift()) {
    for (const { from, action, to, side } of steps) {
      if (from !== walk.status) continue;
      const kind = eventOf.get(action);
      const told = kind && !(action === "mark_error" && from === "draft") ? [...walk.told, [kind, side === "k_destination" ? destination : origin] satisfies [ThreadEvent["kind"], Lane]] : walk.told;
      const way = [...walk.way, action];
      // Closed after it was received: it is over, and the sheet says so too. The server's word is for those that go on.
      const isOver = to.startsWith("closed") && received.includes(walk.status);
      const expected = isOver ? "nobody" : received.includes(to) ? "destination" : "origin";
      const told_so = holding(told);
      if (told_so !== expected) wrong.push(`${way.join(" ")}: ${told_so}, not ${expected}`);
      // Once more after it came back: a second arrival is as the first.
      const arrivals = told.filter(([one]) => one === "arrived").length;
      const key = `${to} ${Math.min(arrivals, 2)}`;
      const ended = ["closed", "cancelled", "entered_in_error", "redirected"].some((end) => to.startsWith(end));
      if (ended || seen.has(key)) continue;
      seen.add(key);
      waiting.push({ status: to, way, told });
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.has("outcome_reported 2")).toBe(true);
});
