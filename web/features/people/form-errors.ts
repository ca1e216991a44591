// The errors of a person's form, seen here before sending and by the server after, shown the same way.
import { useState } from "react";
import { messageFor, Problem } from "@/api/problem";
import type { FieldInPage } from "@/design/error-summary";
import { useWords } from "@/words/say";
import { errorsIn, writtenFields, type PersonForm, type WrittenField } from "./person-form";
import { peopleWords } from "./words";

export interface FormErrorsShown {
  /** Marks what is wrong; true when it may be sent. */
  check: () => boolean;
  of: (name: WrittenField) => string;
  /** For the summary: the server's problem, or one of our own when sending was stopped here. */
  problem: Problem | null;
  fields: FieldInPage[];
}

export function useFormErrors(form: PersonForm, refused: Problem | null, today: string): FormErrorsShown {
  const say = useWords(peopleWords);
  const [stopped, setStopped] = useState<Problem | null>(null);
  const here = errorsIn(form, today);
  const of = (name: WrittenField): string => {
    const key = stopped ? here[name] : undefined;
    return key ? say(key) : messageFor(refused, `/${name}`);
  };
  return {
    check: () => {
      const fine = Object.keys(here).length === 0;
      setStopped(fine ? null : new Problem("refused", 0, "invalid", ""));
      return fine;
    },
    of,
    problem: stopped && Object.keys(here).length > 0 ? stopped : refused,
    fields: writtenFields.map((name) => ({ name, label: say(name), message: of(name) })).filter((field) => field.message !== ""),
  };
}
