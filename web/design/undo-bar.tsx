// Ten seconds to take something back. Outbound effects wait on the server meanwhile; risk acts never pass through here.
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { useWords } from "@/words/say";
import { Button } from "./button";
import { designWords } from "./words";
import "./undo-bar.css";

interface Undoable {
  /** What was done: "Teléfono quitado." */
  done: string;
  undo: () => void;
  /** What others would feel at once: done only when the seconds are over, another act takes the place, or the page is left. */
  send?: () => void;
}

type OfferUndo = (act: Undoable) => void;

const UndoContext = createContext<OfferUndo>(() => undefined);
export const useUndo = (): OfferUndo => use(UndoContext);

const k_undo_for = 10_000;

export function UndoProvider({ children }: { children: ReactNode }) {
  const [act, setAct] = useState<Undoable | null>(null);
  const waiting = useRef<Undoable | null>(null);
  const put = useCallback((next: Undoable | null) => {
    const before = waiting.current;
    waiting.current = next;
    setAct(next);
    before?.send?.();
  }, []);
  const end = useCallback(() => put(null), [put]);
  const takeBack = useCallback(() => {
    const before = waiting.current;
    waiting.current = null;
    setAct(null);
    before?.undo();
  }, []);
  useEffect(() => {
    window.addEventListener("pagehide", end);
    return () => window.removeEventListener("pagehide", end);
  }, [end]);
  return (
    <UndoContext value={put}>
      {children}
      {act && <UndoBar act={act} onEnd={end} onTakeBack={takeBack} />}
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
