// Writing on the receiver's own sheet: the words stand where they will be read, on a rule and without a box.
import type { ReactNode } from "react";
import { FieldError, Label, TextArea, TextField } from "react-aria-components";

interface SheetTextProps {
  name: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  onBlur: () => void;
  error?: string;
  /** `line`: one of the three, large, its name beside it. `row`: beside its own mark. */
  look: "line" | "row";
  /** What is to be said of what was written, under it. */
  children?: ReactNode;
}

export function SheetText({ name, label, value, onChange, onBlur, error = "", look, children }: SheetTextProps) {
  return (
    <TextField className={`sheet-text sheet-text--${look}`} id={name} name={name} value={value} onChange={onChange} onBlur={onBlur} isInvalid={error !== ""} validationBehavior="aria" autoComplete="off">
      <Label className={look === "row" ? "only-heard" : "sheet-text__label"}>{label}</Label>
      <span>
        <TextArea className="sheet-text__input" rows={1} />
        <FieldError className="field__error">{error}</FieldError>
        {children}
      </span>
    </TextField>
  );
}
