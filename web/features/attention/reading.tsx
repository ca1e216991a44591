// A contact as it reads once it is closed: what was spoken of in the order it was, and what was agreed.
import { saidIn } from "@/api/problem";
import { Button, TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Note } from "@/design/note";
import { usePhone } from "@/design/phone";
import { Sheet } from "@/design/sheet";
import { WordTabs } from "@/design/word-tabs";
import { isList } from "@/forms/answer-check";
import { fieldsOf, type Definition, type Field } from "@/forms/definition";
import { useDates } from "@/words/dates";
import { useLanguage, useWords } from "@/words/say";
import { useMoveContact, type Contact } from "./contacts";
import { EmergencyList } from "./emergency";
import { leadsToReferral } from "./ending";
import { linesOfGroup } from "./factor-lines";
import { Files } from "./files";
import { LineTold, useTold } from "./group-lines";
import { moments } from "./moment-order";
import { CallHead } from "./rail";
import { Versions } from "./versions";
import { Who } from "./who";
import { attentionWords } from "./words";
import { answersOf } from "./write-up";
import "./reading.css";

interface ReadingProps {
  contact: Contact;
  definition: Definition;
  versions: boolean;
  /** Absent for whoever may only read. */
  onCorrect?: () => void;
}

export function Reading({ contact, definition, versions, onCorrect }: ReadingProps) {
  const say = useWords(attentionWords);
  const isPhone = usePhone();
  const base = `/contactos/${contact.id}`;
  return (
    <div className="contact contact--read">
      <section className="call" aria-label={say("call.heard")}>
        <CallHead contact={contact} />
        {contact.disposition && <p className="reading__end"><b>{say(`ended.${contact.disposition}`)}</b></p>}
        <div className="call__acts">
          {onCorrect && contact.status === "closed" && <Button wide onPress={onCorrect}>{say("correct.open")}</Button>}
          {onCorrect && contact.status === "closed" && <Reopen contact={contact} />}
          {contact.person_id && leadsToReferral(contact.disposition) && <TextLink to={`/personas/${contact.person_id}/derivar?contacto=${contact.id}`}>{say("refer.go")}</TextLink>}
          <TextLink to="/contactos">{say("list.back")}</TextLink>
        </div>
      </section>
      <Sheet labelledBy="contact-title" look="column">
        <WordTabs label={say("views.label")} tabs={[{ to: base, label: say("views.said"), current: !versions }, { to: `${base}/versiones`, label: say("views.versions"), current: versions }]} />
        <Who contact={contact} frozen={onCorrect === undefined} />
        {contact.erased && <Note>{say("erased")}</Note>}
        {isPhone && !versions && <RiskTold contact={contact} definition={definition} />}
        {versions ? <Versions contact={contact} definition={definition} /> : <Said contact={contact} definition={definition} />}
        {!versions && !contact.erased && <Files contact={contact} />}
      </Sheet>
      <aside className="contact__rest" aria-label={say("views.rest")}>
        <Agreed contact={contact} definition={definition} />
      </aside>
    </div>
  );
}

function Reopen({ contact }: { contact: Contact }) {
  const say = useWords(attentionWords);
  const reopen = useMoveContact();
  return (
    <>
      <Button wide weight="word" pending={reopen.isPending} onPress={() => reopen.mutate({ id: contact.id, move: { action: "reopen", version: contact.version, reason: say("reopen.reason") } })}>
        {say("reopen.verb")}
      </Button>
      {reopen.isError && <p role="alert">{saidIn(reopen.error) || say("failed")}</p>}
    </>
  );
}

/** In the order it was spoken of; what has no place in that order comes after. */
function Said({ contact, definition }: { contact: Contact; definition: Definition }) {
  const say = useWords(attentionWords);
  const dates = useDates();
  const language = useLanguage();
  const answers = answersOf(contact);
  const fields = fieldsOf(definition);
  const first = contact.moments.filter((touched, index) => contact.moments.findIndex((one) => one.moment === touched.moment) === index);
  const rest = moments.filter((moment) => answers[moment] && !first.some((one) => one.moment === moment)).map((moment) => ({ moment, at: undefined }));
  const spoken = [...first, ...rest];
  const isTold = (moment: string) => typeof answers[moment] === "string" && answers[moment].trim() !== "";
  const shown = spoken.filter(({ moment }) => isTold(moment));
  const nameOf = (moment: string) => fields.find((field) => field.id === moment)?.label[language] ?? moment;
  const untold = spoken.filter(({ moment }) => !isTold(moment)).map(({ moment }) => nameOf(moment));
  const topics = fields.find((field) => field.id === "topics");
  const topicNames = contact.topics.map((code) => topics?.options?.find((option) => option.code === code)?.label[language] ?? code);
  return (
    <>
      {topicNames.length > 0 && <p className="reading__topics"><b>{topics?.label[language]}</b> {topicNames.join(" · ")}</p>}
      {spoken.length === 0 && !contact.narrative && <EmptyState truth={say("said.none")} />}
      <ol className="reading__moments">
        {shown.map(({ moment, at }) => (
          <li key={moment}>
            <h3>
              {nameOf(moment)} {at && <time className="aside-text" dateTime={at}>{dates.hour(at)}</time>}
            </h3>
            <p>{String(answers[moment])}</p>
          </li>
        ))}
      </ol>
      {untold.length > 0 && <p className="reading__untold">{say("said.untold", { what: untold.join(" · ") })}</p>}
      {contact.narrative && <Text name={fields.find((field) => field.id === "narrative")} text={contact.narrative} />}
    </>
  );
}

function Text({ name, text, voice = false }: { name: Field | undefined; text: string; voice?: boolean }) {
  const language = useLanguage();
  return (
    <section className="section">
      <h2>{name?.label[language]}</h2>
      <p className={voice ? "voice reading__text" : "reading__text"}>{voice ? `«${text}»` : text}</p>
    </section>
  );
}

/** First of all on a phone, where what is beside comes last. */
function RiskTold({ contact, definition }: { contact: Contact; definition: Definition }) {
  const language = useLanguage();
  const told = useTold();
  const risk = fieldsOf(definition).find((field) => field.id === "risk");
  if (!contact.risk) return null;
  return (
    <section className="section">
      <h2>{risk?.label[language]}</h2>
      <p><b>{risk && told(risk, contact.risk)}</b></p>
      {contact.risk_reason && <p className="reading__text">{contact.risk_reason}</p>}
      {(contact.risk === "high" || contact.risk === "medium") && <EmergencyList past />}
    </section>
  );
}

function Agreed({ contact, definition }: { contact: Contact; definition: Definition }) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const told = useTold();
  const answers = answersOf(contact);
  const fields = fieldsOf(definition);
  const of = (id: string) => fields.find((field) => field.id === id);
  const groups = fields.filter((field) => field.type === "group" && linesOfGroup(answers[field.id]).length > 0);
  const isPhone = usePhone();
  const single = fields.filter((field) => !field.of_record && field.type !== "group" && !moments.some((moment) => moment === field.id) && !isList(answers[field.id]) && told(field, answers[field.id]) !== "");
  return (
    <>
      {!isPhone && <RiskTold contact={contact} definition={definition} />}
      {groups.map((field) => (
        <section key={field.id} className="section">
          <h2>{field.label[language]}</h2>
          <ul className="reading__lines">
            {linesOfGroup(answers[field.id]).map((line, index) => (
              <li key={index}><LineTold field={field} line={line} /></li>
            ))}
          </ul>
        </section>
      ))}
      {single.map((field) => <Text key={field.id} name={field} text={told(field, answers[field.id])} />)}
      {contact.joint_summary && <Text name={of("joint_summary")} text={contact.joint_summary} voice />}
      {contact.summary && <Text name={of("summary")} text={contact.summary} />}
      {groups.length === 0 && !contact.risk && !contact.joint_summary && !contact.summary && <p className="aside-text">{say("agreed.none")}</p>}
    </>
  );
}
