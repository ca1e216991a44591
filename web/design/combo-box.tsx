// One answer among many, found by writing part of it. Accents and capitals do not matter.
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox as AriaComboBox, FieldError, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components";
import { useWords } from "@/words/say";
import { FieldLabel } from "./field";
import { fold } from "./fold";
import { Icon } from "./icon";
import { designWords } from "./words";
import "./field.css";
import "./popover.css";
import "./select.css";

export interface ComboOption {
  value: string;
  label: string;
  /** Tells twins apart: the region of a comuna. */
  note?: string;
}

interface ComboBoxProps {
  name: string;
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly ComboOption[];
  optional?: boolean;
  hint?: string;
  error?: string;
}

/** More rows than this help nobody; writing one more letter does. */
const k_shown = 30;

export function ComboBox({ name, label, value, onChange, options, optional = false, hint, error = "" }: ComboBoxProps) {
  const say = useWords(designWords);
  const labelOf = (key: string | null) => options.find((option) => option.value === key)?.label ?? "";
  const [written, setWritten] = useState<string | null>(null);
  const text = written ?? labelOf(value);
  const wanted = written === null || text === labelOf(value) ? "" : fold(text);
  const shown = options.filter((option) => fold(option.label).includes(wanted)).slice(0, k_shown);
  return (
    <AriaComboBox
      className="field"
      id={name}
      items={shown}
      inputValue={text}
      onInputChange={setWritten}
      value={value}
      onChange={(key) => {
        setWritten(null);
        onChange(key === null ? null : String(key));
      }}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== ""}
      isRequired={!optional}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <span className="field__box">
        <Input className="field__input combo__input" autoComplete="off" />
        <Button className="combo__button">
          <Icon of={ChevronDown} />
        </Button>
      </span>
      {hint && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <FieldError className="field__error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="options" renderEmptyState={() => <p className="options__empty">{say("nothing_matches")}</p>}>
          {(option: ComboOption) => (
            <ListBoxItem id={option.value} textValue={option.label} className="option">
              {option.label}
              {option.note && <span className="aside-text">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
