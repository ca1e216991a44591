// What one sample gives under two versions, told as differences. Pure.
import type { SampleFault, Under } from "./forms-data";

export interface Compared {
  /** Pointers of the questions that only one of the two asks. */
  nowAsked: string[];
  noLongerAsked: string[];
  onlyNow: readonly SampleFault[];
  onlyBefore: readonly SampleFault[];
  both: readonly SampleFault[];
  scores: { id: string; before: number | undefined; now: number | undefined }[];
}

const keyOf = ({ pointer, code, from_stage }: SampleFault): string => `${pointer} ${code} ${from_stage}`;

export function compared(before: Under, now: Under): Compared {
  const [had, has] = [new Set(before.faults.map(keyOf)), new Set(now.faults.map(keyOf))];
  const points = (under: Under, id: string) => under.scores.find((score) => score.id === id)?.points;
  const ids = [...new Set([...now.scores, ...before.scores].map(({ id }) => id))];
  return {
    nowAsked: now.shown.filter((pointer) => !before.shown.includes(pointer)),
    noLongerAsked: before.shown.filter((pointer) => !now.shown.includes(pointer)),
    onlyNow: now.faults.filter((fault) => !had.has(keyOf(fault))),
    onlyBefore: before.faults.filter((fault) => !has.has(keyOf(fault))),
    both: now.faults.filter((fault) => had.has(keyOf(fault))),
    scores: ids.map((id) => ({ id, before: points(before, id), now: points(now, id) })),
  };
}

export const isSame = ({ nowAsked, noLongerAsked, onlyNow, onlyBefore, scores }: Compared): boolean =>
  [nowAsked, noLongerAsked, onlyNow, onlyBefore].every(({ length }) => length === 0) && scores.every(({ before, now }) => before === now);
