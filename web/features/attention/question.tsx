// One question of a form, drawn by its type. Its name is its place, so that an error can lead to it.
import { Checkbox } from "@/design/checkbox";
import { DayField } from "@/design/day-field";
import { Field as WrittenField } from "@/design/field";
import { Select } from "@/design/select";
import { isList } from "@/forms/answer-check";
import type { Answer } from "@/forms/condition";
import type { Field } from "@/forms/definition";
import { useLanguage } from "@/words/say";
import "./question.css";

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
    case "choices":
      return <Choices {...props} />;
    case "date":
      return <DayField {...shared} value={typeof value === "string" ? value : ""} onChange={onChange} />;
    case "integer":
    case "number":
      return <WrittenField {...shared} {...hint} inputMode="numeric" value={value === undefined || value === null ? "" : String(value)} onChange={(text) => onChange(text.trim() === "" ? null : Number.isNaN(Number(text)) ? text : Number(text))} />;
    default:
      return <WrittenField {...shared} {...hint} value={typeof value === "string" ? value : ""} onChange={onChange} lines={field.type === "long_text"} />;
  }
}

/** Each option by itself; they are kept in the order of the form, however they were ticked. */
function Choices({ field, name, value, onChange, error, disabled = false }: QuestionProps) {
  const language = useLanguage();
  const chosen = isList(value) ? value : [];
  const options = (field.options ?? []).filter((option) => !option.disabled || chosen.includes(option.code));
  const tick = (code: string, ticked: boolean) => onChange((field.options ?? []).map((option) => option.code).filter((one) => (one === code ? ticked : chosen.includes(one))));
  return (
    <fieldset className="question-choices" id={name} tabIndex={-1}>
      <legend className="field__label">{field.label[language]}</legend>
      {field.help && <p className="field__hint">{field.help[language]}</p>}
      <div className="question-choices__options">
        {options.map(({ code, label }) => (
          <Checkbox key={code} checked={chosen.includes(code)} onChange={(ticked) => tick(code, ticked)} disabled={disabled}>
            {label[language]}
          </Checkbox>
        ))}
      </div>
      {error && <p className="field__error">{error}</p>}
    </fieldset>
  );
}
