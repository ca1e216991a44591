// The fact that is chosen, whole: when it happened, when it was written down, who answers for it and what can be done.
import type { Ref } from "react";
import { ButtonLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { SectorMark } from "@/design/sector-mark";
import { Fray } from "@/design/yarn";
import { TakeIt } from "@/features/commitments/commitment-row";
import { useTitleOf } from "@/features/commitments/title";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { PlacedKnot } from "./layout";
import type { Lane, Moment, ThreadEvent } from "./story";
import { useTelling } from "./telling";
import { threadWords } from "./words";

interface DetailProps {
  knot: PlacedKnot;
  lane: Lane | undefined;
  ref: Ref<HTMLElement>;
}

export function Detail({ knot, lane, ref }: DetailProps) {
  const say = useWords(threadWords);
  const [moment] = knot.moments;
  if (!moment || !lane) return null;
  return (
    <aside ref={ref} className="thread__detail" tabIndex={-1} aria-label={say("detail")}>
      {moment.commitment ? <Promised moment={moment} lane={lane} /> : <Happened moments={knot.moments} lane={lane} />}
    </aside>
  );
}

/** Besides those named after it, what only a referral writes. */
const ofReferral: readonly ThreadEvent["kind"][] = ["information_given", "appointment", "no_show", "arrived", "arrival_denied", "service_started", "outcome"];

function Happened({ moments, lane }: { moments: readonly Moment[]; lane: Lane }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const tell = useTelling();
  const event = moments[0]?.event;
  if (!event) return null;
  const isReferral = event.kind.startsWith("referral_") || ofReferral.includes(event.kind);
  return (
    <>
      <h2>{tell.what(moments)}</h2>
      <dl>
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
      {isReferral && <ButtonLink to={`/derivaciones/${event.subject_id}`}>{say("detail.referral")}</ButtonLink>}
      {event.kind === "contact" && event.mine && <ButtonLink to={`/contactos/${event.subject_id}`}>{say("detail.contact")}</ButtonLink>}
    </>
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
      {commitment.loose && (
        <p className="thread__loose thread__loose-head">
          <svg width="40" height="28" viewBox="0 -14 40 28" aria-hidden="true"><Fray x={1} y={0} reach={38} /></svg>
          {say("detail.loose", { when: dates.moment(commitment.loose_since ?? commitment.due_at) })}
        </p>
      )}
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
