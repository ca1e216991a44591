import { Knot, type KnotShape } from "@/design/knot";
import type { Hue } from "@/design/yarn";
import { useWords } from "@/words/say";
import { agendaWords } from "./words";

const signs = [
  { name: "booked", shape: "accepted" },
  { name: "kept", shape: "arrived" },
] as const satisfies readonly { name: string; shape: KnotShape }[];

/** What the knots say, for whoever sees them the first time. */
export function Legend({ hue }: { hue: Hue }) {
  const say = useWords(agendaWords);
  return (
    <ul className="week__legend" aria-label={say("legend")}>
      {signs.map(({ name, shape }) => (
        <li key={name}>
          <svg className="yarn" width="24" height="24" viewBox="0 0 28 28" aria-hidden="true">
            <Knot shape={shape} hue={hue} x={14} y={14} scale={0.8} />
          </svg>
          {say(`legend.${name}`)}
        </li>
      ))}
      <li>
        <svg className="yarn" width="24" height="24" viewBox="0 0 28 28" aria-hidden="true">
          <circle className="hour__open" cx="14" cy="14" r="6" />
        </svg>
        {say("legend.free")}
      </li>
      <li>
        <svg className="yarn" width="34" height="24" viewBox="0 -12 34 24" aria-hidden="true">
          <path className={`yarn__sent hue-${hue}`} d="M2 0H32" />
        </svg>
        {say("legend.moved")}
      </li>
      <li>
        <svg className="yarn" width="34" height="24" viewBox="0 -12 34 24" aria-hidden="true">
          <path className={`hour__cut hue-${hue}`} d="M2 0H13M21 0H32" />
        </svg>
        {say("legend.missed")}
      </li>
    </ul>
  );
}
