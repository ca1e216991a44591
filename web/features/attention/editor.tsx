// The page while it is written: the call, the sheet with what was spoken of, and what is left beside it.
import { useState } from "react";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { usePhone } from "@/design/phone";
import { Sheet } from "@/design/sheet";
import { designWords } from "@/design/words";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { fieldsOf, type Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { useMe } from "@/shell/session";
import type { Contact, Moment } from "./contacts";
import { linesOf } from "./differences";
import { fieldsInPage } from "./faults";
import { Files } from "./files";
import { HelpPanel, HelpSheet } from "./help-panel";
import { MomentList } from "./moment-list";
import { AfterCall, ContactRail } from "./rail";
import { Rest } from "./rest";
import { TopicWords } from "./topic-words";
import { useWriteUp } from "./use-write-up";
import { Who } from "./who";
import { attentionWords } from "./words";
import { Stale } from "./stale";

interface EditorProps {
  contact: Contact;
  definition: Definition;
  onSaved: (contact: Contact, closing: boolean, refer?: string) => void;
  /** What is closed already is not kept again in order to refer. */
  onRefer: (personId: string, service: string) => void;
  /** Leaves a correction without making it. */
  onLeave?: () => void;
}

const k_conflicts = [409, 412];

export function Editor({ contact, definition, onSaved, onRefer, onLeave }: EditorProps) {
  const say = useWords(attentionWords);
  const sayDesign = useWords(designWords);
  const language = useLanguage();
  const [view, setView] = useState<"talk" | "rest">("talk");
  // The moment from which the directory was opened.
  const [helped, setHelped] = useState<Moment | null>(null);
  const isPhone = usePhone();
  const maySearch = useMe().permissions.includes("directory_read");
  const writing = useWriteUp(contact, onSaved);
  const fields = fieldsOf(definition);
  const topics = fields.find((field) => field.id === "topics");
  // Nothing is asked first: the numbers appear, and the place to say why.
  const risk = () => {
    setHelped(null);
    writing.put({ risk: "high" });
    setView("rest");
    setTimeout(() => document.getElementById("risk")?.focus(), 0);
  };
  const closeHelp = () => {
    const from = helped;
    setHelped(null);
    if (!isPhone && from) document.getElementById(from)?.focus();
  };
  const refer = (service: string) => {
    // What a refused save names stands on the page, which the sheet would cover.
    if (isPhone) setHelped(null);
    if (contact.status === "open") return writing.saveToRefer(service);
    writing.draft.saveNow();
    if (contact.person_id) onRefer(contact.person_id, service);
  };
  const help = { contact, writing, field: fields.find((field) => field.id === "resources"), onRefer: refer, onClose: closeHelp };
  const beside = helped !== null && !isPhone;
  const look = ["contact", !writing.problem && `contact--${view}`, beside && "contact--help"].filter(Boolean).join(" ");
  const after = <AfterCall contact={contact} writing={writing} />;
  const stale = writing.problem !== null && k_conflicts.includes(writing.problem.status);
  return (
    // What is to be corrected may be in either part: then both are shown.
    <div className={look}>
      <ContactRail contact={contact} writing={writing} onRisk={risk}>{!isPhone && after}</ContactRail>
      <Sheet labelledBy="contact-title" look="column">
        <Who contact={contact} />
        <DraftOffer draft={writing.draft} />
        <DraftConflict draft={writing.draft} mine={writing.form} linesOf={linesOf(definition, language)} />
        {stale ? <Stale contact={contact} definition={definition} writing={writing} /> : <ErrorSummary problem={writing.mended ? null : writing.problem} fields={fieldsInPage(writing.problem, definition, language, sayDesign("day.error"))} />}
        {onLeave && (
          <Note>
            {say("correct.note")} <Button weight="word" size="tight" onPress={onLeave}>{say("correct.leave")}</Button>
          </Note>
        )}
        <div className="contact__views word-tabs" role="group" aria-label={say("views.label")}>
          {(["talk", "rest"] as const).map((one) => (
            <button key={one} type="button" className="word-tabs__tab view-word" aria-pressed={view === one} onClick={() => setView(one)}>
              {say(`views.${one}`)}
            </button>
          ))}
        </div>
        <div className="contact__talk">
          {topics && <TopicWords field={topics} chosen={writing.form.topics} onChange={(codes) => writing.put({ topics: codes })} error={writing.errorOf("/topics")} />}
          <MomentList writing={writing} fieldOf={(moment) => fields.find((field) => field.id === moment)} {...(maySearch ? { onHelp: setHelped } : {})} />
          <div className="contact__foot">
            <span className="aside-text">{say("moments.note")}</span>
            <DraftLine draft={writing.draft} />
          </div>
          <Files contact={contact} />
        </div>
      </Sheet>
      <aside className="contact__rest" aria-label={say("views.rest")}>
        {beside && <HelpPanel {...help} />}
        {/* What a refused save names is shown whatever else is open. */}
        <div hidden={beside && !writing.problem}>
          <Rest contact={contact} definition={definition} writing={writing} />
        </div>
      </aside>
      {isPhone && <div className="call">{after}</div>}
      {helped && isPhone && <HelpSheet {...help} />}
    </div>
  );
}
