// A ruled list. One thing a line: a drawing, what it is, when, and what can be done.
import { ChevronDown } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { Button } from "react-aria-components";
import { Icon } from "./icon";
import { usePhone } from "./phone";
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
  /** The act. */
  acts?: ReactNode;
  /** What else can be done: beside the act at a desk; on a phone, it opens with the row. */
  more?: ReactNode;
}

export function Row({ title, note, drawing, clock, acts, more }: RowProps) {
  const folds = usePhone() && more !== undefined;
  const [open, setOpen] = useState(false);
  return (
    <li className={drawing === undefined ? "row row--plain" : "row row--drawn"}>
      {drawing !== undefined && <div className="row__drawing">{drawing}</div>}
      <div className="row__text">
        <h3 className="row__title">
          {folds ? (
            <Button className="row__opens" aria-expanded={open} onPress={() => setOpen(!open)}>
              {title} <Icon of={ChevronDown} />
            </Button>
          ) : (
            title
          )}
        </h3>
        {note !== undefined && <p className="row__note">{note}</p>}
      </div>
      <p className="row__clock">{clock}</p>
      <div className="row__acts">
        {acts}
        {!folds && more}
      </div>
      {folds && open && <div className="row__more">{more}</div>}
    </li>
  );
}
