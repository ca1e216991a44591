// What is written about a person, before the server sees it. Pure: from a record to a form, to errors, to what is sent.
import { documentError, sentDocument } from "./documents";
import type { Person, PersonInput, PersonPatch, PersonSearch } from "./people";
import { readDay, writeDay } from "@/words/days";
import { ageOn, looksLikePhone, readRun } from "./writing";
import type { PeopleKey } from "./words";

/** How much a person has said of who they are. Nobody is pushed up it. */
export const rungs = ["anonymous", "code", "contact", "run"] as const;
export type Rung = (typeof rungs)[number];

/** The fields as they are written; empty means not said. */
export const writtenFields = [
  "alias", "given_names", "first_surname", "second_surname", "social_name", "birth_date", "age_stated", "run", "document",
  "phone", "email", "comuna", "gender", "pueblo", "nationality", "language",
  "disability", "life_stage",
] as const;
export type WrittenField = (typeof writtenFields)[number];

export type PersonForm = { rung: Rung } & Record<WrittenField, string>;

export const emptyForm: PersonForm = {
  rung: "code", alias: "", given_names: "", first_surname: "", second_surname: "", social_name: "", birth_date: "", age_stated: "",
  run: "", document: "", phone: "", email: "", comuna: "", gender: "", pueblo: "", nationality: "", language: "",
  disability: "", life_stage: "",
};

const k_always: readonly WrittenField[] = ["age_stated", "comuna", "gender", "pueblo", "nationality", "language", "disability", "life_stage"];
const k_named: readonly WrittenField[] = ["given_names", "first_surname", "second_surname", "social_name", "birth_date", "phone", "email"];

/** The fields that make sense at each rung; what was written in others is kept in the form and not sent. */
export const fieldsAt: Record<Rung, readonly WrittenField[]> = {
  anonymous: k_always,
  code: ["alias", ...k_always],
  contact: [...k_named, ...k_always],
  run: ["run", "document", ...k_named, ...k_always],
};

const identityAt: Record<Rung, PersonInput["identity"]> = {
  anonymous: "anonymous",
  code: "pseudonymous",
  contact: "identified",
  run: "identified",
};

export function rungOf(person: Pick<Person, "identity" | "run" | "document">): Rung {
  if (person.identity === "anonymous") return "anonymous";
  if (person.identity === "pseudonymous") return "code";
  return person.run || person.document ? "run" : "contact";
}

export function formOf(person: Person): PersonForm {
  const written = (name: WrittenField) => String(person[name] ?? "");
  return {
    ...emptyForm,
    ...Object.fromEntries(writtenFields.map((name) => [name, written(name)])),
    birth_date: writeDay(person.birth_date),
    rung: rungOf(person),
  };
}

/** As long as the server takes them, in bytes of UTF-8: what a person is called, and what they say of themselves. */
const k_longest: Partial<Record<WrittenField, number>> = {
  alias: 120, given_names: 120, first_surname: 120, second_surname: 120, social_name: 120,
  gender: 400, pueblo: 400, nationality: 400, language: 400, disability: 400, life_stage: 400,
};
const bytesOf = (text: string): number => new TextEncoder().encode(text.trim()).length;

export type FormErrors = Partial<Record<WrittenField, PeopleKey>>;

/** What can be seen to be wrong before asking the server. `today` is "2026-11-19". */
export function errorsIn(form: PersonForm, today: string): FormErrors {
  const errors: FormErrors = {};
  const asked = new Set(fieldsAt[form.rung]);
  if (asked.has("run") && form.run.trim() !== "") {
    const reading = readRun(form.run);
    if (reading.kind === "wrong_digit") errors.run = "error.run_digit";
    if (reading.kind === "not_a_run") errors.run = "error.run";
  }
  const wrongDocument = asked.has("document") ? documentError(form.document) : undefined;
  if (wrongDocument) errors.document = wrongDocument;
  if (asked.has("birth_date") && form.birth_date.trim() !== "") {
    const day = readDay(form.birth_date);
    if (day === null) errors.birth_date = "error.birth_date";
    else if (day > today) errors.birth_date = "error.birth_future";
  }
  if (form.age_stated.trim() !== "" && !/^\s*(\d|[1-9]\d|1[01]\d|120)\s*$/.test(form.age_stated)) errors.age_stated = "error.age";
  for (const name of asked) if (bytesOf(form[name]) > (k_longest[name] ?? Infinity)) errors[name] = "error.too_long";
  if (asked.has("alias") && !form.alias.trim()) errors.alias = "error.alias";
  const naming = [form.given_names, form.social_name, form.first_surname, ...(form.rung === "run" ? [form.run, sentDocument(form.document)] : [])];
  if (asked.has("given_names") && naming.every((text) => text.trim() === "")) errors.given_names = "error.name";
  return errors;
}

/** A form as it is said: a document whose number is missing is none. */
const told = (form: PersonForm): PersonForm => ({ ...form, document: sentDocument(form.document) });

/** One field as it travels: a RUN with its dots taken care of, a day as ISO, an age as a number. */
function sent(name: WrittenField, text: string): string | number {
  if (name === "age_stated") return Number(text);
  if (name === "birth_date") return readDay(text) ?? text;
  if (name === "run") {
    const reading = readRun(text);
    return reading.kind === "right" ? reading.run : text;
  }
  return text;
}

export function inputOf(written: PersonForm): PersonInput {
  const form = told(written);
  const said = fieldsAt[form.rung].filter((name) => form[name].trim() !== "");
  return { identity: identityAt[form.rung], ...Object.fromEntries(said.map((name) => [name, sent(name, form[name].trim())])) };
}

/** Only what changed; a field that was emptied travels as null, which clears it. */
export function patchOf(person: Person, written: PersonForm): PersonPatch {
  const [before, form] = [formOf(person), told(written)];
  const changed = fieldsAt[form.rung].filter((name) => form[name].trim() !== before[name].trim());
  const fields = Object.fromEntries(changed.map((name) => [name, form[name].trim() === "" ? null : sent(name, form[name].trim())]));
  return { ...(form.rung === before.rung ? {} : { identity: identityAt[form.rung] }), ...fields };
}

/** What to ask before creating somebody twice; null while too little is written to tell anybody apart. */
export function searchOf(form: PersonForm): PersonSearch | null {
  if (form.rung !== "contact" && form.rung !== "run") return null;
  const run = readRun(form.run);
  const document = documentError(form.document) ? "" : sentDocument(form.document);
  if (form.rung === "run" && (run.kind === "right" || document)) return { ...(run.kind === "right" ? { run: run.run } : {}), ...(document ? { document } : {}) };
  const names = [form.given_names, form.first_surname, form.second_surname].map((name) => name.trim()).filter((name) => name.length > 1);
  const birth_date = readDay(form.birth_date);
  const phone = looksLikePhone(form.phone) ? form.phone.trim() : null;
  if (names.length < 2 && !phone) return null;
  return {
    ...(names.length >= 2 ? { text: names.join(" ") } : {}),
    ...(phone ? { phone } : {}),
    ...(birth_date ? { birth_date } : {}),
  };
}

/** Age from a birth date, else the stated one; undefined when nobody has said it. */
export function ageOf(person: Pick<Person, "birth_date" | "age_stated">, today: string): number | undefined {
  return person.birth_date ? ageOn(person.birth_date, today) : person.age_stated;
}

/** How the person is called: the social name first, always. */
export function callName(person: Pick<Person, "social_name" | "given_names" | "first_surname" | "alias">): string {
  const legal = [person.given_names, person.first_surname].filter(Boolean).join(" ");
  return person.social_name || legal || person.alias || "";
}
