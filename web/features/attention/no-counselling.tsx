// What was no counselling is closed with one tap, and can be taken back.
import { useState } from "react";
import { Button } from "@/design/button";
import { useUndo } from "@/design/undo-bar";
import { useWords } from "@/words/say";
import { notCounselling, useMoveContact, type Contact, type Disposition } from "./contacts";
import { attentionWords } from "./words";

interface TapsProps {
  onTap: (disposition: Disposition) => void;
  pending: boolean;
}

export function DispositionTaps({ onTap, pending }: TapsProps) {
  const say = useWords(attentionWords);
  return (
    <section className="section" aria-labelledby="taps-title">
      <h2 id="taps-title">{say("taps.title")}</h2>
      <ul className="taps">
        {notCounselling.map((disposition) => (
          <li key={disposition}>
            <button type="button" className="tap" disabled={pending} onClick={() => onTap(disposition)}>
              {say(`ended.${disposition}`)}
            </button>
          </li>
        ))}
      </ul>
      <p className="aside-text">{say("taps.note")}</p>
    </section>
  );
}

/** Taking back reopens it: nothing that happened is forgotten. */
export function useTakeBack(): (contact: Contact) => void {
  const say = useWords(attentionWords);
  const offerUndo = useUndo();
  const reopen = useMoveContact();
  return (contact) => {
    const what = contact.disposition ? say(`ended.${contact.disposition}`) : "";
    offerUndo({
      done: say("taps.done", { what }),
      undo: () => reopen.mutate({ id: contact.id, move: { action: "reopen", version: contact.version, reason: say("taps.undone") } }),
    });
  };
}

export function NoCounselling({ contact }: { contact: Contact }) {
  const say = useWords(attentionWords);
  const takeBack = useTakeBack();
  const [refused, setRefused] = useState(false);
  const close = useMoveContact(takeBack);
  const tap = (disposition: Disposition) => {
    setRefused(false);
    close.mutate({ id: contact.id, move: { action: "close", version: contact.version, disposition, draft: contact.id } }, { onError: () => setRefused(true) });
  };
  return (
    <>
      <DispositionTaps onTap={tap} pending={close.isPending} />
      {refused && close.error && (
        <p role="alert">
          {close.error.message || say("failed")} <Button weight="word" onPress={() => close.variables && close.mutate(close.variables)}>{say("again")}</Button>
        </p>
      )}
    </>
  );
}
