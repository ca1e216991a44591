// The new version as it will be asked, to be filled in with made-up answers: what is asked changes as one writes.
import { Button } from "@/design/button";
import { Question } from "@/features/attention/question";
import { isList, isObject } from "@/forms/answer-check";
import type { Answer, Answers } from "@/forms/condition";
import type { Definition, Field } from "@/forms/definition";
import { shown } from "@/forms/form";
import { useLanguage, useWords } from "@/words/say";
import type { Sample } from "./forms-data";
import { formWords } from "./words";

interface TryFormProps {
  definition: Definition;
  sample: Sample;
  onChange: (sample: Sample) => void;
}

export function TryForm({ definition, sample, onChange }: TryFormProps) {
  const language = useLanguage();
  const asked = new Set(shown(definition, sample.answers, sample.record));
  const pointerOf = ({ id, of_record }: Field) => (of_record ? `/${id}` : `/answers/${id}`);
  const put = (field: Field, answer: Answer) => {
    const part = field.of_record ? "record" : "answers";
    onChange({ ...sample, [part]: { ...sample[part], [field.id]: answer } });
  };
  return definition.sections.map((section) => {
    const fields = section.fields.filter((field) => asked.has(pointerOf(field)));
    return (
      fields.length > 0 && (
        <details key={section.id} className="forms__section" open>
          <summary>
            <h3>{section.label[language]}</h3>
          </summary>
          {fields.map((field) => {
            const value = (field.of_record ? sample.record : sample.answers)[field.id];
            return field.type === "group" ? (
              <Group key={field.id} field={field} value={value} asked={asked} onChange={(lines) => put(field, lines)} />
            ) : (
              <Asked key={field.id} field={field} name={`try-${field.id}`} value={value} onChange={(answer) => put(field, answer)} />
            );
          })}
        </details>
      )
    );
  });
}

function Asked({ field, ...props }: { field: Field; name: string; value: Answer | undefined; onChange: (answer: Answer) => void }) {
  return <Question {...props} field={field} onBlur={() => undefined} error="" needed={field.required_at !== undefined} />;
}

function Group({ field, value, asked, onChange }: { field: Field; value: Answer | undefined; asked: ReadonlySet<string>; onChange: (lines: readonly Answers[]) => void }) {
  const say = useWords(formWords);
  const language = useLanguage();
  const lines = isList(value) ? value.filter(isObject) : [];
  const change = (at: number, part: Answers) => onChange(lines.map((line, i) => (i === at ? { ...line, ...part } : line)));
  return (
    <fieldset className="forms__group">
      <legend>{field.label[language]}</legend>
      {lines.map((line, at) => (
        <div key={at} className="forms__line">
          {(field.fields ?? []).filter(({ id }) => asked.has(`/answers/${field.id}/${at}/${id}`)).map((inner) => (
            <Asked key={inner.id} field={inner} name={`try-${field.id}-${at}-${inner.id}`} value={line[inner.id]} onChange={(answer) => change(at, { [inner.id]: answer })} />
          ))}
          <Button size="tight" weight="word" onPress={() => onChange(lines.filter((_, i) => i !== at))}>
            {say("try.remove")} <span className="only-heard">{at + 1}</span>
          </Button>
        </div>
      ))}
      <Button size="tight" onPress={() => onChange([...lines, {}])}>
        {say("try.add")} <span className="only-heard">{field.label[language]}</span>
      </Button>
    </fieldset>
  );
}
