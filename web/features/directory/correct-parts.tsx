// The data of a row that a call to confirm it does not ask for.
import { Checkbox } from "@/design/checkbox";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import { ChosenList } from "./chosen-list";
import type { CorrectionForm } from "./correct";
import { useLanguages, useRegions } from "./directory";
import { accesses, reaches } from "./parts";
import { directoryWords } from "./words";

export interface CorrectProps {
  form: CorrectionForm;
  change: (part: Partial<CorrectionForm>) => void;
  errorOf: (name: string) => string;
}

/** A full service says so: nobody is sent where there is no place. */
export function PlacesNow({ form, change, errorOf }: CorrectProps) {
  const say = useWords(directoryWords);
  return (
    <div className="three">
      <Field name="places_free" label={say("correct.free")} hint={say("correct.free.hint")} value={form.places_free} onChange={(places_free) => change({ places_free })} error={errorOf("places_free")} inputMode="numeric" optional />
      <Field name="places" label={say("new.places")} hint={say("new.places.hint")} value={form.places} onChange={(places) => change({ places })} error={errorOf("places")} inputMode="numeric" optional />
      <Field name="waiting_days" label={say("correct.waiting")} hint={say("correct.waiting.hint")} value={form.waiting_days} onChange={(waiting_days) => change({ waiting_days })} error={errorOf("waiting_days")} inputMode="numeric" optional />
    </div>
  );
}

export function ReachNow({ form, change, errorOf }: CorrectProps) {
  const say = useWords(directoryWords);
  const comunas = useComunas().data?.items ?? [];
  const regions = useRegions();
  return (
    <>
      <RadioRows name="reach" look="words" label={say("six.reach")} value={form.reach} onChange={(reach) => change({ reach })} choices={reaches.map((value) => ({ value, title: say(`reach.${value}`) }))} />
      {form.reach === "places" && (
        <>
          <ChosenList name="region" label={say("correct.region")} chosen={form.regions} onChange={(chosen) => change({ regions: chosen })} options={regions} />
          <ChosenList name="comuna" label={say("correct.comuna")} chosen={form.comunas} onChange={(chosen) => change({ comunas: chosen })} options={comunas.map(({ cut, name }) => ({ value: cut, label: name }))} error={errorOf("comuna")} />
        </>
      )}
    </>
  );
}

/** What one must bring, and whether it stays between the two. */
export function PapersNow({ form, change }: CorrectProps) {
  const say = useWords(directoryWords);
  return (
    <>
      <Field name="required_documents" label={say("correct.documents")} hint={say("correct.documents.hint")} value={form.required_documents} onChange={(required_documents) => change({ required_documents })} lines optional />
      <Checkbox checked={form.is_confidential} onChange={(is_confidential) => change({ is_confidential })}>{say("correct.confidential")}</Checkbox>
    </>
  );
}

export function ForWhomNow({ form, change, errorOf }: CorrectProps) {
  const say = useWords(directoryWords);
  const languages = useLanguages().data?.items ?? [];
  return (
    <>
      <ChosenList name="languages-add" label={say("correct.language")} chosen={form.languages} onChange={(languages) => change({ languages })} options={languages.map(({ code, name }) => ({ value: code, label: name }))} error={errorOf("languages-add")} />
      <div role="group" aria-label={say("six.access")}>
        {accesses.map((one) => (
          <Checkbox key={one} checked={form.accessibility.includes(one)} onChange={(has) => change({ accessibility: accesses.filter((other) => (other === one ? has : form.accessibility.includes(other))) })}>
            {say(`access.${one}`)}
          </Checkbox>
        ))}
      </div>
    </>
  );
}

export function SourceNow({ form, change, errorOf }: CorrectProps) {
  const say = useWords(directoryWords);
  return (
    <>
      <Field name="source" label={say("new.source")} value={form.source} onChange={(source) => change({ source })} error={errorOf("source")} optional />
      <Field name="as_of" label={say("correct.as_of")} hint={say("correct.as_of.hint")} value={form.as_of} onChange={(as_of) => change({ as_of })} error={errorOf("as_of")} optional />
      <Field name="notes" label={say("six.notes")} value={form.notes} onChange={(notes) => change({ notes })} lines optional />
    </>
  );
}
