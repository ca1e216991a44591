// The order in which the eight moments were spoken of, and the line that joins them. Pure. Never a forced order (L7, L8).
import type { Moment } from "./contacts";
import type { Touched } from "./write-up";

export const moments = [
  "welcome", "problem", "risk_and_protection", "resources_and_networks", "possibilities_and_barriers", "action_plan", "closing", "referral",
] as const satisfies readonly Moment[];

/** Fewer letters than this are a correction, not a return to the moment. */
const k_return = 12;
const k_most = 80;

/**
 * The order after writing in a moment: the first letter marks it, and so does coming back to it at length from another one.
 * @param grown how many letters it has more than when the writing began
 */
export function spoken(order: readonly Touched[], moment: Moment, grown: number, at: string): readonly Touched[] {
  const isNew = !order.some((one) => one.moment === moment);
  const isBack = order.at(-1)?.moment !== moment && grown >= k_return;
  return order.length < k_most && (isNew || isBack) ? [...order, { moment, at }] : order;
}

/** "2·5": the places of a moment in the order; empty while it was not spoken of. */
export const placesOf = (order: readonly Touched[], moment: Moment): number[] =>
  order.flatMap((one, index) => (one.moment === moment ? [index + 1] : []));

/** When a moment was last spoken of. */
export const lastAt = (order: readonly Touched[], moment: Moment): string | undefined => order.findLast((one) => one.moment === moment)?.at;

const short = (value: number): number => Math.round(value * 10) / 10;

/** Where the line runs: straight between neighbours, and around by the outside, further the further it jumps. */
export const lineX = 52;

/**
 * One path a step, from knot to knot.
 * @param heights the centre of each moment's row
 */
export function linePaths(order: readonly Touched[], heights: readonly number[]): string[] {
  const rowOf = (touched: Touched) => moments.indexOf(touched.moment);
  return order.slice(1).flatMap((touched, index) => {
    const before = order[index];
    const [from, to] = [before ? rowOf(before) : -1, rowOf(touched)];
    const [start, end] = [heights[from], heights[to]];
    if (start === undefined || end === undefined || from === to) return [];
    const jump = Math.abs(to - from);
    if (jump === 1) return [`M${lineX} ${short(start)}L${lineX} ${short(end)}`];
    const out = lineX - Math.min(46, 12 + 9 * jump) * 1.3;
    const bend = (end - start) * 0.12;
    return [`M${lineX} ${short(start)}C${short(out)} ${short(start + bend)} ${short(out)} ${short(end - bend)} ${lineX} ${short(end)}`];
  });
}
