// Risk as whoever attends judges it. Declared, never computed; beside it, always, whom to call.
import { Field as WrittenField } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import type { Definition } from "@/forms/definition";
import { fieldsOf } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import type { RiskLevel } from "./contacts";
import { EmergencyList } from "./emergency";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";

const levels: readonly RiskLevel[] = ["none", "low", "medium", "high"];

export function Risk({ definition, writing }: { definition: Definition; writing: Writing }) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const { form, put, draft, errorOf } = writing;
  const [risk, reason] = ["risk", "risk_reason"].map((id) => fieldsOf(definition).find((field) => field.id === id));
  if (!risk || !reason) return null;
  const grave = form.risk === "medium" || form.risk === "high";
  const labelOf = (level: RiskLevel) => risk.options?.find((option) => option.code === level)?.label[language] ?? level;
  return (
    <section className="section" aria-labelledby="risk-title" id="risk" tabIndex={-1}>
      <h2 className="titled" id="risk-title">
        {say("risk.title")} <span className="aside-text">{risk.help?.[language]}</span>
      </h2>
      <RadioRows name="risk" look="words" label={risk.label[language]} value={form.risk} onChange={(level) => put({ risk: level })} choices={levels.map((value) => ({ value, title: labelOf(value) }))} />
      {grave && <EmergencyList />}
      {form.risk !== null && form.risk !== "none" && (
        <WrittenField name="risk_reason" label={reason.label[language]} value={form.risk_reason} onChange={(text) => put({ risk_reason: text })} onBlur={draft.saveNow} error={errorOf("/risk_reason")} optional={!grave} lines />
      )}
    </section>
  );
}
