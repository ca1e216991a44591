// Writing on the receiver's own sheet: the words stand where they will be read, on a rule and without a box.
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
}

export function SheetText({ name, label, value, onChange, onBlur, error = "", look }: SheetTextProps) {
  return (
    <TextField className={`sheet-text sheet-text--${look}`} id={name} name={name} value={value} onChange={onChange} onBlur={onBlur} isInvalid={error !== ""} validationBehavior="aria" autoComplete="off">
      <Label className={look === "row" ? "only-heard" : "sheet-text__label"}>{label}</Label>
      <span>
        <TextArea className="sheet-text__input" rows={1} />
        <FieldError className="field__error">{error}</FieldError>
      </span>
    </TextField>
  );
}
