// The left column: how long it has been going, how it began, and the acts that end it.
import { Footprints, House, Mail, MessageCircle, Phone, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { saidIn } from "@/api/problem";
import { Button } from "@/design/button";
import { Icon } from "@/design/icon";
import { RadioRows } from "@/design/radio-rows";
import { serverNow } from "@/api/transport";
import { useMe } from "@/shell/session";
import { useDates, useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { CallTimer } from "./call-timer";
import { useChangeContact, type Contact, type ContactChannel } from "./contacts";
import { HandOver } from "./hand-over";
import { DispositionTaps } from "./no-counselling";
import { TimeFields } from "./time-fields";
import { writtenAt } from "./times";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";

/** Going on now: nobody said that it ended, and it is not one of long ago that was left open. */
export const isLive = (contact: Contact): boolean => contact.status === "open" && contact.ended_at === undefined;

interface RailProps {
  contact: Contact;
  writing: Writing;
  /** Leads to the place of risk, wherever it is on this screen. */
  onRisk: () => void;
  children?: ReactNode;
}

export function ContactRail({ children, ...rail }: RailProps) {
  const say = useWords(attentionWords);
  return (
    <section className="call" aria-label={say("call.heard")}>
      <CallHead contact={rail.contact} />
      {rail.contact.status === "open" && <CallActs {...rail} />}
      {children}
    </section>
  );
}

/** What comes under the clock where there is room beside the sheet, and on a phone after all that is written. */
export function AfterCall({ contact, writing }: Pick<RailProps, "contact" | "writing">) {
  const say = useWords(attentionWords);
  const zone = useZone();
  const { form, put } = writing;
  const when = form.times ? "before" : "now";
  const choose = (choice: string) => {
    if (choice === "now") return put({ times: null });
    const [start, end] = [writtenAt(contact.started_at, zone), writtenAt(contact.ended_at, zone)];
    put({ times: { day: start.day, from: start.hour, until: end.hour } });
  };
  return (
    <>
      {contact.status === "open" && <DispositionTaps onTap={writing.tap} pending={writing.pending} />}
      <div className="section">
        <RadioRows
          name="when"
          label={say("when.title")}
          value={when}
          onChange={choose}
          choices={[
            { value: "now", title: contact.status === "open" && isLive(contact) ? say("when.now") : say("when.stands") },
            { value: "before", title: isLive(contact) ? say("when.before") : say("when.correct") },
          ]}
        />
        {form.times && <TimeFields times={form.times} onChange={(times) => put({ times })} onBlur={writing.draft.saveNow} faults={writing.timeFaults} errorOf={writing.errorOf} />}
        <p className="aside-text">{say("when.both")}</p>
      </div>
      {contact.status === "open" && <HandOver contact={contact} writing={writing} />}
    </>
  );
}

const drawings: Record<ContactChannel, LucideIcon> = {
  phone: Phone, walk_in: Footprints, visit: House, whatsapp: MessageCircle, sms: MessageCircle, chat: MessageCircle, email: Mail,
};

/** The clock while it goes on; after that, when it was and when it was written. */
export function CallHead({ contact }: { contact: Contact }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const { institution } = useMe();
  const live = isLive(contact);
  const title = live ? say(`live.${contact.channel}`) : say(`was.${contact.channel}`);
  const minutes = contact.duration_seconds === undefined ? undefined : Math.round(contact.duration_seconds / 60);
  return (
    <>
      <h1 className="call__title">
        <Icon of={drawings[contact.channel]} />
        {title}
      </h1>
      {live ? <CallTimer since={contact.started_at} /> : minutes !== undefined && <p className="call__timer">{say("lasted", { minutes })}</p>}
      <p className="aside-text">
        {live ? say("began", { when: dates.moment(contact.started_at) }) : say("happened", { when: dates.moment(contact.started_at) })}
        <br />
        {contact.late && say("entered", { when: dates.moment(contact.entered_at) })}
        {contact.late && <br />}
        {contact.agent_name && say("attends", { name: contact.agent_name })}
        {contact.entered_by_name && ` · ${say("entered_by", { name: contact.entered_by_name })}`}
        <br />
        {institution.name}
      </p>
    </>
  );
}

function CallActs({ contact, writing, onRisk }: RailProps) {
  const say = useWords(attentionWords);
  const change = useChangeContact();
  return (
    <div className="call__acts">
      <Button wide onPress={onRisk}>
        <span className="call__risk">
          <Icon of={TriangleAlert} />
        </span>
        {say("risk.mark")}
      </Button>
      {isLive(contact) && !writing.form.times && (
        <Button wide pending={change.isPending} onPress={() => change.mutate({ id: contact.id, version: contact.version, patch: { ended_at: serverNow().toISOString() } })}>
          {say(`stop.${contact.channel}`)}
        </Button>
      )}
      {change.isError && <p role="alert">{saidIn(change.error) || say("failed")}</p>}
    </div>
  );
}
