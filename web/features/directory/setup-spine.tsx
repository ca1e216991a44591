// The steps of an installation as a thread: what is done is yarn, what comes next is ringed, the rest is dots.
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { Setup } from "./setup";
import { directoryWords } from "./words";
import "./setup-spine.css";

interface Step {
  name: string;
  note: string;
  done: boolean;
}

function useSteps({ numbers, rows, people }: Setup): Step[] {
  const say = useWords(directoryWords);
  const { institution } = useMe();
  return [
    { name: say("setup.institution"), note: institution.name, done: true },
    {
      name: say("setup.numbers"), done: numbers.undecided === 0,
      note: numbers.undecided === 0 ? say("setup.numbers.decided", numbers) : say("setup.numbers.left", { ...numbers, count: numbers.undecided }),
    },
    { name: say("setup.rows"), note: rows > 0 ? say("setup.rows.some", { count: rows }) : say("setup.rows.none"), done: rows > 0 },
    { name: say("setup.people"), note: people > 1 ? say("setup.people.some", { count: people }) : say("setup.people.alone"), done: people > 1 },
    { name: say("setup.copy"), note: say("setup.copy.how"), done: false },
  ];
}

export function SetupSpine({ setup }: { setup: Setup }) {
  const say = useWords(directoryWords);
  const steps = useSteps(setup);
  const next = steps.findIndex(({ done }) => !done);
  return (
    <ol className="setup-spine">
      {steps.map(({ name, note, done }, index) => (
        <li key={name} className={done ? "setup-step setup-step--done" : index === next ? "setup-step setup-step--next" : "setup-step"} {...(index === next ? { "aria-current": "step" as const } : {})}>
          <p className="setup-step__name">
            {name} {done && <span className="only-heard">, {say("setup.done")}</span>}
          </p>
          <p className="aside-text">{note}</p>
        </li>
      ))}
    </ol>
  );
}
