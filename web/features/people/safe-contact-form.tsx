// Writing down how to reach somebody safely, as they say it.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { serverNow } from "@/api/transport";
import { Problem } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { RadioRows } from "@/design/radio-rows";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { useWords } from "@/words/say";
import { useChangePerson, type Person } from "./people";
import { SafeContactLines } from "./safe-contact";
import { safeContactOf, safeErrorsIn, safeFieldAt, safeFormOf, sentences, type SafeForm, type Sentence } from "./safe-form";
import { ChannelRows, HoursRows } from "./safe-form-rows";
import { peopleWords } from "./words";
import "./person-fields.css";

const voicemails = ["yes", "neutral_only", "no"] as const;

export function SafeContactForm({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const why = useWords(draftWords)("why.unreachable");
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<SafeForm>(() => safeFormOf(person.safe_contact));
  const [stopped, setStopped] = useState<Problem | null>(null);
  const back = `/personas/${person.id}`;
  const draft = useDraft({ form: "safe-contact", record: person.id, content: form, onRestore: setForm, what: say("form.draft", { code: person.thread_code }), why });
  const save = useChangePerson(() => {
    draft.forget();
    navigate(back);
  });
  const stale = save.error?.status === 412 || save.error?.code === "changed_meanwhile";
  const here = stopped ? safeErrorsIn(form) : {};
  const told: Record<string, string> = {};
  for (const { pointer, message } of stopped ? [] : (save.error?.fields ?? [])) {
    const name = safeFieldAt(pointer, form);
    if (name) told[name] = [told[name], message].filter(Boolean).join(" ");
  }
  const errorOf = (name: string): string => (here[name] ? say(here[name]) : (told[name] ?? ""));
  const change = (part: Partial<SafeForm>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fine = Object.keys(safeErrorsIn(form)).length === 0;
    setStopped(fine ? null : new Problem("refused", 0, "invalid", ""));
    if (!fine) return;
    save.mutate(
      { id: person.id, version: person.version, patch: { safe_contact: safeContactOf(form, person.safe_contact, serverNow()) } },
      { onError: (problem) => problem.status === 412 && void queries.invalidateQueries({ queryKey: ["person", person.id], exact: true }) },
    );
  };
  const summary = [...Object.keys(here), ...Object.keys(told)].map((name) => ({ name, label: labelOf(name, say), message: errorOf(name) }));
  return (
    <form className="person-form" onSubmit={submit} noValidate>
      <div className="titled">
        <h2 id="sheet-title">{say("safe.title")}</h2>
        <TextLink to={back} quiet>
          {say("data.back")}
        </TextLink>
      </div>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {stale && (
        <Note tone="look">
          <p>
            <b>{say("stale")}</b>
          </p>
          <h3 className="section-title">{say("stale.saved")}</h3>
          {person.safe_contact && <SafeContactLines card={person.safe_contact} />}
        </Note>
      )}
      <ErrorSummary problem={stale ? null : (stopped ?? save.error)} fields={summary} />
      <ChannelRows channels={form.channels} onChange={(channels) => change({ channels })} onBlur={draft.saveNow} errorOf={errorOf} />
      <HoursRows hours={form.hours} onChange={(hours) => change({ hours })} onBlur={draft.saveNow} errorOf={errorOf} />
      <section className="section">
        <RadioRows
          name="voicemail"
          look="words"
          label={say("form.voicemail")}
          value={form.voicemail}
          onChange={(voicemail) => change({ voicemail })}
          choices={voicemails.map((value) => ({ value, title: say(`form.voicemail.${value}`) }))}
        />
        {sentences
          .filter((name) => name !== "voicemail_words" || form.voicemail !== "no")
          .map((name) => (
            <Field
              key={name}
              name={name}
              label={say(`form.${name}`)}
              value={form[name]}
              onChange={(value) => change({ [name]: value })}
              onBlur={draft.saveNow}
              error={errorOf(name)}
              optional
              {...(name === "if_other_answers" ? { lines: true, hint: say("form.if_other_answers.hint") } : {})}
            />
          ))}
        <Checkbox checked={form.confirmed} onChange={(confirmed) => change({ confirmed })}>
          {say("form.confirmed")}
        </Checkbox>
      </section>
      <div className="form-acts">
        <Button type="submit" weight="first" pending={save.isPending}>
          {stale ? say("stale.again") : say("data.save")}
        </Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}

/** "value-2" is the second row's number or address. */
function labelOf(name: string, say: (key: "form.value" | "form.label" | "form.from" | "form.to" | "form.days" | `form.${Sentence}`) => string): string {
  const sentence = sentences.find((one) => one === name);
  if (sentence) return say(`form.${sentence}`);
  if (name.startsWith("label")) return say("form.label");
  if (name.startsWith("value")) return say("form.value");
  if (name.startsWith("days")) return say("form.days");
  return name.startsWith("from") ? say("form.from") : say("form.to");
}

const linesOf = (form: SafeForm): string[] => [
  ...form.channels.map(({ kind, value, label }) => [kind, value, label].filter(Boolean).join(" · ")),
  ...form.hours.map(({ days, from, to }) => `${days.join(" ")} ${from}–${to}`),
  ...sentences.map((name) => form[name]).filter((text) => text !== ""),
];
