// Ten seconds to take something back. Outbound effects wait on the server meanwhile; risk acts never pass through here.
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { newKey } from "@/api/once";
import { useWords } from "@/words/say";
import { Button } from "./button";
import { designWords } from "./words";
import "./undo-bar.css";

interface Undoable {
  /** What was done: "Teléfono quitado." */
  done: string;
  undo: () => void;
  /** What others would feel at once: done only when the seconds are over, another act takes the place, or the page is left. */
  send?: () => Promise<unknown>;
  /** What to say when it could not be sent: whoever did it may be on another page by then. */
  failed?: string;
}

/** What could not be sent: said until somebody read it, whatever they do meanwhile. */
interface Failure {
  id: string;
  words: string;
  /** Whose act it was: on a shared computer nobody else reads it, and they do when they come back. */
  of: string | null;
}

interface Undoing {
  offer: (act: Undoable) => void;
  /** What waits is sent now: before anything of the session changes. */
  end: () => Promise<void>;
  /** Who is here now; null: nobody. */
  be: (user: string | null) => void;
}

const UndoContext = createContext<Undoing>({ offer: () => undefined, end: () => Promise.resolve(), be: () => undefined });
export const useUndo = (): Undoing["offer"] => use(UndoContext).offer;
export const useEndUndo = (): Undoing["end"] => use(UndoContext).end;

/** Says whose acts these are, while the page of somebody signed in stands. */
export function useUndoAs(user: string): void {
  const { be } = use(UndoContext);
  useEffect(() => {
    be(user);
    return () => be(null);
  }, [be, user]);
}

const k_undo_for = 10_000;

export function UndoProvider({ children }: { children: ReactNode }) {
  const [act, setAct] = useState<Undoable | null>(null);
  const [failures, setFailures] = useState<Failure[]>([]);
  const [here, setHere] = useState<string | null>(null);
  const waiting = useRef<{ act: Undoable; of: string | null } | null>(null);
  const user = useRef<string | null>(null);
  const put = useCallback(async (next: Undoable | null) => {
    const before = waiting.current;
    waiting.current = next && { act: next, of: user.current };
    setAct(next);
    await before?.act.send?.().catch(() => {
      const words = before.act.failed;
      if (words) setFailures((others) => [...others, { id: newKey(), words, of: before.of }]);
    });
  }, []);
  const be = useCallback((next: string | null) => {
    user.current = next;
    setHere(next);
  }, []);
  const undoing = useMemo<Undoing>(() => ({ offer: (next) => void put(next), end: () => put(null), be }), [put, be]);
  const end = useCallback(() => void put(null), [put]);
  const takeBack = useCallback(() => {
    const before = waiting.current;
    waiting.current = null;
    setAct(null);
    before?.act.undo();
  }, []);
  useEffect(() => {
    window.addEventListener("pagehide", end);
    return () => window.removeEventListener("pagehide", end);
  }, [end]);
  return (
    <UndoContext value={undoing}>
      {children}
      <div className="undo-bars">
        {failures.filter(({ of }) => of === here).map(({ id, words }) => (
          <FailedBar key={id} words={words} onClose={() => setFailures((others) => others.filter((one) => one.id !== id))} />
        ))}
        {act && <UndoBar act={act} onEnd={end} onTakeBack={takeBack} />}
      </div>
    </UndoContext>
  );
}

function UndoBar({ act, onEnd, onTakeBack }: { act: Undoable; onEnd: () => void; onTakeBack: () => void }) {
  const say = useWords(designWords);
  useEffect(() => {
    const timer = setTimeout(onEnd, k_undo_for);
    return () => clearTimeout(timer);
  }, [act, onEnd]);
  return (
    <div className="undo-bar" role="status">
      <span>{act.done}</span>
      <Button weight="word" onPress={onTakeBack}>
        {say("undo")}
      </Button>
    </div>
  );
}

/** It stays until it was read: what the bar had promised did not happen. */
function FailedBar({ words, onClose }: { words: string; onClose: () => void }) {
  const say = useWords(designWords);
  return (
    <div className="undo-bar" role="alert">
      <span>{words}</span>
      <Button weight="word" onPress={onClose}>
        {say("understood")}
      </Button>
    </div>
  );
}
