// Whether the service is for this person: what is met, what is not, and what nobody has asked yet.
import { Check, CircleDashed, CircleHelp, type LucideIcon } from "lucide-react";
import { TextLink } from "@/design/button";
import { Field } from "@/design/field";
import { Icon } from "@/design/icon";
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import { beyondPlaces } from "./asks";
import type { Warnings } from "./composing";
import { criteria, standingIn, type Standing } from "./criteria";
import type { DeskProps } from "./ficha-desk";
import { referralWords } from "./words";

const marks: Record<Standing, LucideIcon> = { met: Check, unmet: CircleDashed, unknown: CircleHelp };

export function Pertinence({ person, age, form, onChange, onBlur, errorOf, service, warnings }: DeskProps & { warnings: Warnings }) {
  const say = useWords(referralWords);
  const unmet = criteria.filter((one) => warnings.unmet.includes(one));
  const known = criteria.map((one) => ({ one, standing: standingIn(one, person, age, service, warnings.unmet) }));
  const toAsk = known.some(({ one, standing }) => standing === "unknown" && one !== "no_places");
  return (
    <section aria-labelledby="pertinence-title">
      <h2 id="pertinence-title">{say("pertinence.title", { met: known.filter(({ standing }) => standing === "met").length, all: criteria.length })}</h2>
      <ul className="pertinence">
        {known.map(({ one, standing }) => (
          <li key={one}>
            <Icon of={marks[standing]} />
            <span>{standing === "met" ? say(`met.${one}`) : <b>{say(standing === "unmet" ? `unmet.${one}` : `unknown.${one}`)}</b>}</span>
          </li>
        ))}
      </ul>
      {toAsk && <TextLink to={`/personas/${person.id}/datos`}>{say("unknown.write")}</TextLink>}
      {service.entry_requirements && <p className="aside-text">{say("pertinence.asks", { what: service.entry_requirements })}</p>}
      {unmet.includes("no_places") && form.kind !== "information" && <OverPlaces form={form} onChange={onChange} error={errorOf("over")} />}
      {unmet.some((one) => one !== "no_places") && (
        <Field
          name="compose-pertinence"
          label={say("pertinence.why")}
          hint={form.kind === "information" ? say("pertinence.hint.information") : say("pertinence.hint", { name: service.institution })}
          optional={form.kind === "information"}
          value={form.pertinence}
          onChange={(pertinence) => onChange({ pertinence })}
          onBlur={onBlur}
          error={errorOf("pertinence")}
          lines
        />
      )}
    </section>
  );
}

/** No place is left: it can be sent all the same, and the reason goes with it. */
function OverPlaces({ form, onChange, error }: Pick<DeskProps, "form" | "onChange"> & { error: string }) {
  const say = useWords(referralWords);
  return (
    <div id="compose-over" tabIndex={-1}>
      <RadioRows
        name="over"
        label={say("over.why")}
        value={form.over || null}
        onChange={(over) => onChange({ over })}
        choices={beyondPlaces.map((value) => ({ value, title: say(`reason.${value}`) }))}
      />
      {error && <p className="field__error">{error}</p>}
    </div>
  );
}
