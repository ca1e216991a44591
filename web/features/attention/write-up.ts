// What is being written about a contact, before the server sees it. Pure: from a contact to a form and back.
import type { Answer, Answers } from "@/forms/condition";
import { isBlank, isList, isObject } from "@/forms/answer-check";
import type { Contact, ContactChannel, ContactPatch, Disposition, Moment, RiskLevel } from "./contacts";

export const ownTexts = ["risk_reason", "summary", "narrative", "joint_summary"] as const;
export type OwnText = (typeof ownTexts)[number];

export interface Touched {
  moment: Moment;
  at?: string;
}

/** Day and hours as they are written, while it is told when it was. */
export interface WrittenTimes {
  day: string;
  from: string;
  until: string;
  /** It was asked, and said, that it ended the next day. */
  overnight?: boolean;
}

/** The whole page, as it is kept in the draft. */
export type WriteUp = {
  channel: ContactChannel;
  direction: Contact["direction"];
  topics: string[];
  moments: Touched[];
  risk: RiskLevel | null;
  disposition: Disposition | null;
  answers: Record<string, Answer>;
  /** null: as it stands. */
  times: WrittenTimes | null;
  /** Why a closed contact is corrected. */
  reason: string;
} & Record<OwnText, string>;

export const answersOf = (contact: Contact): Record<string, Answer> => {
  const answers = contact.answers as Answer;
  return isObject(answers) ? { ...answers } : {};
};

export const writeUpOf = (contact: Contact): WriteUp => ({
  channel: contact.channel,
  direction: contact.direction,
  topics: contact.topics,
  moments: contact.moments,
  risk: contact.risk ?? null,
  disposition: contact.disposition ?? null,
  answers: answersOf(contact),
  times: null,
  reason: "",
  risk_reason: contact.risk_reason ?? "",
  summary: contact.summary ?? "",
  narrative: contact.narrative ?? "",
  joint_summary: contact.joint_summary ?? "",
});

/** A line of a group with nothing in it was never said; it does not travel. */
const isEmptyLine = (line: Answer): boolean => isObject(line) && Object.values(line).every((one) => isBlank(one) || one === false);

/** What of the answers travels: no blank texts, no empty lines. */
export function answersToSend(answers: Answers): Answers {
  const told = Object.entries(answers).map(([name, one]) => [name, isList(one) ? one.filter((line) => !isEmptyLine(line)) : one] as const);
  return Object.fromEntries(told.filter(([, one]) => !isBlank(one)));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only what changed; what was emptied travels as null. Times are told apart: they need a zone. */
export function patchOf(contact: Contact, form: WriteUp, times: { started_at?: string; ended_at?: string }): ContactPatch {
  const texts = ownTexts.filter((name) => form[name].trim() !== (contact[name] ?? "").trim());
  const answers = answersToSend(form.answers);
  return {
    ...(form.channel === contact.channel ? {} : { channel: form.channel }),
    ...(form.direction === contact.direction ? {} : { direction: form.direction }),
    ...(same(form.topics, contact.topics) ? {} : { topics: form.topics }),
    ...(same(form.moments, contact.moments) ? {} : { moments: form.moments }),
    ...(form.risk === (contact.risk ?? null) ? {} : { risk: form.risk }),
    ...(form.disposition === (contact.disposition ?? null) ? {} : { disposition: form.disposition }),
    ...(same(answers, answersOf(contact)) ? {} : { answers }),
    ...Object.fromEntries(texts.map((name) => [name, form[name].trim() || null])),
    ...times,
  };
}

export const saysSomething = (patch: ContactPatch): boolean => Object.keys(patch).length > 0;

/** Something of the record, for conditions such as "why, when the risk is high". */
export const recordOf = (form: WriteUp): Answers => ({ topics: form.topics, risk: form.risk, disposition: form.disposition });
