// Searching before anything else. What is asked goes in a body; the address of this page never changes.
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Problem } from "@/api/problem";
import { Busy } from "@/design/busy";
import { Button, ButtonLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { DocumentFields } from "./document-fields";
import { documentError } from "./documents";
import { MatchLine } from "./duplicates";
import { searchPeople, type PersonMatches, type PersonSearch } from "./people";
import { emptySearch, questionOf, type SearchForm } from "./search-form";
import { peopleWords, type PeopleKey } from "./words";
import "./people.css";
import "./person-fields.css";

export function Page() {
  const say = useWords(peopleWords);
  const [form, setForm] = useState<SearchForm>(emptySearch);
  const [errors, setErrors] = useState<SearchErrors>({});
  const [more, setMore] = useState(false);
  const search = useMutation<PersonMatches, Problem, PersonSearch>({ mutationFn: searchPeople });
  usePageTitle(say("search.title"));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const question = questionOf(form);
    const wrong = documentError(form.document);
    setErrors({ text: question === null ? "search.nothing_written" : undefined, document: wrong });
    if (question && !wrong) search.mutate(question);
  };
  return (
    <div className="people">
      <div className="people__rail">
        <h1>{say("search.title")}</h1>
        <p className="aside-text">{say("search.why")}</p>
      </div>
      <Sheet labelledBy="search-title" look="column">
        <h2 id="search-title" className="only-heard">
          {say("search.title")}
        </h2>
        <form onSubmit={submit} noValidate role="search">
          <SearchFields form={form} onChange={setForm} more={more} errorOf={(name) => (errors[name] ? say(errors[name]) : "")} />
          <div className="form-acts">
            <Button type="submit" weight="first" pending={search.isPending}>
              {say("search.verb")}
            </Button>
            <Button weight="word" onPress={() => setMore(!more)}>
              {more ? say("search.less") : say("search.more")}
            </Button>
          </div>
        </form>
        <Busy waiting={search.isPending} />
        {search.isError && <Trouble problem={search.error} onRetry={() => search.variables && search.mutate(search.variables)} />}
        {search.data && <Matches matches={search.data} />}
      </Sheet>
    </div>
  );
}

type SearchErrors = Partial<Record<"text" | "document", PeopleKey | undefined>>;

interface SearchFieldsProps {
  form: SearchForm;
  onChange: (form: SearchForm) => void;
  /** Document, day of birth and return code too. */
  more: boolean;
  errorOf: (name: keyof SearchErrors) => string;
}

function SearchFields({ form, onChange, more, errorOf }: SearchFieldsProps) {
  const say = useWords(peopleWords);
  const set = (name: keyof SearchForm) => (value: string) => onChange({ ...form, [name]: value });
  return (
    <>
      <Field name="text" label={say("search.text")} hint={say("search.text.hint")} value={form.text} onChange={set("text")} error={errorOf("text")} autoFocus />
      {more && (
        <div className="person-fields">
          <Field name="run" label={say("search.run")} value={form.run} onChange={set("run")} optional />
          <DocumentFields value={form.document} onChange={set("document")} error={errorOf("document")} />
          <Field name="birth_date" label={say("search.birth_date")} hint={say("birth_date.hint")} value={form.birth_date} onChange={set("birth_date")} optional />
          <Field name="return_code" label={say("search.return_code")} value={form.return_code} onChange={set("return_code")} optional />
        </div>
      )}
    </>
  );
}

function Matches({ matches }: { matches: PersonMatches }) {
  const say = useWords(peopleWords);
  const register = <ButtonLink to="/personas/nueva">{say("search.register")}</ButtonLink>;
  return (
    <section className="section" aria-live="polite">
      {matches.items.length === 0 ? (
        <EmptyState truth={say("search.none")} act={register} />
      ) : (
        <>
          <h3>{say("search.found", { count: matches.items.length })}</h3>
          <ul className="matches--ruled">
            {matches.items.map((match) => (
              <MatchLine key={match.id} match={match} />
            ))}
          </ul>
          <p className="form-acts">{register}</p>
        </>
      )}
      {matches.known_to_network && <Note tone="look">{say("match.known")}</Note>}
      {matches.network_asked === false && <Note>{say("match.not_asked")}</Note>}
    </section>
  );
}
