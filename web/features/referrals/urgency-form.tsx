// The urgency, and the clocks it starts: who must do what by when, drawn as the way the person has ahead.
import { Knot } from "@/design/knot";
import { RadioRows } from "@/design/radio-rows";
import { Yarn } from "@/design/yarn";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { Urgency } from "./compose-form";
import { referralWords } from "./words";

const urgencies = ["urgent", "priority", "routine"] as const;

interface UrgencyFormProps {
  urgency: Urgency;
  onChange: (urgency: Urgency) => void;
  /** Nobody receives it: the only clock is one's own, to ask how it went. */
  toldOnly?: boolean;
}

export function UrgencyForm({ urgency, onChange, toldOnly = false }: UrgencyFormProps) {
  const say = useWords(referralWords);
  const hue = useMe().institution.sector;
  const choice = <RadioRows name="urgency" look="words" label={say("urgency.label")} value={urgency} onChange={onChange} choices={urgencies.map((value) => ({ value, title: say(`urgency.${value}`) }))} />;
  if (toldOnly) {
    return (
      <section className="urgency">
        {choice}
        <p className="aside-text">{say(`way.ask.${urgency}`)}</p>
      </section>
    );
  }
  return (
    <section className="urgency">
      {choice}
      <p className="aside-text">{say(`urgency.${urgency}.runs`)}</p>
      <svg className="yarn urgency__way" width="690" height="30" viewBox="0 0 690 30" aria-hidden="true">
        <Yarn x={2} y={15} reach={116} lift={4} hue={hue} />
        <Knot shape="referral" hue={hue} x={126} y={15} scale={0.7} />
        <g className={`hue-${hue}`}>
          <path className="yarn__sent" d="M142 15H300" />
        </g>
        <Knot shape="future" x={318} y={15} scale={0.8} />
        <path className="urgency__ahead" d="M332 15H480" />
        <Knot shape="accepted" x={498} y={15} scale={0.8} />
        <path className="urgency__ahead" d="M512 15H644" />
        <Knot shape="arrived" x={664} y={15} scale={0.8} />
      </svg>
      <ol className="urgency__words">
        <li>{say("way.you")}</li>
        <li>{say(`way.acknowledge.${urgency}`)}</li>
        <li>{say(`way.answer.${urgency}`)}</li>
        <li>{say(`way.arrive.${urgency}`)}</li>
      </ol>
    </section>
  );
}
