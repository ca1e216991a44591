// Ten seconds to take back that it was no counselling: it is open again as it was before the tap.
import { answer, api, ifMatch } from "@/api/client";
import { useWrite } from "@/api/write";
import { useUndo } from "@/design/undo-bar";
import { useWords } from "@/words/say";
import { useKeep, type Contact, type Disposition } from "./contacts";
import { attentionWords } from "./words";

/** How it stood before the tap. */
export interface Before {
  disposition: Disposition | null;
  /** It had already been said that it ended. */
  ended: boolean;
}

interface TakeBack {
  contact: Contact;
  before: Before;
  reason: string;
}

/** Nothing that happened is forgotten: the earlier version stays, with why. Only then may its ending be emptied. */
async function send({ contact: { id, version }, before, reason }: TakeBack, headers: { "Idempotency-Key": string }): Promise<Contact> {
  const open = await answer(api.POST("/api/v1/contacts/{id}/moves", { params: { path: { id } }, body: { action: "reopen", version, reason }, headers }));
  const patch = { disposition: before.disposition, ...(before.ended ? {} : { ended_at: null }) };
  return answer(api.PATCH("/api/v1/contacts/{id}", { params: { path: { id }, header: ifMatch(open.version) }, body: patch }));
}

export function useTakeBack(): (contact: Contact, before: Before) => void {
  const say = useWords(attentionWords);
  const offerUndo = useUndo();
  const reopen = useWrite<TakeBack, Contact>(send, useKeep());
  return (contact, before) => {
    const what = contact.disposition ? say(`ended.${contact.disposition}`) : "";
    offerUndo({ done: say("taps.done", { what }), undo: () => reopen.mutate({ contact, before, reason: say("taps.undone") }) });
  };
}
