// The desk of one referral: its text, its draft in two places, what stops it, and what to show beside it.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { useDraft } from "@/drafts/draft";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { draftWords } from "@/drafts/words";
import { ErrorSummary } from "@/design/error-summary";
import { Trouble } from "@/design/trouble";
import type { Contact } from "@/features/attention/contacts";
import type { Person } from "@/features/people/people";
import { callName } from "@/features/people/person-form";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { ComposeSide } from "./compose-side";
import { useDraftOnServer, useSendReferral } from "./composing";
import { useAgreement } from "./agreement";
import { beyondOf, classesOf, wrongAt, wrongIn, type ComposeForm, type Wrong } from "./compose-form";
import { FichaDesk } from "./ficha-desk";
import { FindService } from "./find-service";
import { GiveInformation } from "./give-information";
import { useService } from "./match";
import type { Referral } from "./referrals";
import { SendDialog } from "./send-dialog";
import { SentNote } from "./sent-note";
import { useWho, withWho } from "./who-line";
import { referralWords, type ReferralKey } from "./words";
import "./compose.css";

interface ComposeDeskProps {
  person: Person;
  age: number | undefined;
  begun: ComposeForm;
  followed?: Referral;
  contact?: Contact;
}

export type Errors = (name: Wrong) => string;

export function ComposeDesk({ person, age, begun, followed, contact }: ComposeDeskProps) {
  const say = useWords(referralWords);
  const why = useWords(draftWords)("why.unreachable");
  const dates = useDates();
  const [form, setForm] = useState<ComposeForm>(begun);
  const tell = useWho(person, age);
  const [stopped, setStopped] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const draft = useDraft({ form: "referral", record: followed?.id ?? person.id, content: form, onRestore: setForm, what: say("compose.draft", { code: person.thread_code }), why });
  const change = (part: Partial<ComposeForm>) => {
    setForm((before) => withWho(before, part, tell));
    draft.edited();
  };
  const server = useDraftOnServer(person.id, followed?.id ?? "", form, (referral) => change({ referral }));
  const service = useService(form.service).data;
  const send = useSendReferral(() => draft.forget());

  const agreement = useAgreement(service?.institution_id);
  const beyond = agreement ? beyondOf(classesOf(form, person), agreement.class_limit) : [];
  const missing = stopped ? wrongIn(form, age, server.warnings, beyond) : [];
  const errorOf: Errors = (name) => {
    if (missing.includes(name)) return say(`wrong.${name}` as "wrong.who");
    return (send.error?.fields ?? []).filter(({ pointer }) => wrongAt(pointer) === name).map(({ message }) => message).join(" ");
  };
  const names: readonly Wrong[] = ["service", "pertinence", "over", "redundancy", "who", "what", "ask", "beyond", "share", "health", "restricted", "recipient", "recipientEmail", "basis", "giver", "assent", "validUntil", "article", "justification"];
  const summary = names.map((name) => ({ name: `compose-${name}`, label: say(`part.name.${name}` as ReferralKey), message: errorOf(name) })).filter(({ message }) => message !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fine = wrongIn(form, age, server.warnings, beyond).length === 0;
    setStopped(fine ? null : new Problem("refused", 0, "invalid", ""));
    if (fine) setAsking(true);
  };
  const go = () => {
    setAsking(false);
    if (server.draft) send.mutate({ draft: server.draft, form, ...(followed ? { followed } : {}) });
  };
  const choosing = !service || form.topic === "";
  useGoOn(choosing);
  if (send.data) return <SentNote referral={send.data} person={person} service={service} />;
  const problem = stopped && missing.length > 0 ? stopped : send.error;
  const head = (
    <div>
      <h1>{say("compose.heading", { name: callName(person) || person.thread_code })}</h1>
      <p className="aside-text">{[age === undefined ? say("age.unknown") : say("fact.age.years", { age }), person.thread_code].join(" · ")}</p>
      <DraftLine draft={draft} />
      <DraftOffer draft={draft} />
      <DraftConflict draft={draft} mine={form} linesOf={linesOf} />
      {contact && <p className="aside-text">{say("compose.from_contact", { when: dates.moment(contact.started_at) })}</p>}
    </div>
  );
  if (choosing) {
    return (
      <div className="compose compose--find">
        <section className="compose__side" aria-label={say("compose.side")}>
          {head}
        </section>
        <FindService person={person} age={age} form={form} followed={followed} onChange={change} />
      </div>
    );
  }
  const pieces = { person, age, form, service, onChange: change, onBlur: draft.saveNow, errorOf };
  return (
    <form className="compose" onSubmit={submit} noValidate>
      <section className="compose__side" aria-label={say("compose.side")}>
        {head}
        {followed && <p className="aside-text">{say("compose.follows", { service: followed.service_name })}</p>}
        <ComposeSide {...pieces} warnings={server.warnings} />
        {server.problem && <Trouble problem={server.problem} onRetry={() => change({})} />}
      </section>
      <div className="compose__main">
        <ErrorSummary problem={problem} fields={summary} />
        {form.kind === "information" ? <GiveInformation {...pieces} pending={send.isPending} ready={server.draft !== undefined} /> : <FichaDesk {...pieces} pending={send.isPending} draft={server.draft} />}
      </div>
      {asking && <SendDialog form={form} person={person} service={service} onDo={go} onClose={() => setAsking(false)} />}
    </form>
  );
}

/** The act that was pressed goes away with the list or the ficha it stood in: one goes on from what came in its place. */
function useGoOn(choosing: boolean): void {
  const was = useRef(choosing);
  useEffect(() => {
    if (was.current === choosing) return;
    was.current = choosing;
    document.getElementById(choosing ? "find-title" : "chosen-title")?.focus();
  }, [choosing]);
}

const linesOf = (form: ComposeForm): string[] => [form.who, form.what, form.ask, form.wish, form.done, form.social, ...form.health.map(({ label, text }) => `${label}: ${text}`)].filter(Boolean);
