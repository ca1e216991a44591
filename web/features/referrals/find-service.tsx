// Who can help this person with this: what fits with its reasons, and what almost fits with why not.
import { Check } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { ComboBox } from "@/design/combo-box";
import { EmptyState } from "@/design/empty-state";
import { Field } from "@/design/field";
import { Icon } from "@/design/icon";
import { RadioRows } from "@/design/radio-rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { useFact, useTopics, type ShownService } from "@/features/directory/directory";
import type { Person } from "@/features/people/people";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { ComposeForm } from "./compose-form";
import { questionFor, useMatch } from "./match";
import { useInstitutions, type Referral } from "./referrals";
import { referralWords } from "./words";
import "./find-service.css";

interface FindServiceProps {
  person: Person;
  age: number | undefined;
  form: ComposeForm;
  /** The one that is followed: whoever returned it is marked and comes last. */
  followed: Referral | undefined;
  onChange: (part: Partial<ComposeForm>) => void;
}

export const kinds = ["warm", "formal", "information"] as const;

export function FindService({ person, age, form, followed, onChange }: FindServiceProps) {
  const say = useWords(referralWords);
  const topics = useTopics();
  const [words, setWords] = useState("");
  return (
    <Sheet labelledBy="find-title" look="column">
      <h2 id="find-title" tabIndex={-1}>{say("find.title")}</h2>
      <RadioRows
        name="kind"
        look="words"
        label={say("find.kind")}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
        choices={kinds.map((value) => ({ value, title: say(`kind.${value}`) }))}
      />
      <p className="aside-text">{say(`kind.${form.kind}.note`)}</p>
      <div className="find__question">
        <ComboBox
          name="topic"
          label={say("find.topic")}
          value={form.topic === "" ? null : form.topic}
          onChange={(topic) => onChange({ topic: topic ?? "" })}
          options={(topics.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field name="words" label={say("find.words")} value={words} onChange={setWords} optional />
      </div>
      {form.topic === "" ? <p className="aside-text">{say("find.topic_first")}</p> : <Found person={person} age={age} form={form} followed={followed} words={words} onChange={onChange} />}
    </Sheet>
  );
}

function Found({ person, age, form, followed, words, onChange }: FindServiceProps & { words: string }) {
  const say = useWords(referralWords);
  const fact = useFact();
  const match = useMatch(questionFor(person, age, form.topic, words));
  if (match.isError) return <Trouble problem={match.error} onRetry={() => void match.refetch()} />;
  if (!match.data) return <Busy waiting />;
  const matches = lastly(match.data.matches, followed);
  const near_misses = lastly(match.data.near_misses, followed);
  const choose = (service: ShownService) => onChange({ service: service.id, pertinence: "" });
  return (
    <div aria-live="polite" aria-busy={match.isPlaceholderData}>
      {matches.length === 0 && <EmptyState truth={say("find.none")} />}
      {matches.length > 0 && <h3 className="rows__title">{say("find.fits", { count: matches.length })}</h3>}
      <ol>
        {matches.map(({ service, fits, cautions }) => (
          <Candidate key={service.id} service={service} kind={form.kind} onChoose={choose}>
            <Declined service={service} followed={followed} />
            <ul className="find__fits">
              {fits.map((one) => (
                <li key={one.code}>
                  <Icon of={Check} />
                  {fact(one)}
                </li>
              ))}
            </ul>
            {cautions.length > 0 && <p className="aside-text">{cautions.map(fact).join(" · ")}</p>}
          </Candidate>
        ))}
      </ol>
      {near_misses.length > 0 && <h3 className="rows__title">{say("find.near", { count: near_misses.length })}</h3>}
      <ol>
        {near_misses.map(({ service, why }) => (
          <Candidate key={service.id} service={service} kind={form.kind} onChoose={choose}>
            <Declined service={service} followed={followed} />
            <p>{why.map(fact).join(" · ")}</p>
          </Candidate>
        ))}
      </ol>
    </div>
  );
}

/** Whoever has just returned it, after everybody else. */
const lastly = <T extends { service: ShownService }>(some: readonly T[], followed: Referral | undefined): T[] => {
  const theirs = (one: T) => followed !== undefined && one.service.id === followed.service_id;
  return [...some.filter((one) => !theirs(one)), ...some.filter(theirs)];
};

function Declined({ service, followed }: { service: ShownService; followed: Referral | undefined }) {
  const say = useWords(referralWords);
  const dates = useDates();
  const made = followed?.service_id === service.id ? followed.moves.findLast(({ action }) => action === "decline") : undefined;
  if (!made) return null;
  const reason = say(`reason.${made.code ?? "other"}` as "reason.other").toLowerCase();
  return (
    <p>
      <b>{say("find.declined", { when: dates.moment(made.at_time), reason })}</b>
    </p>
  );
}

interface CandidateProps {
  service: ShownService;
  kind: ComposeForm["kind"];
  onChoose: (service: ShownService) => void;
  children: ReactNode;
}

/** A ficha travels only where an agreement leads; who to turn to may be told of anybody. */
function Candidate({ service, kind, onChoose, children }: CandidateProps) {
  const say = useWords(referralWords);
  const institutions = useInstitutions().data?.items;
  const inNetwork = service.institution_id !== undefined && (institutions?.some(({ id }) => id === service.institution_id) ?? true);
  const can = kind === "information" || inNetwork;
  return (
    <li className="find__one">
      <div>
        <h4>{service.name}</h4>
        <p className="aside-text">{[service.kind_name, service.institution, service.hours].filter(Boolean).join(" · ")}</p>
        {children}
        {!can && <p className="aside-text">{say("find.no_agreement")}</p>}
      </div>
      <Button size="tight" disabled={!can} onPress={() => onChoose(service)}>
        {say("find.choose")} <span className="only-heard">{service.name}</span>
      </Button>
    </li>
  );
}
