// Founding an institution: its name, what it is in law, its sector and where it is. Its people are invited afterwards.
import { useState, type FormEvent } from "react";
import { messageFor } from "@/api/problem";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { ComboBox } from "@/design/combo-box";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Select } from "@/design/select";
import { sectors } from "@/design/sector-mark";
import { designWords } from "@/design/words";
import { useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import { useFound, type NewInstitution } from "./agreements";
import { networkWords } from "./words";

const natures = ["public_body", "private_nonprofit", "private_other"] as const satisfies readonly NewInstitution["legal_nature"][];

export function Found({ onClose, onFounded }: { onClose: () => void; onFounded: (id: string) => void }) {
  const say = useWords(networkWords);
  const sayOf = useWords(designWords);
  const announce = useAnnounce();
  const comunas = useComunas().data?.items ?? [];
  const [name, setName] = useState("");
  const [nature, setNature] = useState<NewInstitution["legal_nature"] | null>(null);
  const [sector, setSector] = useState<NewInstitution["sector"] | null>(null);
  const [comuna, setComuna] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const found = useFound((institution) => {
    announce(say("found.done", { name: institution.name }));
    onFounded(institution.id);
    onClose();
  });
  const errors = {
    name: tried && name.trim() === "" ? say("found.name.missing") : messageFor(found.error, "/name"),
    nature: tried && !nature ? say("found.nature.missing") : messageFor(found.error, "/legal_nature"),
    sector: tried && !sector ? say("found.sector.missing") : messageFor(found.error, "/sector"),
    comuna: messageFor(found.error, "/comuna") || messageFor(found.error, "/region"),
  };
  const fields = [
    { name: "found-name", label: say("found.name"), message: errors.name },
    { name: "found-nature", label: say("found.nature"), message: errors.nature },
    { name: "found-sector", label: say("found.sector"), message: errors.sector },
    { name: "found-comuna", label: say("found.comuna"), message: errors.comuna },
  ].filter(({ message }) => message !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "" || !nature || !sector) return;
    const region = comunas.find(({ cut }) => cut === comuna)?.region;
    found.mutate({ name: name.trim(), legal_nature: nature, sector, ...(comuna ? { comuna } : {}), ...(region ? { region } : {}) });
  };
  return (
    <Dialog open title={say("found.title")} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={found.error} fields={fields} />
        <p>{say("found.what")}</p>
        <Field name="found-name" label={say("found.name")} value={name} onChange={setName} error={errors.name} />
        <Select name="found-nature" label={say("found.nature")} value={nature} onChange={setNature} options={natures.map((value) => ({ value, label: say(`nature.${value}`) }))} error={errors.nature} />
        <Select name="found-sector" label={say("found.sector")} value={sector} onChange={setSector} options={sectors.map((value) => ({ value, label: sayOf(`sector.${value}`) }))} error={errors.sector} />
        <ComboBox
          name="found-comuna" label={say("found.comuna")} hint={say("found.comuna.hint")} value={comuna} onChange={setComuna} error={errors.comuna} optional
          options={comunas.map(({ cut, name: label, region_name }) => ({ value: cut, label, note: region_name }))}
        />
        <div className="dialog__acts">
          <Button type="submit" weight="first" pending={found.isPending}>{say("found.verb")}</Button>
          <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
