// Correcting what a row says, without having rung anybody: nothing that is written here confirms a contact.
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { Problem } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { Select } from "@/design/select";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { StaleNote } from "@/drafts/stale-note";
import { draftWords } from "@/drafts/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { AreaChoice } from "./area-choice";
import { AgeNow, EntryNow, NameNow, TopicsNow } from "./check-now";
import { ChannelsNow, HoursNow } from "./check-now-rows";
import { correctedChannels, correctedService, correctionErrors, correctionOf, rebased, type CorrectionError, type CorrectionForm } from "./correct";
import { useCorrectionLines } from "./correct-lines";
import { ForWhomNow, PapersNow, PlacesNow, ReachNow, SourceNow } from "./correct-parts";
import { useEntry, useSave, type Entry } from "./directory";
import { lineKinds } from "./new-service";
import { Part } from "./part";
import { directoryWords } from "./words";
import { fieldAt, labelOf } from "./written-fields";

export function CorrectForm({ entry }: { entry: Entry }) {
  const say = useWords(directoryWords);
  const why = useWords(draftWords)("why.unreachable");
  const today = useDates().today();
  const linesOf = useCorrectionLines();
  const [, navigate] = useLocation();
  const read = useEntry(entry.id);
  // What was on the screen when the writing began: a row read again behind it would hide that somebody changed it.
  const [seen, setSeen] = useState(entry);
  const [form, setForm] = useState<CorrectionForm>(() => correctionOf(entry));
  const [errors, setErrors] = useState<Record<string, CorrectionError>>({});
  const draft = useDraft({ form: "directory-correct", record: entry.id, content: form, onRestore: setForm, what: say("correct.draft", { code: entry.code }), why });
  const save = useSave(() => {
    draft.forget();
    navigate(`/catastro/${entry.id}`);
  });
  const change = (part: Partial<CorrectionForm>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const send = () => {
    const found = correctionErrors(form);
    setErrors(found);
    if (Object.keys(found).length === 0) save.mutate({ service: correctedService(seen, form, today), seen: seen.version });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const compare = async () => {
    const { data: latest } = await read.refetch();
    if (!latest) return;
    setForm(rebased(seen, latest, form));
    setSeen(latest);
  };
  const stale = save.error?.status === 412;
  const told = Object.fromEntries((save.error?.fields ?? []).map(({ pointer, message }) => [fieldAt(pointer, correctedChannels(seen, form)), message]));
  const errorOf = (name: string): string => (errors[name] ? say(errors[name]) : (told[name] ?? ""));
  const stopped = Object.keys(errors).length > 0 ? new Problem("refused", 0, "invalid", "") : null;
  const fields = [...Object.keys(errors), ...Object.keys(told)].map((name) => ({ name, label: say(labelOf(name)), message: errorOf(name) }));
  const pieces = { form, change, errorOf };
  return (
    <form className="written-service" onSubmit={submit} noValidate>
      <div className="titled">
        <h2 id="sheet-title">{say("correct")}</h2>
        <TextLink to={`/catastro/${entry.id}`} quiet>
          {say("correct.back")}
        </TextLink>
      </div>
      <p>
        <b>{entry.name}</b> <span className="aside-text">· {entry.institution} · {entry.code}</span>
      </p>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {stale && <StaleNote title={say("correct.stale")} theirs={linesOf(correctionOf(seen))} mine={linesOf(form)} onCompare={compare} onKeep={send} onTake={() => { setForm(correctionOf(seen)); save.reset(); }} pending={save.isPending} />}
      <ErrorSummary problem={stopped ?? (stale ? null : save.error)} fields={fields} />
      <Note>{say("correct.unrung")}</Note>
      <Part name="six.places">
        <PlacesNow {...pieces} />
        <Checkbox checked={form.is_active} onChange={(is_active) => change({ is_active })}>{say("correct.active")}</Checkbox>
      </Part>
      <Part name="new.what">
        <NameNow {...pieces} />
        <Select name="kind" label={say("new.kind")} value={form.kind} onChange={(kind) => change({ kind })} options={lineKinds.map((value) => ({ value, label: say(`kind.${value}`) }))} />
        {!entry.institution_id && <AreaChoice label={say("area.of_it")} none={say("area.unknown")} area={form.area} onChange={(area) => change({ area })} />}
      </Part>
      <Part name="six.channels">
        <ChannelsNow {...pieces} />
      </Part>
      <Part name="six.topics">
        <TopicsNow {...pieces} />
      </Part>
      <Part name="six.age">
        <AgeNow {...pieces} />
      </Part>
      <Part name="six.reach">
        <ReachNow {...pieces} />
      </Part>
      <Part name="six.hours">
        <HoursNow {...pieces} />
        <Field name="hours_said" label={say("correct.hours_said")} value={form.hours_said} onChange={(hours_said) => change({ hours_said })} optional />
      </Part>
      <Part name="six.entry">
        <EntryNow {...pieces} />
        <PapersNow {...pieces} />
      </Part>
      <Part name="correct.whom">
        <ForWhomNow {...pieces} />
      </Part>
      <Part name="correct.source">
        <SourceNow {...pieces} />
      </Part>
      <div className="form-acts">
        <Button type="submit" weight="first" pending={save.isPending}>
          {say("correct.save")}
        </Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}
