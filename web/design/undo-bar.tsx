// Ten seconds to take something back. Outbound effects wait on the server meanwhile; risk acts never pass through here.
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from "react";
import { useWords } from "@/words/say";
import { Button } from "./button";
import { designWords } from "./words";
import "./undo-bar.css";

interface Undoable {
  /** What was done: "Teléfono quitado." */
  done: string;
  undo: () => void;
}

type OfferUndo = (act: Undoable) => void;

const UndoContext = createContext<OfferUndo>(() => undefined);
export const useUndo = (): OfferUndo => use(UndoContext);

const k_undo_for = 10_000;

export function UndoProvider({ children }: { children: ReactNode }) {
  const [act, setAct] = useState<Undoable | null>(null);
  const end = useCallback(() => setAct(null), []);
  return (
    <UndoContext value={setAct}>
      {children}
      {act && <UndoBar act={act} onEnd={end} />}
    </UndoContext>
  );
}

function UndoBar({ act, onEnd }: { act: Undoable; onEnd: () => void }) {
  const say = useWords(designWords);
  useEffect(() => {
    const timer = setTimeout(onEnd, k_undo_for);
    return () => clearTimeout(timer);
  }, [act, onEnd]);
  const takeBack = () => {
    act.undo();
    onEnd();
  };
  return (
    <div className="undo-bar" role="status">
      <span>{act.done}</span>
      <Button weight="word" onPress={takeBack}>
        {say("undo")}
      </Button>
    </div>
  );
}
