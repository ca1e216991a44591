// The fact that is chosen, whole: when it happened, when it was written down, who answers for it and what can be done.
import type { Ref } from "react";
import { ButtonLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { SectorMark } from "@/design/sector-mark";
import { Fray } from "@/design/yarn";
import { TakeIt } from "@/features/commitments/commitment-row";
import { useTitleOf } from "@/features/commitments/title";
import type { Person } from "@/features/people/people";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { PlacedKnot } from "./layout";
import { SafeBrief } from "./safe-brief";
import type { Lane, Moment, Owed, ThreadEvent } from "./story";
import { useTelling } from "./telling";
import { threadWords } from "./words";

interface DetailProps {
  knot: PlacedKnot;
  lane: Lane | undefined;
  person: Person;
  ref: Ref<HTMLElement>;
}

export function Detail({ knot, lane, person, ref }: DetailProps) {
  const say = useWords(threadWords);
  const [moment] = knot.moments;
  if (!moment || !lane) return null;
  return (
    <aside ref={ref} className="thread__detail" tabIndex={-1} aria-label={say("detail")}>
      {moment.commitment ? <Promised moment={moment} lane={lane} /> : moment.owed ? <Awaited owed={moment.owed} lane={lane} /> : <Happened moments={knot.moments} lane={lane} />}
      {person.safe_contact && <SafeBrief person={person} card={person.safe_contact} />}
    </aside>
  );
}

/** Besides those named after it, what only a referral writes. */
const ofReferral: readonly ThreadEvent["kind"][] = ["permission", "information_given", "appointment", "no_show", "arrived", "arrival_denied", "service_started", "on_hold", "resumed", "outcome", "closed"];

function Happened({ moments, lane }: { moments: readonly Moment[]; lane: Lane }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const tell = useTelling();
  const event = moments[0]?.event;
  const asked = moments[0]?.asked;
  if (!event) return null;
  const isReferral = event.kind.startsWith("referral_") || ofReferral.includes(event.kind);
  return (
    <>
      <h2>{tell.what(moments)}</h2>
      {moments[0]?.words?.map((words) => <p key={words}><span className="voice">«{words}»</span></p>)}
      <dl>
        {asked && <><dt>{say("detail.answered")}</dt><dd>{say(`asked.${asked.channel}`)}, {dates.moment(asked.at)}. {say(`answered.${asked.answered_by}`)}</dd></>}
        <dt>{say("detail.when")}</dt>
        <dd>{tell.when(moments)}</dd>
        <dt>{say("detail.where")}</dt>
        <dd><SectorMark sector={lane.sector} name={lane.name} /></dd>
        {event.user_name && <><dt>{say("detail.who")}</dt><dd>{event.user_name}</dd></>}
        {event.entered_late && <><dt>{say("detail.late")}</dt><dd>{say("detail.late.note", { when: dates.moment(event.entered_at) })}</dd></>}
      </dl>
      {moments.length > 1 && (
        <>
          <h3>{say("detail.sessions")}</h3>
          <ol className="thread__folded">{moments.map((moment) => <li key={moment.id}>{dates.moment(new Date(moment.at))}</li>)}</ol>
        </>
      )}
      {isReferral && event.party && <ButtonLink to={`/derivaciones/${event.subject_id}`}>{say("detail.referral")}</ButtonLink>}
      {event.kind === "contact" && event.mine && <ButtonLink to={`/contactos/${event.subject_id}`}>{say("detail.contact")}</ButtonLink>}
    </>
  );
}

/** What another institution owes: its clock, and who asked for it. Who holds it there is its own affair. */
function Awaited({ owed, lane }: { owed: Owed; lane: Lane }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const title = useTitleOf()(owed);
  return (
    <>
      {owed.overdue && <LooseHead since={owed.due_at} />}
      <h2>{title}</h2>
      <dl>
        <dt>{say("detail.answers")}</dt>
        <dd><SectorMark sector={lane.sector} name={lane.name} /></dd>
        {owed.asked && <><dt>{say("detail.asked")}</dt><dd>{say("detail.asked.us")}</dd></>}
        <dt>{say("detail.due")}</dt>
        <dd>{dates.moment(owed.due_at)}<br /><Clock dueAt={owed.due_at} what={title} loose={owed.overdue} paused={owed.paused} /></dd>
        <dt>{say("detail.opened")}</dt>
        <dd>{dates.moment(owed.opened_at)}</dd>
      </dl>
      {owed.asked && owed.kind.startsWith("referral.") && <p className="thread__acts"><ButtonLink to={`/derivaciones/${owed.subject_id}`}>{say("detail.referral")}</ButtonLink></p>}
    </>
  );
}

function LooseHead({ since }: { since: string }) {
  const say = useWords(threadWords);
  const dates = useDates();
  return (
    <p className="thread__loose thread__loose-head">
      <svg width="40" height="28" viewBox="0 -14 40 28" aria-hidden="true"><Fray x={1} y={0} reach={38} /></svg>
      {say("detail.loose", { when: dates.moment(since) })}
    </p>
  );
}

function Promised({ moment, lane }: { moment: Moment; lane: Lane }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const titleOf = useTitleOf();
  const { commitment } = moment;
  if (!commitment) return null;
  const title = titleOf(commitment);
  return (
    <>
      {commitment.loose && <LooseHead since={commitment.loose_since ?? commitment.due_at} />}
      <h2>{title}</h2>
      <dl>
        <dt>{say("detail.answers")}</dt>
        <dd><SectorMark sector={lane.sector} name={lane.name} />{commitment.owner_name && <span className="thread__owner">{commitment.owner_name}</span>}</dd>
        <dt>{say("detail.due")}</dt>
        <dd>{dates.moment(commitment.due_at)}<br /><Clock dueAt={commitment.due_at} what={title} loose={commitment.loose} paused={commitment.paused} /></dd>
        <dt>{say("detail.opened")}</dt>
        <dd>{dates.moment(commitment.opened_at)}</dd>
      </dl>
      <p className="thread__acts">
        {commitment.kind.startsWith("referral.") && <ButtonLink to={`/derivaciones/${commitment.subject_id}`}>{say("detail.referral")}</ButtonLink>}
        <TakeIt commitment={commitment} />
      </p>
    </>
  );
}
