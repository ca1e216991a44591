// To a colleague: what was written is saved first, and then it is theirs.
import { useState } from "react";
import { saidIn } from "@/api/problem";
import { Button } from "@/design/button";
import { Select } from "@/design/select";
import { useWords } from "@/words/say";
import { useColleagues, useMoveContact, type Contact } from "./contacts";
import { saysSomething, patchOf } from "./write-up";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";

export function HandOver({ contact, writing }: { contact: Contact; writing: Writing }) {
  const say = useWords(attentionWords);
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const colleagues = useColleagues();
  const move = useMoveContact(() => setOpen(false));
  const others = (colleagues.data?.items ?? []).filter(({ id }) => id !== contact.agent_id);
  const unsaved = saysSomething(patchOf(contact, writing.form, {}));
  if (others.length === 0) return null;
  if (!open) {
    return (
      <div className="section">
        <Button weight="word" size="tight" onPress={() => setOpen(true)}>{say("hand.open")}</Button>
      </div>
    );
  }
  return (
    <section className="section" aria-labelledby="hand-title">
      <h2 id="hand-title">{say("hand.title")}</h2>
      <Select name="colleague_id" label={say("hand.to")} value={to} onChange={setTo} options={others.map(({ id, name }) => ({ value: id, label: name }))} />
      {unsaved && <p className="aside-text">{say("hand.save_first")}</p>}
      {move.isError && <p role="alert">{saidIn(move.error) || say("failed")}</p>}
      <div className="form-acts">
        {unsaved ? (
          <Button size="tight" onPress={() => writing.save(false)} pending={writing.pending}>{say("save.only")}</Button>
        ) : (
          <Button size="tight" disabled={to === null} pending={move.isPending} onPress={() => to && move.mutate({ id: contact.id, move: { action: "hand_over", version: contact.version, colleague_id: to, draft: contact.id } })}>
            {say("hand.verb")}
          </Button>
        )}
        <Button size="tight" weight="word" onPress={() => setOpen(false)}>{say("cancel")}</Button>
      </div>
    </section>
  );
}
