// The weekly hours of a service: read into rows one can write in, written back, and said in words. Pure.
import { readHour } from "@/words/hours";
import type { Opening, Schedule } from "./directory";
import { weekDays, type Weekday } from "./parts";

export type HoursKind = Schedule["hours"];

/** One stretch as it is written. */
export interface WrittenSpan {
  row: number;
  day: Weekday;
  opens: string;
  closes: string;
}

export const spansOf = (schedule: Schedule): WrittenSpan[] => schedule.openings.map((opening, row) => ({ row, ...opening }));

const kept = (text: string): string => readHour(text, { midnight: true }) ?? text;

/** The schedule with what was written; what else it says (holidays, special days, place) stays. */
export function scheduleOf(before: Schedule, hours: HoursKind, spans: readonly WrittenSpan[], on_holidays: Schedule["on_holidays"]): Schedule {
  const openings: Opening[] =
    hours === "weekly" ? spans.map(({ day, opens, closes }) => ({ day, opens: kept(opens), closes: kept(closes) })).sort(byDay) : [];
  return { ...before, hours, openings, on_holidays: hours === "always" ? "as_usual" : on_holidays, holiday_hours: on_holidays === "own_hours" ? before.holiday_hours : [] };
}

const byDay = (one: Opening, other: Opening): number =>
  weekDays.indexOf(one.day) - weekDays.indexOf(other.day) || one.opens.localeCompare(other.opens);

/** The stretches of each day, Monday first; a day without any is empty. */
export const weekOf = (schedule: Schedule): { day: Weekday; spans: Opening[] }[] =>
  weekDays.map((day) => ({ day, spans: schedule.openings.filter((opening) => opening.day === day) }));

type HoursWord = "hours.unknown" | "hours.always" | "hours.weekly" | "hours.days" | `day.${Weekday}`;
type SayHours = (key: HoursWord, values?: Record<string, string | number>) => string;

/** "lun a jue 9:00 a 18:00, vie 9:00 a 14:00": days that follow each other with the same hours are said together. */
export function hoursInWords(schedule: Schedule, say: SayHours): string {
  if (schedule.hours !== "weekly") return say(`hours.${schedule.hours}`);
  const days = weekOf(schedule).map(({ day, spans }) => ({ day, said: spans.map((span) => say("hours.weekly", span as never)).join(", ") }));
  const runs: { first: Weekday; last: Weekday; said: string }[] = [];
  for (const { day, said } of days) {
    const open = runs.at(-1);
    if (open && open.said === said) open.last = day;
    else runs.push({ first: day, last: day, said });
  }
  return runs
    .filter((run) => run.said !== "")
    .map(({ first, last, said }) => `${first === last ? say(`day.${first}`) : say("hours.days", { first: say(`day.${first}`), last: say(`day.${last}`) })} ${said}`)
    .join("; ");
}
