// Where what changed is written: the data of one or two fields.
import { Field } from "@/design/field";
import { Select } from "@/design/select";
import { useWords } from "@/words/say";
import type { NowProps } from "./check-row";
import { ChosenList } from "./chosen-list";
import { useTopics } from "./directory";
import { directoryWords } from "./words";

const identities = ["unknown", "anonymous", "optional", "required"] as const;
const costs = ["unknown", "free", "local_call", "paid"] as const;

export function NameNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  return <Field name="name-now" label={say("now.name")} value={form.name} onChange={(name) => change({ name })} error={errorOf("name-now")} />;
}

export function AgeNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  return (
    <div className="two">
      <Field name="age_min" label={say("now.age_min")} value={form.age_min} onChange={(age_min) => change({ age_min })} error={errorOf("age_min")} inputMode="numeric" optional />
      <Field name="age_max" label={say("now.age_max")} value={form.age_max} onChange={(age_max) => change({ age_max })} error={errorOf("age_max")} inputMode="numeric" optional />
      <Field name="population" label={say("now.population")} value={form.population} onChange={(population) => change({ population })} error={errorOf("population")} optional />
    </div>
  );
}

export function TopicsNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  const options = (useTopics().data?.items ?? []).map((topic) => ({ value: topic.code, label: topic.name }));
  return <ChosenList name="topics-add" label={say("now.topic")} chosen={form.topics} onChange={(topics) => change({ topics })} options={options} error={errorOf("topics-add")} />;
}

export function EntryNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  return (
    <>
      <Field name="entry_requirements" label={say("now.entry")} value={form.entry_requirements} onChange={(entry_requirements) => change({ entry_requirements })} error={errorOf("entry_requirements")} lines optional />
      <Select name="identity" label={say("now.identity")} value={form.identity} onChange={(identity) => change({ identity })} options={identities.map((value) => ({ value, label: say(`identity.${value}`) }))} />
      <Select name="cost" label={say("now.cost")} value={form.cost} onChange={(cost) => change({ cost })} options={costs.map((value) => ({ value, label: say(`cost.${value}`) }))} />
    </>
  );
}
