// A day of the calendar, as people write it and as it is kept. Pure.

const k_kept = /^\d{4}-\d{2}-\d{2}$/;

/** Whether that is a day that exists, as it is kept: "2009-03-05". */
export const isDay = (text: string): boolean => k_kept.test(text) && readDay(writeDay(text)) === text;

/** "5/3/2009", "05-03-2009" or "5 3 2009" as "2009-03-05"; null when there is no such day. */
export function readDay(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4})\s*$/.exec(text);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** "2009-03-05" as the person wrote it: "05-03-2009". */
export const writeDay = (iso: string | undefined): string => (iso ? iso.split("-").reverse().join("-") : "");
