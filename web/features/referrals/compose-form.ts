// A referral as it is being written, and what the server understands of it. Pure; the server checks everything again.
import type { Schema } from "@/api/client";
import type { Person } from "@/features/people/people";
import { callName } from "@/features/people/person-form";
import { isDay } from "@/words/days";
import type { beyondPlaces } from "./asks";
import type { Referral } from "./referrals";

export type Kind = Schema["ReferralKind"];
export type Urgency = Schema["ReferralUrgency"];
export type Shared = Schema["PackageShared"];
export type Content = Schema["ReferralContent"];
export type Basis = Schema["BasisKind"];

/** What may go besides the three lines: each on its own row. */
export const extras = ["wish", "done", "social"] as const;
export type Extra = (typeof extras)[number];

export interface ComposeForm {
  kind: Kind;
  urgency: Urgency;
  topic: string;
  service: string;
  who: string;
  what: string;
  ask: string;
  wish: string;
  done: string;
  social: string;
  /** The extras that travel: taking the mark off does not lose the text. */
  travels: readonly Extra[];
  share: readonly Shared[];
  /** Classes above what the agreement carries, each marked for this referral. */
  beyond: readonly number[];
  health: readonly { label: string; text: string }[];
  restricted: string;
  recipient: string;
  /** With which the person named signs in where it is received. */
  recipientEmail: string;
  basis: Basis;
  giver: Schema["Giver"];
  method: Schema["Method"];
  assent: Schema["ChildAssent"];
  validUntil: string;
  article: string;
  justification: string;
  pertinence: string;
  /** Why it is sent though no place is left. */
  over: (typeof beyondPlaces)[number] | "";
  redundancy: string;
  /** The server's own draft, once there is one. */
  referral: string;
  /** The contact in which it was agreed. */
  contact: string;
}

/** A consent this long unless something else is said: three months. */
const k_consent_days = 90;
/** Ley 21.719: under this age whoever cares for them consents. */
export const k_consents_alone = 14;
const k_adult = 18;

export const isMinor = (age: number | undefined): boolean => age === undefined || age < k_adult;

/** When somebody else accepts for whoever is not an adult, or may not be, what they say themselves is asked too. */
export const asksAssent = ({ giver }: Pick<ComposeForm, "giver">, age: number | undefined): boolean => isMinor(age) && giver !== "person";

/** Whoever accepts for themselves says yes: the server asks it of everybody who may be a minor. */
const assentOf = ({ giver, assent }: ComposeForm): ComposeForm["assent"] => (giver === "person" && assent !== "not_applicable" ? "yes" : assent);

export function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const k_shared = ["names", "social_name", "run", "document", "birth_date", "phone", "email", "comuna", "safe_contact"] as const satisfies readonly Shared[];

/** What the record has: nothing else can travel. */
export function shareable(person: Person): Shared[] {
  return k_shared.filter((one) => {
    if (one === "names") return Boolean(person.given_names ?? person.first_surname ?? person.second_surname);
    return person[one] !== undefined;
  });
}

/** What the receiver needs to call: a name, and the safe contact or, without it, the telephone. */
function toBeCalled(person: Person): Shared[] {
  const has = shareable(person);
  const name = has.includes("social_name") ? "social_name" : "names";
  const contact = has.includes("safe_contact") ? "safe_contact" : "phone";
  return has.filter((one) => one === name || one === contact);
}

/** @param who the line for what is marked: "Martina, 16 años." */
export function newForm(person: Person, age: number | undefined, today: string, who: (share: readonly Shared[]) => string): ComposeForm {
  const share = toBeCalled(person);
  const young = age !== undefined && age < k_consents_alone;
  return {
    kind: "warm", urgency: "routine", topic: "", service: "", who: who(share), what: "", ask: "", wish: "", done: "", social: "", travels: [],
    share, beyond: [], health: [], restricted: "", recipient: "", recipientEmail: "", basis: "consent", giver: young ? "guardian" : "person", method: "verbal",
    assent: isMinor(age) ? "not_asked" : "not_applicable", validUntil: dayAfter(today, k_consent_days), article: "", justification: "", pertinence: "",
    over: "", redundancy: "", referral: "", contact: "",
  };
}

/** What was written up is a beginning to be read over: the topic it was about, and what was said, in the line that says it. */
export function fromContact(before: ComposeForm, contact: Pick<Schema["Contact"], "id" | "topics" | "summary">, topics: readonly string[]): ComposeForm {
  const topic = contact.topics.find((one) => topics.includes(one)) ?? "";
  return { ...before, contact: contact.id, topic, what: contact.summary?.trim() ?? "" };
}

/** What was written before, to go on or to refer again. A consent is asked for anew when it is for somebody else. */
export function formFrom(before: ComposeForm, referral: Referral, how: "go_on" | "follow"): ComposeForm {
  const content = referral.content;
  if (!content) return before;
  const { consent } = content.basis;
  return {
    ...before,
    kind: referral.kind === "information" && how === "follow" ? "warm" : referral.kind,
    urgency: referral.urgency, topic: referral.topic,
    ...(how === "go_on" ? { service: referral.service_id, referral: referral.id } : {}),
    who: content.who || before.who, what: content.what, ask: content.ask, wish: content.wish ?? "", done: content.done ?? "", social: content.social ?? "",
    travels: extras.filter((extra) => content[extra]),
    share: content.share ?? [], health: content.health ?? [],
    // What is restricted was for one person of that institution: for another one it is written anew.
    ...(how === "go_on" ? { restricted: content.restricted?.text ?? "", recipient: content.restricted?.recipient ?? "", recipientEmail: content.restricted?.recipient_email ?? "" } : {}),
    ...(how === "go_on" && consent ? { giver: consent.giver, method: consent.method, assent: consent.child_assent, validUntil: consent.valid_until } : {}),
    ...(how === "go_on" ? { basis: content.basis.kind, article: content.basis.article ?? "", justification: content.basis.justification ?? "", beyond: content.beyond_agreement ?? [], pertinence: content.pertinence_reason ?? "", redundancy: content.redundancy_reason ?? "" } : {}),
  };
}

const when = <T>(there: boolean, part: T): T | object => (there ? part : {});
const filled = (text: string): boolean => text.trim() !== "";

/** The wording that is read to the person; kept with each consent. */
const k_text_version = "consent.1";

export function contentOf(form: ComposeForm): Content {
  const goes = (extra: Extra) => form.travels.includes(extra) && filled(form[extra]);
  return {
    who: form.who.trim(), what: form.what.trim(), ask: form.ask.trim(),
    ...when(goes("wish"), { wish: form.wish.trim() }), ...when(goes("done"), { done: form.done.trim() }), ...when(goes("social"), { social: form.social.trim() }),
    health: form.health.filter(({ text }) => filled(text)).map(({ label, text }) => ({ label: label.trim(), text: text.trim() })),
    ...when(filled(form.restricted), { restricted: { text: form.restricted.trim(), recipient: form.recipient.trim(), recipient_email: form.recipientEmail.trim() } }),
    share: [...form.share],
    basis: form.basis === "consent"
      ? { kind: "consent", consent: { giver: form.giver, method: form.method, child_assent: assentOf(form), valid_until: form.validUntil, text_version: k_text_version } }
      : { kind: form.basis, article: form.article.trim(), justification: form.justification.trim() },
    unmet: [],
    ...when(filled(form.pertinence), { pertinence_reason: form.pertinence.trim() }),
    ...when(filled(form.redundancy), { redundancy_reason: form.redundancy.trim() }),
    ...when(form.beyond.length > 0, { beyond_agreement: [...form.beyond] }),
  } as Content;
}

/** The data classes that would leave, as the server counts them. */
export function classesOf(form: ComposeForm, person: Person): number[] {
  const content = contentOf(form);
  const named = form.share.length > 0 || (person.identity === "pseudonymous" && callName(person) !== "");
  return [0, ...(named ? [1] : []), 2, ...((content.health ?? []).length > 0 ? [3] : []), ...(content.restricted ? [4] : [])];
}

/** Of these, what the agreement does not carry by itself. Class 3 is written item by item and class 4 has its own conditions. */
export const beyondOf = (classes: readonly number[], limit: number): number[] => classes.filter((one) => one > limit && one <= k_most_agreed);
const k_most_agreed = 2;

export type Wrong = "beyond" | "who" | "what" | "ask" | "health" | "recipient" | "recipientEmail" | "validUntil" | "giver" | "assent" | "article" | "justification" | "pertinence" | "over" | "redundancy" | "basis" | "share" | "restricted" | "service";

/** What is missing before it can be sent; information carries nothing, so it lacks nothing. */
export function wrongIn(form: ComposeForm, age: number | undefined, warnings: Schema["ReferralWarnings"] | undefined, beyond: readonly number[] = []): Wrong[] {
  if (form.kind === "information") return [];
  const wrong: Wrong[] = [];
  if (beyond.some((one) => !form.beyond.includes(one))) wrong.push("beyond");
  for (const line of ["who", "what", "ask"] as const) if (!filled(form[line])) wrong.push(line);
  if (form.health.some(({ label, text }) => filled(text) !== filled(label))) wrong.push("health");
  if (filled(form.restricted) && !filled(form.recipient)) wrong.push("recipient");
  if (filled(form.restricted) && !filled(form.recipientEmail)) wrong.push("recipientEmail");
  if (form.basis === "consent") {
    if (!isDay(form.validUntil)) wrong.push("validUntil");
    if (asksAssent(form, age) && form.assent !== "yes") wrong.push("assent");
    if (age !== undefined && age < k_consents_alone && form.giver === "person") wrong.push("giver");
  } else {
    if (!filled(form.article)) wrong.push("article");
    if (!filled(form.justification)) wrong.push("justification");
  }
  if (warnings && warnings.unmet.some((one) => one !== "no_places") && !filled(form.pertinence)) wrong.push("pertinence");
  if (warnings?.unmet.includes("no_places") && !form.over) wrong.push("over");
  if (warnings && warnings.similar.length > 0 && !filled(form.redundancy)) wrong.push("redundancy");
  return wrong;
}

/** Where the server's pointer lands: "/content/who", "/basis/consent/valid_until", "/content/share/2"… */
export function wrongAt(pointer: string): Wrong | null {
  const places: readonly [string, Wrong][] = [
    ["/content/who", "who"], ["/content/what", "what"], ["/content/ask", "ask"], ["/content/health", "health"], ["/content/restricted/recipient_email", "recipientEmail"], ["/content/restricted/recipient", "recipient"],
    ["/content/restricted", "restricted"], ["/content/share", "share"], ["/content/beyond_agreement", "beyond"], ["/content/pertinence_reason", "pertinence"], ["/content/redundancy_reason", "redundancy"],
    ["/basis/consent/valid_until", "validUntil"], ["/basis/consent/child_assent", "assent"], ["/basis/consent/giver", "giver"], ["/basis/article", "article"],
    ["/basis/justification", "justification"], ["/basis", "basis"], ["/service_id", "service"], ["/code", "over"],
  ];
  return places.find(([start]) => pointer.startsWith(start))?.[1] ?? null;
}
