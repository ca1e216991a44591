// A service that is not in the directory: first whether it is there under another name, then the six data and whose it is.
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { Problem } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { Sheet } from "@/design/sheet";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { MissingPage } from "@/shell/missing-page";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { AgeNow, EntryNow, TopicsNow } from "./check-now";
import { ChannelsNow, HoursNow } from "./check-now-rows";
import { useAddService } from "./directory";
import { LikeIt } from "./like-it";
import { emptyService, newServiceErrors, newServiceOf, sentChannels, type NewServiceForm, type NewServiceError } from "./new-service";
import { Part } from "./part";
import { WhereAndWhose } from "./where-and-whose";
import { directoryWords } from "./words";
import { fieldAt, labelOf } from "./written-fields";

export function Page() {
  usePageTitle(useWords(directoryWords)("new"));
  return useMe().permissions.includes("directory_edit") ? <NewService /> : <MissingPage />;
}

function NewService() {
  const say = useWords(directoryWords);
  const why = useWords(draftWords)("why.unreachable");
  const [, navigate] = useLocation();
  const [form, setForm] = useState<NewServiceForm>(emptyService);
  const [errors, setErrors] = useState<Record<string, NewServiceError>>({});
  const draft = useDraft({ form: "directory-new", record: "new", content: form, onRestore: setForm, what: say("new.draft"), why });
  const add = useAddService((entry) => {
    draft.forget();
    navigate(`/catastro/${entry.id}`);
  });
  const change = (part: Partial<NewServiceForm>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = newServiceErrors(form);
    setErrors(found);
    if (Object.keys(found).length === 0) add.mutate(newServiceOf(form));
  };
  const told = Object.fromEntries((add.error?.fields ?? []).map(({ pointer, message }) => [fieldAt(pointer, sentChannels(form)), message]));
  const errorOf = (name: string): string => (errors[name] ? say(errors[name]) : (told[name] ?? ""));
  const stopped = Object.keys(errors).length > 0 ? new Problem("refused", 0, "invalid", "") : null;
  const fields = [...new Set([...Object.keys(errors), ...Object.keys(told)])].map((name) => ({ name, label: say(labelOf(name)), message: errorOf(name) }));
  const pieces = { form, change, errorOf };
  return (
    <div className="written-service">
      <Sheet labelledBy="sheet-title" look="column">
        <form onSubmit={submit} noValidate>
          <div className="titled">
            <h1 id="sheet-title">{say("new")}</h1>
            <TextLink to="/catastro" quiet>
              {say("back")}
            </TextLink>
          </div>
          <DraftOffer draft={draft} />
          <DraftConflict draft={draft} mine={form} linesOf={({ name, institution, notes }) => [name, institution, notes].filter(Boolean)} />
          <ErrorSummary problem={stopped ?? add.error} fields={fields} />
          <Part name="new.what">
            <Field name="name-now" label={say("six.name")} value={form.name} onChange={(name) => change({ name })} onBlur={draft.saveNow} error={errorOf("name-now")} />
            <LikeIt name={form.name} />
            <WhereAndWhose {...pieces} />
          </Part>
          <Part name="six.channels">
            <ChannelsNow {...pieces} />
            {form.channels.length === 0 && errorOf("contact-0") && <p className="check-row__error">{errorOf("contact-0")}</p>}
            <Note>{say("new.unrung")}</Note>
          </Part>
          <Part name="six.topics">
            <TopicsNow {...pieces} />
          </Part>
          <Part name="six.age">
            <AgeNow {...pieces} />
          </Part>
          <Part name="six.hours">
            <HoursNow {...pieces} />
          </Part>
          <Part name="six.entry">
            <EntryNow {...pieces} />
          </Part>
          <Part name="new.more">
            <Field name="places" label={say("new.places")} hint={say("new.places.hint")} value={form.places} onChange={(places) => change({ places })} error={errorOf("places")} inputMode="numeric" optional />
            <Field name="source" label={say("new.source")} hint={say("new.source.hint")} value={form.source} onChange={(source) => change({ source })} error={errorOf("source")} optional />
            <Field name="notes" label={say("six.notes")} value={form.notes} onChange={(notes) => change({ notes })} onBlur={draft.saveNow} error={errorOf("notes")} lines optional />
          </Part>
          <div className="form-acts">
            <Button type="submit" weight="first" pending={add.isPending}>
              {say("new.add")}
            </Button>
            <DraftLine draft={draft} />
          </div>
        </form>
      </Sheet>
    </div>
  );
}
