// Somebody else saved this contact meanwhile: both are shown, and nothing of either is lost until somebody chooses.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/design/button";
import { Note } from "@/design/note";
import { Trouble } from "@/design/trouble";
import type { Definition } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { useContact, type Contact } from "./contacts";
import { linesOf } from "./differences";
import { attentionWords } from "./words";
import { writeUpOf } from "./write-up";
import type { Writing } from "./use-write-up";

export function Stale({ contact, definition, writing }: { contact: Contact; definition: Definition; writing: Writing }) {
  const say = useWords(attentionWords);
  const client = useQueryClient();
  const lines = linesOf(definition, useLanguage());
  const latest = useContact(contact.id);
  const [read, setRead] = useState(false);
  const readAgain = () => void client.invalidateQueries({ queryKey: ["contact", contact.id] }).then(() => setRead(true));
  if (latest.isError) return <Trouble problem={latest.error} onRetry={readAgain} />;
  return (
    <Note tone="look" live>
      <p>
        <b>{say("stale.title")}</b>
      </p>
      {!read && <Button size="tight" onPress={readAgain}>{say("stale.compare")}</Button>}
      {read && latest.data && (
        <>
          <div className="draft-conflict">
            <Side title={say("stale.theirs")} lines={lines(writeUpOf(latest.data))} />
            <Side title={say("stale.mine")} lines={lines(writing.form)} />
          </div>
          <Button size="tight" onPress={() => writing.save(false)} pending={writing.pending}>{say("stale.keep_mine")}</Button>
          <Button size="tight" weight="word" onPress={() => latest.data && writing.put(writeUpOf(latest.data))}>{say("stale.take_theirs")}</Button>
        </>
      )}
    </Note>
  );
}

function Side({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3 className="section-title">{title}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
