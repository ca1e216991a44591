// Whom it is with: nobody known, somebody found, or somebody recorded now. Never asked before attending.
import { useState } from "react";
import { saidIn } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { Field } from "@/design/field";
import { Dialog } from "@/design/dialog";
import { Note } from "@/design/note";
import { usePerson } from "@/features/people/people";
import { ageOf, callName } from "@/features/people/person-form";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useMoveContact, type Contact } from "./contacts";
import { FindPerson } from "./find-person";
import { attentionWords } from "./words";

export function Who({ contact, frozen = false }: { contact: Contact; frozen?: boolean }) {
  return contact.person_id ? <Known contact={contact} personId={contact.person_id} frozen={frozen} /> : <Unknown contact={contact} frozen={frozen} />;
}

function Known({ contact, personId, frozen }: { contact: Contact; personId: string; frozen: boolean }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const { data: person } = usePerson(personId);
  const [detaching, setDetaching] = useState(false);
  const age = person && ageOf(person, dates.today());
  const about = [age !== undefined && say("who.age", { age }), contact.thread_code].filter(Boolean).join(" · ");
  return (
    <>
      <div className="contact__who">
        <h2 id="contact-title">
          {(person && callName(person)) || say("who.unnamed")} <small>{about}</small>
        </h2>
        <span>
          <TextLink to={`/personas/${personId}`} quiet>{say("who.open")}</TextLink>{" "}
          {!frozen && <Button weight="word" size="tight" onPress={() => setDetaching(true)}>{say("who.detach")}</Button>}
        </span>
      </div>
      {contact.return_code && <Told code={contact.return_code} />}
      {detaching && <Detach contact={contact} onClose={() => setDetaching(false)} />}
    </>
  );
}

/** Told once: it is on the page until the page is left. */
function Told({ code }: { code: string }) {
  const say = useWords(attentionWords);
  return (
    <Note tone="look" live>
      <p>
        {say("who.code")} <b className="unbroken">{code}</b>
      </p>
      <p className="aside-text">{say("who.code.once")}</p>
    </Note>
  );
}

function Detach({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const say = useWords(attentionWords);
  const [reason, setReason] = useState("");
  const move = useMoveContact(onClose);
  return (
    <Dialog open title={say("detach.title")} onClose={onClose}>
      <p>{say("detach.what")}</p>
      <Field name="detach-reason" label={say("detach.reason")} value={reason} onChange={setReason} error={move.error?.message ?? ""} autoFocus />
      <div className="dialog__acts">
        <Button weight="first" pending={move.isPending} disabled={reason.trim() === ""} onPress={() => move.mutate({ id: contact.id, move: { action: "detach_person", version: contact.version, reason: reason.trim() } })}>
          {say("detach.verb")}
        </Button>
        <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
      </div>
    </Dialog>
  );
}

function Unknown({ contact, frozen }: { contact: Contact; frozen: boolean }) {
  const say = useWords(attentionWords);
  const [finding, setFinding] = useState(false);
  const move = useMoveContact();
  const join = (person: { person_id: string } | { person: { identity: "anonymous" } | { identity: "pseudonymous"; alias: string; age_stated?: number } }) =>
    move.mutate({ id: contact.id, move: { action: "attach_person", version: contact.version, ...person } });
  return (
    <>
      <div className="contact__who">
        <h2 id="contact-title">
          {say("who.nobody")} <small>{say("who.nobody.note")}</small>
        </h2>
        {!frozen && (
          <span>
            <Button weight="word" size="tight" pending={move.isPending} onPress={() => join({ person: { identity: "anonymous" } })}>{say("who.give_code")}</Button>
            <Button weight="word" size="tight" onPress={() => setFinding(!finding)}>{finding ? say("who.close") : say("who.find")}</Button>
          </span>
        )}
      </div>
      {move.isError && <p role="alert">{saidIn(move.error) || say("failed")}</p>}
      {finding && <FindPerson onFound={(id) => join({ person_id: id })} onNew={(person) => join({ person })} pending={move.isPending} />}
    </>
  );
}
