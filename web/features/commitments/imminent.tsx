// The most dangerous loose thread has a sheet of its own.
import { Clock } from "@/design/clock";
import { Knot } from "@/design/knot";
import { Sheet } from "@/design/sheet";
import { Fray, Yarn } from "@/design/yarn";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { CommitmentNote, hueOf, OpenIt, TakeIt } from "./commitment-row";
import type { Commitment } from "./commitments";
import { useTitleOf } from "./title";
import { commitmentWords } from "./words";
import "./imminent.css";

export function Imminent({ commitment }: { commitment: Commitment }) {
  const say = useWords(commitmentWords);
  const dates = useDates();
  const title = useTitleOf()(commitment);
  const hue = hueOf(commitment, useMe());
  return (
    <Sheet labelledBy="imminent-title" look="danger">
      <div className="imminent">
        <svg className="yarn imminent__drawing" width="200" height="96" viewBox="0 0 200 96" aria-hidden="true">
          <Yarn x={0} y={48} reach={84} lift={9} width={11} hue={hue} />
          <Knot shape="contact" hue={hue} x={46} y={48} scale={1.3} />
          <Fray x={84} y={48} reach={72} />
          <Fray x={92} y={48} reach={92} spread={18} />
        </svg>
        <div>
          <p className="imminent__why">
            {say("imminent")}. <Clock dueAt={commitment.due_at} what={title} loose />
          </p>
          <h2 id="imminent-title">{title}</h2>
          <p>
            <CommitmentNote commitment={commitment} /> · <b>{say("due_at", { when: dates.moment(commitment.due_at) })}</b>
          </p>
        </div>
        <div className="imminent__acts">
          <OpenIt commitment={commitment} large />
          <TakeIt commitment={commitment} />
        </div>
      </div>
    </Sheet>
  );
}
