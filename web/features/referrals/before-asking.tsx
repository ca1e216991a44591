// What to know before the person is called: how, when and what never to say. Their card as it stands today, not as it travelled.
import { TextLink } from "@/design/button";
import { Note } from "@/design/note";
import { usePerson } from "@/features/people/people";
import { SafeContactLines } from "@/features/people/safe-contact";
import { peopleWords } from "@/features/people/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Movable } from "./referrals";
import { referralWords } from "./words";

type OfOnesOwn = Pick<Movable, "person_id">;

export function BeforeAsking({ referral: { person_id: id } }: { referral: OfOnesOwn }) {
  return id ? <Card id={id} /> : null;
}

function Card({ id }: { id: string }) {
  const say = useWords(referralWords);
  const safe = useWords(peopleWords);
  const dates = useDates();
  const person = usePerson(id);
  const card = person.data?.safe_contact;
  return (
    <section className="before-asking" aria-labelledby="before-asking">
      <h5 id="before-asking">{safe("safe.title")}</h5>
      {person.isError && <p className="aside-text">{say("asking.card.unread")}</p>}
      {person.data && !card && <p>{safe("safe.none")}</p>}
      {card && <SafeContactLines card={card} brief />}
      <p className="aside-text">
        {card && (card.confirmed_at ? safe("safe.confirmed", { day: dates.day(card.confirmed_at) }) : safe("safe.unconfirmed"))}{" "}
        <TextLink to={`/personas/${id}/contacto`} quiet>
          {safe(card ? "safe.correct" : "safe.note")}
        </TextLink>
      </p>
    </section>
  );
}

/** A message was left for somebody whose card does not simply allow it. */
export function MessageLeft({ referral: { person_id: id } }: { referral: OfOnesOwn }) {
  return id ? <Warning id={id} /> : null;
}

function Warning({ id }: { id: string }) {
  const say = useWords(referralWords);
  const card = usePerson(id).data?.safe_contact;
  if (!card || card.voicemail === "yes") return null;
  return (
    <Note tone="look" live>
      {say(card.voicemail === "neutral_only" ? "asking.message.neutral" : "asking.message.no")}
    </Note>
  );
}
