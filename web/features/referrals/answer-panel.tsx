// One step being written: its fields, its draft, what stopped it, and for what cannot be taken back the question before it.
import { useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { serverNow } from "@/api/transport";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Irreversible } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { AnswerFields } from "./answer-fields";
import { firstAnswer } from "./asking";
import { BeforeAsking } from "./before-asking";
import { asks, emptyAnswer, isFull, k_last_try, missingIn, moveOf, type AnswerForm, type Ask, type Given, type Step } from "./asks";
import { useFreeHours } from "./agenda";
import { useMoveReferral, useReadAgain, type Movable } from "./referrals";
import { referralWords } from "./words";
import "./answers.css";

interface AnswerPanelProps {
  referral: Movable;
  action: Step;
  onDone: () => void;
  /** Nobody could ask them after all. */
  onUnreached?: () => void;
}

/** Only these say that somebody was before; any other refusal says by itself what stands in the way. */
const somebodyWasFirst = (problem: Problem | null): boolean => problem?.code === "changed_meanwhile" || problem?.code === "impossible_move";

/** Where the server's pointer lands in this form. */
const fieldOf: Record<string, keyof AnswerForm> = {
  "/code": "code", "/text": "text", "/questions": "questions", "/at": "day", "/until": "until", "/position": "position", "/person_id": "person",
  "/asked": "day", "/asked/at": "day", "/asked/channel": "channel", "/asked/answered_by": "answeredBy", "/slot_id": "slot", "/with_whom": "withWhom", "/other_channel": "otherChannel",
};

export function AnswerPanel({ referral, action, onDone, onUnreached }: AnswerPanelProps) {
  const say = useWords(referralWords);
  const dates = useDates();
  const announce = useAnnounce();
  const readAgain = useReadAgain();
  const why = useWords(draftWords)("why.unreachable");
  const [form, setForm] = useState<AnswerForm>(() => firstAnswer(action, dates, serverNow()));
  const [stopped, setStopped] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const draft = useDraft({ form: `referral-${action}`, record: referral.id, content: form, onRestore: (one) => setForm({ ...emptyAnswer, ...one }), what: say("draft.answer", { code: referral.thread_code }), why });
  const send = useMoveReferral(() => {
    draft.forget();
    announce(say(`did.${action}`));
    onDone();
  });
  const free = useFreeHours(referral.service_id, (asks[action] as Ask).slot === true);
  const given: Given = { freeHours: free.length > 0, lastTry: referral.no_shows >= k_last_try, full: isFull(referral) };
  const missing = stopped ? missingIn(action, form, given) : {};
  const errorOf = (name: keyof AnswerForm): string => {
    const here = missing[name];
    if (here) return say(here);
    return (send.error?.fields ?? []).filter(({ pointer }) => fieldOf[pointer] === name).map(({ message }) => message).join(" ");
  };
  const change = (part: Partial<AnswerForm>) => {
    setForm((before) => ({ ...before, ...part }));
    draft.edited();
  };
  const go = () => {
    setAsking(false);
    send.mutate(
      { id: referral.id, move: moveOf(action, referral.version, form, dates.instant, given) },
      { onError: (problem) => { if (problem.status === 409 || problem.status === 412) readAgain(referral.id); } },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fine = Object.keys(missingIn(action, form, given)).length === 0;
    setStopped(fine ? null : new Problem("refused", 0, "invalid", ""));
    if (!fine) return;
    if ((asks[action] as Ask).final) setAsking(true);
    else go();
  };
  const { asked } = asks[action] as Ask;
  const possible = referral.possible.includes(action);
  const conflict = somebodyWasFirst(send.error);
  const summary = (Object.keys(emptyAnswer) as (keyof AnswerForm)[]).map((name) => ({ name: `answer-${name}`, label: say(`field.${name}`), message: errorOf(name) })).filter(({ message }) => message !== "");
  const last = referral.moves.at(-1);
  return (
    <form className="answer-panel" onSubmit={submit} noValidate aria-labelledby="answer-title">
      <h4 id="answer-title">{say(`ask.${action}`)}</h4>
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {!possible && !conflict && (
        <Note tone="look" live>
          {say("answers.gone", { status: say(`status.${referral.status}`) })}
        </Note>
      )}
      {conflict && last && (
        <Note tone="look" live>
          <p>
            <b>{say("conflict", { did: say(`did.${last.action}`), who: [last.institution_name, last.user_name].filter(Boolean).join(", "), when: dates.moment(last.at_time) })}</b>
          </p>
          <p>{say(possible ? "conflict.again" : "conflict.kept")}</p>
        </Note>
      )}
      <ErrorSummary problem={conflict ? null : (stopped && summary.length > 0 ? stopped : send.error)} fields={summary} />
      {asked && <BeforeAsking referral={referral} />}
      <AnswerFields referral={referral} action={action} form={form} free={free} given={given} onChange={change} onBlur={draft.saveNow} errorOf={errorOf} />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={send.isPending} disabled={!possible}>
          {say(conflict ? "send_again" : `act.${action}`)}
        </Button>
        <Button weight="word" onPress={onDone}>
          {say("leave")}
        </Button>
        {asked && onUnreached && (
          <Button weight="word" onPress={onUnreached}>
            {say("try.open")}
          </Button>
        )}
        <DraftLine draft={draft} />
      </div>
      {asking && (
        <Irreversible
          open
          title={say(`ask.${action}`)}
          consequence={say(`final.${action}` as "final.cancel")}
          verb={say(`act.${action}`)}
          pending={send.isPending}
          onDo={go}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  );
}

const linesOf = (form: AnswerForm): string[] => [form.code, form.text, ...form.questions, form.day, form.hour, form.until, form.place, form.withWhom].filter((line) => line !== "");
