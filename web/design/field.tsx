// One thing to write: label above, under it a hint if needed and the error in words. Never a placeholder.
import { useState, type ReactNode } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";
import { useWords } from "@/words/say";
import { designWords } from "./words";
import "./field.css";

export interface FieldProps {
  /** Also the id of the input, so that the error summary can lead to it. */
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  optional?: boolean;
  hint?: string;
  /** The server's or the page's message; empty when it is fine. */
  error?: string;
  type?: "text" | "email" | "tel" | "password";
  /** What a password manager or the browser may fill in; "off" for data about other people. */
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "tel" | "email";
  lines?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
  /** Words the browser offers while one writes; anything else may be written. */
  offers?: readonly string[];
}

export function FieldLabel({ children, optional = false }: { children: ReactNode; optional?: boolean }) {
  const say = useWords(designWords);
  return (
    <Label className="field__label">
      {children} {optional && <span className="field__optional">{say("field.optional")}</span>}
    </Label>
  );
}

function Reveal({ shown, onChange }: { shown: boolean; onChange: (shown: boolean) => void }) {
  const say = useWords(designWords);
  return (
    <button type="button" className="field__reveal" aria-pressed={shown} onClick={() => onChange(!shown)}>
      {shown ? say("field.hide") : say("field.show")}
    </button>
  );
}

export function Field(props: FieldProps) {
  const { name, label, value, onChange, onBlur, optional = false, hint, error = "", type = "text", autoComplete = "off", lines = false, offers } = props;
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  return (
    <TextField
      className="field"
      id={name}
      name={name}
      type={secret && shown ? "text" : type}
      value={value}
      onChange={onChange}
      isInvalid={error !== ""}
      isRequired={!optional}
      validationBehavior="aria"
      autoComplete={autoComplete}
      autoFocus={props.autoFocus ?? false}
      {...(onBlur ? { onBlur } : {})}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <span className="field__box">
        {lines ? <TextArea className="field__input" /> : <Input className={secret ? "field__input field__input--revealing" : "field__input"} {...(offers ? { list: `${name}-offers` } : {})} />}
        {secret && <Reveal shown={shown} onChange={setShown} />}
      </span>
      {offers && (
        <datalist id={`${name}-offers`}>
          {offers.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {hint && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
    </TextField>
  );
}
