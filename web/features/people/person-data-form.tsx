// Correcting what a person said of themselves, or adding what they say now.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { Button, TextLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useFormErrors } from "./form-errors";
import { useChangePerson, type Person } from "./people";
import { PersonFields } from "./person-fields";
import { formOf, patchOf, writtenFields, type PersonForm } from "./person-form";
import { peopleWords } from "./words";

export function PersonDataForm({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const why = useWords(draftWords)("why.unreachable");
  const dates = useDates();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<PersonForm>(() => formOf(person));
  const back = `/personas/${person.id}`;
  const draft = useDraft({ form: "person", record: person.id, content: form, onRestore: setForm, what: say("data.draft", { code: person.thread_code }), why });
  const change = useChangePerson(() => {
    draft.forget();
    navigate(back);
  });
  const errors = useFormErrors(form, change.error, dates.today());
  const stale = change.error?.status === 412 || change.error?.code === "changed_meanwhile";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!errors.check()) return;
    change.mutate(
      { id: person.id, version: person.version, patch: patchOf(person, form) },
      // What is saved now comes to the left column; the text here stays, to be compared and sent again.
      { onError: (problem) => problem.status === 412 && void queries.invalidateQueries({ queryKey: ["person", person.id], exact: true }) },
    );
  };
  return (
    <form className="person-form" onSubmit={submit} noValidate>
      <div className="titled">
        <h2 id="sheet-title">{say("data.title")}</h2>
        <TextLink to={back} quiet>
          {say("data.back")}
        </TextLink>
      </div>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {stale && <Note tone="look">{say("stale")}</Note>}
      <ErrorSummary problem={stale ? null : errors.problem} fields={errors.fields} />
      <PersonFields
        form={form}
        onChange={(next) => {
          setForm(next);
          draft.edited();
        }}
        onBlur={draft.saveNow}
        errorOf={errors.of}
      />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={change.isPending}>
          {stale ? say("stale.again") : say("data.save")}
        </Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}

const linesOf = (form: PersonForm): string[] => writtenFields.map((name) => form[name]).filter((text) => text !== "");
