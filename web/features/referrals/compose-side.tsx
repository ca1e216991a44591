// Beside the ficha: to whom and why it fits, whether it applies, and whether there is already one like it.
import { Check } from "lucide-react";
import { Button, TextLink } from "@/design/button";
import { Field } from "@/design/field";
import { Icon } from "@/design/icon";
import { SectorMark } from "@/design/sector-mark";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { RadioRows } from "@/design/radio-rows";
import { freePlaces, useFact } from "@/features/directory/directory";
import type { Warnings } from "./composing";
import type { DeskProps } from "./ficha-desk";
import { kinds } from "./find-service";
import { questionFor, useMatch } from "./match";
import { Pertinence } from "./pertinence";
import { useSectorOf } from "./referrals";
import { referralWords } from "./words";

export function ComposeSide({ warnings, ...desk }: DeskProps & { warnings: Warnings | undefined }) {
  const say = useWords(referralWords);
  const { form, onChange } = desk;
  return (
    <>
      <Chosen {...desk} />
      <RadioRows
        name="kind"
        look="words"
        label={say("find.kind")}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        choices={kinds.map((value) => ({ value, title: say(`kind.${value}`) }))}
      />
      {warnings && <Pertinence {...desk} warnings={warnings} />}
      {warnings && warnings.similar.length > 0 && <Similar {...desk} warnings={warnings} />}
    </>
  );
}

function Chosen({ person, age, form, service, onChange }: DeskProps) {
  const say = useWords(referralWords);
  const fact = useFact();
  const sector = useSectorOf()({ name: service.institution, ...(service.institution_id ? { id: service.institution_id } : {}) });
  const match = useMatch(questionFor(person, age, form.topic)).data;
  const fits = match?.matches.find((one) => one.service.id === service.id)?.fits ?? [];
  const near = match?.near_misses.find((one) => one.service.id === service.id)?.why ?? [];
  const others = match?.matches.filter((one) => one.service.id !== service.id && one.service.institution_id).slice(0, 2) ?? [];
  return (
    <section className="compose__chosen" aria-labelledby="chosen-title">
      <h2 id="chosen-title" tabIndex={-1}>{sector ? <SectorMark sector={sector} name={service.name} /> : service.name}</h2>
      <Places service={service} />
      <ul className="find__fits">
        {fits.filter(({ code }) => code !== "places").map((one) => (
          <li key={one.code}>
            <Icon of={Check} />
            {fact(one)}
          </li>
        ))}
      </ul>
      {near.length > 0 && <p>{near.map(fact).join(" · ")}</p>}
      <p className="aside-text">
        {others.length > 0 && say("chosen.others", { names: others.map((one) => one.service.name).join(", ") })}{" "}
        <Button weight="word" size="tight" onPress={() => onChange({ service: "" })}>
          {say("chosen.change")}
        </Button>
      </p>
    </section>
  );
}

/** One disc a place, while they can be counted at a glance. */
const k_drawn = 10;

function Places({ service }: Pick<DeskProps, "service">) {
  const say = useWords(referralWords);
  const dates = useDates();
  const { places, updated } = service.capacity;
  const free = freePlaces(service);
  if (free === undefined) return <p className="aside-text">{say("places.unknown")}</p>;
  const total = Math.max(places ?? free, free);
  const told = updated ? say("places.updated", { day: dates.calendarDay(updated) }) : "";
  return (
    <div className="places">
      {total > 0 && total <= k_drawn && (
        <svg className="places__discs hue-health" width={total * 22 + 6} height="18" viewBox={`0 0 ${total * 22 + 6} 18`} aria-hidden="true">
          <path className="inbox-row__rule" d={`M4 9H${total * 22}`} />
          {Array.from({ length: total }, (_, index) => (
            <circle key={index} className={index < total - free ? "places__taken" : "places__free"} cx={12 + index * 22} cy="9" r="6.5" />
          ))}
        </svg>
      )}
      <p>
        <b>{say("places.left", { free })}</b> {told} {free > 0 && say("places.held")}
      </p>
    </div>
  );
}

function Similar({ form, onChange, onBlur, errorOf, warnings }: DeskProps & { warnings: Warnings }) {
  const say = useWords(referralWords);
  const dates = useDates();
  return (
    <section className="note note--look" aria-labelledby="similar-title">
      <h2 id="similar-title">{say("similar.title", { count: warnings.similar.length })}</h2>
      <ul>
        {warnings.similar.map((one) => (
          <li key={one.id}>
            <TextLink to={`/derivaciones/${one.id}`}>
              {say("similar.one", { name: one.destination.name || one.service_name, when: dates.moment(one.sent_at ?? one.updated_at), status: say(`status.${one.status}`) })}
            </TextLink>
          </li>
        ))}
      </ul>
      <Field
        name="compose-redundancy"
        label={say("similar.why")}
        hint={say("similar.hint")}
        value={form.redundancy}
        onChange={(redundancy) => onChange({ redundancy })}
        onBlur={onBlur}
        error={errorOf("redundancy")}
        lines
      />
    </section>
  );
}
