// A row of the directory as somebody corrects it: all that it says of itself, and nothing of how well it is known. Pure.
import type { Schema } from "@/api/client";
import { checkErrors, checkFormOf, checkedService, type CheckFormContent, type CheckError } from "./check";
import { freePlaces, serviceOf, type Entry, type Service } from "./directory";
import { isCount, type LineKind } from "./new-service";

export interface CorrectionForm extends CheckFormContent {
  kind: LineKind;
  /** Of a row of this network it is its institution's. */
  area: Schema["Sector"] | null;
  is_active: boolean;
  hours_said: string;
  reach: Schema["Reach"];
  regions: string[];
  comunas: string[];
  /** One a line. */
  required_documents: string;
  is_confidential: boolean;
  languages: string[];
  accessibility: Schema["Access"][];
  places: string;
  places_free: string;
  waiting_days: string;
  source: string;
  as_of: string;
}

const written = (count: number | undefined): string => (count === undefined ? "" : String(count));

export const correctionOf = (entry: Entry): CorrectionForm => ({
  ...checkFormOf(entry),
  // All of it is written at once: the same checks as of what changed in a call.
  said: { name: "changed", age: "changed", hours: "changed", channels: "changed", topics: "changed", entry: "changed" },
  kind: entry.kind, area: entry.area ?? null, is_active: entry.is_active, hours_said: entry.hours_said,
  reach: entry.coverage.reach, regions: [...entry.coverage.regions], comunas: [...entry.coverage.comunas],
  required_documents: entry.required_documents.join("\n"), is_confidential: entry.is_confidential,
  languages: [...entry.languages], accessibility: [...entry.accessibility],
  places: written(entry.capacity.places), places_free: written(freePlaces(entry)), waiting_days: written(entry.capacity.waiting_days),
  source: entry.source, as_of: entry.as_of,
});

export type CorrectionError = CheckError | "error.places" | "error.places_of" | "error.somewhere";
const counts = ["places", "places_free", "waiting_days"] as const;

/** By the name of the field it belongs to. */
export function correctionErrors(form: CorrectionForm): Record<string, CorrectionError> {
  const { "channels-answered": _, ...errors }: Record<string, CorrectionError> = checkErrors(form);
  for (const name of counts) if (!isCount(form[name])) errors[name] = "error.places";
  const [all, free] = [count(form.places), count(form.places_free)];
  if (all !== undefined && free !== undefined && free > all) errors["places_free"] = "error.places_of";
  if (form.reach === "places" && form.regions.length + form.comunas.length === 0) errors["comuna"] = "error.somewhere";
  return errors;
}

const count = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));
const counted = (name: string, text: string) => (text.trim() === "" ? {} : { [name]: Number(text) });

/** The channels that go: a contact that nobody knows stays one, an empty line that was added does not. */
export const correctedChannels = (entry: Entry, form: CorrectionForm) =>
  form.channels.filter(({ kind, contact }) => contact.trim() !== "" || entry.channels.some((old) => old.kind === kind && old.contact === ""));

/** What referrals took since is not written back unless somebody wrote another number. */
function capacityOf(entry: Entry, form: CorrectionForm, today: string): Service["capacity"] {
  const before = correctionOf(entry);
  if (counts.every((name) => form[name].trim() === before[name])) return entry.capacity;
  return { ...Object.assign({}, ...counts.map((name) => counted(name, form[name]))), updated: today };
}

/** The row as corrected; who confirmed what, and until when, the server keeps. */
export function correctedService(entry: Entry, form: CorrectionForm, today: string): Service {
  const { area: _, ...service } = checkedService(serviceOf(entry), { ...form, channels: correctedChannels(entry, form) });
  return {
    ...service,
    ...(form.area ? { area: form.area } : {}),
    kind: form.kind, is_active: form.is_active, hours_said: form.hours_said.trim(),
    coverage: form.reach === "places" ? { reach: "places", regions: form.regions, comunas: form.comunas } : { reach: form.reach, regions: [], comunas: [] },
    required_documents: form.required_documents.split("\n").map((line) => line.trim()).filter(Boolean), is_confidential: form.is_confidential,
    languages: form.languages, accessibility: form.accessibility, capacity: capacityOf(entry, form, today),
    source: form.source.trim(), as_of: form.as_of.trim(),
  };
}

/** What somebody wrote over a row that changed meanwhile: what they did not touch is as it was saved. */
export function rebased(before: Entry, latest: Entry, form: CorrectionForm): CorrectionForm {
  const [old, now] = [correctionOf(before), correctionOf(latest)];
  const names = Object.keys(form) as (keyof CorrectionForm)[];
  const untouched = names.filter((name) => JSON.stringify(form[name]) === JSON.stringify(old[name]));
  return { ...form, ...Object.fromEntries(untouched.map((name) => [name, now[name]])) };
}
