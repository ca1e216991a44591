// The safe-contact card while it is being written. Pure.
import { readHour } from "@/words/hours";
import type { Channel, SafeContact, SafeHours } from "./people";
import type { PeopleKey } from "./words";

export interface WrittenChannel extends Required<Omit<Channel, "kind">> {
  /** Stays with the row while others come and go. */
  row: number;
  kind: Channel["kind"];
}

export interface WrittenHours {
  row: number;
  days: SafeHours["days"];
  from: string;
  to: string;
  channel: NonNullable<SafeHours["channel"]> | "any";
}

export const sentences = ["voicemail_words", "do_not_say", "may_answer", "must_not_tell", "if_other_answers"] as const;
export type Sentence = (typeof sentences)[number];

export type SafeForm = {
  channels: WrittenChannel[];
  hours: WrittenHours[];
  voicemail: NonNullable<SafeContact["voicemail"]>;
  confirmed: boolean;
} & Record<Sentence, string>;

export const nextRow = (rows: readonly { row: number }[]): number => Math.max(0, ...rows.map(({ row }) => row)) + 1;

export const newChannel = (row: number): WrittenChannel => ({ row, kind: "phone", value: "", label: "", preferred: false, shared: false });
export const newHours = (row: number): WrittenHours => ({ row, days: ["mon", "tue", "wed", "thu", "fri"], from: "", to: "", channel: "any" });

export function safeFormOf(card: SafeContact | undefined): SafeForm {
  return {
    channels: card ? card.channels.map((channel, row) => ({ ...newChannel(row + 1), ...channel })) : [newChannel(1)],
    hours: (card?.hours ?? []).map((span, row) => ({ row: row + 1, days: span.days, from: span.from, to: span.to, channel: span.channel ?? "any" })),
    voicemail: card?.voicemail ?? "no",
    voicemail_words: card?.voicemail_words ?? "",
    do_not_say: card?.do_not_say ?? "",
    may_answer: card?.may_answer ?? "",
    must_not_tell: card?.must_not_tell ?? "",
    if_other_answers: card?.if_other_answers ?? "",
    confirmed: false,
  };
}

/** By field, named as its input is: "value-2", "from-1". */
export type SafeErrors = Record<string, PeopleKey>;

export function safeErrorsIn(form: SafeForm): SafeErrors {
  const errors: SafeErrors = {};
  for (const channel of form.channels) {
    if (channel.kind !== "chat" && channel.kind !== "visit" && channel.value.trim() === "") errors[`value-${channel.row}`] = "error.value";
  }
  for (const { row, days, from, to } of form.hours) {
    const [begins, ends] = [readHour(from), readHour(to, { midnight: true })];
    if (begins === null) errors[`from-${row}`] = "error.hour";
    if (ends === null) errors[`to-${row}`] = "error.hour";
    if (begins !== null && ends !== null && ends <= begins) errors[`to-${row}`] = "error.hours_order";
    if (days.length === 0) errors[`days-${row}`] = "error.days";
  }
  return errors;
}

/** Where the server's pointer lands in the form: "/safe_contact/channels/0/value" is "value-1"; undefined where it has no field. */
export function safeFieldAt(pointer: string, form: SafeForm): string | undefined {
  const [, card, first = "", second = "", third = ""] = pointer.split("/");
  if (card !== "safe_contact") return undefined;
  if (sentences.some((name) => name === first)) return first;
  const row = first === "channels" || first === "hours" ? form[first][Number(second)]?.row : undefined;
  if (row === undefined) return undefined;
  if (first === "channels") return third === "label" ? `label-${row}` : third === "value" || third === "" ? `value-${row}` : undefined;
  return ["days", "from", "to"].includes(third) ? `${third}-${row}` : `from-${row}`;
}

/** @param before keeps its confirmation only while the person has not confirmed again */
export function safeContactOf(form: SafeForm, before: SafeContact | undefined, now: Date): SafeContact {
  const confirmed_at = form.confirmed ? now.toISOString() : before?.confirmed_at;
  const said = sentences.filter((name) => form[name].trim() !== "");
  return {
    channels: form.channels.map(({ kind, value, label, preferred, shared }) => ({
      kind,
      ...(value.trim() ? { value: value.trim() } : {}),
      ...(label.trim() ? { label: label.trim() } : {}),
      ...(preferred ? { preferred } : {}),
      ...(shared ? { shared } : {}),
    })),
    hours: form.hours.map(({ days, from, to, channel }) => ({
      days,
      from: readHour(from) ?? from,
      to: readHour(to, { midnight: true }) ?? to,
      ...(channel === "any" ? {} : { channel }),
    })),
    voicemail: form.voicemail,
    ...Object.fromEntries(said.map((name) => [name, form[name].trim()])),
    ...(confirmed_at ? { confirmed_at } : {}),
  };
}
