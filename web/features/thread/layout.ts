// Where everything of the drawing goes. Pure: a story in, positions out, in px.
// Time is elastic: 34 px between knots at the least, and empty days fold; the ticks say the real dates.
import { cut, placeInTime, stopsOf, type Stop, type Zoom } from "./elastic";
import { heldAt, holderOf } from "./holders";
import { linesOf, type Lines } from "./lines";
import { voicesOf, type PlacedVoice } from "./voices";
import type { Gap, Lane, Moment, Story } from "./story";

export const k_names = 168;
const k_top = 40;
/** What the person says has the first lane. */
const k_voices = 66;
export const k_lane = 112;
const k_end = 40;
/** Half of what the word over now takes. */
const k_now = 62;
/** Where the words of a gap stand, under its frayed ends. */
const k_alone = { from: 8, until: 106 };
const k_letter = 7.3;
/** As far as it may scroll back for the sake of whole words. */
const k_near = 120;
const halfOf = (letters: number): number => ((letters || 1) * k_letter) / 2 + 3;

export interface PlacedKnot {
  /** One, or those of a braid; the first names it. */
  moments: Moment[];
  x: number;
  y: number;
  lane: number;
  /** The lane that holds the thread from here on; missing when nobody does. */
  holder?: number;
  label?: "above" | "below";
  /** Half of what its words take. */
  half: number;
}

export interface PlacedGap {
  gap: Gap;
  x: number;
  y: number;
  width: number;
  lane: number;
  /** In the lane that holds the thread then: the line itself frays. */
  onLine: boolean;
}

export interface Layout extends Lines {
  width: number;
  height: number;
  /** What the person said, above the knot at which it was heard; none: there is no such lane. */
  voices: PlacedVoice[];
  /** Where the first institution's lane begins. */
  top: number;
  lanes: { lane: Lane; y: number; isHolding: boolean; holds: { from: number; until?: number }[] }[];
  knots: PlacedKnot[];
  gaps: PlacedGap[];
  /** Cross-stitch through every lane that attended. */
  seams: { x: number; y1: number; y2: number }[];
  ticks: { x: number; at: number; withMonth: boolean }[];
  nowX: number;
}

export interface Wishes {
  zoom: Zoom;
  /** How wide the region is; a long story is wider. */
  width: number;
  /** How long a knot's words are, in letters. */
  labelLength: (moment: Moment) => number;
  /** Which day it is there: "2026-11-19". */
  dayOf: (at: number) => string;
}

export function layOut(whole: Story, wishes: Wishes): Layout {
  const story = cut(whole, wishes.zoom);
  const stops = stopsOf(story);
  const half = (moment: Moment) => halfOf(wishes.labelLength(moment));
  const [first] = stops[0]?.knots[0] ?? [];
  const xs = placeInTime(stops, k_names, wishes.width - k_names - k_end, first && Math.max(18, Math.ceil(half(first))));
  const top = story.moments.some(({ words }) => words) ? k_top + k_voices : k_top;
  const yOf = (lane: number) => top + lane * k_lane + k_lane / 2;
  const xAt = (at: number): number => {
    const index = stops.findLastIndex((stop) => stop.at <= at);
    return xs[Math.max(0, index)] ?? k_names;
  };
  const nowX = xs[stops.findIndex((stop) => stop.isNow)] as number;
  const xOfEnd = (at: number): number => xs[stops.findIndex((stop) => stop.at >= at)] ?? nowX;
  const knots = stops.flatMap((stop, index) =>
    stop.knots.map((moments): PlacedKnot => {
      const [{ lane }, last] = [moments[0] as Moment, moments.at(-1) as Moment];
      const holder = heldAt(whole.held, last.at)?.lane;
      return { moments, lane, ...(holder === undefined ? {} : { holder }), half: half(moments[0] as Moment), x: xs[index] as number, y: yOf(lane) };
    }),
  );
  const gaps = story.gaps.map((gap): PlacedGap => {
    const x = xAt(gap.from);
    return { gap, x, y: yOf(gap.lane), width: (gap.until === undefined ? nowX : xOfEnd(gap.until)) - x, lane: gap.lane, onLine: gap.nobody };
  });
  giveLabels(knots, gaps);
  const seams = stops.flatMap((stop, index) => {
    const ys = stop.knots.flatMap(([moment]) => (moment?.event?.kind === "mesa" ? [yOf(moment.lane)] : []));
    return ys.length === 0 ? [] : [{ x: xs[index] as number, y1: Math.min(...ys) - 26, y2: Math.max(...ys) + 26 }];
  });
  const width = Math.max((xs.at(-1) as number) + k_end, nowX + k_now, wishes.width);
  return {
    width, top, voices: voicesOf(knots, nowX, width),
    height: top + story.lanes.length * k_lane + 34,
    lanes: story.lanes.map((lane, index) => ({
      lane, y: top + index * k_lane, isHolding: holderOf(story)?.lane === index,
      holds: whole.held.flatMap((held, at) => {
        const until = held.until ?? whole.held[at + 1]?.from;
        return held.lane === index ? [{ from: held.from, ...(until === undefined ? {} : { until }) }] : [];
      }),
    })),
    knots, gaps, seams, nowX,
    ticks: ticksOf(stops, xs, wishes.dayOf),
    ...linesOf(story, { knots, gaps, nowX, xAt, yOf }),
  };
}

/** Above, then below, in each lane; a word that would lie on another, or on those of a gap, is left to the detail. */
function giveLabels(knots: PlacedKnot[], gaps: readonly PlacedGap[]): void {
  const reach = new Map<string, number>();
  const turns = new Map<number, number>();
  for (const knot of knots) {
    const { half } = knot;
    const turn = turns.get(knot.lane) ?? 0;
    const isTaken = gaps.some((gap) => gap.lane === knot.lane && knot.x - half < gap.x + k_alone.until && knot.x + half > gap.x + k_alone.from);
    const sides = isTaken ? (["above"] as const) : turn % 2 === 0 ? (["above", "below"] as const) : (["below", "above"] as const);
    const side = sides.find((each) => (reach.get(`${knot.lane} ${each}`) ?? k_names) <= knot.x - half);
    turns.set(knot.lane, turn + 1);
    if (!side) continue;
    knot.label = side;
    reach.set(`${knot.lane} ${side}`, knot.x + half);
  }
}

/** Where to scroll near `left` so that the names, which stay at the start, cut the fewest words of knots. */
export function clearOf(knots: readonly PlacedKnot[], left: number): number {
  const cutAt = (edge: number) => knots.filter(({ label, x, half }) => label && x - half < edge && x + half > edge).length;
  const starts = knots.map(({ x, half }) => Math.floor(x - half) - k_names).filter((start) => start < left && start > left - k_near).sort((one, other) => other - one);
  const [best = left] = [left, ...starts].map((start) => Math.max(0, start)).sort((one, other) => cutAt(one + k_names) - cutAt(other + k_names));
  return best;
}

function ticksOf(stops: readonly Stop[], xs: readonly number[], dayOf: (at: number) => string): Layout["ticks"] {
  const ticks: Layout["ticks"] = [];
  let [day, month, reach] = ["", "", 0];
  stops.forEach((stop, index) => {
    const here = dayOf(stop.at);
    const x = xs[index] as number;
    const withMonth = here.slice(0, 7) !== month;
    const half = withMonth ? 24 : 11;
    if (stop.isNow || here === day || x - half < reach) return;
    ticks.push({ x, at: stop.at, withMonth });
    [day, month, reach] = [here, here.slice(0, 7), x + half + 2];
  });
  return ticks;
}
