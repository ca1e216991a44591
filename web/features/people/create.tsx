// Registering somebody: search happens by itself while writing, and as little as possible is asked.
import { useState, type FormEvent } from "react";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Sheet } from "@/design/sheet";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { usePageTitle } from "@/shell/page";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Created } from "./created";
import { Duplicates } from "./duplicates";
import { useFormErrors } from "./form-errors";
import { useCreatePerson } from "./people";
import { PersonFields } from "./person-fields";
import { emptyForm, inputOf, searchOf, writtenFields, type PersonForm } from "./person-form";
import { peopleWords } from "./words";
import "./people.css";

export function Page() {
  const say = useWords(peopleWords);
  const why = useWords(draftWords)("why.unreachable");
  const [form, setForm] = useState<PersonForm>(emptyForm);
  const draft = useDraft({ form: "person", record: "new", content: form, onRestore: setForm, what: say("create.draft"), why });
  const create = useCreatePerson(draft.forget);
  const errors = useFormErrors(form, create.error, useDates().today());
  usePageTitle(say("create.title"));

  const change = (next: PersonForm) => {
    setForm(next);
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (errors.check()) create.mutate(inputOf(form));
  };
  return (
    <div className={create.data ? "people" : "people people--aside"}>
      <div className="people__rail">
        <h1>{say("create.title")}</h1>
        <p className="aside-text">{say("create.why")}</p>
      </div>
      <Sheet labelledBy="create-title" look="column">
        {create.data ? (
          <Created person={create.data} />
        ) : (
          <form onSubmit={submit} noValidate>
            <h2 id="create-title" className="only-heard">
              {say("create.title")}
            </h2>
            <DraftOffer draft={draft} />
            <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
            <ErrorSummary problem={errors.problem} fields={errors.fields} />
            <PersonFields form={form} onChange={change} onBlur={draft.saveNow} errorOf={errors.of} />
            <div className="form-acts">
              <Button type="submit" weight="first" size="large" pending={create.isPending}>
                {say("create.verb")}
              </Button>
              <DraftLine draft={draft} />
            </div>
          </form>
        )}
      </Sheet>
      {!create.data && (
        <aside className="people__aside" aria-labelledby="duplicates-title">
          <h2 id="duplicates-title">{say("duplicates.title")}</h2>
          <Duplicates wanted={searchOf(form)} />
        </aside>
      )}
    </div>
  );
}

const linesOf = (form: PersonForm): string[] => writtenFields.map((name) => form[name]).filter((text) => text !== "");
