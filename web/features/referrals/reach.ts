// Whether whoever receives this could reach the person with what travels. Pure; it warns and stops nothing.
import type { Person } from "@/features/people/people";
import { callName } from "@/features/people/person-form";
import { shareable, type ComposeForm, type Shared } from "./compose-form";

/** A card with no way that has a number or address reaches nobody. */
const cardReaches = ({ safe_contact }: Pick<Person, "safe_contact">): boolean => safe_contact?.channels.some(({ value }) => value !== undefined && value.trim() !== "") ?? false;

/** What of the record would let them be reached, whether it travels or not. */
export function waysOf(person: Person): Shared[] {
  return shareable(person).filter((one) => one === "phone" || one === "email" || (one === "safe_contact" && cardReaches(person)));
}

/** A ficha travels and with it no telephone, no e-mail and no safe contact. */
export const reachesNobody = (form: Pick<ComposeForm, "kind" | "share">, person: Person): boolean => form.kind !== "information" && !waysOf(person).some((one) => form.share.includes(one));

/** What of identity and contact really travels: a pseudonymous person's call name always does, as the server packs it. */
export function namedOf(form: Pick<ComposeForm, "share">, person: Person): ("called" | Shared)[] {
  const called = person.identity === "pseudonymous" && callName(person) !== "";
  return [...(called ? (["called"] as const) : []), ...shareable(person).filter((one) => form.share.includes(one) && !(called && one === "social_name"))];
}
