// One row for each thing that may travel. Its thread crosses the fold into what will be read, or stops short.
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { Field } from "@/design/field";
import { Icon } from "@/design/icon";
import { SafeContactLines } from "@/features/people/safe-contact";
import { callName } from "@/features/people/person-form";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { extras, shareable, type Shared } from "./compose-form";
import type { DeskProps } from "./ficha-desk";
import { SheetText } from "./sheet-text";
import { useShown } from "./shown";
import { UnmarkedIn } from "./unmarked-in";
import { referralWords } from "./words";
import "./travel-rows.css";

interface RowProps {
  /** The data class, on its first row. */
  of?: number;
  label: string;
  goes: boolean;
  onMark?: (goes: boolean) => void;
  note?: string;
  /** What will be read; "No viaja" when it does not. */
  children: ReactNode;
}

function TravelRow({ of, label, goes, onMark, note, children }: RowProps) {
  const say = useWords(referralWords);
  return (
    <>
      <div className={["travel", "desk__left", goes ? "travel--goes" : "", of === undefined ? "travel--more" : ""].join(" ")}>
        <span className="travel__class" aria-hidden="true">
          {of}
        </span>
        <Checkbox checked={goes} disabled={!onMark} onChange={(marked) => onMark?.(marked)}>
          {label}
          {note && <small>{note}</small>}
        </Checkbox>
        <span className="travel__thread" aria-hidden="true" />
      </div>
      <div className={goes ? "read desk__right" : "read read--no desk__right"}>{goes ? children : <p><b>{say("stays")}</b> {children}</p>}</div>
    </>
  );
}

export function TravelRows(desk: DeskProps) {
  const say = useWords(referralWords);
  const { person, form, onChange, onBlur, errorOf } = desk;
  const shown = useShown(desk);
  // A pseudonymous person's call name always travels, as the server packs it.
  const called = person.identity === "pseudonymous" ? callName(person) : "";
  const has = shareable(person).filter((one) => !(called && one === "social_name"));
  const mark = (one: Shared, goes: boolean) => onChange({ share: goes ? [...form.share, one] : form.share.filter((other) => other !== one) });
  return (
    <>
      <TravelRow of={0} label={say("row.logistics")} goes note={say("row.always")}>
        <p>{shown.logistics}</p>
      </TravelRow>
      {called && (
        <TravelRow of={1} label={say("row.called")} goes note={say("row.called.always")}>
          <p>{called}</p>
        </TravelRow>
      )}
      {has.length === 0 && !called && (
        <TravelRow of={1} label={say("row.identity")} goes={false}>
          {say("row.identity.none")}
        </TravelRow>
      )}
      {has.map((one, index) => (
        <TravelRow key={one} {...(index === 0 && !called ? { of: 1 } : {})} label={say(`share.${one}`)} goes={form.share.includes(one)} onMark={(goes) => mark(one, goes)}>
          {!form.share.includes(one) ? "" : one === "safe_contact" && person.safe_contact ? <SafeContactLines card={person.safe_contact} /> : <p>{shown.shared(one)}</p>}
        </TravelRow>
      ))}
      {errorOf("share") && <p className="field__error desk__right">{errorOf("share")}</p>}
      {extras.map((extra, index) => (
        <TravelRow
          key={extra}
          {...(index === 0 ? { of: 2 } : {})}
          label={say(`part.${extra}`)}
          goes={form.travels.includes(extra)}
          onMark={(goes) => onChange({ travels: goes ? [...form.travels, extra] : form.travels.filter((other) => other !== extra) })}
        >
          {form.travels.includes(extra) ? <SheetText name={`compose-${extra}`} label={say(`part.${extra}`)} look="row" value={form[extra]} onChange={(text) => onChange({ [extra]: text })} onBlur={onBlur}><UnmarkedIn {...desk} text={form[extra]} onText={(text) => onChange({ [extra]: text })} where={say(`part.${extra}`)} /></SheetText> : ""}
        </TravelRow>
      ))}
      <HealthRows {...desk} />
      <RestrictedRow {...desk} />
    </>
  );
}

/** Class 3: one by one, each with its own name; never "the whole file". */
function HealthRows(desk: DeskProps) {
  const { form, onChange, onBlur, errorOf } = desk;
  const say = useWords(referralWords);
  const put = (index: number, part: Partial<ComposeHealth>) => onChange({ health: form.health.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <>
      {form.health.map((item, index) => (
        <TravelRow key={index} {...(index === 0 ? { of: 3 } : {})} label={item.label || say("row.health.unnamed")} goes onMark={() => onChange({ health: form.health.filter((_, at) => at !== index) })}>
          <div className="read__health">
            <SheetText name={index === 0 ? "compose-health" : `compose-health-${index}`} label={say("row.health.label")} look="line" value={item.label} onChange={(label) => put(index, { label })} onBlur={onBlur} error={errorOf("health") && (item.label.trim() === "") !== (item.text.trim() === "") ? errorOf("health") : ""}>
              <UnmarkedIn {...desk} text={item.label} onText={(label) => put(index, { label })} where={say("row.health.label")} />
            </SheetText>
            <SheetText name={`compose-health-text-${index}`} label={say("row.health.text")} look="line" value={item.text} onChange={(text) => put(index, { text })} onBlur={onBlur}>
              <UnmarkedIn {...desk} text={item.text} onText={(text) => put(index, { text })} where={say("row.health.text")} />
            </SheetText>
          </div>
        </TravelRow>
      ))}
      <div className="travel desk__left travel--add">
        <span className="travel__class" aria-hidden="true">
          {form.health.length === 0 ? 3 : ""}
        </span>
        <Button weight="word" size="tight" onPress={() => onChange({ health: [...form.health, { label: "", text: "" }] })}>
          {say("row.health.add")}
        </Button>
      </div>
      <div className="read read--no desk__right">{form.health.length === 0 && <p><b>{say("stays")}</b> {say("row.health.none")}</p>}</div>
    </>
  );
}

type ComposeHealth = { label: string; text: string };

/** Class 4: a named recipient, and a supervisor's hand. */
function RestrictedRow({ form, onChange, onBlur, errorOf }: DeskProps) {
  const say = useWords(referralWords);
  const may = useMe().permissions.includes("referral_supervise");
  const goes = may && form.restricted !== "";
  return (
    <TravelRow of={4} label={say("row.restricted")} note={say("row.sealed")} goes={goes} {...(may ? { onMark: (marked: boolean) => onChange(marked ? { restricted: " " } : { restricted: "", recipient: "", recipientEmail: "" }) } : {})}>
      {goes ? (
        <div className="read__health">
          <Field name="compose-recipient" label={say("row.recipient")} value={form.recipient} onChange={(recipient) => onChange({ recipient })} onBlur={onBlur} error={errorOf("recipient")} />
          <Field name="compose-recipientEmail" label={say("row.recipient_email")} hint={say("row.recipient_email.help")} type="email" value={form.recipientEmail} onChange={(recipientEmail) => onChange({ recipientEmail })} onBlur={onBlur} error={errorOf("recipientEmail")} />
          <Field name="compose-restricted" label={say("row.restricted")} value={form.restricted.trimStart()} onChange={(text) => onChange({ restricted: text === "" ? " " : text })} onBlur={onBlur} error={errorOf("restricted")} lines />
        </div>
      ) : (
        <>
          <Icon of={Lock} /> {say("row.restricted.asks")}
        </>
      )}
    </TravelRow>
  );
}
