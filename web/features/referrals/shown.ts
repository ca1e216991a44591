// What travels of the record, in the words in which it will be read.
import { useComunaName } from "@/features/people/people";
import { callName } from "@/features/people/person-form";
import { showPhone } from "@/features/people/writing";
import { peopleWords } from "@/features/people/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Shared } from "./compose-form";
import type { DeskProps } from "./ficha-desk";
import { referralWords } from "./words";

export function useShown({ person, age, form }: Pick<DeskProps, "person" | "age" | "form">): { logistics: string; shared: (one: Shared) => string } {
  const say = useWords(referralWords);
  const sayOf = useWords(peopleWords);
  const dates = useDates();
  const comunaName = useComunaName();
  const card = person.safe_contact;
  const safe = () => {
    const channels = card?.channels.map(({ kind, value }) => (value ? (kind === "email" ? value : showPhone(value)) : sayOf(`channel.${kind}`))) ?? [];
    const hours = card?.hours.map(({ from, to }) => say("safe.hours", { from, to })) ?? [];
    const quiet = card?.do_not_say ? say("safe.quiet", { words: card.do_not_say }) : "";
    return [[...channels, ...hours].join(", "), quiet].filter(Boolean).join(". ");
  };
  const shared: Record<Shared, () => string> = {
    names: () => [person.given_names, person.first_surname, person.second_surname].filter(Boolean).join(" "),
    social_name: () => person.social_name ?? "",
    run: () => person.run ?? "",
    document: () => person.document ?? "",
    birth_date: () => (person.birth_date ? dates.calendarDay(person.birth_date) : ""),
    phone: () => (person.phone ? showPhone(person.phone) : ""),
    email: () => person.email ?? "",
    comuna: () => comunaName(person.comuna),
    safe_contact: safe,
  };
  const called = person.identity === "pseudonymous" ? callName(person) : "";
  const logistics = [person.thread_code, called, age === undefined ? say("age.unknown") : say("fact.age.years", { age }), say(`urgency.${form.urgency}`), say(`kind.${form.kind}`)];
  return { logistics: logistics.filter(Boolean).join(" · "), shared: (one) => shared[one]() };
}
