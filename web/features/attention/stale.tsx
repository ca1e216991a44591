// Somebody else saved this contact meanwhile: what is saved is read again and told in the words of the form.
import { useQueryClient } from "@tanstack/react-query";
import { Trouble } from "@/design/trouble";
import { StaleNote } from "@/drafts/stale-note";
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
  const readAgain = () => client.invalidateQueries({ queryKey: ["contact", contact.id] });
  if (latest.isError) return <Trouble problem={latest.error} onRetry={() => void readAgain()} />;
  const saved = latest.data ?? contact;
  return (
    <StaleNote title={say("stale.title")} theirs={lines(writeUpOf(saved))} mine={lines(writing.form)} onCompare={readAgain} onKeep={() => writing.save(false)} onTake={() => writing.put(writeUpOf(saved))} pending={writing.pending} />
  );
}
