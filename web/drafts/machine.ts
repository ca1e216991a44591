// The life of a draft, from the first letter to the server's word that it is kept. Pure: no timers, no network.

export interface Kept<Content> {
  content: Content;
  version: number;
  savedAt: string;
}

export type Phase =
  | "opening" // asking the server whether there is an earlier draft
  | "quiet" // nothing written yet
  | "changed" // written, waiting for a pause
  | "saving"
  | "saved"
  | "failed" // the server did not answer or broke: the text is here, it will be tried again
  | "refused" // the server said no: trying again is useless
  | "conflict" // somebody else, or the same person elsewhere, kept another text
  | "done"; // the real record is written; nothing more happens here

export interface DraftState<Content> {
  phase: Phase;
  /** The server has said whether there was an earlier draft, or could not be asked. Nothing is saved before. */
  opened: boolean;
  /** The version the server had when we last agreed; 0 when it had none. */
  seen: number;
  savedAt: string | null;
  failures: number;
  /** Written while a save was under way. */
  changedMeanwhile: boolean;
  /** An earlier draft, offered and not yet answered. Nothing is saved over it meanwhile. */
  offer: Kept<Content> | null;
  /** In a conflict: what the server has. */
  theirs: Kept<Content> | null;
}

export type DraftEvent<Content> =
  | { kind: "opened"; found: Kept<Content> | null }
  | { kind: "edited" }
  | { kind: "save_begun" }
  | { kind: "save_done"; version: number; at: string }
  | { kind: "save_failed" }
  | { kind: "save_refused" }
  | { kind: "save_conflicted"; theirs: Kept<Content> }
  | { kind: "offer_taken" }
  | { kind: "offer_dropped"; seen: number }
  | { kind: "mine_kept" }
  | { kind: "theirs_taken" }
  | { kind: "forgotten" };

export const begin = <Content>(): DraftState<Content> => ({
  phase: "opening",
  opened: false,
  seen: 0,
  savedAt: null,
  failures: 0,
  changedMeanwhile: false,
  offer: null,
  theirs: null,
});

/** Milliseconds before the next try: quick at first, then once a minute. */
export const retryAfter = (failures: number): number => [2_000, 5_000, 15_000, 30_000][failures - 1] ?? 60_000;

/** True while leaving the page would lose words. */
export const unsaved = <Content>(state: DraftState<Content>): boolean =>
  ["changed", "saving", "failed", "refused", "conflict"].includes(state.phase) || state.changedMeanwhile;

/** Whether a save may start now. An offer or a conflict waits for the person's answer. */
export const maySave = <Content>(state: DraftState<Content>): boolean =>
  state.opened && state.offer === null && (state.phase === "changed" || state.phase === "failed");

export function step<Content>(state: DraftState<Content>, event: DraftEvent<Content>): DraftState<Content> {
  if (state.phase === "done") return state;
  switch (event.kind) {
    case "opened":
      return {
        ...state,
        phase: state.phase === "opening" ? "quiet" : state.phase,
        opened: true,
        seen: event.found?.version ?? 0,
        offer: event.found,
      };
    case "edited":
      if (state.phase === "conflict") return state;
      if (state.phase === "saving") return { ...state, changedMeanwhile: true };
      return { ...state, phase: "changed" };
    case "save_begun":
      return { ...state, phase: "saving", changedMeanwhile: false };
    case "save_done":
      return {
        ...state,
        phase: state.changedMeanwhile ? "changed" : "saved",
        changedMeanwhile: false,
        seen: event.version,
        savedAt: event.at,
        failures: 0,
      };
    case "save_failed":
      return { ...state, phase: "failed", failures: state.failures + 1, changedMeanwhile: false };
    case "save_refused":
      return { ...state, phase: "refused", changedMeanwhile: false };
    case "save_conflicted":
      return { ...state, phase: "conflict", theirs: event.theirs, changedMeanwhile: false };
    case "offer_taken":
      return state.offer ? { ...state, phase: "saved", savedAt: state.offer.savedAt, offer: null } : state;
    case "offer_dropped":
      return { ...state, offer: null, seen: event.seen };
    case "mine_kept":
      return state.theirs ? { ...state, phase: "changed", seen: state.theirs.version, theirs: null } : state;
    case "theirs_taken":
      return state.theirs
        ? { ...state, phase: "saved", seen: state.theirs.version, savedAt: state.theirs.savedAt, theirs: null }
        : state;
    case "forgotten":
      return { ...state, phase: "done", offer: null, theirs: null, changedMeanwhile: false };
  }
}
