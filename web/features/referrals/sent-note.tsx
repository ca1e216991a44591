// It was sent: what happens now, who holds, and for a warm one whom to call together.
import { ButtonLink, TextLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { Sheet } from "@/design/sheet";
import type { Entry } from "@/features/directory/directory";
import type { Person } from "@/features/people/people";
import { useWords } from "@/words/say";
import { Reaching } from "./reaching";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

export function SentNote({ referral, person, service }: { referral: Referral; person: Person; service: Entry | undefined }) {
  const say = useWords(referralWords);
  const given = referral.kind === "information";
  const name = referral.destination.name || referral.service_name;
  return (
    <Sheet labelledBy="sent-title" look="column">
      <h1 id="sent-title">{say(given ? "sent.given" : "sent.title", { name })}</h1>
      <p>{say(given ? "sent.given.next" : "sent.next", { code: referral.thread_code })}</p>
      {referral.due_at && (
        <p>
          {say(`due.${referral.status}`)}: <Clock dueAt={referral.due_at} what={say(`due.${referral.status}`)} />
        </p>
      )}
      {referral.kind === "warm" && service && (
        <section className="section">
          <h2 className="section-title">{say("sent.call")}</h2>
          <Reaching service={service} />
        </section>
      )}
      <div className="form-acts">
        <ButtonLink to={`/derivaciones/${referral.id}?caja=enviadas`} weight="first">
          {say("sent.open")}
        </ButtonLink>
        <TextLink to={`/personas/${person.id}`}>{say("sent.person")}</TextLink>
      </div>
    </Sheet>
  );
}
