// What each input of a row is called where its errors are told. Pure.
import type { Datum } from "./check";

export type FieldLabel = `six.${Datum}` | "six.notes" | "six.places" | "new.kind" | "new.institution" | "new.comuna" | "new.source" | "now.contact" | "now.population" | "now.age_min" | "now.age_max" | "now.entry" | "now.identity" | "now.cost";

const known: Partial<Record<string, FieldLabel>> = {
  name: "six.name", age: "six.age", hours: "six.hours", channels: "six.channels", topics: "six.topics", entry: "six.entry", "channels-answered": "six.channels",
  "name-now": "six.name", "topics-add": "six.topics", "hours-kind": "six.hours", age_min: "now.age_min", age_max: "now.age_max", population: "now.population",
  entry_requirements: "now.entry", identity: "now.identity", cost: "now.cost", notes: "six.notes",
  kind: "new.kind", institution: "new.institution", comuna: "new.comuna", places: "six.places", source: "new.source",
};

/** "contact-2" is the third channel's; undefined for what no page asks. */
export function labelOf(name: string): FieldLabel | undefined {
  if (/^contact-\d+$/.test(name)) return "now.contact";
  if (/^(opens|closes|day)-\d+$/.test(name)) return "six.hours";
  return known[name];
}
