// Whether a service is for this person, criterion by criterion. What nobody has said is neither met nor unmet. Pure.
import { freePlaces, type Entry } from "@/features/directory/directory";
import type { Person } from "@/features/people/people";

export const criteria = ["out_of_age", "other_territory", "no_places"] as const;
export type Criterion = (typeof criteria)[number];
export type Standing = "met" | "unmet" | "unknown";

type Asked = Pick<Entry, "age_min" | "age_max" | "coverage" | "counted" | "capacity">;

function isUnknown(one: Criterion, person: Pick<Person, "comuna">, age: number | undefined, service: Asked): boolean {
  switch (one) {
    case "out_of_age": return age === undefined && (service.age_min !== undefined || service.age_max !== undefined);
    case "other_territory": return person.comuna === undefined && service.coverage.reach !== "national";
    case "no_places": return freePlaces(service) === undefined;
  }
}

/** @param unmet what the server found against it; an age that nobody said counts there as a minor's */
export function standingIn(one: Criterion, person: Pick<Person, "comuna">, age: number | undefined, service: Asked, unmet: readonly string[]): Standing {
  if (one !== "no_places" && isUnknown(one, person, age, service)) return "unknown";
  if (unmet.includes(one)) return "unmet";
  return isUnknown(one, person, age, service) ? "unknown" : "met";
}
