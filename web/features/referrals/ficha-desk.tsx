// The ficha in the making: on the left what may travel, row by row; on the right the very sheet the receiver will read.
import { useState } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { Trouble } from "@/design/trouble";
import type { Entry } from "@/features/directory/directory";
import type { Person } from "@/features/people/people";
import { useWords } from "@/words/say";
import { BasisForm } from "./basis-form";
import type { Errors } from "./compose-desk";
import { classesOf, type ComposeForm } from "./compose-form";
import { usePreview } from "./composing";
import { lines, PackageSheet } from "./ficha";
import type { Referral } from "./referrals";
import { SheetText } from "./sheet-text";
import { TravelRows } from "./travel-rows";
import { UnmarkedIn } from "./unmarked-in";
import { Unreachable } from "./unreachable";
import { UrgencyForm } from "./urgency-form";
import { useAgreement } from "./agreement";
import { Beyond } from "./beyond";
import { referralWords } from "./words";

export interface DeskProps {
  person: Person;
  age: number | undefined;
  form: ComposeForm;
  service: Entry;
  onChange: (part: Partial<ComposeForm>) => void;
  onBlur: () => void;
  errorOf: Errors;
}

export interface SendingProps {
  pending: boolean;
  /** The server has the draft: without it nothing can be sent. */
  ready: boolean;
}

/** Above this class each thing that travels is written by itself: it is not marked as a whole. */
const k_most_marked = 2;

export function FichaDesk({ pending, draft, ...desk }: DeskProps & { pending: boolean; draft: Referral | undefined }) {
  const say = useWords(referralWords);
  const { form, service, onChange, onBlur, errorOf } = desk;
  const [reading, setReading] = useState(false);
  const agreement = useAgreement(service.institution_id);
  const preview = usePreview();
  const readAloud = () => {
    setReading(true);
    if (draft) preview.mutate({ draft, form });
  };
  const highest = Math.max(...classesOf(form, desk.person));
  return (
    <div className="desk">
      <h2 className="desk__left">{say("travels.title")}</h2>
      <h2 className="desk__right">{say("preview.title", { name: service.institution })}</h2>
      <div className="desk__left desk__intro">
        <p>{say("travels.intro")}</p>
        {agreement && <p>{say("travels.agreement", { level: say(`level.${agreement.level}`), limit: agreement.class_limit })}</p>}
        {agreement && <Beyond desk={desk} limit={agreement.class_limit} />}
        {agreement && highest > Math.max(agreement.class_limit, k_most_marked) && <p className="marked">{say("travels.above", { highest })}</p>}
      </div>
      <div className="desk__right desk__lines">
        {lines.map((line) => (
          <SheetText key={line} name={`compose-${line}`} label={say(`line.${line}`)} look="line" value={form[line]} onChange={(text) => onChange({ [line]: text })} onBlur={onBlur} error={errorOf(line)}>
            <UnmarkedIn {...desk} text={form[line]} onText={(text) => onChange({ [line]: text })} where={say(`line.${line}`)} />
          </SheetText>
        ))}
      </div>
      <TravelRows {...desk} />
      <div className="desk__left desk__foot">
        <BasisForm {...desk} />
      </div>
      <div className="desk__right desk__foot">
        <UrgencyForm urgency={form.urgency} onChange={(urgency) => onChange({ urgency })} />
        <Unreachable {...desk} />
        <div className="form-acts">
          <Button type="submit" weight="first" size="large" pending={pending} disabled={!draft}>
            {say("send.verb")}
          </Button>
          <Button weight="word" onPress={readAloud} disabled={!draft}>
            {say("read_aloud")}
          </Button>
        </div>
      </div>
      <Dialog open={reading} title={say("read_aloud.title", { name: service.institution })} onClose={() => setReading(false)}>
        <Busy waiting={preview.isPending} />
        {preview.error && <Trouble problem={preview.error} onRetry={readAloud} />}
        {preview.data && <PackageSheet ficha={preview.data} />}
        <p>{say("read_aloud.ask")}</p>
        <div className="dialog__acts">
          <Button weight="first" onPress={() => setReading(false)}>
            {say("read_aloud.done")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
