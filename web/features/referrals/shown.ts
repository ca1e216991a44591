// What travels of the record, in the words in which it will be read.
import { useDocumentInWords } from "@/features/people/document-fields";
import { useComunaName } from "@/features/people/people";
import { showPhone } from "@/features/people/writing";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Shared } from "./compose-form";
import type { DeskProps } from "./ficha-desk";
import { referralWords } from "./words";

/** The card is not a sentence: it is shown as it will be read. */
type Text = Exclude<Shared, "safe_contact">;

export function useShown({ person, age, form }: Pick<DeskProps, "person" | "age" | "form">): { logistics: string; shared: (one: Shared) => string } {
  const say = useWords(referralWords);
  const dates = useDates();
  const comunaName = useComunaName();
  const documentInWords = useDocumentInWords();
  const shared: Record<Text, () => string> = {
    names: () => [person.given_names, person.first_surname, person.second_surname].filter(Boolean).join(" "),
    social_name: () => person.social_name ?? "",
    run: () => person.run ?? "",
    document: () => documentInWords(person.document) ?? "",
    birth_date: () => (person.birth_date ? dates.calendarDay(person.birth_date) : ""),
    phone: () => (person.phone ? showPhone(person.phone) : ""),
    email: () => person.email ?? "",
    comuna: () => comunaName(person.comuna),
  };
  const logistics = [person.thread_code, age === undefined ? say("age.unknown") : say("fact.age.years", { age }), say(`urgency.${form.urgency}`), say(`kind.${form.kind}`)];
  return { logistics: logistics.join(" · "), shared: (one) => (one === "safe_contact" ? "" : shared[one]()) };
}
