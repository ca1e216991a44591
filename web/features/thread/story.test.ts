import { expect, test } from "vitest";
import { storyOf, type Facts, type Lane, type ThreadEvent } from "./story";

const line: Lane = { id: "1", name: "Línea", sector: "helpline" };
const denied = (day: number): ThreadEvent => {
  const event_at = `2026-11-0${day}T12:00:00Z`;
  return { id: String(day).padStart(6, "0"), event_at, entered_at: event_at, entered_late: false, institution: line, kind: "arrival_denied", mine: true, party: true, subject_id: "r" };
};
const saying = (day: number, words: string, channel: "phone" | "visit"): Facts["sayings"][number] => {
  const at = `2026-11-0${day}T12:00:00.000Z`;
  return { event: "arrival_denied", subject_id: "r", at, words, asked: { channel, at, answered_by: "person" } };
};

test("what the person denied twice of one referral is said each time at its own knot, as it was asked then", () => {
  const sayings = [saying(7, "No me atendieron.", "visit"), saying(2, "Nunca fui.", "phone")];
  const told = (events: ThreadEvent[]) =>
    storyOf({ events, sayings, commitments: [], lapses: [], owed: [], institution: () => line, now: new Date("2026-11-19T15:00:00Z") }).moments.map(({ words, asked }) => [words, asked?.channel]);
  expect(told([denied(2), denied(7)])).toEqual([[["Nunca fui."], "phone"], [["No me atendieron."], "visit"]]);
  // The older one is not there yet: its words wait for it.
  expect(told([denied(7)])).toEqual([[["No me atendieron."], "visit"]]);
});
