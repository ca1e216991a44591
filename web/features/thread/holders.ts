// Who holds a thread, from when and until when, read from what happened. Pure.
import type { Moment, Story, ThreadEvent } from "./story";

/** Somebody holds the thread from a moment on: it passes on only at the first contact confirmed, goes back when the person says
 *  that it did not happen, and ends when the referral by which they held it is over. */
export interface Held {
  lane: number;
  from: number;
  until?: number;
}

type Kind = ThreadEvent["kind"];
const answers: readonly Kind[] = ["referral_acknowledged", "referral_accepted", "referral_waitlisted", "referral_declined"];
/** The person reached nobody by it after all, or no longer can: whoever sent them holds the thread again. Before somebody arrives
 *  these change nothing, for it was the origin's all along. */
const backs: readonly Kind[] = ["arrival_denied", "referral_cancelled", "referral_expired", "referral_failed"];
/** Whoever does this takes up a thread that nobody held. */
const attends: readonly Kind[] = ["contact", "session", "referral_sent"];

/** Who holds the thread at a moment, by its place among those who held it; nothing when nobody does. */
export function heldAt(held: readonly Held[], at: number): Held | undefined {
  const last = held.findLast(({ from }) => from <= at);
  return last?.until !== undefined && last.until <= at ? undefined : last;
}

/** Who holds the thread now, when somebody does. */
export function holderOf({ held }: Story): Held | undefined {
  const last = held.at(-1);
  return last?.until === undefined ? last : undefined;
}

/** The lane that answers to a referral's arrival: whoever accepted it, for the origin may write down that they arrived. When that
 *  referral is closed, whoever still holds the thread by an earlier one holds it; else nobody does, until somebody attends the
 *  person again. The server's `referrals::holder` says the same of each status (holders.moves.test.ts). */
export function holders(past: readonly Moment[]): Held[] {
  const first = past[0];
  if (!first) return [];
  const held: Held[] = [{ lane: first.lane, from: first.at }];
  /** Who would hold it, the last on top: whoever took it up, and by which referral each of the others received it. */
  let hands: { lane: number; by?: string }[] = [{ lane: first.lane }];
  let closed: { lane: number; by?: string } | undefined;
  const laneOf = (by: string, kinds: readonly Kind[]) => past.find(({ event }) => event?.subject_id === by && kinds.includes(event.kind))?.lane;
  const passTo = (lane: number, from: number) => {
    if (held.at(-1)?.lane !== lane || held.at(-1)?.until !== undefined) held.push({ lane, from });
  };
  for (const { event, lane, at } of past) {
    const last = held.at(-1);
    if (!event || !last) continue;
    const { kind, subject_id: by } = event;
    const top = hands.at(-1);
    const others = hands.filter((hand) => hand.by !== by);
    const isHeldByIt = others.length < hands.length;
    if (kind === "arrived") {
      const arrived = { lane: laneOf(by, answers) ?? lane, by };
      hands = [...others, arrived];
      passTo(arrived.lane, at);
    } else if (isHeldByIt && (kind === "closed" || backs.includes(kind))) {
      hands = others;
      // Handed on since: whoever holds it now goes on.
      if (top?.by !== by) continue;
      const below = others.at(-1);
      if (backs.includes(kind)) {
        const origin = laneOf(by, ["referral_sent"]) ?? below?.lane ?? lane;
        if (below?.lane !== origin) hands = [...others, { lane: origin }];
        passTo(origin, at);
      } else if (below?.by !== undefined) passTo(below.lane, at);
      else {
        last.until = at;
        closed = top;
        hands = [];
      }
    } else if (kind === "reopened" && closed?.by === by) {
      hands = [closed];
      passTo(closed.lane, at);
    } else if (hands.length === 0 && attends.includes(kind)) {
      hands = [{ lane }];
      passTo(lane, at);
    }
  }
  return held;
}
