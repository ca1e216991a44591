// Several of a long list: each with its way out, and one more at a time.
import { Button } from "@/design/button";
import { ComboBox, type ComboOption } from "@/design/combo-box";
import { k_arriving, useWords } from "@/words/say";
import { directoryWords } from "./words";

interface ChosenListProps {
  name: string;
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  options: readonly ComboOption[];
  error?: string;
}

export function ChosenList({ name, label, chosen, onChange, options, error = "" }: ChosenListProps) {
  const say = useWords(directoryWords);
  const nameOf = (code: string) => options.find(({ value }) => value === code)?.label ?? (options.length === 0 ? k_arriving : code);
  return (
    <>
      <ul className="chosen-list">
        {chosen.map((code) => (
          <li key={code}>
            {nameOf(code)}{" "}
            <Button weight="word" size="tight" onPress={() => onChange(chosen.filter((one) => one !== code))}>
              {say("remove", { what: nameOf(code) })}
            </Button>
          </li>
        ))}
      </ul>
      <ComboBox
        key={chosen.length} name={name} label={label} value={null} onChange={(code) => code && onChange([...chosen, code])} error={error} optional
        options={options.filter(({ value }) => !chosen.includes(value))}
      />
    </>
  );
}
