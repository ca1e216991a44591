// Something written in the margin of the sheet: a rule and words. Not a card.
import type { ReactNode } from "react";
import "./note.css";

interface NoteProps {
  /** `look`: worth a look. `danger`: about a person in danger. */
  tone?: "plain" | "look" | "danger";
  /** Heard when it appears. */
  live?: boolean;
  children: ReactNode;
}

export function Note({ tone = "plain", live = false, children }: NoteProps) {
  return (
    <div className={tone === "plain" ? "note" : `note note--${tone}`} {...(live ? { role: "status" } : {})}>
      {children}
    </div>
  );
}
