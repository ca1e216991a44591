// The week of safe hours, as drawing and as words. Pure.
import type { SafeHours } from "./people";

export type Day = SafeHours["days"][number];
export type ChannelKind = NonNullable<SafeHours["channel"]>;

export const weekDays: readonly Day[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** "16:30" as hours: 16.5; null when it is not an hour of a day. */
export function hourOf(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours > 24 || minutes > 59 || (hours === 24 && minutes > 0) ? null : hours + minutes / 60;
}

export interface Stretch {
  day: number;
  /** Share of the day's drawn hours, 0 to 1. */
  from: number;
  to: number;
  channel: ChannelKind | undefined;
}

export interface Week {
  firstHour: number;
  lastHour: number;
  stretches: Stretch[];
}

/** Draws 8 to 22 h, or more if somebody's safe hour is earlier or later. Unreadable hours are left out. */
export function weekOf(hours: readonly SafeHours[]): Week {
  const readable = hours.flatMap((span) => {
    const from = hourOf(span.from);
    const to = hourOf(span.to);
    return from === null || to === null || to <= from ? [] : [{ ...span, begins: from, ends: to }];
  });
  const firstHour = Math.floor(Math.min(8, ...readable.map((span) => span.begins)));
  const lastHour = Math.ceil(Math.max(22, ...readable.map((span) => span.ends)));
  const share = (hour: number) => (hour - firstHour) / (lastHour - firstHour);
  const stretches = readable.flatMap((span) =>
    span.days.map((day) => ({ day: weekDays.indexOf(day), from: share(span.begins), to: share(span.ends), channel: span.channel })),
  );
  return { firstHour, lastHour, stretches };
}

export interface Instant {
  day: number;
  hour: number;
}

/** Day of the week (Monday 0) and hour of a moment, in a zone. */
export function instantOf(at: Date, zone: string): Instant {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(at);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  return { day: names.indexOf(part("weekday")), hour: Number(part("hour")) + Number(part("minute")) / 60 };
}

/** The channels whose hours include the instant; `undefined` stands for hours of any channel. */
export function goodNow(hours: readonly SafeHours[], now: Instant): (ChannelKind | undefined)[] {
  const day = weekDays[now.day];
  const open = hours.filter((span) => {
    const from = hourOf(span.from);
    const to = hourOf(span.to);
    return day !== undefined && span.days.includes(day) && from !== null && to !== null && from <= now.hour && now.hour < to;
  });
  return [...new Set(open.map((span) => span.channel))];
}

/** Days as runs, so that five in a row read "lunes a viernes": [[0, 4], [6, 6]]. */
export function runsOfDays(days: readonly Day[]): [number, number][] {
  const numbers = [...new Set(days.map((day) => weekDays.indexOf(day)))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
