import { describe, expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { keyMove } from "./keys";
import { layOut, type Layout, type Wishes } from "./layout";
import { k_step } from "./elastic";
import { storyOf, type Facts, type Lane, type Story, type ThreadEvent } from "./story";

const now = new Date("2026-11-19T15:00:00Z");
const k_day = 86_400_000;
const line: Lane = { id: "1", name: "Línea", sector: "helpline" };
const cesfam: Lane = { id: "2", name: "CESFAM", sector: "health" };
const oln: Lane = { id: "3", name: "OLN", sector: "childhood" };

let number = 0;
const event = (days: number, kind: ThreadEvent["kind"], institution: Lane, subject_id = "s"): ThreadEvent => {
  number += 1;
  const event_at = new Date(now.getTime() - days * k_day).toISOString();
  return { id: String(number).padStart(6, "0"), event_at, entered_at: event_at, entered_late: false, institution, kind, mine: false, party: false, subject_id };
};
const commitment = (days: number, of: Lane, loose = false): Schema["Commitment"] => ({
  id: `c${days}${of.id}`, kind: "referral.answer", title_key: "commitment.referral.answer", institution_name: of.name, danger: "normal", state: "open", subject_id: "s",
  opened_at: now.toISOString(), due_at: new Date(now.getTime() + days * k_day).toISOString(), loose, ...(loose ? { loose_since: new Date(now.getTime() + days * k_day).toISOString() } : {}),
  mine: false, actions: [], paused: false, version: 1,
});
type Past = Pick<Schema["Lapse"], "institution" | "from" | "until">;
const tell = (events: ThreadEvent[], commitments: Schema["Commitment"][] = [], lapses: Past[] = [], more: Partial<Facts> = {}): Story =>
  storyOf({ events, commitments, lapses: lapses.map((lapse) => ({ ...lapse, kind: "referral.answer" })), owed: [], sayings: [], ...more, institution: (name) => [line, cesfam, oln].find((lane) => lane.name === name) ?? line, now });
const wishes: Wishes = { zoom: "all", width: 900, labelLength: () => 8, dayOf: (at) => new Date(at).toISOString().slice(0, 10) };
const draw = (story: Story, change: Partial<Wishes> = {}): Layout => layOut(story, { ...wishes, ...change });

const handedOver = () => tell([
  event(48, "contact", line), event(47, "referral_sent", line, "r"), event(45, "referral_accepted", cesfam, "r"), event(42, "arrived", cesfam, "r"), event(30, "session", cesfam),
]);

describe("the story", () => {
  test("lanes are in order of entry; the thread passes only at the first contact confirmed", () => {
    const story = handedOver();
    expect(story.lanes.map((lane) => lane.name)).toEqual(["Línea", "CESFAM"]);
    expect(story.held.map(({ lane, from }) => [lane, (now.getTime() - from) / k_day])).toEqual([[0, 48], [1, 42]]);
    expect(tell([event(3, "contact", line), event(2, "referral_sent", line, "r"), event(1, "referral_accepted", cesfam, "r")]).held).toHaveLength(1);
  });
  test("an arrival written down by the origin passes the thread to whoever accepted", () => {
    const story = tell([event(3, "contact", line), event(2, "referral_accepted", cesfam, "r"), event(1, "arrived", line, "r")]);
    expect(story.held.at(-1)?.lane).toBe(1);
  });
  test("what one may not see leaves nothing: a thread of another's facts alone has no lane of theirs", () => {
    const story = tell([event(3, "contact", line)]);
    expect([story.lanes.length, story.gaps.length, draw(story).frays.length]).toEqual([1, 0, 0]);
  });
  test("times without anybody in a lane join; an open one has no end", () => {
    const at = (days: number) => new Date(now.getTime() - days * k_day).toISOString();
    const story = tell([event(20, "contact", line)], [commitment(-1, line, true)], [
      { institution: line, from: at(10), until: at(6) }, { institution: line, from: at(8), until: at(4) },
    ]);
    expect(story.gaps.map(({ from, until }) => [(now.getTime() - from) / k_day, until && (now.getTime() - until) / k_day])).toEqual([[10, 4], [1, undefined]]);
  });
});

describe("what others owe, what nobody did, and what the person said", () => {
  const owed = (days: number, overdue: boolean): Schema["OwedOnThread"] => ({
    id: `o${days}`, kind: "referral.acknowledge", title_key: "commitment.referral.acknowledge", institution: cesfam, subject_id: "r", danger: "normal", opened_at: now.toISOString(),
    due_at: new Date(now.getTime() + days * k_day).toISOString(), paused: false, overdue, asked: true,
  });
  test("what is owed has its institution's lane: ahead of now, or loose since it was due", () => {
    const layout = draw(tell([event(5, "contact", line)], [], [], { owed: [owed(3, false), owed(-2, true)] }));
    expect(layout.lanes.map(({ lane }) => lane.name)).toEqual(["Línea", "CESFAM"]);
    expect(layout.knots.map(({ lane, moments, x }) => [lane, moments[0]?.shape, x < layout.nowX])).toEqual([[0, "contact", true], [1, "loose", true], [1, "future", false]]);
    expect(layout.gaps.map(({ onLine, gap }) => [onLine, gap.nobody])).toEqual([[false, false]]);
  });
  test("who let it go before handing it over leaves loose ends to whoever takes it", () => {
    const at = (days: number) => new Date(now.getTime() - days * k_day).toISOString();
    const events = [event(20, "contact", line), event(19, "referral_accepted", cesfam, "r"), event(5, "arrived", cesfam, "r")];
    const layout = draw(tell(events, [], [{ institution: line, from: at(15), until: at(2) }]));
    expect([layout.handovers.length, layout.mends.map(({ lane }) => lane)]).toEqual([1, [0]]);
  });
  test("a gap that ended leaves the yarn again, with loose ends where it was taken up", () => {
    const at = (days: number) => new Date(now.getTime() - days * k_day).toISOString();
    const layout = draw(tell([event(20, "contact", line), event(1, "note", line)], [], [{ institution: line, from: at(9), until: at(4) }]));
    expect(layout.gaps[0]?.gap.kinds).toEqual(["referral.answer"]);
    expect([layout.yarn.length, layout.frays.length, layout.mends.length]).toEqual([2, 1, 1]);
    const [gap] = layout.gaps;
    expect(layout.mends[0]?.x).toBe((gap?.x ?? 0) + (gap?.width ?? 0));
  });
  test("words stand over the knot at which they were heard, never on each other nor across now", () => {
    const heard = Array.from({ length: 6 }, (_, index) => ({ event: "contact" as const, subject_id: `c${index}`, at: "2026-11-19T00:00:00Z", words: "No sé a quién decirle esto, ¿le van a contar a mi mamá?" }));
    const layout = draw(tell(heard.map(({ subject_id }, index) => event(40 - index * 7, "contact", line, subject_id)), [], [], { sayings: heard }), { width: 600 });
    expect(layout.voices.length).toBeGreaterThan(1);
    layout.voices.forEach((voice, index) => {
      const next = layout.voices[index + 1];
      expect(voice.x + voice.width).toBeLessThan(next?.x ?? layout.nowX);
      expect(Math.abs(voice.x - voice.at)).toBeLessThan(260);
    });
    expect(layout.knots.every(({ moments }) => moments[0]?.words?.length === 1)).toBe(true);
    expect(draw(tell([event(3, "contact", line)])).top).toBeLessThan(layout.top);
  });
  test("what was allowed comes before what it allowed, at one instant", () => {
    const story = tell([event(2, "referral_sent", line, "r"), event(2, "permission", line, "r")]);
    expect(story.moments.map(({ shape }) => shape)).toEqual(["permission", "referral"]);
  });
});

describe("time", () => {
  test("knots are 34 px apart at the least, even at one instant, and empty years fold", () => {
    const story = tell([event(1000, "contact", line), event(1, "contact", line), event(1, "screening", line), event(1, "note", line)]);
    const apart = (width: number) => {
      const xs = draw(story, { width }).knots.map(({ x }) => x);
      return xs.slice(1).map((x, index) => x - (xs[index] as number));
    };
    // Where there is too little room, all stand at the least; where there is some, a thousand days take more than none.
    expect(apart(0)).toEqual([k_step, k_step, k_step]);
    const [years = 0, none = 0] = apart(600);
    expect(none).toBeGreaterThanOrEqual(k_step);
    expect(years).toBeGreaterThan(none);
    expect(years).toBeLessThanOrEqual(66 * 1.5);
  });
  test("what is to come lies after now, what is loose before it", () => {
    const layout = draw(tell([event(5, "contact", line)], [commitment(2, line), commitment(-1, line, true)]));
    const x = (shape: string) => layout.knots.find(({ moments }) => moments[0]?.shape === shape)?.x ?? 0;
    expect(x("loose")).toBeLessThan(layout.nowX);
    expect(x("future")).toBeGreaterThan(layout.nowX);
    expect(layout.future).toHaveLength(1);
  });
  test("ticks never lie on each other and say the month once", () => {
    const layout = draw(tell([event(30, "contact", line), event(29, "note", line), event(29, "note", line), event(2, "note", line)]));
    expect(layout.ticks.map(({ withMonth }) => withMonth)).toEqual([true, false, true]);
  });
  test("a week shows a week, and its holder from where it begins", () => {
    const layout = draw(handedOver(), { zoom: "week" });
    expect(layout.knots).toHaveLength(0);
    expect(draw(tell([event(40, "contact", line), event(3, "note", line)]), { zoom: "week" }).yarn).toHaveLength(1);
    expect(draw(handedOver(), { zoom: "quarter" }).knots).toHaveLength(5);
  });
});

describe("lines", () => {
  test("yarn in each holder's lane, one handover, dashes for what was sent", () => {
    const layout = draw(handedOver());
    expect(layout.yarn.map(({ lane }) => lane)).toEqual([0, 1]);
    expect(layout.handovers.map(({ from, to }) => [from, to])).toEqual([[0, 1]]);
    expect(layout.handovers[0]?.x2).toBe(layout.knots.find(({ moments }) => moments[0]?.shape === "arrived")?.x);
    expect(layout.sent).toHaveLength(1);
    expect(layout.lanes.map(({ isHolding }) => isHolding)).toEqual([false, true]);
  });
  test("a gap of the holder frays the line and leaves room for its words", () => {
    const story = tell([event(20, "contact", line), event(2, "contact", line)], [], [{ institution: line, from: new Date(now.getTime() - 9 * k_day).toISOString(), until: new Date(now.getTime() - 2 * k_day).toISOString() }]);
    const layout = draw(story);
    expect(layout.gaps[0]).toMatchObject({ onLine: true });
    expect(layout.gaps[0]?.width).toBeGreaterThanOrEqual(92);
    expect(layout.yarn).toHaveLength(2);
    expect(layout.frays).toHaveLength(1);
  });
  test("who works without holding is a thin ply", () => {
    const layout = draw(tell([event(9, "contact", line), event(5, "session", oln), event(3, "session", oln)]));
    expect(layout.plies.map(({ lane }) => lane)).toEqual([1]);
  });
  test("a mesa is one seam through every lane that attended", () => {
    const layout = draw(tell([event(9, "contact", line), event(8, "contact", cesfam), event(5, "mesa", line, "m"), event(5, "mesa", cesfam, "m")]));
    expect(layout.seams).toHaveLength(1);
    expect(new Set(layout.knots.filter(({ moments }) => moments[0]?.shape === "mesa").map(({ x }) => x)).size).toBe(1);
  });
});

describe("braids", () => {
  const sessions = (count: number) => Array.from({ length: count }, (_, index) => event(count - index, "session", line));
  test("forty knots stay apart; more fold the sessions of one lane", () => {
    expect(draw(tell(sessions(40))).knots).toHaveLength(40);
    const folded = draw(tell([event(60, "contact", line), ...sessions(41)]));
    expect(folded.knots.map(({ moments }) => moments.length)).toEqual([1, 41]);
  });
  test("what is not a session never folds", () => expect(draw(tell(Array.from({ length: 50 }, (_, index) => event(50 - index, "contact", line)))).knots).toHaveLength(50));
});

test("words of knots never lie on each other in their lane", () => {
  const layout = draw(tell(Array.from({ length: 30 }, (_, index) => event(index, "note", line))), { width: 0 });
  for (const side of ["above", "below"]) {
    const xs = layout.knots.filter(({ label }) => label === side).map(({ x }) => x);
    for (let i = 1; i < xs.length; i += 1) expect((xs[i] as number) - (xs[i - 1] as number)).toBeGreaterThanOrEqual(8 * 7.3);
  }
});

test("the keys of the drawing", () => {
  const layout = draw(tell([event(9, "contact", line), event(8, "contact", cesfam), event(7, "note", line)], [commitment(-1, cesfam, true), commitment(3, line)]));
  const go = (key: string, from: number) => keyMove(key, layout, from, false)?.to;
  expect([go("ArrowRight", 0), go("ArrowLeft", 0), go("End", 0), go("Home", 4)]).toEqual([1, 0, 4, 0]);
  expect([go("ArrowDown", 0), go("ArrowUp", 3), go("ArrowDown", 1)]).toEqual([1, 2, 1]);
  expect(go("n", 0)).toBe(3);
  expect(keyMove("L", layout, 0, false)).toEqual({ act: "list" });
  expect(keyMove("a", layout, 0, false)).toBeUndefined();
});

test("three hundred facts are laid out well within a frame budget of 100 ms", () => {
  const lanes = [line, cesfam, oln];
  const story = tell(Array.from({ length: 300 }, (_, index) => event(300 - index, index % 5 === 0 ? "contact" : "note", lanes[index % 3] as Lane)));
  const started = performance.now();
  draw(story);
  expect(performance.now() - started).toBeLessThan(50);
});
