// The line "Quién" says what is marked to travel and nothing else, until whoever writes changes it by hand.
import { useComunas, type Person } from "@/features/people/people";
import { callName } from "@/features/people/person-form";
import { useWords } from "@/words/say";
import type { ComposeForm, Shared } from "./compose-form";
import { referralWords } from "./words";

/** The line for what is marked. */
export type TellWho = (share: readonly Shared[]) => string;

/** The name that travels: the social one first; a pseudonymous person's call name always does, as the server packs it. */
export function nameThatTravels(person: Person, share: readonly Shared[]): string {
  if (person.identity === "pseudonymous") return callName(person);
  if (share.includes("social_name") && person.social_name) return person.social_name;
  return share.includes("names") ? [person.given_names, person.first_surname].filter(Boolean).join(" ") : "";
}

export function useWho(person: Person, age: number | undefined): TellWho {
  const say = useWords(referralWords);
  const comuna = useComunas().data?.items.find(({ cut }) => cut === person.comuna)?.name;
  return (share) => {
    const facts = [nameThatTravels(person, share), age === undefined ? "" : say("fact.age.years", { age }), share.includes("comuna") ? comuna : ""].filter(Boolean);
    return facts.length > 0 ? `${facts.join(", ")}.` : "";
  };
}

/** The form after a change: the line follows the marks as long as it says what they say. */
export function withWho(before: ComposeForm, part: Partial<ComposeForm>, tell: TellWho): ComposeForm {
  const after = { ...before, ...part };
  const byHand = part.who !== undefined || before.who !== tell(before.share);
  return byHand ? after : { ...after, who: tell(after.share) };
}
