// Who holds a thread, from when and until when, read from what happened. Pure.
import type { Moment, Story, ThreadEvent } from "./story";

/** Somebody holds the thread from a moment on: it passes on only at the first contact confirmed, and ends when the referral
 *  by which they held it is over. */
export interface Held {
  lane: number;
  from: number;
  until?: number;
}

const answers: readonly ThreadEvent["kind"][] = ["referral_acknowledged", "referral_accepted", "referral_waitlisted", "referral_declined"];
/** With these a referral is over, and nobody holds the thread by it (the referral's sheet says the same). */
const overs: readonly ThreadEvent["kind"][] = ["closed", "referral_cancelled", "referral_expired", "referral_failed"];
/** Whoever does this takes up a thread that nobody held. */
const attends: readonly ThreadEvent["kind"][] = ["contact", "session", "referral_sent"];

/** Who holds the thread now, when somebody does. */
export function holderOf({ held }: Story): Held | undefined {
  const last = held.at(-1);
  return last?.until === undefined ? last : undefined;
}

/** The lane that answers to a referral's arrival: whoever accepted it, for the origin may write down that they arrived. When
 *  that referral is over nobody holds it, until somebody attends the person again. */
export function holders(past: readonly Moment[]): Held[] {
  const first = past[0];
  if (!first) return [];
  const held: Held[] = [{ lane: first.lane, from: first.at }];
  // The referral by which the last of them holds it.
  let by: string | undefined;
  const passTo = (lane: number, from: number) => {
    if (held.at(-1)?.lane !== lane || held.at(-1)?.until !== undefined) held.push({ lane, from });
  };
  for (const { event, lane, at } of past) {
    const last = held.at(-1);
    if (!event || !last) continue;
    const { kind, subject_id } = event;
    if (kind === "arrived") {
      const answered = past.find((other) => other.event?.subject_id === subject_id && answers.includes(other.event.kind));
      passTo(answered?.lane ?? lane, at);
      by = subject_id;
    } else if (overs.includes(kind) && by === subject_id && last.until === undefined) {
      last.until = at;
    } else if (kind === "arrival_denied" && by === subject_id) {
      passTo(held.at(-2)?.lane ?? lane, at);
      by = undefined;
    } else if (kind === "reopened" && by === subject_id) {
      passTo(last.lane, at);
    } else if (last.until !== undefined && attends.includes(kind)) {
      passTo(lane, at);
      by = undefined;
    }
  }
  return held;
}
