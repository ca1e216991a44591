// Where each datum of a row stands in the forms that write one, and what it is called there. Pure.
import type { WrittenChannel } from "./check";
import type { DirectoryKey } from "./words";

const k_fields: Record<string, string> = {
  name: "name-now", topics: "topics-add", places: "places", places_free: "places_free", waiting_days: "waiting_days", coverage: "comuna", hours: "hours-kind", languages: "languages-add",
};

/** Where the server's pointer lands in the form: "/age_min", "/channels/1/contact", "/capacity/places_free". */
export function fieldAt(pointer: string, sent: readonly WrittenChannel[]): string {
  const [, first = "", second = ""] = pointer.split("/");
  if (first === "channels") return `contact-${sent[Number(second)]?.row ?? 0}`;
  const name = first === "capacity" ? second || "places" : first;
  return k_fields[name] ?? name;
}

const k_labels: Record<string, DirectoryKey> = {
  "name-now": "six.name", kind: "new.kind", institution: "new.institution", comuna: "six.reach", "topics-add": "six.topics", places: "new.places", places_free: "correct.free",
  waiting_days: "correct.waiting", source: "new.source", as_of: "correct.as_of", "languages-add": "six.languages",
};

export function labelOf(name: string): DirectoryKey {
  const known = k_labels[name];
  if (known) return known;
  if (name.startsWith("contact")) return "six.channels";
  return name.startsWith("age") ? "six.age" : "six.hours";
}
