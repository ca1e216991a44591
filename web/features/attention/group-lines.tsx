// A list whose lines have several answers: resources, possibilities, the plan. One line is open at a time; the rest read as sentences.
import { useState, type ReactNode } from "react";
import { Button } from "@/design/button";
import { useUndo } from "@/design/undo-bar";
import type { Answer, Answers } from "@/forms/condition";
import type { Field } from "@/forms/definition";
import { isShown } from "@/forms/form";
import { useDates } from "@/words/dates";
import { isDay } from "@/words/days";
import { useLanguage, useWords } from "@/words/say";
import { linesOfGroup } from "./factor-lines";
import { Question } from "./question";
import { recordOf } from "./write-up";
import type { Writing } from "./use-write-up";
import { attentionWords } from "./words";
import "./group-lines.css";

/** An answer as it reads in a sentence. */
export function useTold(): (field: Field, answer: Answer | undefined) => string {
  const language = useLanguage();
  const dates = useDates();
  return (field, answer) => {
    if (answer === undefined || answer === null || answer === "") return "";
    if (field.type === "boolean") return answer === true ? field.label[language] : "";
    if (field.type === "date" && isDay(String(answer))) return dates.shortDay(`${String(answer)}T15:00:00Z`);
    return field.options?.find((option) => option.code === answer)?.label[language] ?? String(answer);
  };
}

/** The first day of a line that is written and does not exist. */
const unreadDay = (field: Field, line: Answers): Field | undefined =>
  field.fields?.find((one) => one.type === "date" && isShown(one, { answers: line }) && typeof line[one.id] === "string" && line[one.id] !== "" && !isDay(String(line[one.id])));

interface GroupLinesProps {
  field: Field;
  writing: Writing;
  /** How many lines were kept when it was closed: of those only what is amendable changes. */
  kept: number;
  drawing?: (line: Answers) => ReactNode;
  /** What adding one is called: "Agregar un paso". */
  addWord: string;
}

export function GroupLines({ field, writing, kept, drawing, addWord }: GroupLinesProps) {
  const say = useWords(attentionWords);
  const offerUndo = useUndo();
  const [open, setOpen] = useState<number | null>(null);
  const lines = linesOfGroup(writing.form.answers[field.id]);
  const set = (next: readonly Answers[]) => writing.answer(field.id, next);
  const faulty = lines.findIndex((_, index) => writing.errorOf(`/answers/${field.id}/${index}`) !== "");
  const shown = open ?? (faulty >= 0 ? faulty : null);
  const change = (index: number, part: Answers) => {
    // It may be open only for what was wrong with it: it stays so while that is mended.
    setOpen(index);
    set(lines.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  const fold = (index: number, line: Answers) => {
    const unread = unreadDay(field, line);
    if (unread) return document.getElementById(`${field.id}-${index}-${unread.id}`)?.focus();
    setOpen(null);
  };
  const remove = (index: number) => {
    set(lines.filter((_, at) => at !== index));
    setOpen(null);
    offerUndo({ done: say("lines.removed"), undo: () => set(lines) });
  };
  return (
    <>
      <ol className="group-lines" id={field.id} tabIndex={-1}>
        {lines.map((line, index) =>
          index === shown ? (
            <li key={index} className="group-line group-line--open">
              <LineQuestions field={field} index={index} line={line} kept={index < kept} writing={writing} onChange={(part) => change(index, part)} />
              <div className="form-acts">
                <Button size="tight" onPress={() => fold(index, line)}>{say("lines.done")}</Button>
                {index >= kept && <Button size="tight" weight="word" onPress={() => remove(index)}>{say("lines.remove")}</Button>}
              </div>
            </li>
          ) : (
            <li key={index} className={drawing ? "group-line group-line--drawn" : "group-line"}>
              {drawing?.(line)}
              <LineTold field={field} line={line} />
              <Button size="tight" weight="word" onPress={() => setOpen(index)}>{say("lines.change")} <span className="only-heard">{index + 1}</span></Button>
            </li>
          ),
        )}
      </ol>
      <Button size="tight" onPress={() => { set([...lines, {}]); setOpen(lines.length); }}>{addWord}</Button>
    </>
  );
}

/** The first text in full; the rest beside it, quieter. */
export function LineTold({ field, line }: { field: Field; line: Answers }) {
  const told = useTold();
  const parts = (field.fields ?? []).filter((one) => isShown(one, { answers: line })).map((one) => ({ one, text: told(one, line[one.id]) })).filter(({ text }) => text !== "");
  const first = parts.find(({ one }) => one.type === "text");
  return (
    <span>
      {first?.text}
      <span className="aside-text group-line__rest">{parts.filter((part) => part !== first).map(({ text }) => text).join(" · ")}</span>
    </span>
  );
}

interface LineQuestionsProps {
  field: Field;
  index: number;
  line: Answers;
  kept: boolean;
  writing: Writing;
  onChange: (part: Answers) => void;
}

function LineQuestions({ field, index, line, kept, writing, onChange }: LineQuestionsProps) {
  const scope = { answers: line, outer: { answers: writing.form.answers, outer: { answers: recordOf(writing.form) } } };
  const asked = (field.fields ?? []).filter((one) => isShown(one, scope) && (!kept || one.amendable));
  return (
    <div className="group-line__questions">
      {kept && <LineTold field={field} line={line} />}
      {asked.map((one) => (
        <Question
          key={one.id}
          field={one}
          name={`${field.id}-${index}-${one.id}`}
          value={line[one.id]}
          onChange={(told) => onChange({ [one.id]: told })}
          onBlur={writing.draft.saveNow}
          error={writing.errorOf(`/answers/${field.id}/${index}/${one.id}`)}
          needed={one.required_at !== undefined}
        />
      ))}
    </div>
  );
}
