// Ring and confirm: the six indispensable data, one by one, as they are said today. What changed is written beside what there was.
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { Problem } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { answeredChannels, answeredCount, checkedService, checkErrors, checkFieldAt, checkFormOf, data, unsureOf, type CheckError, type CheckFormContent } from "./check";
import { AnsweredChannels, CheckRow } from "./check-row";
import { serviceOf, useCheck, useSave, type Entry } from "./directory";
import { labelOf } from "./field-labels";
import { directoryWords } from "./words";
import "./check-form.css";

export function CheckForm({ entry }: { entry: Entry }) {
  const say = useWords(directoryWords);
  const why = useWords(draftWords)("why.unreachable");
  const me = useMe();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<CheckFormContent>(() => checkFormOf(entry));
  const [errors, setErrors] = useState<Record<string, CheckError>>({});
  const draft = useDraft({ form: "directory-check", record: entry.id, content: form, onRestore: setForm, what: say("check.draft", { code: entry.code }), why });
  const done = () => {
    draft.forget();
    navigate(`/catastro/${entry.id}`);
  };
  const check = useCheck(done);
  const save = useSave((kept) => check.mutate({ id: kept.id, channels: answeredChannels(kept, form), unsure: unsureOf(form), version: kept.version }));
  const change = (part: Partial<CheckFormContent>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = checkErrors(form);
    setErrors(found);
    if (Object.keys(found).length === 0) save.mutate({ service: checkedService(serviceOf(entry), form), seen: entry.version });
  };
  const told: Record<string, string> = {};
  for (const { pointer, message } of save.error?.fields ?? []) {
    const name = checkFieldAt(pointer, form);
    if (name) told[name] = [told[name], message].filter(Boolean).join(" ");
  }
  const errorOf = (name: string): string => (errors[name] ? say(errors[name]) : (told[name] ?? ""));
  const stopped = Object.keys(errors).length > 0 ? new Problem("refused", 0, "invalid", "") : null;
  const fields = [...new Set([...Object.keys(errors), ...Object.keys(told)])].map((name) => ({ name, label: say(labelOf(name) ?? "six.hours"), message: errorOf(name) }));
  return (
    <form className="check" onSubmit={submit} noValidate>
      <div className="titled">
        <h2 id="sheet-title">{say("check")}</h2>
        <TextLink to={`/catastro/${entry.id}`} quiet>
          {say("check.back")}
        </TextLink>
      </div>
      <p>
        <b>{entry.name}</b> <span className="aside-text">· {say("check.answers", { institution: entry.institution })}</span>
      </p>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {me.demo && <Note>{say("check.demo")}</Note>}
      <p className="check__script voice">«{say("check.script", { name: me.name, institution: me.institution.name })}»</p>
      <ErrorSummary problem={stopped ?? save.error ?? check.error} fields={fields} />
      {data.map((datum) => (
        <CheckRow key={datum} datum={datum} entry={entry} form={form} change={change} errorOf={errorOf} />
      ))}
      <AnsweredChannels form={form} change={change} error={errorOf("channels-answered")} />
      {unsureOf(form).length > 0 && <Note>{say("check.unsure", { count: unsureOf(form).length })}</Note>}
      <Field name="notes" label={say("six.notes")} value={form.notes} onChange={(notes) => change({ notes })} onBlur={draft.saveNow} error={errorOf("notes")} lines optional />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={save.isPending || check.isPending}>
          {say("check.confirm")}
        </Button>
        <Button pending={check.isPending} onPress={() => check.mutate({ id: entry.id, channels: [], unsure: [], version: entry.version })}>
          {say("check.in_vain")}
        </Button>
        <span className="aside-text">{say("check.count", { count: answeredCount(form), of: data.length })}</span>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}

const linesOf = (form: CheckFormContent): string[] => [form.name, form.population, form.entry_requirements, ...form.channels.map((channel) => channel.contact), form.notes].filter((line) => line !== "");
