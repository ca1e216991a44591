// One question of a form, drawn by its type. Its name is its place, so that an error can lead to it.
import { useState } from "react";
import { Checkbox } from "@/design/checkbox";
import { Field as WrittenField } from "@/design/field";
import { Select } from "@/design/select";
import { readDay, writeDay } from "@/features/people/writing";
import type { Answer } from "@/forms/condition";
import type { Field } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { attentionWords } from "./words";

interface QuestionProps {
  field: Field;
  /** The id of the input: "plan_steps-0-step". */
  name: string;
  value: Answer | undefined;
  onChange: (answer: Answer) => void;
  onBlur: () => void;
  error: string;
  /** Needed from the stage the record is in. */
  needed?: boolean;
  disabled?: boolean;
}

export function Question(props: QuestionProps) {
  const language = useLanguage();
  const { field, name, value, onChange, onBlur, error, needed = false } = props;
  const shared = { name, label: field.label[language], optional: !needed, error, onBlur };
  const hint = field.help ? { hint: field.help[language] } : {};
  switch (field.type) {
    case "boolean":
      return (
        <Checkbox checked={value === true} onChange={onChange} disabled={props.disabled ?? false}>
          {field.label[language]}
        </Checkbox>
      );
    case "choice":
      return (
        <Select
          {...shared}
          value={typeof value === "string" ? value : null}
          onChange={onChange}
          options={(field.options ?? []).filter((option) => !option.disabled || option.code === value).map(({ code, label }) => ({ value: code, label: label[language] }))}
        />
      );
    case "date":
      return <DayQuestion {...props} />;
    case "integer":
    case "number":
      return <WrittenField {...shared} {...hint} inputMode="numeric" value={value === undefined || value === null ? "" : String(value)} onChange={(text) => onChange(text.trim() === "" ? null : Number.isNaN(Number(text)) ? text : Number(text))} />;
    default:
      return <WrittenField {...shared} {...hint} value={typeof value === "string" ? value : ""} onChange={onChange} lines={field.type === "long_text"} />;
  }
}

/** Written as people write a day; kept as the calendar's. What is no day yet is kept as it is, and the server says so. */
function DayQuestion({ field, name, value, onChange, onBlur, error, needed = false }: QuestionProps) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const kept = typeof value === "string" ? value : "";
  const [written, setWritten] = useState(() => (/^\d{4}-\d{2}-\d{2}$/.test(kept) ? writeDay(kept) : kept));
  const change = (text: string) => {
    setWritten(text);
    onChange(readDay(text) ?? text.trim());
  };
  return <WrittenField name={name} label={field.label[language]} hint={say("day.hint")} optional={!needed} value={written} onChange={change} onBlur={onBlur} error={error} />;
}
