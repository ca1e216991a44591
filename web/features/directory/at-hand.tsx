// The directory beside something else: the same question and the same answer as its own page, in little room.
import { Check } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { SectorWeave } from "@/design/sector-mark";
import { Trouble } from "@/design/trouble";
import { useWords } from "@/words/say";
import { useFact, useMatch, useTap, type Reason, type ShownService } from "./directory";
import type { Question } from "./question";
import { EmergencyStrip, Relaxing } from "./relaxing";
import { QuestionSentence } from "./question-sentence";
import { ageInWords } from "./service-view";
import { directoryWords } from "./words";
import "./matches.css";
import "./at-hand.css";

/** What fits comes whole; of what almost fits the first few are in sight. */
const k_near = 3;
const k_of_nobody = "helpline";

interface AtHandProps {
  question: Question;
  onChange: (question: Question) => void;
  /** What may be done with one of them, where it is shown. */
  actsOf: (service: ShownService) => ReactNode;
}

export function AtHand({ question, onChange, actsOf }: AtHandProps) {
  return (
    <div className="at-hand">
      <QuestionSentence question={question} onChange={onChange} />
      <Found question={question} onChange={onChange} actsOf={actsOf} />
    </div>
  );
}

function Found({ question, onChange, actsOf }: AtHandProps) {
  const say = useWords(directoryWords);
  const match = useMatch(question);
  const [whole, setWhole] = useState(false);
  if (match.isError) return <Trouble problem={match.error} onRetry={() => void match.refetch()} />;
  if (!match.data) return <Busy waiting act="searching" />;
  const { matches, near_misses, match_total, near_miss_total } = match.data;
  const near = whole ? near_misses : near_misses.slice(0, k_near);
  return (
    <div aria-live="polite" aria-busy={match.isPlaceholderData}>
      {question.age.trim() === "" && <Note>{say("matches.age_unknown")}</Note>}
      <h3 className="rows__title">{say("matches.count", { count: match_total })}</h3>
      <EmergencyStrip numbers={match.data.emergency_numbers} />
      {matches.length === 0 && <Relaxing answer={match.data} question={question} onChange={onChange} />}
      <ol>
        {matches.map(({ service, fits, cautions }) => (
          <Card key={service.id} service={service} fits={fits} cautions={cautions} acts={actsOf(service)} />
        ))}
      </ol>
      {near.length > 0 && <h3 className="rows__title">{say("near.count", { count: near_miss_total })}</h3>}
      <ol>
        {near.map(({ service, why, cautions }) => (
          <Card key={service.id} service={service} why={why} cautions={cautions} acts={actsOf(service)} />
        ))}
      </ol>
      {near.length < near_misses.length && (
        <Button weight="word" onPress={() => setWhole(true)}>
          {say("near.rest", { count: near_misses.length - near.length })}
        </Button>
      )}
    </div>
  );
}

interface CardProps {
  service: ShownService;
  fits?: readonly Reason[];
  why?: readonly Reason[];
  cautions: readonly Reason[];
  acts: ReactNode;
}

function Card({ service, fits = [], why = [], cautions, acts }: CardProps) {
  const say = useWords(directoryWords);
  const fact = useFact();
  // That a contact is to be confirmed stands beside the contact itself.
  const news = cautions.filter(({ code }) => code !== "contact_unconfirmed");
  const sector = service.area ?? k_of_nobody;
  const about = [service.hours, ageInWords(service, say), service.entry_requirements, say(`cost.${service.cost}`)].filter(Boolean);
  return (
    <li className={why.length > 0 ? "service-row service-row--near" : "service-row"}>
      <h4>
        <SectorWeave sector={sector} /> {service.name}
      </h4>
      <p className="aside-text">{[service.kind_name, service.institution].filter((one) => one !== service.name).join(" · ")}</p>
      <Ways service={service} />
      {why.length > 0 && <p className="service-row__why">{why.map(fact).join(" · ")}</p>}
      {fits.length > 0 && (
        <ul className="service-row__fits">
          {fits.map((fit) => (
            <li key={fit.code}>
              <Icon of={Check} />
              {fact(fit)}
            </li>
          ))}
        </ul>
      )}
      {news.length > 0 && <p className="service-row__caution">{news.map(fact).join(" · ")}</p>}
      <details className="at-hand__more">
        <summary>{say("at_hand.more")}<span className="only-heard">: {service.name}</span></summary>
        <p>{about.join(" · ")}</p>
      </details>
      <div className="at-hand__acts">{acts}</div>
    </li>
  );
}

/** Each contact with how far it can be trusted; one that nobody may rely on comes without its number, and says why. */
function Ways({ service }: { service: ShownService }) {
  const say = useWords(directoryWords);
  const tap = useTap();
  return (
    <ul className="at-hand__ways">
      {service.channels.map(({ kind, contact, standing, uri, note }, index) => (
        <li key={`${kind} ${index}`}>
          {say(`channel.${kind}`)}{" "}
          {contact !== "" && (uri ? <a href={uri} onClick={() => tap.mutate(service.id)}>{contact}</a> : <b>{contact}</b>)}{" "}
          <span className="aside-text">{note || say(`standing.${standing}`)}</span>
        </li>
      ))}
    </ul>
  );
}
