// One answer among few, all of them visible. What cannot be chosen stays, with the reason.
import { Label, Radio, RadioGroup } from "react-aria-components";
import "./choices.css";

export interface Choice<Value extends string> {
  value: Value;
  title: string;
  /** What it means, or why it cannot be chosen now. */
  note?: string;
  disabled?: boolean;
}

interface RadioRowsProps<Value extends string> {
  label: string;
  name: string;
  value: Value | null;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  /** `words`: a line of words for short answers. */
  look?: "rows" | "words";
}

export function RadioRows<Value extends string>({ label, name, value, onChange, choices, look = "rows" }: RadioRowsProps<Value>) {
  const chosen = (text: string) => {
    const choice = choices.find((candidate) => candidate.value === text);
    if (choice) onChange(choice.value);
  };
  return (
    <RadioGroup className="choices" name={name} value={value} onChange={chosen} orientation={look === "words" ? "horizontal" : "vertical"}>
      <Label className="choices__label">{label}</Label>
      <div className={`choices--${look}`}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="choice" isDisabled={choice.disabled ?? false}>
            {look === "rows" && <span className="choice__mark choice__mark--round" />}
            <span>
              <span className="choice__title">{choice.title}</span>
              {choice.note && <span className="choice__note">{choice.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
