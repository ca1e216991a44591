// What is being written is kept on the server, sealed, while it is written. `localStorage` never sees it.
import { useCallback, useEffect, useReducer, useRef } from "react";
import { answer, api, type Schema } from "@/api/client";
import { asProblem } from "@/api/problem";
import { holdUnsent, releaseUnsent } from "@/api/reach";
import { begin, maySave, retryAfter, step, unsaved, type DraftState, type Kept } from "./machine";

export interface Draft<Content> {
  state: DraftState<Content>;
  /** Call when the content has changed by the person's hand. */
  edited: () => void;
  /** Saves now: on blur, and for "Reintentar". */
  saveNow: () => void;
  takeOffer: () => void;
  dropOffer: () => void;
  keepMine: () => void;
  takeTheirs: () => void;
  /** The real record was written: the draft has done its work. */
  forget: () => void;
}

interface DraftOptions<Content> {
  form: string;
  /** The record's id, or "new". */
  record: string;
  content: Content;
  /** Puts an earlier text into the form. */
  onRestore: (content: Content) => void;
  /** For the offline strip, in words without names: "Borrador de persona nueva". */
  what: string;
  /** Why it has not gone, in words. */
  why: string;
}

const k_pause = 800;

/** The server stores any JSON; what we put there for a form is what comes back for that form. */
const keptAs = <Content>({ content, version, updated_at }: Schema["Draft"]): Kept<Content> => ({ content: content as Content, version, savedAt: updated_at });

/** Most often there is none, which is no fault: a browser would tell of a 404 in red. */
async function fetchKept<Content>(form: string, record: string): Promise<Kept<Content> | null> {
  const { items } = await answer(api.GET("/api/v1/drafts", { params: { query: { form, record } } }));
  // Looked at once more: a text written about somebody else is never offered here.
  const own = items.find((one) => one.form === form && one.record === record);
  return own ? keptAs(own) : null;
}

export function useDraft<Content>({ form, record, content, onRestore, what, why }: DraftOptions<Content>): Draft<Content> {
  const [state, tell] = useReducer(step<Content>, null, () => begin<Content>());
  const latest = useRef({ content, state });
  useEffect(() => {
    latest.current = { content, state };
  });

  useEffect(() => {
    let here = true;
    fetchKept<Content>(form, record)
      .then((found) => here && tell({ kind: "opened", found }))
      // Without an answer nothing can be offered; what is written now will be tried and, if there is another, shown as a conflict.
      .catch(() => here && tell({ kind: "opened", found: null }));
    return () => {
      here = false;
    };
  }, [form, record]);

  const save = useCallback(async () => {
    const { state: before, content: now } = latest.current;
    if (!maySave(before)) return;
    tell({ kind: "save_begun" });
    const path = { form, record };
    try {
      const kept = await answer(api.PUT("/api/v1/drafts/{form}/{record}", { params: { path }, body: { content: now, seen: before.seen } }));
      tell({ kind: "save_done", version: kept.version, at: kept.updated_at });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.worthRetrying) return tell({ kind: "save_failed" });
      if (problem.status !== 409 && problem.status !== 412) return tell({ kind: "save_refused" });
      const theirs = await fetchKept<Content>(form, record).catch(() => null);
      tell(theirs ? { kind: "save_conflicted", theirs } : { kind: "save_failed" });
    }
  }, [form, record]);

  const saveNow = useCallback(() => void save(), [save]);
  useTimedSaves(state, content, saveNow);
  useGuardedLeave(unsaved(state));
  useUnsentListing(state, `${form}/${record}`, what, why, saveNow);

  /** Answers whether the server has none now. A draft that could not be dropped is only offered again. */
  const drop = useCallback(
    () =>
      answer(api.DELETE("/api/v1/drafts/{form}/{record}", { params: { path: { form, record } } })).then(
        () => true,
        () => false,
      ),
    [form, record],
  );

  return {
    state,
    edited: useCallback(() => tell({ kind: "edited" }), []),
    saveNow,
    takeOffer: () => {
      if (state.offer) onRestore(state.offer.content);
      tell({ kind: "offer_taken" });
    },
    dropOffer: () => void drop().then((dropped) => tell({ kind: "offer_dropped", seen: dropped ? 0 : state.seen })),
    keepMine: () => tell({ kind: "mine_kept" }),
    takeTheirs: () => {
      if (state.theirs) onRestore(state.theirs.content);
      tell({ kind: "theirs_taken" });
    },
    forget: useCallback(() => {
      tell({ kind: "forgotten" });
      void drop();
    }, [drop]),
  };
}

/** After a pause in writing, and again after each failure, until it is kept. */
function useTimedSaves<Content>(state: DraftState<Content>, content: Content, save: () => void): void {
  const { phase, failures } = state;
  const ready = maySave(state);
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(save, phase === "failed" ? retryAfter(failures) : k_pause);
    return () => clearTimeout(timer);
  }, [ready, phase, failures, content, save]);
  useEffect(() => {
    if (phase !== "failed") return;
    window.addEventListener("online", save);
    return () => window.removeEventListener("online", save);
  }, [phase, save]);
}

/** The browser asks before leaving words behind. */
function useGuardedLeave(guarded: boolean): void {
  useEffect(() => {
    if (!guarded) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [guarded]);
}

function useUnsentListing<Content>(state: DraftState<Content>, id: string, what: string, why: string, retry: () => void): void {
  const failed = state.phase === "failed";
  useEffect(() => {
    if (!failed) return;
    holdUnsent({ id, what, why, retry });
    return () => releaseUnsent(id);
  }, [failed, id, what, why, retry]);
}
