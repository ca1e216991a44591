// Referring from the directory: first, whom. What is asked goes in a body, never in an address.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Problem } from "@/api/problem";
import { Button, ButtonLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Field } from "@/design/field";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { searchPeople, useComunaName, type PersonMatches, type PersonSearch } from "@/features/people/people";
import { readSearch } from "@/features/people/writing";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { referralWords } from "./words";
import "./compose.css";
import "./find-service.css";

export function PickPerson({ service }: { service: string }) {
  const say = useWords(referralWords);
  const comunaName = useComunaName();
  const [text, setText] = useState("");
  const search = useMutation<PersonMatches, Problem, PersonSearch>({ mutationFn: searchPeople });
  usePageTitle(say("pick.title"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") search.mutate(readSearch(text.trim()));
  };
  const address = (id: string) => `/personas/${id}/derivar${service ? `?servicio=${service}` : ""}`;
  return (
    <div className="compose compose--find">
      <section className="compose__side" aria-labelledby="pick-heading">
        <h1 id="pick-heading">{say("pick.title")}</h1>
      </section>
      <Sheet labelledBy="pick-title" look="column">
        <h2 id="pick-title">{say("pick.whom")}</h2>
        <form onSubmit={submit} role="search" noValidate>
          <Field name="text" label={say("pick.text")} value={text} onChange={setText} autoFocus />
          <Button type="submit" weight="first" pending={search.isPending}>
            {say("pick.verb")}
          </Button>
        </form>
        {search.error && <Trouble problem={search.error} onRetry={() => search.variables && search.mutate(search.variables)} />}
        <ul aria-live="polite">
          {search.data?.items.map((match) => (
            <li key={match.id} className="find__one">
              <p>
                <b>{match.masked_name}</b> {[match.age === undefined ? "" : say("fact.age.years", { age: match.age }), comunaName(match.comuna), match.thread_code].filter(Boolean).join(" · ")}
              </p>
              <ButtonLink to={address(match.id)} size="tight">
                {say("pick.refer")} <span className="only-heard">{match.thread_code}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
        {search.data?.items.length === 0 && <EmptyState truth={say("pick.none")} act={<ButtonLink to="/personas/nueva">{say("pick.register")}</ButtonLink>} />}
      </Sheet>
    </div>
  );
}
