// Identity as a ladder nobody is pushed up: knots for what was said, an open ring for what nobody has needed.
import { Knot } from "@/design/knot";
import { Yarn } from "@/design/yarn";
import { useWords } from "@/words/say";
import { useMe } from "@/shell/session";
import type { Person } from "./people";
import { rungOf, rungs } from "./person-form";
import { peopleWords } from "./words";
import "./identity-ladder.css";

const k_step = 34;
const middleOf = (rung: number): number => rung * k_step + k_step / 2;

export function IdentityLadder({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const here = rungs.indexOf(rungOf(person));
  return (
    <>
      <h2>{say("rung.title")}</h2>
      <div className="ladder">
        <LadderDrawing here={here} />
        <ol>
          {rungs.map((rung, index) => (
            <li key={rung} {...(index === here ? { "aria-current": "true" as const } : {})}>
              {rung === "run" ? say(person.document && !person.run ? "ladder.document" : "ladder.run") : say(`rung.${rung}`)}
              {rung === "run" && here < index && <span className="aside-text">{say("rung.run.unneeded")}</span>}
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function LadderDrawing({ here }: { here: number }) {
  const hue = useMe().institution.sector;
  const last = rungs.length - 1;
  return (
    <svg className="yarn ladder__drawing" width="30" height={rungs.length * k_step} aria-hidden="true">
      <g transform="rotate(90)">
        {/* Drawn lying down and stood up: x runs along the ladder, -13 is its middle. */}
        {here > 0 && <Yarn x={middleOf(0)} y={-13} reach={here * k_step} width={6} hue={hue} />}
      </g>
      {here < last && <path className="yarn__future" d={`M13 ${middleOf(here) + 12}V${middleOf(last) - 8}`} />}
      {rungs.map((rung, index) => (
        <Knot
          key={rung}
          shape={index === here ? "arrived" : index < here ? "contact" : "future"}
          hue={index <= here ? hue : "ink"}
          x={13}
          y={middleOf(index)}
          scale={index === here ? 0.83 : 0.78}
        />
      ))}
    </svg>
  );
}
