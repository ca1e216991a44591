// What is asked of the directory: for whom, where, about what, when. Pure.
import type { Schema } from "@/api/client";
import { wholeHour } from "@/words/hours";

export type ChannelKind = Schema["ChannelKind"];
export type Area = Schema["Sector"];

export interface Question {
  topic: string | null;
  /** Of the institution that attends. */
  area: Area | null;
  /** As written; "" is not known, which counts as a minor. */
  age: string;
  comuna: string | null;
  /** Asked only while no comuna is chosen. */
  region: string | null;
  /** `now`: who attends at this moment first. `at`: who does then. `any`: the hour does not matter. */
  when: "now" | "at" | "any";
  /** Of `at`: "2026-11-19", "" for today; and the hour as written. */
  day: string;
  hour: string;
  channel: ChannelKind | null;
  /** By its code; Spanish is what everybody attends in. */
  language: string | null;
  words: string;
  free: boolean;
  anonymous: boolean;
}

export const emptyQuestion: Question = {
  topic: null, area: null, age: "", comuna: null, region: null, when: "now", day: "", hour: "", channel: null, language: null, words: "", free: false, anonymous: false,
};

export interface MatchQuery {
  topic?: string;
  area?: Area;
  age?: number;
  comuna?: string;
  region?: string;
  channel?: ChannelKind;
  language?: string;
  at?: string;
  any_time?: boolean;
  free?: boolean;
  anonymous?: boolean;
  q?: string;
  limit: number;
}

export const k_oldest = 120;
const k_rows_asked = 20;

/** The age in whole years, `null` when nothing is written, `undefined` when what is written is no age. */
export function readAge(text: string): number | null | undefined {
  const written = text.trim();
  if (written === "") return null;
  if (!/^\d{1,3}$/.test(written)) return undefined;
  const age = Number(written);
  return age <= k_oldest ? age : undefined;
}

/** What a page knows of time: which day it is, which minute, and when a clock on the wall shows something. */
export interface Clock {
  today: () => string;
  instant: (day: string, hour: string) => string;
  now: () => Date;
}

export type Moment = { at: string; day: string; hour: string } | "unwritten" | "gone";

/** The moment that was chosen, or why it cannot be asked for: what is still being written asks for none, and its field says what is no
 *  hour. A minute that is not over has not gone. */
export function momentOf({ day, hour }: Pick<Question, "day" | "hour">, clock: Clock): Moment {
  const shown = wholeHour(hour);
  if (shown === null) return "unwritten";
  const on = day || clock.today();
  const at = clock.instant(on, shown);
  return Date.parse(at) + 60_000 <= clock.now().getTime() ? "gone" : { at, day: on, hour: shown };
}

/** What is not understood is left out: its field says so meanwhile. */
export function queryOf(question: Question, clock: Clock): MatchQuery {
  const age = readAge(question.age);
  const moment = question.when === "at" ? momentOf(question, clock) : "unwritten";
  return {
    limit: k_rows_asked,
    ...(question.topic ? { topic: question.topic } : {}),
    ...(question.area ? { area: question.area } : {}),
    ...(typeof age === "number" ? { age } : {}),
    ...(question.comuna ? { comuna: question.comuna } : question.region ? { region: question.region } : {}),
    ...(question.channel ? { channel: question.channel } : {}),
    ...(question.language ? { language: question.language } : {}),
    ...(typeof moment === "object" ? { at: moment.at } : {}),
    ...(question.when === "any" ? { any_time: true } : {}),
    ...(question.free ? { free: true } : {}),
    ...(question.anonymous ? { anonymous: true } : {}),
    ...(question.words.trim() ? { q: question.words.trim() } : {}),
  };
}
