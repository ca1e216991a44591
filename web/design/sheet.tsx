// The lighter ground: what is being worked on. At most one large sheet a page.
import type { ReactNode } from "react";
import "./sheet.css";

interface SheetProps {
  /** The id of the title inside it. */
  labelledBy: string;
  /** `column`: the middle of a page, as tall as the page. `danger`: a person may be in danger. */
  look?: "column" | "danger";
  children: ReactNode;
}

export function Sheet({ labelledBy, look, children }: SheetProps) {
  return (
    <section className={look ? `sheet sheet--${look}` : "sheet"} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
