// How it ends: one answer, and one act. When a referral follows, the act leads there.
import { Button } from "@/design/button";
import { Field as WrittenField } from "@/design/field";
import { Select } from "@/design/select";
import type { Field } from "@/forms/definition";
import { DraftLine } from "@/drafts/draft-line";
import { useWords } from "@/words/say";
import { wasNoCounselling, type Contact, type Disposition } from "./contacts";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";

export const leadsToReferral = (disposition: Disposition | null | undefined): boolean => disposition === "plan_and_referral" || disposition === "referred";

/** Where a conversation goes on as a referral; the service when it was chosen in the conversation itself. */
export const referralAddress = (personId: string, contactId: string, service = ""): string => `/personas/${personId}/derivar?contacto=${contactId}${service ? `&servicio=${service}` : ""}`;

interface EndingProps {
  contact: Contact;
  field: Field | undefined;
  language: "es" | "en";
  writing: Writing;
}

export function Ending({ contact, field, language, writing }: EndingProps) {
  const say = useWords(attentionWords);
  const { form, put, save, pending, errorOf, draft } = writing;
  const correcting = contact.status === "closed";
  const refers = leadsToReferral(form.disposition) && contact.person_id !== undefined;
  const options = (field?.options ?? []).filter(({ code }) => !wasNoCounselling(code as Disposition) || code === form.disposition);
  return (
    <section className="section contact__end" aria-label={say("end.title")}>
      <Select
        name="disposition"
        label={field?.label[language] ?? say("end.title")}
        value={form.disposition}
        onChange={(code) => put({ disposition: code as Disposition })}
        options={options.map(({ code, label }) => ({ value: code, label: label[language] }))}
        error={errorOf("/disposition")}
      />
      {correcting && (
        <WrittenField name="reason" label={say("correct.reason")} hint={say("correct.reason.hint")} value={form.reason} onChange={(reason) => put({ reason })} onBlur={draft.saveNow} error={errorOf("/reason")} lines />
      )}
      <div className="form-acts">
        {correcting ? (
          <Button weight="first" onPress={() => save(false)} pending={pending}>{say("correct.save")}</Button>
        ) : (
          <>
            <Button weight="first" onPress={() => save(true)} pending={pending}>{refers ? say("save.refer") : say("save.close")}</Button>
            <Button weight="word" onPress={() => save(false)} disabled={pending}>{say("save.only")}</Button>
          </>
        )}
      </div>
      <DraftLine draft={draft} />
    </section>
  );
}
