// Searching before recording: what is known is asked in one line, who may be the same appears covered, and nobody is pushed.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Problem } from "@/api/problem";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { Trouble } from "@/design/trouble";
import { searchPeople, useComunaName, type PersonMatches, type PersonSearch } from "@/features/people/people";
import { readSearch } from "@/features/people/writing";
import { useWords } from "@/words/say";
import { looksLikeReturnCode } from "./list-search";
import { attentionWords } from "./words";
import "@/features/people/matches.css";

interface FindPersonProps {
  onFound: (id: string) => void;
  onNew: (person: { identity: "pseudonymous"; alias: string; age_stated?: number }) => void;
  pending: boolean;
}

export function FindPerson({ onFound, onNew, pending }: FindPersonProps) {
  const say = useWords(attentionWords);
  const [text, setText] = useState("");
  const search = useMutation<PersonMatches, Problem, PersonSearch>({ mutationFn: searchPeople });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted) search.mutate(looksLikeReturnCode(wanted) ? { return_code: wanted } : readSearch(wanted));
  };
  return (
    <div className="find-person">
      <form role="search" onSubmit={submit} className="find-person__line">
        <Field name="find-person" label={say("find.label")} hint={say("find.hint")} value={text} onChange={setText} autoFocus />
        <Button type="submit" pending={search.isPending}>{say("find.verb")}</Button>
      </form>
      <Busy waiting={search.isPending} />
      {search.isError && <Trouble problem={search.error} onRetry={() => search.variables && search.mutate(search.variables)} />}
      {search.data && <Found matches={search.data} onFound={onFound} pending={pending} />}
      <NewPerson key={search.data ? text : ""} alias={search.data ? text : ""} onNew={onNew} pending={pending} />
    </div>
  );
}

function Found({ matches, onFound, pending }: { matches: PersonMatches; onFound: (id: string) => void; pending: boolean }) {
  const say = useWords(attentionWords);
  const comunaName = useComunaName();
  if (matches.items.length === 0 && !matches.known_to_network) return <p role="status" className="aside-text">{say("find.none")}</p>;
  return (
    <Note tone="look" live>
      {matches.items.length > 0 && <b>{say("find.may_be", { count: matches.items.length })}</b>}
      <ul className="matches">
        {matches.items.map((match) => (
          <li key={match.id} className="match">
            <span>
              {match.masked_name} <span className="aside-text">{[match.age !== undefined && say("who.age", { age: match.age }), comunaName(match.comuna), match.thread_code].filter(Boolean).join(" · ")}</span>
            </span>
            <Button size="tight" pending={pending} onPress={() => onFound(match.id)}>{say("find.is_them")} <span className="only-heard">{match.thread_code}</span></Button>
          </li>
        ))}
      </ul>
      {matches.known_to_network && <p>{say("find.known")}</p>}
    </Note>
  );
}

/** The least that lets somebody come back: a name they choose. The rest is asked on their own page, if it is ever needed. */
function NewPerson({ alias, onNew, pending }: { alias: string; onNew: FindPersonProps["onNew"]; pending: boolean }) {
  const say = useWords(attentionWords);
  const [name, setName] = useState(/\d/.test(alias) ? "" : alias);
  const [age, setAge] = useState("");
  const wrongAge = age.trim() !== "" && !/^\s*(\d{1,2}|1[01]\d|120)\s*$/.test(age);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || wrongAge) return;
    onNew({ identity: "pseudonymous", alias: name.trim(), ...(age.trim() ? { age_stated: Number(age) } : {}) });
  };
  return (
    <form onSubmit={submit} className="find-person__line" aria-label={say("new_person.title")}>
      <Field name="new-alias" label={say("new_person.alias")} value={name} onChange={setName} />
      <Field name="new-age" label={say("new_person.age")} value={age} onChange={setAge} optional inputMode="numeric" error={wrongAge ? say("new_person.age.error") : ""} />
      <Button type="submit" pending={pending}>{say("new_person.verb")}</Button>
    </form>
  );
}
