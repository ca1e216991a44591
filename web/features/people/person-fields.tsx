// The form of a person, rung by rung. Creating and correcting use the same one.
import { ComboBox } from "@/design/combo-box";
import { Field, type FieldProps } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import { DocumentFields } from "./document-fields";
import { offered } from "./offered";
import { useComunas } from "./people";
import { fieldsAt, rungs, type PersonForm, type Rung, type WrittenField } from "./person-form";
import { peopleWords, type PeopleKey } from "./words";
import "./person-fields.css";

type TextFieldName = Exclude<WrittenField, "comuna" | "document">;

const hints: Partial<Record<TextFieldName, PeopleKey>> = {
  social_name: "social_name.hint", birth_date: "birth_date.hint", run: "run.hint", phone: "phone.hint", gender: "gender.hint", disability: "disability.hint", life_stage: "life_stage.hint",
};
const kinds: Partial<Record<TextFieldName, Pick<FieldProps, "type" | "inputMode">>> = {
  phone: { type: "tel", inputMode: "tel" }, email: { type: "email", inputMode: "email" }, age_stated: { inputMode: "numeric" },
};
const k_own_words: readonly TextFieldName[] = ["gender", "pueblo", "nationality", "language", "disability", "life_stage"];

interface PersonFieldsProps {
  form: PersonForm;
  onChange: (form: PersonForm) => void;
  onBlur: () => void;
  /** The message of each field, "" when it is fine. */
  errorOf: (name: WrittenField) => string;
}

export function PersonFields({ form, onChange, onBlur, errorOf }: PersonFieldsProps) {
  const say = useWords(peopleWords);
  const asked = new Set(fieldsAt[form.rung]);
  const text = (name: TextFieldName) =>
    asked.has(name) && (
      <Field
        key={name}
        name={name}
        label={say(name)}
        value={form[name]}
        onChange={(value) => onChange({ ...form, [name]: value })}
        onBlur={onBlur}
        optional={name !== "given_names" && name !== "alias"}
        error={errorOf(name)}
        {...(hints[name] ? { hint: say(hints[name]) } : {})}
        {...kinds[name]}
        {...(offered[name] ? { offers: offered[name] } : {})}
      />
    );
  return (
    <>
      <RungChoice rung={form.rung} onChange={(rung) => onChange({ ...form, rung })} />
      <div className="person-fields">
        {text("run")}
        {asked.has("document") && <DocumentFields value={form.document} onChange={(document) => onChange({ ...form, document })} onBlur={onBlur} error={errorOf("document")} />}
        {text("alias")}
        {text("given_names")}
        {text("social_name")}
        {text("first_surname")}
        {text("second_surname")}
        {text("birth_date")}
        {text("age_stated")}
        {text("phone")}
        {text("email")}
        <ComunaField value={form.comuna} error={errorOf("comuna")} onChange={(comuna) => onChange({ ...form, comuna })} />
      </div>
      <fieldset className="section person-fields__own">
        <legend className="section-title">{say("own_words")}</legend>
        <p className="aside-text">{say("own_words.why")}</p>
        <div className="person-fields">{k_own_words.map(text)}</div>
      </fieldset>
    </>
  );
}

function RungChoice({ rung, onChange }: { rung: Rung; onChange: (rung: Rung) => void }) {
  const say = useWords(peopleWords);
  return (
    <RadioRows
      name="rung"
      label={say("rung.question")}
      value={rung}
      onChange={onChange}
      choices={rungs.map((value) => ({ value, title: say(`rung.${value}`), note: say(`rung.${value}.note`) }))}
    />
  );
}

function ComunaField({ value, error, onChange }: { value: string; error: string; onChange: (cut: string) => void }) {
  const say = useWords(peopleWords);
  const { data } = useComunas();
  return (
    <ComboBox
      name="comuna"
      label={say("comuna")}
      value={value || null}
      onChange={(cut) => onChange(cut ?? "")}
      options={(data?.items ?? []).map((comuna) => ({ value: comuna.cut, label: comuna.name, note: comuna.region_name }))}
      optional
      error={error}
    />
  );
}
