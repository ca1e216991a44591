// Yes or no, with its consequence in words beside it.
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import { Icon } from "./icon";
import "./choices.css";

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  disabled?: boolean;
}

export function Checkbox({ checked, onChange, children, disabled = false }: CheckboxProps) {
  return (
    <AriaCheckbox className="choice" isSelected={checked} onChange={onChange} isDisabled={disabled}>
      <span className="choice__mark">{checked && <Icon of={Check} />}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
