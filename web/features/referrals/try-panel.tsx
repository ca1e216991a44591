// Nobody could ask them: by which means, when and what came of it. It closes nothing, and the promise to ask runs on.
import { useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { serverNow } from "@/api/transport";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { DayField } from "@/design/day-field";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { RadioRows } from "@/design/radio-rows";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { firstTry, missingInTry, tryOf, tryResults, type TryForm } from "./asking";
import { BeforeAsking, MessageLeft } from "./before-asking";
import { useNoteTry, useReadAgain, type Referral } from "./referrals";
import { Ways } from "./ways";
import { referralWords } from "./words";
import "./answers.css";

/** Where the server's pointer lands in this form. */
const fieldOf: Record<string, keyof TryForm> = { "/channel": "channel", "/at": "day", "/result": "result", "/text": "text" };

export function TryPanel({ referral, onDone }: { referral: Referral; onDone: () => void }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const announce = useAnnounce();
  const readAgain = useReadAgain();
  const why = useWords(draftWords)("why.unreachable");
  const [form, setForm] = useState<TryForm>(() => firstTry(dates, serverNow()));
  const [stopped, setStopped] = useState<Problem | null>(null);
  const draft = useDraft({ form: "referral-try", record: referral.id, content: form, onRestore: setForm, what: say("draft.try", { code: referral.thread_code }), why });
  const note = useNoteTry(() => {
    draft.forget();
    announce(say("try.noted"));
    onDone();
  });
  const missing = stopped ? missingInTry(form) : {};
  const errorOf = (name: keyof TryForm): string => {
    const here = missing[name];
    if (here) return say(here);
    return (note.error?.fields ?? []).filter(({ pointer }) => fieldOf[pointer] === name).map(({ message }) => message).join(" ");
  };
  const change = (part: Partial<TryForm>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fine = Object.keys(missingInTry(form)).length === 0;
    setStopped(fine ? null : new Problem("refused", 0, "invalid", ""));
    if (fine) note.mutate({ id: referral.id, tried: tryOf(form, dates.instant) }, { onError: ({ status }) => { if (status === 409) readAgain(referral.id); } });
  };
  const common = (name: "day" | "hour" | "text") => ({
    name: `try-${name}`, label: say(`field.try.${name}`), value: form[name], onChange: (value: string) => change({ [name]: value }), onBlur: draft.saveNow, error: errorOf(name),
  });
  const summary = (Object.keys(form) as (keyof TryForm)[]).map((name) => ({ name: `try-${name}`, label: say(`field.try.${name}`), message: errorOf(name) })).filter(({ message }) => message !== "");
  return (
    <form className="answer-panel" onSubmit={submit} noValidate aria-labelledby="try-title">
      <h4 id="try-title">{say("try.title")}</h4>
      <p className="aside-text">{say("try.note")}</p>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={(one) => [one.day, one.hour, one.result, one.text].filter((line) => line !== "")} />
      <ErrorSummary problem={stopped && summary.length > 0 ? stopped : note.error} fields={summary} />
      <BeforeAsking referral={referral} />
      <div id="try-channel" tabIndex={-1}>
        <Ways toAsk label={say("field.try.channel")} name="try-way" value={form.channel} onChange={(channel) => change({ channel })} />
      </div>
      <div className="answer-panel__pair">
        <DayField {...common("day")} />
        <HourField {...common("hour")} />
      </div>
      <div id="try-result" tabIndex={-1}>
        <RadioRows
          name="try-result"
          label={say("field.try.result")}
          value={form.result === "" ? null : form.result}
          onChange={(result) => change({ result })}
          choices={tryResults.map((result) => ({ value: result, title: say(`try.${result}`) }))}
        />
        {errorOf("result") && <p className="field__error">{errorOf("result")}</p>}
      </div>
      {form.result === "message_left" && <MessageLeft referral={referral} />}
      <Field {...common("text")} optional lines />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={note.isPending}>
          {say("try.save")}
        </Button>
        <Button weight="word" onPress={onDone}>
          {say("leave")}
        </Button>
        <DraftLine draft={draft} />
      </div>
    </form>
  );
}
