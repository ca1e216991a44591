// One sample under the version asked today and under the one looked at.
import type { Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { compared, isSame } from "./compared";
import type { Report, SampleFault } from "./forms-data";
import { nameAt, placeOf } from "./names";
import { useStageTold } from "./telling";
import { formWords } from "./words";

interface ComparisonProps {
  sample: Report["samples"][number];
  definitions: readonly Definition[];
  title: string;
}

export function Comparison({ sample, definitions, title }: ComparisonProps) {
  const say = useWords(formWords);
  const language = useLanguage();
  const { in_force, imported } = sample;
  const versions = { before: in_force.version, now: imported.version };
  const told = compared(in_force, imported);
  const names = (pointers: readonly string[]) => pointers.map((pointer) => <li key={pointer}>{nameAt(pointer, definitions, language)}</li>);
  return (
    <section className="forms__sample">
      <h3>{title}</h3>
      {isSame(told) && <p>{say("sample.same")}</p>}
      <Told title={say("sample.now_asked", versions)} items={names(told.nowAsked)} />
      <Told title={say("sample.no_longer", versions)} items={names(told.noLongerAsked)} />
      <Faults title={say("sample.only_now", versions)} faults={told.onlyNow} definitions={definitions} />
      <Faults title={say("sample.only_before", versions)} faults={told.onlyBefore} definitions={definitions} />
      <Faults title={say("sample.both")} faults={told.both} definitions={definitions} />
      <Told
        title={say("sample.scores")}
        items={told.scores.map(({ id, before, now }) => (
          <li key={id}>{say("sample.score", { name: placeOf(`#${id}`, definitions, language).name, before: before ?? say("sample.no_score"), now: now ?? say("sample.no_score") })}</li>
        ))}
      />
    </section>
  );
}

function Told({ title, items }: { title: string; items: React.ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>{items}</ul>
    </>
  );
}

function Faults({ title, faults, definitions }: { title: string; faults: readonly SampleFault[]; definitions: readonly Definition[] }) {
  const say = useWords(formWords);
  const language = useLanguage();
  const stageTold = useStageTold();
  const items = faults.map(({ pointer, code, message, from_stage }) => (
    <li key={`${pointer} ${code}`}>
      <b>{nameAt(pointer, definitions, language)}</b>: {code === "answer_needed" ? say("sample.needed", { stage: stageTold(from_stage) }) : message[language]}
    </li>
  ));
  return <Told title={title} items={items} />;
}
