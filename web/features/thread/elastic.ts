// Elastic time: 34 px between knots at the least, empty days fold, routine sessions braid. Pure.
import type { Moment, Story } from "./story";

export const k_step = 34;
/** However many days pass, knots are no further apart than this before they are stretched to fill the page. */
const k_farthest = 66;
const k_stretch = 1.5;
/** Words such as "7 días sin nadie" need this much. */
const k_gap = 92;
/** More knots than this, and routine sessions of one institution fold into a braid. */
const k_braid_over = 40;
const k_braid_least = 3;
const k_day = 86_400_000;

export type Zoom = "all" | "quarter" | "week";

/** Only sessions one after another in one lane fold: nothing that is loose, to come, or changes who holds it. */
function folded(moments: readonly Moment[]): Moment[][] {
  const whole = moments.map((moment) => [moment]);
  if (moments.length <= k_braid_over) return whole;
  const out: Moment[][] = [];
  for (const group of whole) {
    const [moment] = group as [Moment];
    const last = out.at(-1);
    if (moment.event?.kind === "session" && last?.[0]?.event?.kind === "session" && last[0].lane === moment.lane) last.push(moment);
    else out.push(group);
  }
  return out.flatMap((group) => (group.length >= k_braid_least ? [group] : group.map((moment) => [moment])));
}

const windows: Record<Zoom, [number, number]> = { all: [Infinity, Infinity], quarter: [90 * k_day, 90 * k_day], week: [7 * k_day, 7 * k_day] };

/** The line had a holder before the window began: they still hold it where it begins. */
export function cut(story: Story, zoom: Zoom): Story {
  const [before, after] = windows[zoom];
  const from = story.now - before;
  const moments = story.moments.filter(({ at }) => at >= from && at <= story.now + after);
  const start = moments[0]?.at ?? story.now;
  const earlier = story.held.findLast((held) => held.from <= start);
  const later = story.held.filter((held) => held.from > start);
  const gaps = story.gaps.filter((gap) => (gap.until ?? story.now) > start).map((gap) => ({ ...gap, from: Math.max(gap.from, start) }));
  const still = earlier && (earlier.until ?? Infinity) > start ? [{ ...earlier, from: Math.max(earlier.from, start) }] : [];
  return { ...story, moments, gaps, held: [...still, ...later] };
}

export interface Stop {
  at: number;
  knots: Moment[][];
  isNow?: true;
  opensGap?: true;
}

export function stopsOf(story: Story): Stop[] {
  const stops: Stop[] = folded(story.moments).map((group) => ({ at: (group[0] as Moment).at, knots: [group] }));
  const together: Stop[] = [];
  for (const stop of stops) {
    const mesa = stop.knots[0]?.[0]?.event;
    const last = together.at(-1);
    const isSame = mesa?.kind === "mesa" && last?.knots[0]?.[0]?.event?.kind === "mesa" && last.knots[0][0].event.subject_id === mesa.subject_id;
    if (isSame) last.knots.push(...stop.knots);
    else together.push(stop);
  }
  for (const gap of story.gaps) {
    const at = together.find((stop) => stop.at === gap.from);
    if (at) at.opensGap = true;
    else together.push({ at: gap.from, knots: [], opensGap: true });
    if (gap.until !== undefined && !together.some((stop) => stop.at === gap.until)) together.push({ at: gap.until, knots: [] });
  }
  together.push({ at: story.now, knots: [], isNow: true });
  // At one instant, what is loose comes before now and what is to come after it.
  const rank = (stop: Stop): number => (stop.isNow ? 1 : stop.knots[0]?.[0]?.shape === "future" ? 2 : 0);
  return together.sort((one, other) => one.at - other.at || rank(one) - rank(other));
}

/** The x of each stop: the first `lead` after `start`; stretched at the most by half to fill the `room`, or drawn together
 *  down to the least where there is too little. */
export function placeInTime(stops: readonly Stop[], start: number, room: number, lead = 18): number[] {
  const least = stops.map((_, index) => (index === 0 ? lead : stops[index - 1]?.opensGap ? k_gap : k_step));
  const steps = stops.map((stop, index) => {
    const before = stops[index - 1];
    return before ? Math.max(least[index] as number, Math.min(k_farthest, k_step + 9 * Math.log2(1 + (stop.at - before.at) / k_day))) : lead;
  });
  const [whole, tight] = [sum(steps), sum(least)];
  const factor = Math.min(k_stretch, Math.max(1, room / whole));
  const share = whole <= room ? 1 : Math.max(0, (room - tight) / Math.max(1, whole - tight));
  let x = start;
  return steps.map((step, index) => {
    const small = least[index] as number;
    // What the first is set in by is for its words: that never grows.
    return (x += index === 0 ? lead : Math.round((small + (step - small) * share) * factor));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
