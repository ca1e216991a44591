// What is asked of the directory: for whom, where, about what, when. Pure.
import type { Schema } from "@/api/client";

export type ChannelKind = Schema["ChannelKind"];

export interface Question {
  topic: string | null;
  /** As written; "" is not known, which counts as a minor. */
  age: string;
  comuna: string | null;
  /** `now`: who attends at this moment first. `any`: the hour does not matter. */
  when: "now" | "any";
  channel: ChannelKind | null;
  words: string;
  free: boolean;
  anonymous: boolean;
}

export const emptyQuestion: Question = { topic: null, age: "", comuna: null, when: "now", channel: null, words: "", free: false, anonymous: false };

export interface MatchQuery {
  topic?: string;
  age?: number;
  comuna?: string;
  channel?: ChannelKind;
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

/** What is not understood is left out: its field says so meanwhile. */
export function queryOf(question: Question): MatchQuery {
  const age = readAge(question.age);
  return {
    limit: k_rows_asked,
    ...(question.topic ? { topic: question.topic } : {}),
    ...(typeof age === "number" ? { age } : {}),
    ...(question.comuna ? { comuna: question.comuna } : {}),
    ...(question.channel ? { channel: question.channel } : {}),
    ...(question.when === "any" ? { any_time: true } : {}),
    ...(question.free ? { free: true } : {}),
    ...(question.anonymous ? { anonymous: true } : {}),
    ...(question.words.trim() ? { q: question.words.trim() } : {}),
  };
}
