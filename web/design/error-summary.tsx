// After a refusal: what happened, what was kept, and a way to each thing to correct. Takes the focus.
import { useEffect, useRef } from "react";
import { useWords } from "@/words/say";
import type { Problem } from "@/api/problem";
import { designWords } from "./words";
import "./note.css";

export interface FieldInPage {
  /** The field's name, which is the id of its input. */
  name: string;
  label: string;
  message: string;
}

interface ErrorSummaryProps {
  problem: Problem | null;
  /** Only the fields that have a message. */
  fields?: readonly FieldInPage[];
}

export function ErrorSummary({ problem, fields = [] }: ErrorSummaryProps) {
  const say = useWords(designWords);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const said = problem.kind === "refused" ? problem.message || say("trouble.refused") : say(`trouble.${problem.kind}`);
  return (
    <div ref={summary} className="note" role="alert" tabIndex={-1}>
      <p>
        <b>{fields.length > 0 ? say("errors.title", { count: fields.length }) : said}</b>
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.name}>
              <a className="text-link" href={`#${field.name}`} onClick={(event) => { event.preventDefault(); document.getElementById(field.name)?.focus(); }}>
                {field.label}
              </a>
              {": "}
              {field.message}
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && <p className="aside-text">{say("errors.kept")}</p>}
      {problem.kind === "broken" && problem.requestId && <p className="aside-text">{say("trouble.quote", { id: problem.requestId })}</p>}
    </div>
  );
}
