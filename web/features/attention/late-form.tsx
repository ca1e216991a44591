// What already happened: when it was, by what means, and who attended if it was somebody else. The rest is on its page.
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { messageFor } from "@/api/problem";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Select } from "@/design/select";
import { useDraft } from "@/drafts/draft";
import { DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { writeDay } from "@/words/days";
import { useMe } from "@/shell/session";
import { useDates, useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { channels, formName, useColleagues, useCreateContact, type ContactChannel } from "./contacts";
import { TimeFields } from "./time-fields";
import { readTimes, type TimeFault } from "./times";
import { attentionWords } from "./words";
import type { WrittenTimes } from "./write-up";

interface Late extends WrittenTimes {
  channel: ContactChannel;
  agent: string;
}

export function LateForm({ person }: { person?: string }) {
  const say = useWords(attentionWords);
  const why = useWords(draftWords)("why.unreachable");
  const today = useDates().today();
  const zone = useZone();
  const me = useMe();
  const colleagues = useColleagues();
  const [, navigate] = useLocation();
  const [form, setForm] = useState<Late>({ day: writeDay(today), from: "", until: "", channel: "phone", agent: me.user_id });
  const [faults, setFaults] = useState<readonly TimeFault[]>([]);
  const draft = useDraft<Late>({ form: formName, record: "new", content: form, onRestore: setForm, what: say("draft.late"), why });
  const create = useCreateContact((contact) => {
    draft.forget();
    navigate(`/contactos/${contact.id}`);
  });
  const put = (part: Partial<Late>) => {
    setForm({ ...form, ...part });
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readTimes(form, today, zone);
    setFaults(Array.isArray(read) ? read : []);
    if (Array.isArray(read)) return;
    const whose = form.agent === me.user_id ? {} : { on_behalf_of: form.agent };
    create.mutate({ channel: form.channel, started_at: read.started_at, ended_at: read.ended_at, draft: "new", ...whose, ...(person ? { person_id: person } : {}) });
  };
  const errorOf = (pointer: string) => messageFor(create.error, pointer);
  const others = colleagues.data?.items ?? [];
  const summary = [
    { name: "time-day", label: say("times.day"), message: errorOf("/day") },
    { name: "time-from", label: say("times.from"), message: errorOf("/started_at") },
    { name: "time-until", label: say("times.until"), message: errorOf("/ended_at") },
    { name: "late-channel", label: say("channel"), message: errorOf("/channel") },
    ...(others.length > 1 ? [{ name: "on_behalf_of", label: say("late.agent"), message: errorOf("/on_behalf_of") }] : []),
  ].filter(({ message }) => message !== "");
  return (
    <form onSubmit={submit} noValidate className="start__late">
      <DraftOffer draft={draft} />
      <ErrorSummary problem={create.error} fields={summary} />
      <TimeFields times={form} onChange={(times) => put(times)} onBlur={draft.saveNow} faults={faults} errorOf={errorOf} />
      <Select name="late-channel" label={say("channel")} value={form.channel} onChange={(channel) => put({ channel })} options={channels.map((value) => ({ value, label: say(`channel.${value}`) }))} />
      {others.length > 1 && <Select name="on_behalf_of" label={say("late.agent")} value={form.agent} onChange={(agent) => put({ agent })} options={others.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf("/on_behalf_of")} />}
      <div className="form-acts">
        <Button type="submit" pending={create.isPending}>{say("late.verb")}</Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}
