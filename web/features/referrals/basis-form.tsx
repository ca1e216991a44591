// With which permission it travels: the person's, or another basis that the law names and that must be said.
import { DayField } from "@/design/day-field";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useDates } from "@/words/dates";
import { isDay } from "@/words/days";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { asksAssent, k_consents_alone } from "./compose-form";
import type { DeskProps } from "./ficha-desk";
import { useInstitutions } from "./referrals";
import { referralWords } from "./words";

const bases = ["consent", "vital_interest", "legal_duty", "public_function"] as const;

export function BasisForm({ age, form, service, onChange, onBlur, errorOf }: DeskProps) {
  const say = useWords(referralWords);
  const dates = useDates();
  const me = useMe();
  const other = useInstitutions().data?.items.find(({ id }) => id === service.institution_id);
  const bothPublic = me.institution.legal_nature === "public_body" && other?.legal_nature === "public_body";
  const young = age !== undefined && age < k_consents_alone;
  return (
    <>
      <h3>{say("basis.title")}</h3>
      <Select
        name="compose-basis"
        label={say("basis.label")}
        value={form.basis}
        onChange={(basis) => onChange({ basis })}
        options={bases.filter((basis) => basis !== "public_function" || bothPublic).map((value) => ({ value, label: say(`basis.${value}`) }))}
        error={errorOf("basis")}
      />
      {!bothPublic && <p className="aside-text">{say("basis.not_public")}</p>}
      {form.basis === "consent" ? (
        <>
          <div id="compose-giver" tabIndex={-1}>
            <RadioRows
              name="giver"
              {...(young ? {} : { look: "words" as const })}
              label={say("consent.giver")}
              value={form.giver}
              onChange={(giver) => onChange({ giver })}
              choices={(["person", "guardian", "representative"] as const).map((value) => ({ value, title: say(`giver.${value}`), ...(young && value === "person" ? { disabled: true, note: say("giver.too_young") } : {}) }))}
            />
          </div>
          {asksAssent(form, age) && (
            <div id="compose-assent" tabIndex={-1}>
              <RadioRows
                name="assent"
                look="words"
                label={say("consent.assent")}
                value={form.assent === "not_asked" ? null : form.assent}
                onChange={(assent) => onChange({ assent })}
                choices={(["yes", "no"] as const).map((value) => ({ value, title: say(`assent.${value}`) }))}
              />
              {errorOf("assent") && <p className="field__error">{errorOf("assent")}</p>}
            </div>
          )}
          <RadioRows
            name="method"
            look="words"
            label={say("consent.method")}
            value={form.method}
            onChange={(method) => onChange({ method })}
            choices={(["verbal", "written", "digital"] as const).map((value) => ({ value, title: say(`method.${value}`) }))}
          />
          <DayField name="compose-validUntil" label={say("consent.until")} value={form.validUntil} onChange={(validUntil) => onChange({ validUntil })} onBlur={onBlur} error={errorOf("validUntil")} />
          {isDay(form.validUntil) && <p className="aside-text">{say("consent.means", { day: dates.calendarDay(form.validUntil), name: service.institution })}</p>}
        </>
      ) : (
        <>
          <Field name="compose-article" label={say("basis.article")} value={form.article} onChange={(article) => onChange({ article })} onBlur={onBlur} error={errorOf("article")} />
          <Field name="compose-justification" label={say("basis.justification")} value={form.justification} onChange={(justification) => onChange({ justification })} onBlur={onBlur} error={errorOf("justification")} lines />
        </>
      )}
    </>
  );
}
