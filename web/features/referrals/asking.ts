// Asking the person how it went: what is written of a try, and what it still lacks. Pure.
import { isDay } from "@/words/days";
import { readHour } from "@/words/hours";
import type { Dates } from "@/words/dates";
import { emptyAnswer, type AnswerError, type AnswerForm, type Step, type Way } from "./asks";
import type { Action, NewTry, Referral, TryResult } from "./referrals";

/** What the person says when they are asked: whoever writes it says how they asked. */
const answersOfThePerson: readonly Action[] = ["person_confirms", "person_not_reached", "person_denies", "close_verified", "dispute"];

export const isPersonsAnswer = (action: Action): boolean => answersOfThePerson.includes(action);

/** Whether there is something to ask them now, and this side is who asks. */
export const asksPerson = ({ viewer, possible }: Pick<Referral, "viewer" | "possible">): boolean => viewer === "origin" && possible.some(isPersonsAnswer);

export const tryResults = ["no_answer", "wrong_number", "someone_else_answered", "asked_to_call_later", "message_left"] as const satisfies readonly TryResult[];

const justNow = (dates: Dates, now: Date) => ({ day: dates.today(), hour: dates.hour(now), channel: "phone" as const });

/** An answer of the person's is most often written down as it is told: now, on the phone, by themselves. */
export const firstAnswer = (action: Step, dates: Dates, now: Date): AnswerForm => (isPersonsAnswer(action) ? { ...emptyAnswer, ...justNow(dates, now) } : emptyAnswer);

/** A try as it is being written. */
export interface TryForm {
  channel: Way | "";
  day: string;
  hour: string;
  result: TryResult | "";
  text: string;
}

export const firstTry = (dates: Dates, now: Date): TryForm => ({ ...justNow(dates, now), result: "", text: "" });

export type TryError = AnswerError | "error.result";

export function missingInTry(form: TryForm): Partial<Record<keyof TryForm, TryError>> {
  const missing: Partial<Record<keyof TryForm, TryError>> = {};
  if (form.result === "") missing.result = "error.result";
  if (!isDay(form.day)) missing.day = "error.day";
  if (readHour(form.hour) === null) missing.hour = "error.hour";
  return missing;
}

/** Only of one that lacks nothing. */
export function tryOf(form: TryForm, instant: Dates["instant"]): NewTry {
  const text = form.text.trim();
  return {
    channel: form.channel === "" ? "phone" : form.channel, at: instant(form.day, readHour(form.hour) ?? "00:00"), result: form.result === "" ? "no_answer" : form.result,
    ...(text === "" ? {} : { text }),
  };
}
