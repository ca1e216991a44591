// Whose clock counts: that of the institution one works for, wherever the computer is and whatever it believes. Pure.

export const k_santiago = "America/Santiago";
const k_magallanes = "America/Punta_Arenas";

/** Whether this browser has the zone's rules. */
function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("es-CL", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The zone that the server tells. Aysén's has a name of its own since 2025: a browser that does not know it has Magallanes', the same. */
export const zoneKnown = (told: string): string => (isKnown(told) ? told : k_magallanes);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: making one costs more than a hundred uses of it. */
function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, known);
  return known;
}

/** "2026-11-19": which day it is there at a moment. */
export const dayIn = (zone: string, at: Date | number): string => clockIn(zone).format(at).slice(0, 10);

/** "20:53": what the clock on the wall shows there at a moment. */
export const hourIn = (zone: string, at: Date | number): string => clockIn(zone).format(at).slice(11, 16);

/** How far ahead of universal time the zone's clocks are at a moment. */
const ahead = (zone: string, at: number): number => Date.parse(`${clockIn(zone).format(at).replace(" ", "T")}Z`) - Math.floor(at / 1000) * 1000;

const k_day = 86_400_000;
const k_minute = 60_000;

/** The moment, to the minute, at which the clocks changed between two. */
function changeBetween(zone: string, from: number, to: number): number {
  const after = ahead(zone, to);
  let [before, change] = [from, to];
  while (change - before > k_minute) {
    const middle = before + Math.floor((change - before) / 2 / k_minute) * k_minute;
    if (ahead(zone, middle) === after) change = middle;
    else before = middle;
  }
  return change;
}

/**
 * The moment at which a clock on the wall there is so many minutes past a day's midnight; 24 × 60 is the end of the day. As on the
 * server: of an hour that the clocks show twice it is the first, and of one that they skip, the moment at which they skip it.
 */
export function instantIn(zone: string, day: string, minutes: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * k_minute;
  const [first, second] = [wall - ahead(zone, wall - k_day), wall - ahead(zone, wall + k_day)];
  const shows = (at: number) => at + ahead(zone, at) === wall;
  if (shows(first)) return new Date(first);
  return new Date(shows(second) ? second : changeBetween(zone, second, first));
}
