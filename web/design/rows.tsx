// A ruled list. One thing a line: a drawing, what it is, when, and what can be done.
import { useId, type ReactNode } from "react";
import "./rows.css";

interface RowsProps {
  /** A visible title over the list, or `label` for a list whose title is elsewhere. */
  title?: string;
  /** Beside the title, quieter. */
  aside?: ReactNode;
  label?: string;
  children: ReactNode;
}

export function Rows({ title, aside, label, children }: RowsProps) {
  const id = useId();
  return (
    <>
      {title !== undefined && (
        <h2 className="rows__title" id={id}>
          {title} {aside !== undefined && <span className="aside-text">{aside}</span>}
        </h2>
      )}
      <ol {...(title !== undefined ? { "aria-labelledby": id } : { "aria-label": label })}>{children}</ol>
    </>
  );
}

interface RowProps {
  title: ReactNode;
  note?: ReactNode;
  drawing?: ReactNode;
  clock?: ReactNode;
  acts?: ReactNode;
}

export function Row({ title, note, drawing, clock, acts }: RowProps) {
  return (
    <li className={drawing === undefined ? "row row--plain" : "row row--drawn"}>
      {drawing !== undefined && <div className="row__drawing">{drawing}</div>}
      <div className="row__text">
        <h3 className="row__title">{title}</h3>
        {note !== undefined && <p className="row__note">{note}</p>}
      </div>
      <p className="row__clock">{clock}</p>
      <div className="row__acts">{acts}</div>
    </li>
  );
}
