// Finding somebody recorded here, wherever one is needed. What is asked goes in a body, never in an address.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { Button } from "@/design/button";
import { Field } from "@/design/field";
import { Trouble } from "@/design/trouble";
import { useWords } from "@/words/say";
import { searchPeople, useComunaName, type PersonMatch, type PersonMatches, type PersonSearch } from "./people";
import { peopleWords } from "./words";
import { readSearch } from "./writing";
import "./matches.css";

interface FindSomebodyProps {
  name: string;
  label: string;
  verb: string;
  /** What can be done with each that was found. */
  act: (match: PersonMatch) => ReactNode;
  /** Instead, when nobody was. */
  none: ReactNode;
  weight?: "first";
}

export function FindSomebody({ name, label, verb, act, none, weight }: FindSomebodyProps) {
  const say = useWords(peopleWords);
  const comunaName = useComunaName();
  const [text, setText] = useState("");
  const search = useMutation<PersonMatches, Problem, PersonSearch>({ mutationFn: searchPeople });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") search.mutate(readSearch(text.trim()));
  };
  const about = (match: PersonMatch) => [match.age === undefined ? "" : say("match.age", { age: match.age }), comunaName(match.comuna), match.thread_code].filter(Boolean).join(" · ");
  return (
    <>
      <form onSubmit={submit} role="search" noValidate>
        <Field name={name} label={label} value={text} onChange={setText} autoFocus />
        <Button type="submit" pending={search.isPending} {...(weight ? { weight } : {})}>
          {verb}
        </Button>
      </form>
      {search.error && <Trouble problem={search.error} onRetry={() => search.variables && search.mutate(search.variables)} />}
      <ul className="matches" aria-live="polite">
        {search.data?.items.map((match) => (
          <li key={match.id} className="match">
            <span>
              <b>{match.masked_name}</b> <span className="aside-text">{about(match)}</span>
            </span>
            {act(match)}
          </li>
        ))}
      </ul>
      {search.data?.items.length === 0 && none}
    </>
  );
}
