// Correcting what is said of an institution: what was written before stays as it was written.
import { useState, type FormEvent } from "react";
import { messageFor } from "@/api/problem";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { useWords } from "@/words/say";
import { useCorrectInstitution, type InstitutionPage } from "./institution";
import { InstitutionFields, institutionFields, type InstitutionForm } from "./institution-fields";
import { networkWords } from "./words";

export function CorrectInstitution({ institution, onClose }: { institution: InstitutionPage; onClose: () => void }) {
  const say = useWords(networkWords);
  const announce = useAnnounce();
  const { id, version, name, legal_nature, sector, comuna, may_correct_nature } = institution;
  const [form, setForm] = useState<InstitutionForm>({ name, nature: legal_nature, sector, comuna: comuna ?? null });
  const correct = useCorrectInstitution(id, () => { announce(say("correct.done")); onClose(); });
  const errors = {
    name: messageFor(correct.error, "/name"), nature: messageFor(correct.error, "/legal_nature"), sector: messageFor(correct.error, "/sector"),
    comuna: messageFor(correct.error, "/comuna") || messageFor(correct.error, "/region"),
  };
  const fields = institutionFields.map((field) => ({ name: `found-${field}`, label: say(`found.${field}`), message: errors[field] })).filter(({ message }) => message !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const moved = form.comuna !== (comuna ?? null);
    correct.mutate({
      version,
      change: {
        ...(form.name.trim() === name ? {} : { name: form.name.trim() }),
        ...(form.nature && form.nature !== legal_nature ? { legal_nature: form.nature } : {}),
        ...(form.sector && form.sector !== sector ? { sector: form.sector } : {}),
        ...(moved ? { place: form.comuna ? { comuna: form.comuna } : {} } : {}),
      },
    });
  };
  return (
    <Dialog open title={say("correct.title", { name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ErrorSummary problem={correct.error} fields={fields} />
        <p>{say("correct.what")}</p>
        <InstitutionFields form={form} change={(part) => setForm({ ...form, ...part })} errors={errors} natureIsFixed={!may_correct_nature} />
        <div className="dialog__acts">
          <Button type="submit" weight="first" pending={correct.isPending}>{say("correct.verb")}</Button>
          <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
