// Founding an institution: its name, what it is in law, its area and where it is. Its people are invited afterwards.
import { useState, type FormEvent } from "react";
import { messageFor } from "@/api/problem";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import { useFound } from "./agreements";
import { InstitutionFields, institutionFields, type InstitutionForm } from "./institution-fields";
import { networkWords } from "./words";

export function Found({ onClose, onFounded }: { onClose: () => void; onFounded: (id: string) => void }) {
  const say = useWords(networkWords);
  const announce = useAnnounce();
  const comunas = useComunas().data?.items ?? [];
  const [form, setForm] = useState<InstitutionForm>({ name: "", nature: null, sector: null, comuna: null });
  const [tried, setTried] = useState(false);
  const found = useFound((institution) => {
    announce(say("found.done", { name: institution.name }));
    onFounded(institution.id);
    onClose();
  });
  const { name, nature, sector, comuna } = form;
  const errors = {
    name: tried && name.trim() === "" ? say("found.name.missing") : messageFor(found.error, "/name"),
    nature: tried && !nature ? say("found.nature.missing") : messageFor(found.error, "/legal_nature"),
    sector: tried && !sector ? say("found.sector.missing") : messageFor(found.error, "/sector"),
    comuna: messageFor(found.error, "/comuna") || messageFor(found.error, "/region"),
  };
  const fields = institutionFields.map((field) => ({ name: `found-${field}`, label: say(`found.${field}`), message: errors[field] })).filter(({ message }) => message !== "");
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
        <InstitutionFields form={form} change={(part) => setForm({ ...form, ...part })} errors={errors} />
        <div className="dialog__acts">
          <Button type="submit" weight="first" pending={found.isPending}>{say("found.verb")}</Button>
          <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
