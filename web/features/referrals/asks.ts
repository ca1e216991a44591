// What each step asks for before it can be sent, as the server's guard table has it; and which steps stand in front. Pure.
import { isDay } from "@/words/days";
import { readHour } from "@/words/hours";
import type { Schema } from "@/api/client";
import type { Action, MoveRequest, Reason, Referral } from "./referrals";

export interface Ask {
  codes?: readonly Reason[];
  /** Whether a sentence must or may go with it. */
  text?: "needed" | "optional";
  questions?: true;
  at?: "needed" | "optional";
  until?: true;
  position?: true;
  place?: true;
  channel?: true;
  /** An hour of one's own agenda says when, how and where, if any is free. */
  slot?: true;
  /** The ways in which they were sought. */
  ways?: true;
  withWhom?: "needed";
  /** Who could take it instead. */
  alternative?: true;
  /** Which of one's own people it is. */
  person?: true;
  /** How and when the person was asked, and who answered. */
  asked?: true;
  /** It cannot be taken back: asked once more, with what will be true afterwards. */
  final?: true;
}

const declining: readonly Reason[] = [
  "no_places", "out_of_age", "other_territory", "insufficient_data", "already_attended", "other_level", "closed_list", "needs_court_order",
  "person_declines", "other",
];

/** Why somebody is let in though no place is left. */
export const beyondPlaces = ["cannot_wait", "place_soon", "agreed_with_service", "other"] as const satisfies readonly Reason[];

/** What a panel is for; the rest is done by writing a referral, or by time. */
export type Step = Exclude<Action, "send" | "give" | "redirect" | "time_out" | "expire" | "let_stand">;

export const asks: Record<Step, Ask> = {
  acknowledge: {},
  accept: { person: true, text: "optional" },
  ask: { questions: true },
  reply: { text: "needed" },
  waitlist: { position: true, until: true, text: "optional" },
  review: { position: true, until: true, text: "optional" },
  decline: { codes: declining, alternative: true, text: "optional" },
  contest: { text: "needed" },
  send_back: { text: "needed" },
  uphold: { text: "needed", final: true },
  close_declined: { text: "needed", final: true },
  schedule: { slot: true, at: "needed", place: true, channel: true, text: "optional" },
  reschedule: { slot: true, at: "needed", place: true, channel: true, text: "needed" },
  no_show: { ways: true, text: "optional" },
  confirm_first_contact: { at: "optional", withWhom: "needed" },
  person_denies: { asked: true, text: "optional" },
  start_service: { text: "optional" },
  hold: { until: true, text: "needed" },
  resume: { text: "optional" },
  report_outcome: { codes: ["completed", "ongoing", "partly", "referred_on", "did_not_continue", "other"], text: "needed" },
  close_verified: { asked: true, text: "optional", final: true },
  dispute: { asked: true, text: "needed" },
  person_confirms: { asked: true, text: "optional", final: true },
  person_not_reached: { asked: true, text: "needed", final: true },
  close_unasked: { codes: ["did_not_consent", "unreachable", "deceased", "other"], text: "optional", final: true },
  cancel: { codes: ["person_withdraws", "found_elsewhere", "sent_by_mistake", "other"], text: "optional", final: true },
  fail: { codes: ["unreachable", "moved", "person_declines", "deceased", "other"], text: "optional", final: true },
  mark_error: { text: "needed", final: true },
  discard: { final: true },
};

const inFront: readonly Step[] = [
  "acknowledge", "reply", "confirm_first_contact", "accept", "schedule", "start_service", "report_outcome", "close_verified", "person_confirms",
  "resume", "send_back", "ask", "waitlist", "review", "decline", "reschedule", "no_show", "hold", "dispute", "person_denies", "person_not_reached",
  "contest", "close_declined", "uphold",
];
const aside: readonly Step[] = ["close_unasked", "cancel", "fail", "mark_error", "discard"];

const among = (order: readonly Step[], possible: readonly Action[]) => order.filter((action) => possible.includes(action));

/** The steps as buttons, the likeliest first; and those that end it, more quietly. */
export const stepsOf = (possible: readonly Action[]): { front: Step[]; aside: Step[] } => ({
  front: among(inFront, possible),
  aside: among(aside, possible),
});

export type Giver = Schema["Giver"];
export type Way = Schema["ContactKind"];
/** An hour that is not in the agenda: its day and time are written. */
export const k_other_hour = "other";

/** What of the page an answer depends on. */
export interface Given {
  /** Whether there are free hours to choose from. */
  freeHours: boolean;
  /** Whether both ways of seeking them must be said. */
  lastTry: boolean;
  /** Whether the service has no place for it: accepting takes a reason. */
  full?: boolean;
}
/** Missed hours after which the next one asks for two ways (workflows.md §1). */
export const k_last_try = 2;

/** What a step asks for as things stand. */
export const askOf = (action: Step, { full }: Given): Ask => (action === "accept" && full ? { ...asks.accept, codes: beyondPlaces } : asks[action]);

/** Whether no place is left, and none is set aside for this one. */
export const isFull = ({ place }: Pick<Referral, "place">): boolean => place !== undefined && !place.held && place.free === 0;

const k_nothing_given: Given = { freeHours: false, lastTry: false };

/** An answer as it is being written. */
export interface AnswerForm {
  code: Reason | "";
  text: string;
  questions: readonly string[];
  /** "2026-11-24", and "16:30" or as far as it is written: as the clock on the wall says. */
  day: string;
  hour: string;
  until: string;
  position: string;
  place: string;
  channel: Way | "";
  otherChannel: Way | "";
  /** The id of a free hour; "" while none is chosen; or "other": one that is not in the agenda. */
  slot: string;
  withWhom: string;
  answeredBy: Giver;
  alternative: string;
  /** One's own person's id; "" makes a new one from the ficha. */
  person: string;
}

export const emptyAnswer: AnswerForm = {
  code: "", text: "", questions: [""], day: "", hour: "", until: "", position: "", place: "", channel: "", otherChannel: "", slot: "", withWhom: "", answeredBy: "person", alternative: "", person: "",
};

const written = (text: string): string | undefined => (text.trim() === "" ? undefined : text.trim());
const without = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Whether the day and the time are written by hand. */
export const byHand = (ask: Ask, form: AnswerForm, { freeHours }: Given): boolean => !ask.slot || !freeHours || form.slot === k_other_hour;

/** @param instant turns a day and an hour of the place into a moment */
export function moveOf(action: Step, version: number, form: AnswerForm, instant: (day: string, hour: string) => string, given: Given = k_nothing_given): MoveRequest {
  const ask = askOf(action, given);
  const typed = byHand(ask, form, given);
  const hour = readHour(form.hour);
  const fields = without({
    code: ask.codes && form.code !== "" ? form.code : undefined,
    text: ask.text && written(form.text),
    slot_id: ask.slot && !typed && form.slot !== "" ? form.slot : undefined,
    asked: ask.asked && isDay(form.day) && hour !== null && form.channel !== "" ? { channel: form.channel, at: instant(form.day, hour), answered_by: form.answeredBy } : undefined,
    at: ask.at && typed && isDay(form.day) && hour !== null ? instant(form.day, hour) : undefined,
    until: ask.until && written(form.until),
    position: ask.position && form.position.trim() !== "" ? Number(form.position) : undefined,
    place: ask.place && typed ? written(form.place) : undefined,
    other_channel: ask.ways && form.otherChannel !== "" ? form.otherChannel : undefined,
    channel: (ask.ways || (ask.channel && typed)) && form.channel !== "" ? form.channel : undefined,
    with_whom: ask.withWhom && written(form.withWhom),
    service_id: ask.alternative && written(form.alternative),
    person_id: ask.person && written(form.person),
  });
  return { ...(fields as Partial<MoveRequest>), action, version, questions: ask.questions ? form.questions.map((one) => one.trim()).filter((one) => one !== "") : [] };
}

export type AnswerError = "error.code" | "error.text" | "error.question" | "error.day" | "error.day.of_hour" | "error.hour" | "error.until" | "error.position" | "error.slot" | "error.ways" | "error.withWhom" | "error.channel";

/** What is still missing, by field. The server checks everything again. */
export function missingIn(action: Step, form: AnswerForm, given: Given = k_nothing_given): Partial<Record<keyof AnswerForm, AnswerError>> {
  const ask = askOf(action, given);
  const missing: Partial<Record<keyof AnswerForm, AnswerError>> = {};
  if (ask.codes && form.code === "") missing.code = "error.code";
  const saysWhich = ask.text === "needed" || (form.code === "other" && (ask.codes ?? []).length > 0 && ask.text !== undefined);
  if (saysWhich && form.text.trim() === "") missing.text = "error.text";
  if (ask.questions && form.questions.every((one) => one.trim() === "")) missing.questions = "error.question";
  const typed = byHand(ask, form, given);
  if (!typed && form.slot === "") missing.slot = "error.slot";
  if (ask.ways && given.lastTry && (form.channel === "" || form.otherChannel === "" || form.channel === form.otherChannel)) missing.otherChannel = "error.ways";
  if (ask.asked && form.channel === "") missing.channel = "error.channel";
  // A day that is no day is never taken for none, nor an hour without its day: what is left out is left out whole.
  const isWhen = ask.asked || (typed && ask.at !== undefined && (ask.at === "needed" || form.day !== "" || form.hour !== ""));
  if (isWhen && !isDay(form.day)) missing.day = form.hour !== "" && form.day === "" ? "error.day.of_hour" : "error.day";
  if (isWhen && readHour(form.hour) === null) missing.hour = "error.hour";
  if (ask.withWhom && form.withWhom.trim() === "") missing.withWhom = "error.withWhom";
  if (ask.until && !isDay(form.until)) missing.until = "error.until";
  if (ask.position && !/^\s*[1-9]\d{0,4}\s*$/.test(form.position)) missing.position = "error.position";
  return missing;
}
