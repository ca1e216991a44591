// A call to confirm a row: what each of the six indispensable data was found to be, and the row that results. Pure.
import { readHour } from "@/words/hours";
import type { Entry, Schedule, Service } from "./directory";
import { scheduleOf, spansOf, type HoursKind, type WrittenSpan } from "./hours";
import type { ChannelKind } from "./question";
import { readAge } from "./question";

/** INJUV, Orientaciones para la colaboración entre líneas de atención remota, 8.2. */
export const data = ["name", "age", "hours", "channels", "topics", "entry"] as const;
export type Datum = (typeof data)[number];
export type Said = "same" | "changed" | "unsure";

export interface WrittenChannel {
  row: number;
  kind: ChannelKind;
  contact: string;
  /** Somebody answered there in this call. */
  answered: boolean;
}

export interface CheckFormContent {
  said: Record<Datum, Said | null>;
  name: string;
  age_min: string;
  age_max: string;
  population: string;
  hours: HoursKind;
  on_holidays: Schedule["on_holidays"];
  spans: WrittenSpan[];
  channels: WrittenChannel[];
  topics: string[];
  entry_requirements: string;
  identity: Service["identity"];
  cost: Service["cost"];
  notes: string;
}

const written = (age: number | undefined): string => (age === undefined ? "" : String(age));

export const checkFormOf = (entry: Entry): CheckFormContent => ({
  said: { name: null, age: null, hours: null, channels: null, topics: null, entry: null },
  name: entry.name, age_min: written(entry.age_min), age_max: written(entry.age_max), population: entry.population,
  hours: entry.hours.hours, on_holidays: entry.hours.on_holidays, spans: spansOf(entry.hours),
  channels: entry.channels.map(({ kind, contact }, row) => ({ row, kind, contact, answered: false })),
  topics: [...entry.topics], entry_requirements: entry.entry_requirements, identity: entry.identity, cost: entry.cost, notes: entry.notes,
});

export const answeredCount = (form: CheckFormContent): number => data.filter((datum) => form.said[datum] !== null).length;

export type CheckError = "error.said" | "error.name" | "error.age" | "error.ages" | "error.time" | "error.spans" | "error.answered";

/** By the name of the field it belongs to. */
export function checkErrors(form: CheckFormContent): Record<string, CheckError> {
  const errors: Record<string, CheckError> = {};
  const changed = (datum: Datum) => form.said[datum] === "changed";
  for (const datum of data) if (form.said[datum] === null) errors[datum] = "error.said";
  if (changed("name") && form.name.trim() === "") errors["name-now"] = "error.name";
  if (changed("age")) {
    const [least, most] = [readAge(form.age_min), readAge(form.age_max)];
    if (least === undefined) errors["age_min"] = "error.age";
    if (most === undefined) errors["age_max"] = "error.age";
    if (typeof least === "number" && typeof most === "number" && least > most) errors["age_max"] = "error.ages";
  }
  if (changed("hours") && form.hours === "weekly") {
    if (form.spans.length === 0) errors["hours-kind"] = "error.spans";
    for (const span of form.spans) {
      if (readHour(span.opens) === null) errors[`opens-${span.row}`] = "error.time";
      if (readHour(span.closes, { midnight: true }) === null) errors[`closes-${span.row}`] = "error.time";
    }
  }
  if (!form.channels.some((channel) => channel.answered && channel.contact.trim() !== "")) errors["channels-answered"] = "error.answered";
  return errors;
}

const datumOf: Partial<Record<string, Datum>> = {
  name: "name", age_min: "age", age_max: "age", population: "age", hours: "hours", channels: "channels", topics: "topics", entry_requirements: "entry", identity: "entry", cost: "entry",
};
const inputOf: Partial<Record<string, string>> = { name: "name-now", hours: "hours-kind", topics: "topics-add" };

/** Where the server's pointer lands while a row is checked: the input of what changed, the datum of what did not, or nowhere. */
export function checkFieldAt(pointer: string, form: CheckFormContent): string | undefined {
  const [, first = "", second = ""] = pointer.split("/");
  if (first === "notes") return "notes";
  const datum = datumOf[first];
  if (datum === undefined || form.said[datum] !== "changed") return datum;
  if (datum !== "channels") return inputOf[first] ?? first;
  const row = form.channels[Number(second)]?.row;
  return second === "" || row === undefined ? "channels" : `contact-${row}`;
}

const age = (text: string): number | undefined => readAge(text) ?? undefined;

/** The row after the call: only what was said to have changed is changed. Who rang and when, the server keeps. */
export function checkedService(entry: Service, form: CheckFormContent): Service {
  const now = (datum: Datum) => form.said[datum] === "changed";
  const { age_min: _least, age_max: _most, ...rest } = entry;
  const ages = now("age") ? { age_min: age(form.age_min), age_max: age(form.age_max) } : { age_min: entry.age_min, age_max: entry.age_max };
  return {
    ...rest,
    ...(ages.age_min === undefined ? {} : { age_min: ages.age_min }),
    ...(ages.age_max === undefined ? {} : { age_max: ages.age_max }),
    ...(now("name") ? { name: form.name.trim() } : {}),
    ...(now("age") ? { population: form.population.trim() } : {}),
    ...(now("hours") ? { hours: scheduleOf(entry.hours, form.hours, form.spans, form.on_holidays), hours_said: "" } : {}),
    ...(now("channels") ? { channels: channelsOf(entry, form) } : {}),
    ...(now("topics") ? { topics: form.topics } : {}),
    ...(now("entry") ? { entry_requirements: form.entry_requirements.trim(), identity: form.identity, cost: form.cost } : {}),
    notes: form.notes.trim(),
  };
}

/** What is known of a channel stays while its contact does. */
const channelsOf = (entry: Service, form: CheckFormContent): Service["channels"] =>
  form.channels.map(({ kind, contact }) => entry.channels.find((old) => old.kind === kind && old.contact === contact.trim()) ?? { kind, contact: contact.trim() });

/** What whoever answered did not know: while there is any, the row was not checked. */
export const unsureOf = (form: CheckFormContent): Datum[] => data.filter((datum) => form.said[datum] === "unsure");

/** Which channels of the kept row were answered in this call, by their place in it. */
export const answeredChannels = (kept: Entry, form: CheckFormContent): number[] =>
  kept.channels.flatMap((channel, index) => (form.channels.some((one) => one.answered && one.kind === channel.kind && one.contact.trim() === channel.contact) ? [index] : []));
