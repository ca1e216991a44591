// What to look for. One line understands a code, a return code, a RUN, a phone or a name; the rest narrows.
import type { FormEvent } from "react";
import { Button } from "@/design/button";
import { ComboBox } from "@/design/combo-box";
import { Field } from "@/design/field";
import { usePhone } from "@/design/phone";
import { fieldsOf } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { useAgents, useCurrentForm } from "./contacts";
import type { ListFault, ListForm } from "./list-search";
import { attentionWords } from "./words";

interface ListFieldsProps {
  form: ListForm;
  onChange: (form: ListForm) => void;
  onAsk: (form: ListForm) => void;
  onClear: () => void;
  faults: readonly ListFault[];
  pending: boolean;
}

export function ListFields({ form, onChange, onAsk, onClear, faults, pending }: ListFieldsProps) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const isPhone = usePhone();
  const definition = useCurrentForm().data;
  const agents = useAgents().data?.items ?? [];
  const fields = definition ? fieldsOf(definition) : [];
  const optionsOf = (id: string) => (fields.find((field) => field.id === id)?.options ?? []).map(({ code, label }) => ({ value: code, label: label[language] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(form);
  };
  // Choosing asks at once; what is written is asked with Enter, because looking for somebody stays in their record.
  const choose = (part: Partial<ListForm>) => {
    const next = { ...form, ...part };
    onChange(next);
    onAsk(next);
  };
  const dayError = (name: "from" | "until") => (faults.includes(name) ? say("list.error.day") : name === "until" && faults.includes("order") ? say("list.error.order") : "");
  const narrower = (
    <>
      <ComboBox name="topic" label={say("list.topic")} value={form.topic || null} onChange={(topic) => choose({ topic: topic ?? "" })} options={optionsOf("topics")} optional />
      <ComboBox name="agent" label={say("list.agent")} value={form.agent || null} onChange={(agent) => choose({ agent: agent ?? "" })} options={agents.map(({ id, name }) => ({ value: id, label: name }))} optional />
      <ComboBox name="disposition" label={say("list.disposition")} value={form.disposition || null} onChange={(disposition) => choose({ disposition: disposition ?? "" })} options={optionsOf("disposition")} optional />
      <div className="time-fields">
        <Field name="from" label={say("list.from")} hint={say("day.hint")} value={form.from} onChange={(from) => onChange({ ...form, from })} error={dayError("from")} optional />
        <Field name="until" label={say("list.until")} value={form.until} onChange={(until) => onChange({ ...form, until })} error={dayError("until")} optional />
      </div>
    </>
  );
  return (
    <form role="search" onSubmit={submit} noValidate className="section contacts__search" aria-label={say("list.search")}>
      <Field name="text" label={say("list.text")} hint={say("list.text.hint")} value={form.text} onChange={(text) => onChange({ ...form, text })} optional />
      {isPhone ? (
        <details className="contacts__narrow">
          <summary>{say("list.narrow")}</summary>
          {narrower}
        </details>
      ) : (
        narrower
      )}
      <div className="form-acts">
        <Button type="submit" pending={pending}>{say("list.verb")}</Button>
        <Button weight="word" onPress={onClear}>{say("list.clear")}</Button>
      </div>
    </form>
  );
}
