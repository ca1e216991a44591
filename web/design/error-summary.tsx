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
  /** Only the fields that have a message. What the server said of others is shown in its own words. */
  fields?: readonly FieldInPage[];
}

/** What the server said that no field of the page repeats: the same sentence about two fields counts twice. */
function unclaimed(problem: Problem, fields: readonly FieldInPage[]): string[] {
  const claimed = fields.map(({ message }) => message);
  return problem.fields.map(({ message }) => message).filter((message) => {
    const at = claimed.findIndex((told) => told.includes(message));
    if (at >= 0) claimed[at] = (claimed[at] ?? "").replace(message, "");
    return at < 0;
  });
}

export function ErrorSummary({ problem, fields = [] }: ErrorSummaryProps) {
  const say = useWords(designWords);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const said = problem.kind === "refused" ? problem.message || say("trouble.refused") : say(`trouble.${problem.kind}`);
  const rest = unclaimed(problem, fields);
  const count = fields.length + rest.length;
  return (
    <div ref={summary} className="note" role="alert" tabIndex={-1}>
      <p>
        <b>{count > 0 ? say("errors.title", { count }) : said}</b>
      </p>
      {count > 0 && (
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
          {rest.map((message, index) => (
            <li key={index}>{message}</li>
          ))}
        </ul>
      )}
      {count > 0 && <p className="aside-text">{say("errors.kept")}</p>}
      {problem.kind === "broken" && problem.requestId && <p className="aside-text">{say("trouble.quote", { id: problem.requestId })}</p>}
    </div>
  );
}
