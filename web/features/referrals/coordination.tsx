// For who coordinates the network: what an institution has not answered another, and declines that an origin contested. Code, act,
// the two institutions and the clock; only what is theirs to decide can be opened.
import type { ReactNode } from "react";
import { Link } from "react-aria-components";
import { serverNow } from "@/api/transport";
import { Button } from "@/design/button";
import { Clock } from "@/design/clock";
import { SectorMark } from "@/design/sector-mark";
import { WhomToCall } from "@/features/network/whom-to-call";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useCoordination, useSectorOf, type ForCoordinator } from "./referrals";
import { referralWords } from "./words";

export function Coordination({ chosen }: { chosen: string }) {
  const say = useWords(referralWords);
  const query = useCoordination();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const unanswered = all.filter(({ awaited }) => awaited !== "decision");
  const contested = all.filter(({ awaited }) => awaited === "decision");
  return (
    <>
      {unanswered.length > 0 && (
        <Section id="unanswered-title" title={say("unanswered.title")} note={say("unanswered.note")}>
          {unanswered.map((one) => (
            <li key={one.id} className="inbox-row inbox-row--told">
              <Facts one={one} what={say(`unanswered.${one.awaited}` as "unanswered.answer")} />
              {one.destination.id && (
                <div className="inbox-row__clock">
                  <WhomToCall institution={one.destination.id} />
                </div>
              )}
            </li>
          ))}
        </Section>
      )}
      {contested.length > 0 && (
        <Section id="contested-title" title={say("contested.title")}>
          {contested.map((one) => (
            <li key={one.id}>
              <Link className="inbox-row" href={`/derivaciones/${one.id}`} {...(one.id === chosen ? { "aria-current": "true" as const } : {})}>
                <Facts one={one} what={say("due.decline_contested")} />
              </Link>
            </li>
          ))}
        </Section>
      )}
      {query.hasNextPage && (
        <Button weight="word" onPress={() => void query.fetchNextPage()} pending={query.isFetchingNextPage}>
          {say("more")}
        </Button>
      )}
    </>
  );
}

function Section({ id, title, note, children }: { id: string; title: string; note?: string; children: ReactNode }) {
  return (
    <section className="inbox__coordination" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p className="aside-text">{note}</p>}
      <ol>{children}</ol>
    </section>
  );
}

function Facts({ one, what }: { one: ForCoordinator; what: string }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const late = new Date(one.due_at) <= serverNow();
  return (
    <>
      <b className="inbox-row__topic">{one.awaited === "decision" ? say("contested.because", { reason: say(`reason.${one.reason ?? "other"}` as "reason.other") }) : what}</b>
      <span className="inbox-row__who">
        <b>{one.thread_code}</b>
        <span className="inbox-row__between">
          <Named party={one.origin} /> {say("between.to")} <Named party={one.destination} />
        </span>
      </span>
      <span className="inbox-row__clock">
        {one.urgency === "urgent" && <b>{say("urgency.urgent")}. </b>}
        {say("since", { when: dates.moment(one.since) })}. <Clock dueAt={one.due_at} what={what} loose={late} />
      </span>
    </>
  );
}

function Named({ party }: { party: ForCoordinator["origin"] }) {
  const sector = useSectorOf()(party);
  return sector ? <SectorMark sector={sector} name={party.name} /> : <span>{party.name}</span>;
}
