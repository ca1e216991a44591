// What a version changes, question by question, in plain words.
import type { Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import type { Change } from "./forms-data";
import { placeOf } from "./names";
import { ruleChanges, rulesOfNew } from "./rules";
import { useRuleTold } from "./telling";
import { formWords } from "./words";

interface ChangesListProps {
  changes: readonly Change[];
  before: Definition;
  after: Definition;
}

export function ChangesList({ changes, before, after }: ChangesListProps) {
  const say = useWords(formWords);
  if (changes.length === 0) return <p>{say("changes.none")}</p>;
  return (
    <ul className="forms__changes">
      {changes.map((change) => (
        <ChangeTold key={`${change.kind} ${change.at}`} change={change} before={before} after={after} />
      ))}
    </ul>
  );
}

function ChangeTold({ change: { kind, at }, before, after }: { change: Change; before: Definition; after: Definition }) {
  const say = useWords(formWords);
  const language = useLanguage();
  const told = useRuleTold([after, before]);
  const [was, is] = [placeOf(at, [before], language), placeOf(at, [after, before], language)];
  const rules = kind === "added" && is.field ? rulesOfNew(is.field) : kind === "rule_changed" && was.field && is.field ? ruleChanges(was.field, is.field) : [];
  const inner = is.option !== "";
  const [old, now] = inner ? [was.option, is.option] : [was.name, is.name];
  const options = kind === "added" ? (is.field?.options ?? []).map(({ label }) => label[language]) : [];
  return (
    <li>
      <p className="forms__what">{say(at.startsWith("#") ? `change.score.${kind === "added" || kind === "removed" || kind === "said_otherwise" ? kind : "rule_changed"}` : `change.${inner && kind === "said_otherwise" ? "option_said_otherwise" : kind}`)}</p>
      <p>
        <b>{is.name}</b>
        {inner && <>: {is.option}</>}
      </p>
      {kind === "said_otherwise" && <p className="aside-text">{old === now ? say("change.help") : say("change.was", { old })}</p>}
      {options.length > 0 && <p className="aside-text">{options.join(" · ")}</p>}
      {rules.length > 0 && (
        <ul className="forms__rules">
          {rules.map((rule) => (
            <li key={rule.kind}>{told(rule)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
