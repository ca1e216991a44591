// What is said of an institution, as it is written when it is founded and when it is corrected.
import { ComboBox } from "@/design/combo-box";
import { Field } from "@/design/field";
import { sectors } from "@/design/sector-mark";
import { Select } from "@/design/select";
import { designWords } from "@/design/words";
import { useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import type { NewInstitution } from "./agreements";
import { networkWords } from "./words";

const natures = ["public_body", "private_nonprofit", "private_other"] as const satisfies readonly NewInstitution["legal_nature"][];

export interface InstitutionForm {
  name: string;
  nature: NewInstitution["legal_nature"] | null;
  sector: NewInstitution["sector"] | null;
  /** CUT; null is all of Chile, or of its region. */
  comuna: string | null;
}
export type InstitutionField = keyof InstitutionForm;
export const institutionFields: readonly InstitutionField[] = ["name", "nature", "sector", "comuna"];

interface FieldsProps {
  form: InstitutionForm;
  change: (part: Partial<InstitutionForm>) => void;
  errors: Record<InstitutionField, string>;
  /** Whoever may not say what it is in law reads why. */
  natureIsFixed?: boolean;
}

export function InstitutionFields({ form, change, errors, natureIsFixed = false }: FieldsProps) {
  const say = useWords(networkWords);
  const sayOf = useWords(designWords);
  const comunas = useComunas().data?.items ?? [];
  return (
    <>
      <Field name="found-name" label={say("found.name")} value={form.name} onChange={(name) => change({ name })} error={errors.name} />
      {natureIsFixed && form.nature ? (
        <p>{say("correct.nature_fixed", { nature: say(`nature.${form.nature}`) })}</p>
      ) : (
        <Select name="found-nature" label={say("found.nature")} value={form.nature} onChange={(nature) => change({ nature })} options={natures.map((value) => ({ value, label: say(`nature.${value}`) }))} error={errors.nature} />
      )}
      <Select name="found-sector" label={say("found.sector")} value={form.sector} onChange={(sector) => change({ sector })} options={sectors.map((value) => ({ value, label: sayOf(`sector.${value}`) }))} error={errors.sector} />
      <ComboBox
        name="found-comuna" label={say("found.comuna")} hint={say("found.comuna.hint")} value={form.comuna} onChange={(comuna) => change({ comuna })} error={errors.comuna} optional
        options={comunas.map(({ cut, name: label, region_name }) => ({ value: cut, label, note: region_name }))}
      />
    </>
  );
}
