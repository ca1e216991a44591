// How to reach somebody without putting them at risk: the card everybody reads before dialling.
import { Ban, Home, Mail, MessageCircle, MessageSquare, Phone, UserCheck, UserX, Voicemail, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { ButtonLink } from "@/design/button";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Channel, Person, SafeContact } from "./people";
import { SafeWeek } from "./safe-week";
import { peopleWords } from "./words";
import { showPhone } from "./writing";
import "./safe-contact.css";

const drawings: Record<Channel["kind"], LucideIcon> = {
  phone: Phone, chat: MessageCircle, whatsapp: MessageCircle, sms: MessageSquare, email: Mail, visit: Home,
};

export function SafeContactCard({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const dates = useDates();
  const card = person.safe_contact;
  const edit = `/personas/${person.id}/contacto`;
  return (
    <>
      <div className="titled safe-contact__title">
        <h2 id="sheet-title">{say("safe.title")}</h2>
        {card && <span className="aside-text">{card.confirmed_at ? say("safe.confirmed", { day: dates.day(card.confirmed_at) }) : say("safe.unconfirmed")}</span>}
      </div>
      {card ? (
        <>
          <SafeContactLines card={card} />
          <TextLink to={edit} quiet>
            {say("safe.correct")}
          </TextLink>
        </>
      ) : (
        <EmptyState truth={say("safe.none")} act={<ButtonLink to={edit}>{say("safe.note")}</ButtonLink>} />
      )}
    </>
  );
}

/** The card itself; also shown beside somebody's own text when two people wrote at once. */
export function SafeContactLines({ card, brief = false }: { card: SafeContact; brief?: boolean }) {
  const say = useWords(peopleWords);
  return (
    <>
      {card.hours.length > 0 && <SafeWeek hours={card.hours} brief={brief} />}
      <ul className="safe-contact">
        {card.channels.map((channel, index) => (
          <ChannelLine key={index} channel={channel} />
        ))}
        <Line of={Voicemail}>
          {say.rich(`safe.voicemail.${card.voicemail ?? "no"}`)} {card.voicemail_words && say.rich("safe.voicemail_words", { words: card.voicemail_words })}
        </Line>
        {card.do_not_say && <Line of={Ban}>{say.rich("safe.do_not_say", { words: card.do_not_say })}</Line>}
        {card.may_answer && <Line of={UserCheck}>{say.rich("safe.may_answer", { who: card.may_answer })}</Line>}
        {card.must_not_tell && <Line of={UserX}>{say.rich("safe.must_not_tell", { who: card.must_not_tell })}</Line>}
      </ul>
      {card.if_other_answers && <Note>{say.rich("safe.if_other", { words: card.if_other_answers })}</Note>}
    </>
  );
}

function ChannelLine({ channel }: { channel: Channel }) {
  const say = useWords(peopleWords);
  const value = channel.value && (channel.kind === "phone" || channel.kind === "whatsapp" || channel.kind === "sms") ? showPhone(channel.value) : channel.value;
  const facts = [channel.label, channel.preferred && say("safe.prefers"), channel.shared && say("safe.shared")].filter(Boolean).join(". ");
  return (
    <Line of={drawings[channel.kind]}>
      <b>
        {value ?? say(`channel.${channel.kind}`)}
        {"."}
      </b>{" "}
      {value && <span className="only-heard">{say(`channel.${channel.kind}`)}. </span>}
      {facts}
    </Line>
  );
}

function Line({ of, children }: { of: LucideIcon; children: ReactNode }) {
  return (
    <li>
      <Icon of={of} />
      <span>{children}</span>
    </li>
  );
}
