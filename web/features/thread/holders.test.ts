import { expect, test } from "vitest";
import { holderOf } from "./holders";
import { clearOf, k_names, layOut, type Layout } from "./layout";
import { storyOf, type Lane, type Story, type ThreadEvent } from "./story";

const now = new Date("2026-11-19T15:00:00Z");
const k_day = 86_400_000;
const line: Lane = { id: "1", name: "Línea", sector: "helpline" };
const cesfam: Lane = { id: "2", name: "CESFAM", sector: "health" };

let number = 0;
const event = (days: number, kind: ThreadEvent["kind"], institution: Lane, subject_id = "s"): ThreadEvent => {
  number += 1;
  const event_at = new Date(now.getTime() - days * k_day).toISOString();
  return { id: String(number).padStart(6, "0"), event_at, entered_at: event_at, entered_late: false, institution, kind, mine: false, party: false, subject_id };
};
const tell = (events: ThreadEvent[]): Story => storyOf({ events, commitments: [], lapses: [], owed: [], sayings: [], institution: () => line, now });
const draw = (story: Story, zoom: "all" | "week" = "all"): Layout => layOut(story, { zoom, width: 900, labelLength: () => 8, dayOf: (at) => new Date(at).toISOString().slice(0, 10) });

test("when the referral is over nobody holds it, until somebody attends again; the yarn ends at that knot", () => {
  const events = [event(48, "contact", line), event(45, "referral_accepted", cesfam, "r"), event(42, "arrived", cesfam, "r"), event(10, "outcome", cesfam, "r"), event(9, "closed", line, "r")];
  const story = tell([...events, event(8, "closed", line, "other")]);
  expect(story.held.map(({ lane, until }) => [lane, until && (now.getTime() - until) / k_day])).toEqual([[0, undefined], [1, 9]]);
  expect(holderOf(story)?.lane, "the line's own ended when it handed it over").toBeUndefined();
  const layout = draw(story);
  expect(layout.lanes.map(({ isHolding, holds }) => [isHolding, holds.every(({ until }) => until !== undefined)])).toEqual([[false, true], [false, true]]);
  expect(layout.yarn.at(-1)?.x2).toBe(layout.knots.find(({ moments }) => moments[0]?.event?.kind === "closed")?.x);
  expect(draw(story, "week").yarn).toHaveLength(0);
  expect(holderOf(tell([...events, event(1, "contact", line)]))).toMatchObject({ lane: 0 });
  expect(holderOf(tell([...events, event(1, "reopened", line, "r")]))).toMatchObject({ lane: 1 });
  expect(holderOf(tell([...events.slice(0, 3), event(1, "arrival_denied", line, "r")]))).toMatchObject({ lane: 0 });
  expect(holderOf(tell([event(3, "contact", line), event(2, "referral_sent", line, "r"), event(1, "closed", line, "r")]))).toMatchObject({ lane: 0 });
});

test("what was received from somebody who received it goes back to them, not to whoever began", () => {
  const hospital: Lane = { id: "3", name: "Hospital", sector: "health" };
  const events = [
    event(20, "contact", line), event(19, "referral_sent", line, "r"), event(18, "referral_accepted", cesfam, "r"), event(17, "arrived", cesfam, "r"),
    event(16, "referral_sent", cesfam, "s"), event(15, "referral_accepted", hospital, "s"), event(14, "arrived", hospital, "s"),
  ];
  const nameOf = (all: ThreadEvent[]) => {
    const story = tell(all);
    const holder = holderOf(story);
    return holder && story.lanes[holder.lane]?.name;
  };
  expect(nameOf(events)).toBe("Hospital");
  expect(nameOf([...events, event(1, "arrival_denied", cesfam, "s")])).toBe("CESFAM");
  expect(nameOf([...events, event(1, "closed", cesfam, "s")])).toBe("CESFAM");
  expect(nameOf([...events, event(2, "closed", line, "r")]), "handed on before").toBe("Hospital");
  expect(nameOf([...events, event(2, "closed", line, "r"), event(1, "referral_cancelled", cesfam, "s")])).toBe("CESFAM");
  expect(nameOf([...events, event(2, "arrival_denied", cesfam, "s"), event(1, "closed", line, "r")])).toBeUndefined();
});

test("each knot knows who holds the thread from there on: not whoever accepted, but whoever the person reached", () => {
  const events = [event(9, "contact", line), event(8, "referral_sent", line, "r"), event(7, "referral_acknowledged", cesfam, "r"), event(6, "referral_accepted", cesfam, "r")];
  const holdersOf = (all: ThreadEvent[]) => draw(tell(all)).knots.map(({ lane, holder }) => [lane, holder]);
  expect(holdersOf(events)).toEqual([[0, 0], [0, 0], [1, 0], [1, 0]]);
  expect(holdersOf([...events, event(5, "arrived", line, "r"), event(4, "closed", line, "r")]).slice(4)).toEqual([[0, 1], [0, undefined]]);
});

test("the first words have room after the names, and where it is scrolled none is cut by them", () => {
  const { knots } = draw(tell(Array.from({ length: 40 }, (_, index) => event(40 - index, "note", line))));
  expect(knots[0]?.label).toBeDefined();
  expect((knots[0]?.x ?? 0) - (knots[0]?.half ?? 0)).toBeGreaterThanOrEqual(k_names);
  const cutAt = (edge: number) => knots.filter(({ label, x, half }) => label && x - half < edge && x + half > edge).length;
  const apart = draw(tell([event(40, "note", line), event(30, "note", line), event(20, "note", line), event(10, "note", line)])).knots;
  for (let left = 0; left < 600; left += 7) {
    expect(cutAt(clearOf(knots, left) + k_names)).toBeLessThanOrEqual(cutAt(left + k_names));
    const edge = clearOf(apart, left) + k_names;
    expect(apart.filter(({ x, half }) => x - half < edge && x + half > edge)).toEqual([]);
    expect(left + k_names - edge).toBeLessThan(120);
  }
});

test("what happened within this minute lies before now", () => {
  const story = tell([event(5, "contact", line), event(-30 / 86_400, "note", line), event(-20 / 86_400, "contact", line)]);
  const layout = draw(story);
  expect(layout.knots.map(({ x }) => x < layout.nowX)).toEqual([true, true, true]);
});
