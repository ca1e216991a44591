// What only screen readers hear: one polite voice for the whole page.
import { createContext, use, useCallback, useState, type ReactNode } from "react";

type Announce = (words: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);
export const useAnnounce = (): Announce => use(AnnounceContext);

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: "", turn: 0 });
  const announce = useCallback((words: string) => setSaid((before) => ({ words, turn: before.turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="only-heard" role="status">
        <span key={said.turn}>{said.words}</span>
      </div>
    </AnnounceContext>
  );
}
