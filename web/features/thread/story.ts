// What the drawing tells, before anything has a place: who entered when, who held it, what was sent, what was left alone.
// Pure. It knows only what the institution may see: what it may not see leaves no knot and no gap.
import type { Schema } from "@/api/client";
import type { KnotShape } from "@/design/knot";
import { heldAt, holders, type Held } from "./holders";

export type ThreadEvent = Schema["ThreadEvent"];
type Commitment = Schema["Commitment"];
/** What another institution owes on the thread: its state and its clock. */
export type Owed = Schema["OwedOnThread"];
type Lapse = Schema["Lapse"];
type Saying = Schema["Saying"];

export interface Lane {
  id: string;
  name: string;
  sector: Schema["Sector"];
}

export interface Moment {
  id: string;
  at: number;
  /** Which lane, by its place in `Story.lanes`. */
  lane: number;
  shape: KnotShape;
  event?: ThreadEvent;
  commitment?: Commitment;
  owed?: Owed;
  /** What the person said then, in their words. */
  words?: readonly string[];
  /** How they were asked, when it is an answer. */
  asked?: Schema["ReferralAsked"];
}

/** What was asked of an institution and nobody did in time; `until` is missing while it is still so. */
export interface Gap {
  lane: number;
  from: number;
  until?: number;
  /** The kinds of what was due. */
  kinds: readonly string[];
  /** Whoever let it go held the thread then: there was nobody. Otherwise one of several left something undone. */
  nobody: boolean;
}

/** A referral on its way: from where it was sent to the first answer. */
export interface Sent {
  from: string;
  to?: string;
}

export interface Story {
  lanes: Lane[];
  /** In time order, what is to come included. */
  moments: Moment[];
  held: Held[];
  gaps: Gap[];
  sent: Sent[];
  now: number;
}

/** Which knot draws each kind (src/core/thread/README.md). A new kind does not compile until it has one. */
export const shapes: Record<ThreadEvent["kind"], KnotShape> = {
  contact: "contact", note: "contact", screening: "screening", message: "message", session: "session", mesa: "mesa",
  permission: "permission", permission_withdrawn: "permission",
  information_given: "referral", referral_sent: "referral", referral_redirected: "referral", referral_cancelled: "referral",
  referral_expired: "referral", referral_failed: "referral",
  referral_acknowledged: "accepted", referral_waitlisted: "accepted", referral_accepted: "accepted", referral_declined: "accepted",
  arrived: "arrived", arrival_denied: "arrived",
  appointment: "session", no_show: "session", service_started: "session", on_hold: "session", resumed: "session",
  commitment_fulfilled: "fulfilled", outcome: "fulfilled", closed: "fulfilled", reopened: "fulfilled",
};

/** The minute that goes on, and as much again for clocks that differ. */
const k_this_minute = 2 * 60_000;
const time = (at: string): number => Date.parse(at);

export interface Facts {
  events: readonly ThreadEvent[];
  /** Open ones of this person, loose ones among them. */
  commitments: readonly Commitment[];
  /** Open ones of other institutions. */
  owed: readonly Owed[];
  lapses: readonly Pick<Lapse, "institution" | "kind" | "from" | "until">[];
  sayings: readonly Pick<Saying, "event" | "subject_id" | "at" | "words" | "asked">[];
  /** The lane of an institution known only by its name, when no event of its own is there. */
  institution: (name: string) => Lane;
  now: Date;
}

export function storyOf(facts: Facts): Story {
  const now = presentOf(facts);
  const events = facts.events.toSorted((one, other) => time(one.event_at) - time(other.event_at) || (one.id < other.id ? -1 : 1));
  const lanes: Lane[] = [];
  const laneOf = ({ id, name, sector }: Lane): number => {
    const known = lanes.findIndex((lane) => lane.id === id || lane.name === name);
    return known >= 0 ? known : lanes.push({ id, name, sector }) - 1;
  };
  const past = events.map((event): Moment => {
    const said = facts.sayings.filter((one) => isOf(one, event));
    const words = said.map((one) => one.words);
    const asked = said.find((one) => one.asked)?.asked;
    return { id: event.id, at: time(event.event_at), lane: laneOf(event.institution), shape: shapes[event.kind], event, ...(words.length > 0 ? { words } : {}), ...(asked ? { asked } : {}) };
  });
  const asked = facts.commitments
    .filter((commitment) => commitment.state === "open")
    .map((commitment): Moment => ({
      id: commitment.id, at: commitment.loose ? Math.min(now, time(commitment.loose_since ?? commitment.due_at)) : Math.max(now, time(commitment.due_at)),
      lane: laneOf(facts.institution(commitment.institution_name)), shape: commitment.loose ? "loose" : "future", commitment,
    }))
    .sort((one, other) => one.at - other.at);
  const awaited = facts.owed.map((owed): Moment => {
    const at = owed.overdue ? Math.min(now, time(owed.due_at)) : Math.max(now, time(owed.due_at));
    return { id: owed.id, at, lane: laneOf(owed.institution), shape: owed.overdue ? "loose" : "future", owed };
  });
  const held = holders(past);
  const promised = [...asked, ...awaited];
  const gaps: Omit<Gap, "nobody">[] = [
    ...facts.lapses.map((lapse) => ({ lane: laneOf(lapse.institution), from: time(lapse.from), until: time(lapse.until), kinds: [lapse.kind] })),
    ...promised.flatMap(({ lane, at, shape, commitment, owed }) => (shape === "loose" ? [{ lane, from: at, kinds: [(commitment ?? owed)?.kind ?? ""] }] : [])),
  ];
  const moments = [...past, ...promised].sort((one, other) => one.at - other.at || rankOf(one) - rankOf(other));
  return { lanes, moments, held, gaps: joined(gaps.map((gap) => ({ ...gap, nobody: heldAt(held, gap.from)?.lane === gap.lane })), now), sent: sentOf(past), now };
}

/** The person may deny twice: the arrival, and later what came of it. Each is known by its time, the same to both. Any other kind
 *  happens once to a record, and its time may have been corrected since. */
const isOf = (saying: Pick<Saying, "event" | "subject_id" | "at">, { kind, subject_id, event_at }: ThreadEvent): boolean =>
  saying.event === kind && saying.subject_id === subject_id && (kind !== "arrival_denied" || time(saying.at) === time(event_at));

/** The minute in which one is, or what happened in it: no fact is drawn as if it were to come. */
function presentOf({ events, now }: Facts): number {
  const ats = events.map(({ event_at }) => time(event_at)).filter((at) => at <= now.getTime() + k_this_minute);
  return Math.max(now.getTime(), ...ats);
}

/** At one instant, what was allowed comes before what it allowed. */
const rankOf = ({ event }: Moment): number => (event?.kind === "permission" ? 0 : 1);

function sentOf(past: readonly Moment[]): Sent[] {
  return past.flatMap((moment, index) => {
    if (moment.event?.kind !== "referral_sent") return [];
    const subject = moment.event.subject_id;
    const answer = past.slice(index + 1).find(({ event, lane }) => event?.subject_id === subject && lane !== moment.lane);
    return [answer ? { from: moment.id, to: answer.id } : { from: moment.id }];
  });
}

/** Two that overlap in a lane are one time without anybody. */
function joined(gaps: readonly Gap[], now: number): Gap[] {
  const whole: Gap[] = [];
  for (const gap of gaps.toSorted((one, other) => one.lane - other.lane || one.from - other.from)) {
    const last = whole.at(-1);
    if (last?.lane !== gap.lane || gap.from > (last.until ?? now)) {
      whole.push({ ...gap });
      continue;
    }
    if (last.until !== undefined && gap.until === undefined) delete last.until;
    else if (last.until !== undefined && gap.until !== undefined) last.until = Math.max(last.until, gap.until);
    last.kinds = [...new Set([...last.kinds, ...gap.kinds])];
  }
  return whole.sort((one, other) => one.from - other.from);
}
