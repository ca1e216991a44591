// The geometry of yarn. Pure: numbers in, SVG path texts out; yarn.tsx only paints.

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A strand that waves twice: `reach` is its whole length, `lift` how high it waves. Zero lift is a straight line. */
export function strand(x: number, y: number, reach: number, lift: number): string {
  if (lift === 0) return `M${short(x)} ${short(y)}h${short(reach)}`;
  const half = reach / 2;
  return `M${short(x)} ${short(y)}q${short(half / 2)} ${short(-lift)} ${short(half)} 0t${short(half)} 0`;
}

/** Five ends that come apart: how far each reaches and how far it strays, as shares of the whole. */
const ends = [
  { reach: 0.95, stray: -1 },
  { reach: 0.72, stray: -0.42 },
  { reach: 1, stray: 0.08 },
  { reach: 0.66, stray: 0.5 },
  { reach: 0.9, stray: 1 },
] as const;

/** A frayed end at (x, y), `reach` long and `spread` to each side. */
export function frayEnds(x: number, y: number, reach: number, spread: number): string[] {
  return ends.map((end) => {
    const r = reach * end.reach;
    const s = spread * end.stray;
    const first = `c${short(r * 0.3)} ${short(s * 0.1)} ${short(r * 0.45)} ${short(s * 1.05)} ${short(r * 0.72)} ${short(s * 0.75)}`;
    const second = `s${short(r * 0.18)} ${short(s * 0.5)} ${short(r * 0.28)} ${short(s * 0.55)}`;
    return `M${short(x)} ${short(y)}${first}${second}`;
  });
}

/** Where a wave lifts to at its first crest, so that a knot sits on it. */
export const crest = (x: number, reach: number): number => x + reach * 0.45;

/** The line of time left is drawn to scale within a day; further away it is as long as it gets. */
export function shareLeft(dueAt: Date, now: Date): number {
  const left = (dueAt.getTime() - now.getTime()) / 86_400_000;
  return Math.min(1, Math.max(0, left));
}

/** How long something has been loose, as a share of two days: the longer, the more is frayed. */
export function shareLoose(dueAt: Date, now: Date): number {
  const over = (now.getTime() - dueAt.getTime()) / (2 * 86_400_000);
  return Math.min(1, Math.max(0, over));
}
