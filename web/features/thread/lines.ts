// The lines between the knots: yarn where somebody holds it, plies of who else works, dashes, dots and frayed ends. Pure.
import { holderOf } from "./holders";
import type { PlacedGap, PlacedKnot } from "./layout";
import type { Story } from "./story";

export interface Lines {
  /** Solid yarn in a lane. */
  yarn: { lane: number; path: string; x1: number; x2: number }[];
  /** From one lane to another: the only place where the hue changes. */
  handovers: { from: number; to: number; path: string; x1: number; x2: number }[];
  plies: { lane: number; path: string }[];
  sent: { lane: number; path: string }[];
  future: { lane: number; path: string; isHolding: boolean }[];
  frays: { x: number; y: number }[];
  /** Where somebody took it up again in the lane that had let it go: loose ends that begin the yarn. */
  mends: { x: number; y: number; lane: number }[];
}

interface Ground {
  knots: readonly PlacedKnot[];
  gaps: readonly PlacedGap[];
  nowX: number;
  xAt: (at: number) => number;
  yOf: (lane: number) => number;
}

/** How long the frayed ends of a gap are. */
export const k_fray = 48;
/** And of whoever took it up again. */
export const k_mend = 26;

/** How long the curve of a handover is at the most: it must leave after the last knot before it. */
const k_curve = 78;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A line that waves from each place to the next. */
export function wave(xs: readonly number[], y: number, lift: number): string {
  let path = `M${round(xs[0] ?? 0)} ${y}`;
  for (let i = 1; i < xs.length; i += 1) {
    const reach = (xs[i] as number) - (xs[i - 1] as number);
    path += `q${round(reach / 2)} ${i % 2 ? lift : -lift} ${round(reach)} 0`;
  }
  return path;
}

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const bend = (x2 - x1) * 0.55;
  return `M${round(x1)} ${y1}C${round(x1 + bend)} ${y1} ${round(x2 - bend)} ${y2} ${round(x2)} ${y2}`;
};

export function linesOf(story: Story, ground: Ground): Lines {
  const { knots, nowX, yOf } = ground;
  const lines: Lines = { yarn: [], handovers: [], plies: [], sent: [], future: [], frays: [], mends: [] };
  const spans = spansOf(story, ground);
  for (const span of spans) {
    const between = knots.filter((knot) => knot.lane === span.lane && knot.x > span.x1 && knot.x < span.x2).map((knot) => knot.x);
    for (const [x1, x2] of outsideGaps(span, ground)) {
      const inside = between.filter((x) => x > x1 && x < x2);
      lines.yarn.push({ lane: span.lane, path: wave([x1, ...inside, x2], yOf(span.lane), 3.6), x1, x2 });
      if (x1 > span.x1) lines.mends.push({ lane: span.lane, x: x1, y: yOf(span.lane) });
    }
    if (span.next === undefined) continue;
    // Let go before it was handed over: the other took up loose ends.
    if (ground.gaps.some((gap) => gap.onLine && gap.lane === span.lane && gap.x < span.x2 && span.x2 < gap.x + gap.width)) lines.mends.push({ lane: span.lane, x: span.x2, y: yOf(span.lane) });
    lines.handovers.push({ from: span.lane, to: span.next, x1: span.x2, x2: span.arrives, path: curve(span.x2, yOf(span.lane), span.arrives, yOf(span.next)) });
  }
  for (const gap of ground.gaps) lines.frays.push({ x: gap.x, y: yOf(gap.lane) });
  story.lanes.forEach((_, lane) => {
    const own = knots.filter((knot) => knot.lane === lane);
    const ahead = own.filter((knot) => knot.x > nowX).map((knot) => knot.x);
    const isHolding = holderOf(story)?.lane === lane;
    if (ahead.length > 0) lines.future.push({ lane, isHolding, path: wave([nowX, ...ahead], yOf(lane), 3) });
    lines.plies.push(...pliesOf(lane, own, spans, ahead.length > 0 ? nowX : undefined, yOf(lane), ground.gaps));
  });
  const placed = new Map(knots.flatMap((knot) => knot.moments.map((moment) => [moment.id, knot] as const)));
  for (const { from, to } of story.sent) {
    const start = placed.get(from);
    if (!start) continue;
    const end = to === undefined ? undefined : placed.get(to);
    // Not answered yet: it goes out of its lane and ends in the open.
    const stray = Math.min(nowX, start.x + 64);
    lines.sent.push({ lane: start.lane, path: end ? curve(start.x, start.y, end.x, end.y) : curve(start.x, start.y, Math.max(stray, start.x + 24), start.y + 40) });
  }
  return lines;
}

interface Span {
  lane: number;
  x1: number;
  x2: number;
  /** Where the thread arrives in `next`. */
  arrives: number;
  next?: number;
}

function spansOf(story: Story, { knots, nowX, xAt }: Ground): Span[] {
  return story.held.map((held, index): Span => {
    const after = story.held[index + 1];
    const x1 = xAt(held.from);
    // Over: the yarn ends at the knot that ended it, and goes nowhere.
    if (held.until !== undefined) return { lane: held.lane, x1, x2: Math.max(x1, xAt(held.until)), arrives: nowX };
    if (!after) return { lane: held.lane, x1, x2: nowX, arrives: nowX };
    const arrives = xAt(after.from);
    const last = knots.findLast((knot) => knot.lane === held.lane && knot.x < arrives)?.x ?? x1;
    return { lane: held.lane, x1, x2: Math.max(last, x1, arrives - k_curve), arrives, next: after.lane };
  });
}

function outsideGaps(span: Span, { gaps }: Ground): [number, number][] {
  let pieces: [number, number][] = [[span.x1, span.x2]];
  for (const gap of gaps) {
    if (gap.lane !== span.lane || !gap.onLine) continue;
    pieces = pieces.flatMap(([x1, x2]): [number, number][] => {
      if (gap.x >= x2 || gap.x + gap.width <= x1) return [[x1, x2]];
      return [[x1, gap.x], [gap.x + gap.width, x2]].filter(([from, to]) => (to as number) - (from as number) > 1) as [number, number][];
    });
  }
  return pieces;
}

/** Who works on it without holding it: from one of its own knots to the next, and until now while it owes something. */
function pliesOf(lane: number, own: readonly PlacedKnot[], spans: readonly Span[], until: number | undefined, y: number, gaps: readonly PlacedGap[]): Lines["plies"] {
  const isHeld = (x: number) => spans.some((span) => span.lane === lane && x >= span.x1 - 1 && x <= span.x2 + 1);
  const working = own.filter((knot) => knot.moments[0]?.shape !== "future" && knot.moments[0]?.event?.kind !== "referral_acknowledged");
  const xs = working.map((knot) => knot.x);
  if (until !== undefined && xs.length > 0 && !gaps.some((gap) => gap.lane === lane && gap.gap.until === undefined)) xs.push(until);
  return xs.slice(1).flatMap((x, index) => {
    const before = xs[index] as number;
    return isHeld(before) && isHeld(x) ? [] : isHeld((before + x) / 2) ? [] : [{ lane, path: wave([before, x], y, 2.4) }];
  });
}
