// Of what kind a new service is, whose, and where it attends.
import { ComboBox } from "@/design/combo-box";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useComunas } from "@/features/people/people";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { AreaChoice } from "./area-choice";
import { lineKinds, type NewServiceForm } from "./new-service";
import { directoryWords } from "./words";

interface WhereAndWhoseProps {
  form: NewServiceForm;
  change: (part: Partial<NewServiceForm>) => void;
  errorOf: (name: string) => string;
}

export function WhereAndWhose({ form, change, errorOf }: WhereAndWhoseProps) {
  const say = useWords(directoryWords);
  const { institution, permissions } = useMe();
  const comunas = useComunas().data?.items ?? [];
  return (
    <>
      {permissions.includes("directory_keep") && (
        <RadioRows
          name="own" look="words" label={say("new.whose")} value={form.own ? "own" : "other"} onChange={(whose) => change({ own: whose === "own" })}
          choices={[{ value: "own", title: institution.name }, { value: "other", title: say("new.whose.other") }]}
        />
      )}
      {!form.own && <Field name="institution" label={say("new.institution")} value={form.institution} onChange={(name) => change({ institution: name })} error={errorOf("institution")} />}
      {!form.own && <AreaChoice label={say("area.of_it")} none={say("area.unknown")} area={form.area} onChange={(area) => change({ area })} />}
      <Select name="kind" label={say("new.kind")} value={form.kind} onChange={(kind) => change({ kind })} options={lineKinds.map((value) => ({ value, label: say(`kind.${value}`) }))} error={errorOf("kind")} />
      <ComboBox
        name="comuna" label={say("new.comuna")} hint={say("new.comuna.hint")} value={form.comuna} onChange={(comuna) => change({ comuna })} error={errorOf("comuna")} optional
        options={comunas.map(({ cut, name }) => ({ value: cut, label: name }))}
      />
    </>
  );
}
