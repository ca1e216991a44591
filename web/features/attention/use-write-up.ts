// The state of one contact while it is written up: the form, its draft, and how it is saved.
import { useState } from "react";
import { answer, api } from "@/api/client";
import { messageOf, type Problem } from "@/api/problem";
import { useWrite } from "@/api/write";
import { serverNow } from "@/api/transport";
import { useDraft, type Draft } from "@/drafts/draft";
import { draftWords } from "@/drafts/words";
import { useDates, useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { isMended } from "./faults";
import { formName, sendChange, useKeep, type Contact, type ContactPatch, type Disposition } from "./contacts";
import { spoken } from "./moment-order";
import { useTakeBack } from "./take-back";
import { readTimes, type TimeFault } from "./times";
import { attentionWords } from "./words";
import { patchOf, saysSomething, writeUpOf, type WriteUp } from "./write-up";

interface Save {
  contact: Contact;
  patch: ContactPatch;
  closing: boolean;
  /** It was no counselling: closed as that, with what was written. */
  tapped?: Disposition;
  /** The draft that this writes; none while an earlier one is offered that nobody has looked at: that one stays. */
  named: Pick<ContactPatch, "draft">;
  /** Kept in order to go on with a referral to this service. */
  refer?: string;
}

/**
 * Writes what changed, and closes when that was asked. An answer that was lost is asked for again with the same key.
 * @param keep hears of what was written even when the closing is then refused
 */
async function send({ contact, patch, closing, tapped, named }: Save, headers: { "Idempotency-Key": string }, keep: (contact: Contact) => void): Promise<Contact> {
  const path = { id: contact.id };
  const kept = saysSomething(patch) ? await sendChange({ ...path, version: contact.version, patch: closing ? patch : { ...patch, ...named } }, headers) : contact;
  if (!closing || kept.status === "closed") return kept;
  keep(kept);
  return answer(api.POST("/api/v1/contacts/{id}/moves", { params: { path }, body: { action: "close", version: kept.version, ...named, ...(tapped ? { disposition: tapped } : {}) } }));
}

export interface Writing {
  form: WriteUp;
  draft: Draft<WriteUp>;
  put: (part: Partial<WriteUp>) => void;
  answer: (name: string, answer: WriteUp["answers"][string]) => void;
  /** Writes in a moment; `grown` is how much longer it is than when the writing began. */
  speak: (moment: WriteUp["moments"][number]["moment"], text: string, grown: number) => void;
  save: (closing: boolean) => void;
  /** Keeps what was written, open as it is, and goes on with a referral to a service. */
  saveToRefer: (service: string) => void;
  /** Closes it as no counselling; nothing that was written is lost by it. */
  tap: (disposition: Disposition) => void;
  pending: boolean;
  problem: Problem | null;
  /** All that the refusal named is told otherwise by now. */
  mended: boolean;
  timeFaults: readonly TimeFault[];
  errorOf: (pointer: string) => string;
}

export function useWriteUp(contact: Contact, after: (contact: Contact, closing: boolean, refer?: string) => void): Writing {
  const say = useWords(attentionWords);
  const why = useWords(draftWords)("why.unreachable");
  const today = useDates().today();
  const zone = useZone();
  const keep = useKeep();
  const [form, setForm] = useState(() => writeUpOf(contact));
  const [timeFaults, setTimeFaults] = useState<readonly TimeFault[]>([]);
  const draft = useDraft<WriteUp>({
    form: formName,
    record: contact.id,
    content: form,
    onRestore: (kept) => setForm((now) => ({ ...now, ...kept })),
    what: say("draft.what"),
    why,
  });
  const takeBack = useTakeBack();
  const write = useWrite<Save, Contact>((save, headers) => send(save, headers, keep), (kept, { contact: before, patch, closing, tapped, named, refer }) => {
    if (named.draft) draft.forget();
    keep(kept);
    after(kept, closing, refer);
    if (tapped) takeBack(kept, { disposition: patch.disposition === undefined ? before.disposition ?? null : patch.disposition, ended: (patch.ended_at ?? before.ended_at) !== undefined });
  });
  const [sent, setSent] = useState(form);
  const standing = (write.error?.fields ?? []).filter(({ pointer }) => !isMended(sent, form, pointer));
  const change = (next: (now: WriteUp) => WriteUp) => {
    setForm(next);
    draft.edited();
  };
  const save = (closing: boolean, more: Pick<Save, "tapped" | "refer"> = {}) => {
    const read = form.times ? readTimes(form.times, today, zone) : null;
    setTimeFaults(Array.isArray(read) ? read : []);
    if (Array.isArray(read)) return;
    setSent(form);
    const times = read ? { started_at: read.started_at, ended_at: read.ended_at } : {};
    const correcting = contact.status === "closed" ? { reason: form.reason.trim() } : {};
    write.mutate({ contact, patch: { ...patchOf(contact, form, times), ...correcting }, closing, named: draft.state.offer ?? draft.state.theirs ? {} : { draft: contact.id }, ...more });
  };
  return {
    form,
    draft,
    put: (part) => change((now) => ({ ...now, ...part })),
    answer: (name, told) => change((now) => ({ ...now, answers: { ...now.answers, [name]: told } })),
    speak: (moment, text, grown) =>
      change((now) => ({ ...now, answers: { ...now.answers, [moment]: text }, moments: [...spoken(now.moments, moment, grown, serverNow().toISOString())] })),
    save,
    saveToRefer: (service) => save(false, { refer: service }),
    tap: (disposition) => save(true, { tapped: disposition }),
    pending: write.isPending,
    problem: write.error,
    timeFaults,
    mended: write.error !== null && write.error.fields.length > 0 && standing.length === 0,
    errorOf: (pointer) => messageOf(standing, pointer),
  };
}
