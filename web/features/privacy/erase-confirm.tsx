// The second step: why, and the code written by hand. It holds for fifteen minutes and while nothing changed.
import { useState, type FormEvent } from "react";
import type { Write } from "@/api/write";
import { Button, TextLink } from "@/design/button";
import { Irreversible } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { Note } from "@/design/note";
import { Select } from "@/design/select";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Erased, Order, Preview } from "./erase";
import { privacyWords } from "./words";

const reasons = ["person_asked", "guardian_asked", "court_order", "no_longer_needed", "recorded_by_mistake"] as const;

interface ConfirmProps {
  preview: Preview;
  erase: Write<Order, Erased>;
  onSeeAgain: () => void;
}

/** Spaces and case are not the point: knowing whom is. */
const same = (written: string, code: string) => written.replace(/[\s-]/g, "").toUpperCase() === code.replace(/-/g, "");

export function EraseConfirm({ preview, erase, onSeeAgain }: ConfirmProps) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const mayOpen = useMe().permissions.includes("referral_read");
  const [reason, setReason] = useState<Order["reason"] | null>(null);
  const [written, setWritten] = useState("");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const { thread_code, confirmation, confirm_before } = preview;
  if (preview.open_referrals > 0)
    return (
      <Note tone="look">
        <p>{say("erase.open", { count: preview.open_referrals })}</p>
        {mayOpen && <TextLink to="/derivaciones?caja=enviadas">{say("erase.open.see")}</TextLink>}
      </Note>
    );
  const right = same(written, thread_code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (right && reason) setAsking(true);
  };
  return (
    <form className="section rights__confirm" onSubmit={submit} noValidate>
      <ErrorSummary problem={erase.error} />
      {erase.error && <Button weight="word" onPress={onSeeAgain}>{say("erase.again")}</Button>}
      <p>{say.rich("erase.forever")}</p>
      <Select name="reason" label={say("erase.reason")} value={reason} onChange={setReason} options={reasons.map((value) => ({ value, label: say(`reason.${value}`) }))} error={tried && !reason ? say("erase.reason.missing") : ""} />
      <Field name="typed" label={say("erase.typed", { code: thread_code })} value={written} onChange={setWritten} error={tried && !right ? say("erase.typed.wrong", { code: thread_code }) : ""} />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={erase.isPending}>{say("erase.verb")}</Button>
        <span className="aside-text">{say("erase.holds", { when: dates.hour(confirm_before) })}</span>
      </div>
      <Irreversible
        open={asking}
        title={say("erase.title", { code: thread_code })}
        consequence={say("erase.consequence")}
        verb={say("erase.verb")}
        onDo={() => { setAsking(false); if (reason) erase.mutate({ thread_code, confirmation, confirm_before, reason }); }}
        onClose={() => setAsking(false)}
      />
    </form>
  );
}
