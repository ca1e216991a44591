// Beside the fact that is chosen: what to know before one calls. The whole card is on the person's own view.
import { Shield } from "lucide-react";
import { Icon } from "@/design/icon";
import type { Person, SafeContact } from "@/features/people/people";
import { SafeContactLines } from "@/features/people/safe-contact";
import { peopleWords } from "@/features/people/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";

export function SafeBrief({ person, card }: { person: Person; card: SafeContact }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const id = `safe-${person.id}`;
  return (
    <section className="thread__safe" aria-labelledby={id}>
      <h3 id={id}><Icon of={Shield} /> {say("safe.title")}</h3>
      <SafeContactLines card={card} brief />
      <p className="aside-text">{card.confirmed_at ? say("safe.confirmed", { day: dates.day(card.confirmed_at) }) : say("safe.unconfirmed")}</p>
    </section>
  );
}
