// Proposing an agreement: the level and what it lets travel, from when until when, and who signs on this side. Who coordinates the
// network proposes to two others, and signs for neither.
import { useState, type FormEvent } from "react";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { DayField } from "@/design/day-field";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Select } from "@/design/select";
import type { Schema } from "@/api/client";
import { useAnnounce } from "@/design/announce";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { usePropose, yearFrom, type NewAgreement } from "./agreements";
import { levels, numberOf, type Agreement, type Level } from "./cloth";
import { LevelTravels } from "./level-travels";
import { networkWords } from "./words";

type Institution = Schema["Institution"];

interface ProposeProps {
  /** The institution acted for, or the first of two others. */
  own: Institution;
  other: Institution;
  current: Agreement | undefined;
  rules: Schema["Network"]["levels"];
  /** A coordinator proposes it to both, and each signs. */
  toOthers: boolean;
  onClose: () => void;
}

export function Propose({ own, other, current, rules, toOthers, onClose }: ProposeProps) {
  const say = useWords(networkWords);
  const dates = useDates();
  const announce = useAnnounce();
  const next: Level = levels[Math.min(numberOf(current?.level), levels.length - 1)] ?? "communication";
  const [level, setLevel] = useState<Level>(current?.goal ?? next);
  const [wanted, setWanted] = useState<Level | null>(current?.goal ?? null);
  // A goal is never below what is agreed: when the level passes it, it is reached.
  const goal = wanted && numberOf(wanted) >= numberOf(level) ? wanted : null;
  const [from, setFrom] = useState(dates.today());
  const [until, setUntil] = useState(yearFrom(dates.today()));
  const [signer, setSigner] = useState("");
  const propose = usePropose(() => {
    announce(say(toOthers ? "propose.others.done" : "propose.done", { name: other.name, own: own.name }));
    onClose();
  });
  const errorAt = (pointer: string) => propose.error?.fields.filter((one) => one.pointer === pointer).map(({ message }) => message).join(" ") ?? "";
  const fields = [
    { name: "agreement-level", label: say("propose.level"), message: errorAt("/level") },
    { name: "agreement-goal", label: say("propose.goal"), message: errorAt("/goal") },
    { name: "agreement-from", label: say("from"), message: errorAt("/starts_on") },
    { name: "agreement-until", label: say("until"), message: errorAt("/ends_on") },
    { name: "agreement-signer", label: say("propose.signer", { name: own.name }), message: errorAt("/own_signer") },
  ];
  const rule = rules.find((one) => one.level === level);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body: NewAgreement = { with: other.id, level, ...(goal ? { goal } : {}), starts_on: from, ends_on: until, ...(toOthers ? { on_behalf_of: own.id } : { own_signer: signer.trim() }) };
    propose.mutate(body);
  };
  return (
    <Dialog open title={say(toOthers ? "propose.others.title" : "propose.title", { name: other.name, own: own.name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={propose.error} fields={fields.filter(({ message }) => message !== "")} />
        <Select name="agreement-level" label={say("propose.level")} value={level} onChange={setLevel} error={errorAt("/level")} options={levels.map((value) => ({ value, label: `${numberOf(value)}. ${say(`level.${value}`)}` }))} />
        <p className="aside-text network__definition">{say(`definition.${level}`)} {say("source")}</p>
        <h3>{say("travels")}</h3>
        {rule && <LevelTravels limit={rule.class_limit} visible={rule.events_visible} />}
        <Select
          name="agreement-goal" label={say("propose.goal")} value={goal ?? "none"} optional onChange={(value) => setWanted(value === "none" ? null : value)} error={errorAt("/goal")}
          options={[{ value: "none" as const, label: say("propose.goal.none") }, ...levels.slice(numberOf(level) - 1).map((value) => ({ value, label: `${numberOf(value)}. ${say(`level.${value}`)}` }))]}
        />
        <div className="network__days">
          <DayField name="agreement-from" label={say("from")} value={from} onChange={setFrom} error={errorAt("/starts_on")} />
          <DayField name="agreement-until" label={say("until")} value={until} onChange={setUntil} error={errorAt("/ends_on")} />
        </div>
        {!toOthers && <Field name="agreement-signer" label={say("propose.signer", { name: own.name })} hint={say("propose.signer.hint")} value={signer} onChange={setSigner} error={errorAt("/own_signer")} />}
        {toOthers ? <p>{say("propose.others.waits", { name: other.name, own: own.name })}</p> : <p>{say(current ? "propose.replaces" : "propose.waits", { name: other.name })}</p>}
        <div className="dialog__acts">
          <Button type="submit" weight="first" pending={propose.isPending}>{say(toOthers ? "propose.others.verb" : "propose.verb")}</Button>
          <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
