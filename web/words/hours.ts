// An hour of the day, as people write it and as it is kept: "16:30". Pure.

/** Written with its minutes, nothing more can follow; "2" may still become 21:00. */
const k_whole = /^([01]?\d|2[0-4])\s*[:.h]\s*([0-5]\d)\s*h?$|^([01]\d|2[0-4])([0-5]\d)\s*h?$/i;
/** "9", "21 h". Three digits are read by nobody: "213" may be 2:13, or 21:3 and something. */
const k_alone = /^([01]?\d|2[0-4])\s*h?$/i;

const k_day = 24 * 60;

interface Reading {
  /** "24:00" is an hour too: the end of the day. */
  midnight?: boolean;
}

const shown = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function kept(hours: string, minutes: string, { midnight = false }: Reading): string | null {
  const all = Number(hours) * 60 + Number(minutes);
  return all < k_day || (midnight && all === k_day) ? shown(all) : null;
}

/** What nobody would go on writing, as it is kept: "21:05", "9.30", "2105"; null for anything else. */
export function wholeHour(text: string, reading: Reading = {}): string | null {
  const match = k_whole.exec(text.trim());
  return match && kept(match[1] ?? match[3] ?? "", match[2] ?? match[4] ?? "", reading);
}

/** The same, and "9" or "21" for the whole hour; null when there is no such hour. */
export function readHour(text: string, reading: Reading = {}): string | null {
  const [, hours] = k_alone.exec(text.trim()) ?? [];
  return hours === undefined ? wholeHour(text, reading) : kept(hours, "0", reading);
}

/** Three digits, "930": how they would have to be written, with the minutes apart or in four digits; null for anything else. */
export function unsureHour(text: string): { apart: string; four: string } | null {
  const [, hour, minutes] = /^(\d)([0-5]\d)\s*h?$/i.exec(text.trim()) ?? [];
  return hour === undefined || minutes === undefined ? null : { apart: `${hour}:${minutes}`, four: `0${hour}${minutes}` };
}

/** "16:30" as minutes of the day: 990. */
export const minutesOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
