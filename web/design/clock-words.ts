// Time in words. Within a day it is relative; beyond, it is a day and an hour. Pure.
import type { Say } from "@/words/say";
import type { Dates } from "@/words/dates";
import type { designWords } from "./words";

type Key = keyof (typeof designWords)["es"];

/** A clock is heard only when it passes from one band to another. */
export type Band = "paused" | "later" | "today" | "soon" | "last" | "loose";

export interface ClockFacts {
  dueAt: Date;
  now: Date;
  paused?: boolean;
  /** Nobody holds it, overdue or not. */
  loose?: boolean;
}

const k_minute = 60_000;
const k_hour = 60 * k_minute;
const k_day = 24 * k_hour;

export function bandOf({ dueAt, now, paused = false, loose = false }: ClockFacts): Band {
  if (paused) return "paused";
  const left = dueAt.getTime() - now.getTime();
  if (loose || left <= 0) return "loose";
  if (left > k_day) return "later";
  if (left > 2 * k_hour) return "today";
  return left > 15 * k_minute ? "soon" : "last";
}

/** "48 min", "6 h 32 min", and above ten hours only hours: nobody acts on the minutes then. */
export function span(milliseconds: number, say: Say<Key>): string {
  const minutes = Math.floor(milliseconds / k_minute);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return say("clock.span.minutes", { minutes });
  if (minutes % 60 === 0 || hours >= 10) return say("clock.span.hours", { hours });
  return say("clock.span.hours_minutes", { hours, minutes: minutes % 60 });
}

export function clockWords(facts: ClockFacts, say: Say<Key>, dates: Dates): string {
  const { dueAt, now } = facts;
  const left = dueAt.getTime() - now.getTime();
  if (facts.paused) return say("clock.paused");
  if (facts.loose && left >= k_minute) return say("clock.unowned");
  if (left > k_day) return say("clock.on", { day: dates.shortDay(dueAt), hour: dates.hour(dueAt) });
  if (left >= k_minute) return say("clock.left", { span: span(left, say) });
  if (left > 0) return say("clock.due_now");
  if (left > -k_minute) return say("clock.loose_now");
  if (left > -2 * k_day) return say("clock.loose", { span: span(-left, say) });
  return say("clock.loose_since", { day: dates.shortDay(dueAt), hour: dates.hour(dueAt) });
}
