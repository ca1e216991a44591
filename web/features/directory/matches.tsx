// Who can help, with the reasons; and who almost could, with why not.
import { Check } from "lucide-react";
import { useState } from "react";
import { Link } from "react-aria-components";
import { Busy } from "@/design/busy";
import { Icon } from "@/design/icon";
import { Note } from "@/design/note";
import { Trouble } from "@/design/trouble";
import { Button, ButtonLink } from "@/design/button";
import { SectorWeave } from "@/design/sector-mark";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { useFact, useMatch, type Match, type NearMiss, type Reason, type ShownService } from "./directory";
import type { Question } from "./question";
import { EmergencyStrip, Relaxing } from "./relaxing";
import { directoryWords } from "./words";
import "./matches.css";

/** Those that almost fit help when few fit; the rest is one tap away. */
const k_near = 6;
/** Lines that are not of this network wear the sector of helplines, as on the public page. */
const k_of_nobody = "helpline";

interface MatchesProps {
  question: Question;
  onChange: (question: Question) => void;
  chosen: string | undefined;
}

export function Matches({ question, onChange, chosen }: MatchesProps) {
  const say = useWords(directoryWords);
  const match = useMatch(question);
  if (match.isError) return <Trouble problem={match.error} onRetry={() => void match.refetch()} />;
  if (!match.data) return <Busy waiting act="searching" />;
  const { matches, near_misses, match_total, near_miss_total } = match.data;
  return (
    <div className="matches" aria-live="polite" aria-busy={match.isPlaceholderData}>
      <h2 className="rows__title">
        {say("matches.count", { count: match_total })} <span className="aside-text">{say("matches.order")}</span>
      </h2>
      <EmergencyStrip numbers={match.data.emergency_numbers} />
      {matches.length === 0 ? <Relaxing answer={match.data} question={question} onChange={onChange} /> : <ol>{matches.map((one) => <Fitting key={one.service.id} match={one} chosen={chosen} />)}</ol>}
      {near_misses.length > 0 && <NearMisses items={near_misses} total={near_miss_total} chosen={chosen} />}
      {question.age.trim() === "" && <Note>{say("matches.age_unknown")}</Note>}
    </div>
  );
}

interface NearMissesProps {
  items: readonly NearMiss[];
  total: number;
  chosen: string | undefined;
}

function NearMisses({ items, total, chosen }: NearMissesProps) {
  const say = useWords(directoryWords);
  const [whole, setWhole] = useState(false);
  const shown = items.filter((one, index) => whole || index < k_near || one.service.id === chosen);
  return (
    <>
      <h2 className="rows__title">{say("near.count", { count: total })}</h2>
      <ol>
        {shown.map((one) => (
          <Missing key={one.service.id} miss={one} chosen={chosen} />
        ))}
      </ol>
      {shown.length < items.length && (
        <Button weight="word" onPress={() => setWhole(true)}>
          {say("near.rest", { count: items.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface RowProps {
  service: ShownService;
  chosen: string | undefined;
  near?: boolean;
  children: React.ReactNode;
}

function ServiceRow({ service, chosen, near = false, children }: RowProps) {
  const current = service.id === chosen;
  const sector = service.area ?? k_of_nobody;
  const look = ["service-row", near && "service-row--near", current && "service-row--current"].filter(Boolean).join(" ");
  return (
    <li className={look}>
      <h3>
        <SectorWeave sector={sector} />
        <Link className="service-row__name" href={`/catastro/${service.id}`} {...(current ? { "aria-current": "page" as const } : {})}>
          {service.name}
        </Link>
      </h3>
      <p className="aside-text">
        {service.kind_name} · {service.institution}
      </p>
      {children}
      <ReferHere service={service} />
      <p className="aside-text">{service.channels.map((channel) => channel.contact || channel.note).filter((text, index, all) => text !== "" && all.indexOf(text) === index).join(" · ")}</p>
    </li>
  );
}

/** Refer in one tap, where a referral is how one gets in. */
function ReferHere({ service }: { service: ShownService }) {
  const say = useWords(directoryWords);
  const mayRefer = useMe().permissions.includes("referral_write");
  if (!mayRefer || !service.channels.some(({ kind }) => kind === "by_referral")) return null;
  return (
    <p className="service-row__act">
      <ButtonLink to={`/derivar?servicio=${service.id}`} size="tight">
        {say("refer")} <span className="only-heard">{service.name}</span>
      </ButtonLink>
    </p>
  );
}

/** That a contact is to be confirmed stands in the contact's own place; its source, in the open row. */
const isNews = (caution: Reason) => caution.code !== "contact_unconfirmed";

function Fitting({ match, chosen }: { match: Match; chosen: string | undefined }) {
  const fact = useFact();
  const cautions = match.cautions.filter(isNews);
  return (
    <ServiceRow service={match.service} chosen={chosen}>
      <ul className="service-row__fits">
        {match.fits.map((fit) => (
          <li key={fit.code}>
            <Icon of={Check} />
            {fact(fit)}
          </li>
        ))}
      </ul>
      {cautions.length > 0 && <p className="service-row__caution">{cautions.map(fact).join(" · ")}</p>}
    </ServiceRow>
  );
}

function Missing({ miss, chosen }: { miss: NearMiss; chosen: string | undefined }) {
  const fact = useFact();
  return (
    <ServiceRow service={miss.service} chosen={chosen} near>
      <p className="service-row__why">{[...miss.why, ...miss.cautions.filter(isNews)].map(fact).join(" · ")}</p>
    </ServiceRow>
  );
}
