// It was sent: what happens now, who holds, and for a warm one whom to call together.
import { useEffect, useRef } from "react";
import { ButtonLink, TextLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { Sheet } from "@/design/sheet";
import { standingOf, useFact, type Entry } from "@/features/directory/directory";
import type { Person } from "@/features/people/people";
import { useWords } from "@/words/say";
import { ageOf } from "@/features/people/person-form";
import { useDates } from "@/words/dates";
import { serverNow } from "@/api/transport";
import { questionFor, useMatch } from "./match";
import { Reaching } from "./reaching";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

export function SentNote({ referral, person, service }: { referral: Referral; person: Person; service: Entry | undefined }) {
  const say = useWords(referralWords);
  const heading = useRef<HTMLHeadingElement>(null);
  // After the question before it has gone, and with it what had the focus.
  useEffect(() => {
    const timer = setTimeout(() => heading.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  const given = referral.kind === "information";
  const name = referral.destination.name || referral.service_name;
  return (
    <Sheet labelledBy="sent-title" look="column">
      <h1 id="sent-title" ref={heading} tabIndex={-1}>{say(given ? "sent.given" : "sent.title", { name })}</h1>
      <p>{say(given ? "sent.given.next" : "sent.next", { code: referral.thread_code })}</p>
      {referral.due_at && (
        <p>
          {say(`due.${referral.status}`)}: <Clock dueAt={referral.due_at} what={say(`due.${referral.status}`)} />
        </p>
      )}
      {referral.kind === "warm" && service && <CallTogether person={person} topic={referral.topic} service={service} />}
      <div className="form-acts">
        <ButtonLink to={`/derivaciones/${referral.id}?caja=enviadas`} weight="first">
          {say("sent.open")}
        </ButtonLink>
        <TextLink to={`/personas/${person.id}`}>{say("sent.person")}</TextLink>
      </div>
    </Sheet>
  );
}

/** A call is possible while somebody answers a confirmed telephone; otherwise when that will be, or that there is none. */
function CallTogether({ person, topic, service }: { person: Person; topic: string; service: Entry }) {
  const say = useWords(referralWords);
  const fact = useFact();
  const dates = useDates();
  const match = useMatch(questionFor(person, ageOf(person, dates.today()), topic, service.name)).data;
  const found = [...(match?.matches ?? []).map(({ service: { id }, fits }) => ({ id, facts: fits })), ...(match?.near_misses ?? []).map(({ service: { id }, why }) => ({ id, facts: why }))];
  const facts = found.find(({ id }) => id === service.id)?.facts ?? [];
  const opens = facts.find(({ code }) => code === "opens_at");
  const open = service.hours.hours === "always" || facts.some(({ code }) => code === "open_now");
  if (!service.channels.some((channel) => channel.kind === "phone" && standingOf(channel, serverNow()) === "confirmed")) return <p>{say("sent.no_call")}</p>;
  return (
    <section className="section" aria-labelledby="call-title">
      <h2 id="call-title" className="section-title">
        {say(open ? "sent.call" : "sent.call.then")}
      </h2>
      {!open && (opens ? <p>{fact(opens)}</p> : service.hours_said && <p>{say("sent.call.attend", { hours: service.hours_said })}</p>)}
      <Reaching service={service} />
    </section>
  );
}
