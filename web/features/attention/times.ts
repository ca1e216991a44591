// When a contact was: written as a day and hours of the clock on the wall, kept as instants. Pure.
import { readDay, writeDay } from "@/words/days";
import { minutesOf, readHour } from "@/words/hours";
import { dayIn, hourIn, instantIn } from "@/words/zone";
import type { WrittenTimes } from "./write-up";

export type TimeFault = "day" | "day_future" | "from" | "until" | "overnight";

/** Longer than this past midnight is more often a slip than a talk: it is asked. */
const k_long_minutes = 4 * 60;

export interface ReadTimes {
  started_at: string;
  ended_at: string;
  minutes: number;
  /** It ended after midnight. */
  nextDay: boolean;
}

/** What was written as instants, or what of it cannot be. An end before the start is the next day: many talk past midnight.
 *  A long one is "overnight" until somebody says that it was so. */
export function readTimes(written: WrittenTimes, today: string, zone: string): ReadTimes | TimeFault[] {
  const day = readDay(written.day);
  const from = readHour(written.from);
  const until = readHour(written.until);
  const faults: TimeFault[] = [];
  if (day === null) faults.push("day");
  else if (day > today) faults.push("day_future");
  if (from === null) faults.push("from");
  if (until === null) faults.push("until");
  if (day === null || from === null || until === null || faults.length > 0) return faults;
  const nextDay = until < from;
  const start = instantIn(zone, day, minutesOf(from));
  const end = instantIn(zone, day, minutesOf(until) + (nextDay ? 24 * 60 : 0));
  const minutes = Math.round((end.getTime() - start.getTime()) / 60_000);
  if (nextDay && minutes > k_long_minutes && !written.overnight) return ["overnight"];
  return { started_at: start.toISOString(), ended_at: end.toISOString(), minutes, nextDay };
}

/** How long it would have been, when that is to be asked; null when there is nothing to ask. */
export function overnightMinutes(written: WrittenTimes, today: string, zone: string): number | null {
  const read = readTimes({ ...written, overnight: true }, today, zone);
  return !Array.isArray(read) && read.nextDay && read.minutes > k_long_minutes ? read.minutes : null;
}

/** An instant as it would be written by hand there. */
export function writtenAt(instant: string | undefined, zone: string): { day: string; hour: string } {
  if (instant === undefined) return { day: "", hour: "" };
  const at = new Date(instant);
  return { day: writeDay(dayIn(zone, at)), hour: hourIn(zone, at) };
}

/** "18:42", and "1:05:09" from an hour on. */
export function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${two(minutes)}:${two(whole % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
