// The lane of what the person says: each quote over the knot at which it was heard. Pure.
import type { PlacedKnot } from "./layout";

export interface PlacedVoice {
  id: string;
  words: string;
  /** Of the quote's left edge. */
  x: number;
  width: number;
  /** Of the knot it belongs to. */
  at: number;
}

const k_letter = 7.1;
const k_lines = 2;
const k_narrowest = 104;
const k_widest = 208;
const k_apart = 16;
/** How far from its knot a quote may stand before it would seem to be another's. */
const k_stray = 40;

/** So wide that it takes two lines, where that is possible. */
const wish = (words: string): number => Math.min(k_widest, Math.max(k_narrowest, Math.ceil((words.length + 4) / k_lines) * k_letter + 36));

/** In time order; one that would lie on another, or across now, moves aside, and one without room is left to the list. */
export function voicesOf(knots: readonly PlacedKnot[], nowX: number, width: number): PlacedVoice[] {
  const placed: PlacedVoice[] = [];
  for (const knot of knots) {
    const [moment] = knot.moments;
    const words = moment?.words?.[0];
    if (!moment || words === undefined) continue;
    const room = knot.x <= nowX ? nowX - 12 : width - 8;
    const wanted = wish(words);
    const before = placed.at(-1);
    const left = Math.max(Math.min(knot.x - 8, room - wanted), before ? before.x + before.width + k_apart : 0);
    const reach = Math.min(wanted, room - left);
    if (left > knot.x + k_stray || reach < k_narrowest) continue;
    placed.push({ id: moment.id, words, x: left, width: reach, at: knot.x });
  }
  return placed;
}
