// One answer among many, named. For more than about ten, use ComboBox: writing is quicker than reading.
import { ChevronDown } from "lucide-react";
import { Button, FieldError, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import { useWords } from "@/words/say";
import { FieldLabel } from "./field";
import { Icon } from "./icon";
import { designWords } from "./words";
import "./field.css";
import "./popover.css";
import "./select.css";

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> {
  name: string;
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly Option<Value>[];
  optional?: boolean;
  error?: string;
}

export function Select<Value extends string>({ name, label, value, onChange, options, optional = false, error = "" }: SelectProps<Value>) {
  const say = useWords(designWords);
  return (
    <AriaSelect
      className="field"
      id={name}
      placeholder={say("choose")}
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.value === key);
        if (option) onChange(option.value);
      }}
      isInvalid={error !== ""}
      isRequired={!optional}
      validationBehavior="aria"
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Button className="select__button">
        <SelectValue />
        <Icon of={ChevronDown} />
      </Button>
      <FieldError className="field__error">{error}</FieldError>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} className="option">
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
