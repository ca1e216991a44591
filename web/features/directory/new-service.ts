// A row that was not there, as it is being written, and what is sent of it. Pure; the server checks everything again.
import type { Schema } from "@/api/client";
import { checkErrors, type CheckError, type CheckFormContent } from "./check";
import { scheduleOf } from "./hours";
import { readAge } from "./question";

export type LineKind = Schema["LineKind"];
export const lineKinds = ["counselling", "specialised", "crisis", "general", "information", "reporting", "emergency"] as const satisfies readonly LineKind[];

/** What may be written of a row, and what only a new one says. */
export interface NewServiceForm extends CheckFormContent {
  own: boolean;
  institution: string;
  area: Schema["Sector"] | null;
  kind: LineKind | null;
  /** CUT; null is all of Chile. */
  comuna: string | null;
  places: string;
  source: string;
}

export const emptyService: NewServiceForm = {
  // Everything is said anew: the same checks as of what changed in a call.
  said: { name: "changed", age: "changed", hours: "changed", channels: "changed", topics: "changed", entry: "changed" },
  own: true, institution: "", area: null, kind: null, comuna: null, places: "", source: "",
  name: "", age_min: "", age_max: "", population: "", hours: "unknown", on_holidays: "unknown", spans: [],
  channels: [{ row: 0, kind: "phone", contact: "", answered: true }], topics: [], entry_requirements: "", identity: "unknown", cost: "unknown", notes: "",
};

export type NewServiceError = CheckError | "error.kind" | "error.institution" | "error.topics" | "error.places" | "error.reach";

/** Nothing, or a whole number. */
export const isCount = (text: string): boolean => /^\s*\d{0,5}\s*$/.test(text);

/** By the name of the field it belongs to. */
export function newServiceErrors(form: NewServiceForm): Record<string, NewServiceError> {
  const errors: Record<string, NewServiceError> = { ...checkErrors(form) };
  delete errors["channels-answered"];
  if (form.kind === null) errors["kind"] = "error.kind";
  if (!form.own && form.institution.trim() === "") errors["institution"] = "error.institution";
  if (form.topics.length === 0) errors["topics-add"] = "error.topics";
  if (form.channels.every(({ contact }) => contact.trim() === "")) errors["contact-0"] = "error.reach";
  if (!isCount(form.places)) errors["places"] = "error.places";
  return errors;
}

const written = (text: string): string | undefined => text.trim() || undefined;
const without = <T extends object>(fields: T): Partial<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

export const sentChannels = (form: NewServiceForm) => form.channels.filter(({ contact }) => contact.trim() !== "");

export function newServiceOf(form: NewServiceForm): Schema["NewService"] {
  const unknownHours: Schema["Schedule"] = { hours: "unknown", openings: [], on_holidays: "unknown", holiday_hours: [], special_days: [], place: {} };
  return {
    is_own: form.own,
    name: form.name.trim(),
    kind: form.kind ?? "general",
    topics: [...form.topics],
    channels: sentChannels(form).map(({ kind, contact }) => ({ kind, contact: contact.trim() })),
    identity: form.identity,
    cost: form.cost,
    hours: scheduleOf(unknownHours, form.hours, form.spans, form.on_holidays),
    ...without({
      institution: form.own ? undefined : written(form.institution),
      area: form.own ? undefined : form.area ?? undefined,
      population: written(form.population),
      age_min: readAge(form.age_min) ?? undefined,
      age_max: readAge(form.age_max) ?? undefined,
      entry_requirements: written(form.entry_requirements),
      coverage: form.comuna ? { reach: "places" as const, regions: [], comunas: [form.comuna] } : undefined,
      capacity: form.places.trim() === "" ? undefined : { places: Number(form.places) },
      source: written(form.source),
      notes: written(form.notes),
    }),
  } as Schema["NewService"];
}
