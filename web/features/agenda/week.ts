// A week of the agenda as it is drawn: per day, what is given and what is free, in the order of the clock. Pure.
import { isFree, type AgendaDays, type Appointment, type Holiday, type Slot } from "@/features/referrals/agenda";
import { dayIn } from "@/words/zone";

export type Hour = { key: string; starts_at: string; minutes: number } & ({ given: Appointment } | { free: Slot });

export interface Day {
  /** "2026-11-23" */
  day: string;
  hours: readonly Hour[];
  holiday?: Holiday | undefined;
}

const k_day = 86_400_000;
const asTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const asDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string => asDay(asTime(day) + count * k_day);

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(asTime(day)).getUTCDay());

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(asTime(day)).getUTCDay() + 6) % 7));

/** The week one works in, or from a Saturday on will work in. */
export const workWeekOf = (today: string): string => mondayOf(addDays(today, 2 * Number(isWeekend(today))));

/** Midday there or nearly: a moment that every zone of Chile calls by this day. */
export const middayOf = (day: string): string => `${day}T15:00:00Z`;

/** What a cancelled hour left behind is in the referral, not in the day. */
const isShown = ({ status }: Appointment): boolean => status !== "cancelled";

function hoursOf(agenda: AgendaDays, now: Date): Hour[] {
  const given = agenda.appointments.filter(isShown).map((one): Hour => ({ key: one.id, starts_at: one.starts_at, minutes: one.minutes, given: one }));
  const free = agenda.slots.filter((slot) => isFree(slot, now)).map((one): Hour => ({ key: one.id, starts_at: one.starts_at, minutes: one.minutes, free: one }));
  return [...given, ...free].sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || a.key.localeCompare(b.key));
}

/** What a day is there, also one beyond the week that is shown: hours are offered for months. */
export const holidayOn = ({ holidays }: AgendaDays, day: string): Holiday | undefined => holidays.find(({ date }) => date === day);

/** Monday to Friday, and a Saturday or Sunday that has hours. */
export function weekOf(agenda: AgendaDays, now: Date): Day[] {
  const byDay = new Map<string, Hour[]>();
  for (const hour of hoursOf(agenda, now)) {
    const day = dayIn(agenda.zone, new Date(hour.starts_at));
    byDay.set(day, [...(byDay.get(day) ?? []), hour]);
  }
  const days = Array.from({ length: agenda.days }, (_, index) => addDays(agenda.from, index));
  return days.map((day) => ({ day, hours: byDay.get(day) ?? [], holiday: holidayOn(agenda, day) })).filter(({ day, hours }) => !isWeekend(day) || hours.length > 0);
}

export const countFree = (agenda: AgendaDays, now: Date): number =>
  agenda.slots.filter((slot) => isFree(slot, now)).reduce((sum, { places, held }) => sum + places - held, 0);

export const endOf = ({ starts_at, minutes }: Pick<Hour, "starts_at" | "minutes">): Date => new Date(Date.parse(starts_at) + minutes * 60_000);

const k_fold = 60 * 60_000;

/** Whether the clock leaps between one hour and the next: empty time is folded, and the thread shows it. */
export const leaps = (before: Hour | undefined, hour: Hour): boolean => before !== undefined && Date.parse(hour.starts_at) - endOf(before).getTime() >= k_fold;
