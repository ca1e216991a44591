// The directory inside the conversation: who can help this person with this, told or referred to without leaving the page.
import { useEffect, useRef, useState } from "react";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { Note } from "@/design/note";
import { AtHand } from "@/features/directory/at-hand";
import { useTap, useTopicName, useTopics, type ShownService } from "@/features/directory/directory";
import { emptyQuestion, type Question } from "@/features/directory/question";
import { usePerson, type Person } from "@/features/people/people";
import { ageOf } from "@/features/people/person-form";
import { useInstitutions } from "@/features/referrals/referrals";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Field } from "@/forms/definition";
import type { Contact } from "./contacts";
import { linesOfGroup } from "./factor-lines";
import { attentionWords } from "./words";
import type { Writing } from "./use-write-up";
import "./help.css";

interface HelpProps {
  contact: Contact;
  /** Where what the person was told of is noted; absent in an institution that does not ask it. */
  field: Field | undefined;
  writing: Writing;
  onRefer: (service: string) => void;
  onClose: () => void;
}

/** Beside what is written. */
export function HelpPanel(props: HelpProps) {
  const say = useWords(attentionWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="help" aria-labelledby="help-title">
      <div className="help__head">
        <h2 id="help-title" ref={heading} tabIndex={-1}>
          {say("help.title")}
        </h2>
        <Button weight="word" size="tight" onPress={props.onClose}>{say("help.close")}</Button>
      </div>
      <Prepared {...props} />
    </section>
  );
}

/** On a phone it comes over what is written, which stays under it. */
export function HelpSheet(props: HelpProps) {
  const say = useWords(attentionWords);
  return (
    <Dialog open look="sheet" title={say("help.title")} onClose={props.onClose}>
      <Button onPress={props.onClose}>{say("help.close")}</Button>
      <Prepared {...props} />
    </Dialog>
  );
}

/** What is known of the person is asked for them: nothing is searched before it arrived. */
function Prepared(props: HelpProps) {
  const personId = props.contact.person_id;
  const person = usePerson(personId ?? "");
  const topics = useTopics();
  const arrived = (personId === undefined || person.data !== undefined || person.isError) && !topics.isPending;
  const known = topics.data?.items.map(({ code }) => code) ?? [];
  return arrived ? <Asked {...props} person={person.data} topics={props.writing.form.topics.filter((code) => known.includes(code))} /> : null;
}

function Asked({ contact, field, writing, onRefer, person, topics }: HelpProps & { person: Person | undefined; topics: readonly string[] }) {
  const say = useWords(attentionWords);
  const topicName = useTopicName();
  const today = useDates().today();
  const [question, setQuestion] = useState<Question>(() => beginning(person, topics, today));
  const mayRefer = useMe().permissions.includes("referral_write");
  return (
    <>
      {topics.length > 1 && (
        <p className="help__topics" role="group" aria-label={say("help.topics")}>
          {topics.map((topic) => (
            <button key={topic} type="button" className="topic-word" aria-pressed={question.topic === topic} onClick={() => setQuestion({ ...question, topic })}>
              {topicName(topic)}
            </button>
          ))}
        </p>
      )}
      {mayRefer && contact.person_id === undefined && <Note>{say("help.nobody")}</Note>}
      <AtHand
        question={question}
        onChange={setQuestion}
        actsOf={(service) => (
          <>
            {field && <Told field={field} writing={writing} service={service} />}
            {mayRefer && contact.person_id !== undefined && <Refer service={service} pending={writing.pending} onRefer={onRefer} />}
          </>
        )}
      />
    </>
  );
}

function beginning(person: Person | undefined, topics: readonly string[], today: string): Question {
  const age = person && ageOf(person, today);
  return { ...emptyQuestion, topic: topics[0] ?? null, age: age === undefined ? "" : String(age), comuna: person?.comuna ?? null };
}

/** A line of what the person counts on: noted with one touch, and taken away with the same one. */
function Told({ field, writing, service }: { field: Field; writing: Writing; service: ShownService }) {
  const say = useWords(attentionWords);
  const tap = useTap();
  const text = field.fields?.find(({ type }) => type === "text");
  const kind = field.fields?.find(({ options }) => options?.some(({ code }) => code === "institution"));
  if (!text) return null;
  const contact = service.channels.find((one) => one.contact !== "" && one.kind !== "by_referral")?.contact ?? "";
  const line = contact ? say("help.told.line", { name: service.name, contact }) : say("help.told.line_bare", { name: service.name });
  const lines = linesOfGroup(writing.form.answers[field.id]);
  const told = lines.some((one) => one[text.id] === line);
  const turn = () => {
    if (told) return writing.answer(field.id, lines.filter((one) => one[text.id] !== line));
    writing.answer(field.id, [...lines, { ...(kind ? { [kind.id]: "institution" } : {}), [text.id]: line }]);
    tap.mutate(service.id);
  };
  return (
    <>
      <Button size="tight" weight={told ? "word" : "second"} onPress={turn}>
        {say(told ? "help.told.undo" : "help.told")} <span className="only-heard">{service.name}</span>
      </Button>
      <span className="help__told" role="status">{told && say("help.told.done")}</span>
    </>
  );
}

/** A ficha travels where the network reaches; who is only told of has no such act. */
function Refer({ service, pending, onRefer }: { service: ShownService; pending: boolean; onRefer: (service: string) => void }) {
  const say = useWords(attentionWords);
  const institutions = useInstitutions().data?.items;
  const inNetwork = service.institution_id !== undefined && (institutions?.some(({ id }) => id === service.institution_id) ?? true);
  if (!inNetwork) return null;
  return (
    <Button size="tight" pending={pending} onPress={() => onRefer(service.id)}>
      {say("help.refer")} <span className="only-heard">{service.name}</span>
    </Button>
  );
}
