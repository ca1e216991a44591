// What writing a referral asks of the server: its draft as soon as there is a service, what to know before sending, and sending.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { answer, api, ifMatch, type Schema } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useWrite } from "@/api/write";
import { contentOf, type ComposeForm } from "./compose-form";
import { useReferral, type Referral } from "./referrals";

export type Warnings = Schema["ReferralWarnings"];

const read = (id: string): Promise<Referral> => answer(api.GET("/api/v1/referrals/{id}", { params: { path: { id } } }));
const chosen = (form: ComposeForm) => ({ service_id: form.service, kind: form.kind, topic: form.topic });

/** Writes the draft anew. Somebody's lost answer or other window may have changed it: the newest is then written over. */
async function write(id: string, version: number, form: ComposeForm): Promise<Referral> {
  const body = { ...chosen(form), urgency: form.urgency, content: contentOf(form) };
  const put = (seen: number) => answer(api.PATCH("/api/v1/referrals/{id}", { params: { path: { id }, header: ifMatch(seen) }, body }));
  try {
    return await put(version);
  } catch (error) {
    if (asProblem(error).status !== 412) throw error;
    return put((await read(id)).version);
  }
}

interface DraftOnServer {
  draft: Referral | undefined;
  warnings: Warnings | undefined;
  problem: ReturnType<typeof asProblem> | null;
}

/** As soon as service and topic are chosen the server can say what to know; it is asked again when they change. */
export function useDraftOnServer(personId: string, follows: string, form: ComposeForm, onMade: (id: string) => void): DraftOnServer {
  const client = useQueryClient();
  const saved = useReferral(form.referral);
  const open = saved.data?.status === "draft" ? saved.data : undefined;
  const keep = (referral: Referral) => client.setQueryData(["referral", referral.id], referral);
  const make = useWrite<ComposeForm, Referral>(
    (wanted, headers) => answer(api.POST("/api/v1/referrals", { headers, body: { ...chosen(wanted), person_id: personId, urgency: wanted.urgency, content: contentOf(wanted), ...(follows ? { follows_id: follows } : {}), ...(wanted.contact ? { contact_id: wanted.contact } : {}) } })),
    (referral) => { keep(referral); onMade(referral.id); },
  );
  const change = useWrite<{ draft: Referral; form: ComposeForm }, Referral>(({ draft, form: wanted }) => write(draft.id, draft.version, wanted), keep);

  const wanted = form.service && form.topic ? `${form.service} ${form.topic} ${form.kind}` : "";
  const has = open ? `${open.service_id} ${open.topic} ${open.kind}` : "";
  const tried = useRef("");
  const reading = form.referral !== "" && saved.isLoading;
  useEffect(() => {
    if (wanted === "" || wanted === has || reading || tried.current === wanted) return;
    tried.current = wanted;
    if (open) change.mutate({ draft: open, form });
    else make.mutate(form);
  });

  const warnings = useQuery({
    queryKey: ["referral", form.referral, "warnings", has],
    queryFn: () => answer(api.GET("/api/v1/referrals/{id}/warnings", { params: { path: { id: form.referral } } })),
    enabled: open !== undefined && wanted === has,
    gcTime: 0,
  });
  return { draft: open, warnings: warnings.data, problem: make.error ?? change.error ?? warnings.error };
}

/** Exactly what would be frozen now: the text is kept first, and the server packs it as it would to send it. */
export function usePreview() {
  const client = useQueryClient();
  return useWrite<{ draft: Referral; form: ComposeForm }, Schema["ReferralPackage"]>(async ({ draft, form }) => {
    const written = await write(draft.id, (await read(draft.id)).version, form);
    client.setQueryData(["referral", draft.id], written);
    return answer(api.GET("/api/v1/referrals/{id}/preview", { params: { path: { id: draft.id } } }));
  });
}

export interface Sending {
  draft: Referral;
  form: ComposeForm;
  /** The one this follows: the server ends it with the same act. */
  followed?: Referral;
}

/** The whole text first, then the one act that cannot be taken back. */
export function useSendReferral(after: (referral: Referral) => void) {
  const client = useQueryClient();
  return useWrite<Sending, Referral>(
    async ({ draft, form }, headers) => {
      const before = await read(draft.id);
      // The act was done, and only its answer was lost.
      if (before.status !== "draft") return before;
      const written = await write(draft.id, before.version, form);
      client.setQueryData(["referral", draft.id], written);
      const action = form.kind === "information" ? "give" : "send";
      return answer(api.POST("/api/v1/referrals/{id}/moves", { params: { path: { id: draft.id } }, headers, body: { action, version: written.version, questions: [], ...(form.over && action === "send" ? { code: form.over } : {}) } }));
    },
    (sent, { followed }) => {
      client.setQueryData(["referral", sent.id], sent);
      for (const queryKey of [["referrals"], ["commitments"], ["person", sent.person_id], ...(followed ? [["referral", followed.id]] : [])]) void client.invalidateQueries({ queryKey });
      after(sent);
    },
  );
}
