// A list written one short line at a time: what worries, what protects. A line may be marked as the person's own words.
import { Minus, Plus, Quote } from "lucide-react";
import { useId, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Icon } from "@/design/icon";
import { isList, isObject } from "@/forms/answer-check";
import type { Answer, Answers } from "@/forms/condition";
import type { Field } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";
import "./factor-lines.css";

/** The lines of a group as objects. */
export const linesOfGroup = (answer: Answer | undefined): readonly Answers[] => (isList(answer) ? answer.filter(isObject) : []);

interface FactorLinesProps {
  field: Field;
  writing: Writing;
  /** How many lines were kept when it was closed: those stay as they are. */
  kept: number;
  mark: "plus" | "minus";
}

export function FactorLines({ field, writing, kept, mark }: FactorLinesProps) {
  const language = useLanguage();
  const say = useWords(attentionWords);
  const title = useId();
  const [text, own] = [field.fields?.find((one) => one.type === "text"), field.fields?.find((one) => one.type === "boolean")];
  const [adding, setAdding] = useState("");
  if (!text) return null;
  const lines = linesOfGroup(writing.form.answers[field.id]);
  const set = (next: readonly Answers[]) => writing.answer(field.id, next);
  const put = (index: number, part: Answers) => set(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const add = () => {
    if (adding.trim() === "") return;
    set([...lines, { [text.id]: adding.trim() }]);
    setAdding("");
  };
  return (
    <section className="factors" aria-labelledby={title}>
      <h3 id={title}>{field.label[language]}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index} className="factor">
            <Icon of={mark === "plus" ? Plus : Minus} />
            {index < kept ? (
              <span className={own && line[own.id] === true ? "voice" : ""}>{String(line[text.id] ?? "")}</span>
            ) : (
              <textarea
                id={`${field.id}-${index}-${text.id}`}
                rows={1}
                className={own && line[own.id] === true ? "factor__text voice" : "factor__text"}
                aria-label={`${field.label[language]} ${index + 1}`}
                value={String(line[text.id] ?? "")}
                onChange={(event) => put(index, { [text.id]: event.target.value.replaceAll("\n", " ") })}
                onBlur={() => {
                  if (String(line[text.id] ?? "").trim() === "") set(lines.filter((_, at) => at !== index));
                  writing.draft.saveNow();
                }}
              />
            )}
            {own && index >= kept && (
              <ToggleButton className="factor__own" isSelected={line[own.id] === true} onChange={(chosen) => put(index, { [own.id]: chosen })} aria-label={`${own.label[language]}: ${String(line[text.id] ?? "")}`}>
                <Icon of={Quote} />
              </ToggleButton>
            )}
          </li>
        ))}
        <li className="factor">
          <Icon of={mark === "plus" ? Plus : Minus} />
          <input
            id={field.id}
            className="factor__text"
            aria-label={say("lines.add", { what: field.label[language] })}
            value={adding}
            onChange={(event) => setAdding(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        </li>
      </ul>
      {writing.errorOf(`/answers/${field.id}`) && <p className="field__error">{writing.errorOf(`/answers/${field.id}`)}</p>}
    </section>
  );
}
