// What a line says of the record although it is not marked to travel. Pure; accents, capitals and ways of writing a number do not hide it.
import { readDocument } from "@/features/people/documents";
import type { Person } from "@/features/people/people";
import type { ComposeForm, Shared } from "./compose-form";
import { nameThatTravels } from "./who-line";

export const told = ["email", "run", "document", "phone", "comuna", "social_name", "given_name", "surname"] as const;
export type Told = (typeof told)[number];
type Span = readonly [start: number, end: number];

export interface Unmarked {
  kind: Told;
  /** The mark that would let it travel. */
  share: Shared;
  /** Where the line says it. */
  spans: readonly Span[];
}

const shareOf: Record<Told, Shared> = {
  social_name: "social_name", given_name: "names", surname: "names", run: "run", document: "document", phone: "phone", email: "email", comuna: "comuna",
};

/** Parts of names that are also ordinary words. */
const k_particles = new Set(["de", "del", "la", "las", "el", "los", "y", "e", "san", "santa", "da", "do", "dos", "di", "van", "von"]);
/** Of a telephone, what no prefix changes. */
const k_own_digits = 8;

/** Letter by letter, so that what is found can be shown where it was written. */
function flatten(text: string): { flat: string; at: number[] } {
  const at: number[] = [];
  let flat = "";
  for (let index = 0; index < text.length; ++index)
    for (const letter of text.charAt(index).normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase()) {
      flat += letter;
      at.push(index);
    }
  at.push(text.length);
  return { flat, at };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
/** A word or several, never a piece of a longer one. */
const phrase = (text: string): string => `(?<![\\p{L}\\p{N}])${flatten(text.trim()).flat.split(/\s+/).map(escaped).join("\\s+")}(?![\\p{L}\\p{N}])`;
/** Its letters and figures in this order, whatever stands between them. */
const spelled = (letters: string): string => [...letters].join("[\\s.\\-–()/]{0,3}");

const wordsOf = (name: string | undefined): string[] => flatten(name ?? "").flat.split(/[\s-]+/).filter((word) => word.length > 1 && !k_particles.has(word));

/** RUN with or without dots, dash and check digit. */
function runPattern(run: string): string {
  const figures = flatten(run).flat.replace(/[^0-9k]/g, "");
  return `(?<!\\d)0{0,2}${spelled(figures.slice(0, -1))}(?:[\\s.\\-–]{0,3}${figures.slice(-1)}(?![\\p{L}\\p{N}]))?(?!\\d)`;
}

function patternsOf(kind: Told, person: Person, comuna: string): string[] {
  switch (kind) {
    case "social_name": return wordsOf(person.social_name).map(phrase);
    case "given_name": return wordsOf(person.given_names).map(phrase);
    case "surname": return [...wordsOf(person.first_surname), ...wordsOf(person.second_surname)].map(phrase);
    case "run": return person.run ? [runPattern(person.run)] : [];
    case "document": return person.document ? [`(?<![\\p{L}\\p{N}])${spelled(flatten(readDocument(person.document).number).flat.replace(/[^\p{L}\p{N}]/gu, ""))}(?![\\p{L}\\p{N}])`] : [];
    case "phone": return person.phone ? [`(?:\\+?[\\d\\s()-]{0,6})?${spelled(person.phone.replace(/\D/g, "").slice(-k_own_digits))}(?!\\d)`] : [];
    case "email": return person.email ? [phrase(person.email)] : [];
    case "comuna": return comuna ? [phrase(comuna)] : [];
  }
}

/** Whether it travels by its own mark, or inside the safe contact. */
function travels(kind: Told, person: Person, share: readonly Shared[]): boolean {
  if (share.includes(shareOf[kind])) return true;
  if (kind !== "phone" && kind !== "email") return false;
  return share.includes("safe_contact") && (person.safe_contact?.channels.some(({ value }) => value !== undefined && value === person[kind]) ?? false);
}

export function unmarkedIn(text: string, person: Person, share: readonly Shared[], comuna: string): Unmarked[] {
  const { flat, at } = flatten(text);
  const legal = share.includes("names") ? [person.given_names, person.first_surname, person.second_surname] : [];
  const free = new Set([nameThatTravels(person, share), ...(share.includes("social_name") ? [person.social_name] : []), ...legal].flatMap(wordsOf));
  const claimed: Span[] = [];
  return told.flatMap((kind) => {
    if (travels(kind, person, share)) return [];
    const matches = patternsOf(kind, person, comuna).flatMap((pattern) => [...flat.matchAll(new RegExp(pattern, "gu"))]);
    const spans = matches
      .filter((match) => !free.has(match[0]))
      .map((match): Span => [at[match.index] ?? 0, at[match.index + match[0].length] ?? text.length])
      .filter(([start, end]) => !claimed.some(([from, to]) => start < to && from < end));
    claimed.push(...spans);
    return spans.length > 0 ? [{ kind, share: shareOf[kind], spans }] : [];
  });
}

/** The line without what it should not say, and without the commas that it leaves. */
export function takenOut(text: string, spans: readonly Span[]): string {
  const kept = text.split("").filter((_, index) => !spans.some(([start, end]) => index >= start && index < end)).join("");
  return kept
    .replace(/[ \t]{2,}/g, " ")
    .replace(/\s+([,.;:])/g, "$1")
    .replace(/([,;:])(?:\s*[,;:])+/g, "$1")
    .replace(/[,;:]\s*\./g, ".")
    .replace(/^[\s,;:.]+/, "")
    .trimEnd();
}

/** Every text that would travel as it stands. */
function textsOf(form: ComposeForm): string[] {
  const health = form.health.flatMap(({ label, text }) => [label, text]);
  return [form.who, form.what, form.ask, ...form.travels.map((extra) => form[extra]), ...health];
}

/** What the whole referral would say unmarked, each once. */
export function unmarkedOf(form: ComposeForm, person: Person, comuna: string): Told[] {
  const kinds = textsOf(form).flatMap((text) => unmarkedIn(text, person, form.share, comuna)).map(({ kind }) => kind);
  return told.filter((kind) => kinds.includes(kind));
}
