// The page while it is written: the call, the sheet with what was spoken of, and what is left beside it.
import { useState } from "react";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Note } from "@/design/note";
import { Sheet } from "@/design/sheet";
import { designWords } from "@/design/words";
import { DraftConflict, DraftLine, DraftOffer } from "@/drafts/draft-line";
import { fieldsOf, type Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import type { Contact } from "./contacts";
import { linesOf } from "./differences";
import { fieldsInPage } from "./faults";
import { Files } from "./files";
import { MomentList } from "./moment-list";
import { ContactRail } from "./rail";
import { Rest } from "./rest";
import { TopicWords } from "./topic-words";
import { useWriteUp } from "./use-write-up";
import { Who } from "./who";
import { attentionWords } from "./words";
import { Stale } from "./stale";

interface EditorProps {
  contact: Contact;
  definition: Definition;
  onSaved: (contact: Contact, closing: boolean) => void;
  /** Leaves a correction without making it. */
  onLeave?: () => void;
}

const k_conflicts = [409, 412];

export function Editor({ contact, definition, onSaved, onLeave }: EditorProps) {
  const say = useWords(attentionWords);
  const sayDesign = useWords(designWords);
  const language = useLanguage();
  const [view, setView] = useState<"talk" | "rest">("talk");
  const writing = useWriteUp(contact, onSaved);
  const fields = fieldsOf(definition);
  const topics = fields.find((field) => field.id === "topics");
  // Nothing is asked first: the numbers appear, and the place to say why.
  const risk = () => {
    writing.put({ risk: "high" });
    setView("rest");
    setTimeout(() => document.getElementById("risk")?.focus(), 0);
  };
  const stale = writing.problem !== null && k_conflicts.includes(writing.problem.status);
  return (
    // What is to be corrected may be in either part: then both are shown.
    <div className={writing.problem ? "contact" : `contact contact--${view}`}>
      <ContactRail contact={contact} writing={writing} onRisk={risk} />
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
          <MomentList writing={writing} fieldOf={(moment) => fields.find((field) => field.id === moment)} />
          <div className="contact__foot">
            <span className="aside-text">{say("moments.note")}</span>
            <DraftLine draft={writing.draft} />
          </div>
          <Files contact={contact} />
        </div>
      </Sheet>
      <aside className="contact__rest" aria-label={say("views.rest")}>
        <Rest contact={contact} definition={definition} writing={writing} />
      </aside>
    </div>
  );
}
