// One row as staff read it: the six indispensable data, how far each contact can be trusted, and where it all comes from.
import { WhomToCall } from "@/features/network/whom-to-call";
import { useComunaName } from "@/features/people/people";
import { ButtonLink } from "@/design/button";
import { Note } from "@/design/note";
import { designWords } from "@/design/words";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Channels } from "./channels";
import { freePlaces, useLanguageName, useRegionName, useTopicName, type Entry } from "./directory";
import { hoursInWords } from "./hours";
import { directoryWords } from "./words";
import "./service-view.css";

export function ServiceView({ entry, mayCheck }: { entry: Entry; mayCheck: boolean }) {
  const say = useWords(directoryWords);
  const sayOf = useWords(designWords);
  const topicName = useTopicName();
  const languageName = useLanguageName();
  const mayRefer = useMe().permissions.includes("referral_write");
  const doubted = entry.channels.some((channel) => channel.doubted_at !== undefined);
  return (
    <>
      <h2 id="sheet-title">{entry.name}</h2>
      <p className="aside-text">
        {entry.institution} · {say(`kind.${entry.kind}`)} · {entry.code}
      </p>
      {!entry.is_active && <Note tone="look">{say("inactive")}</Note>}
      {doubted && <Note tone="look">{say("doubted")}</Note>}
      <Channels entry={entry} mayCheck={mayCheck} />
      {entry.institution_id && <WhomToCall institution={entry.institution_id} />}
      <dl className="six section">
        <Datum name={say("six.age")}>{ageInWords(entry, say)}</Datum>
        <Datum name={say("six.hours")}>
          {hoursInWords(entry.hours, say)}
          {entry.hours_said && <span className="aside-text">«{entry.hours_said}»</span>}
        </Datum>
        {entry.area && <Datum name={say("area")}>{sayOf(`sector.${entry.area}`)}</Datum>}
        <Datum name={say("six.topics")}>{entry.topics.map(topicName).join(", ") || say("unknown")}</Datum>
        <Datum name={say("six.entry")}>
          {[entry.entry_requirements || say("unknown"), ...entry.required_documents].join(". ")}
          <span className="aside-text">
            {[say(`identity.${entry.identity}`), say(`cost.${entry.cost}`), entry.is_confidential && say("confidential")].filter(Boolean).join(" · ")}
          </span>
        </Datum>
        <Reach entry={entry} />
        <Places entry={entry} />
        {entry.languages.length > 0 && <Datum name={say("six.languages")}>{entry.languages.map(languageName).join(", ")}</Datum>}
        {entry.accessibility.length > 0 && <Datum name={say("six.access")}>{entry.accessibility.map((one) => say(`access.${one}`)).join(" · ")}</Datum>}
        {entry.notes && <Datum name={say("six.notes")}>{entry.notes}</Datum>}
      </dl>
      <Provenance entry={entry} />
      <p className="form-acts">
        {mayCheck && (
          <ButtonLink to={`/catastro/${entry.id}/llamar`} weight="first">
            {say("check")}
          </ButtonLink>
        )}
        {mayCheck && <ButtonLink to={`/catastro/${entry.id}/corregir`}>{say("correct")}</ButtonLink>}
        {mayRefer && entry.is_active && <ButtonLink to={`/derivar?servicio=${entry.id}`}>{say("refer_here")}</ButtonLink>}
      </p>
    </>
  );
}

type SayDirectory = ReturnType<typeof useWords<keyof typeof directoryWords.es>>;

export function ageInWords({ age_min, age_max, population }: Pick<Entry, "age_min" | "age_max" | "population">, say: SayDirectory): string {
  const span =
    age_min !== undefined && age_max !== undefined ? say("age.between", { from: age_min, to: age_max })
    : age_min !== undefined ? say("age.from", { from: age_min })
    : age_max !== undefined ? say("age.to", { to: age_max })
    : "";
  return [population, span].filter(Boolean).join(" · ") || say("unknown");
}

function Datum({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Reach({ entry: { coverage } }: { entry: Entry }) {
  const say = useWords(directoryWords);
  const comunaName = useComunaName();
  const regionName = useRegionName();
  const places = [...coverage.regions.map((region) => say("region", { region: regionName(region) })), ...coverage.comunas.map(comunaName)];
  return <Datum name={say("six.reach")}>{coverage.reach === "places" ? places.join(", ") : say(`reach.${coverage.reach}`)}</Datum>;
}

function Places({ entry }: { entry: Entry }) {
  const say = useWords(directoryWords);
  const dates = useDates();
  const { capacity, counted } = entry;
  const free = freePlaces(entry);
  const said = [
    free !== undefined && (capacity.places === undefined ? say("places.free", { count: free }) : say("places.free_of", { count: free, of: capacity.places })),
    counted !== undefined && counted.held > 0 && say("places.by_referral", { count: counted.held }),
    capacity.waiting_days !== undefined && say("places.waiting", { days: capacity.waiting_days }),
    capacity.updated !== undefined && say("places.updated", { day: dates.calendarDay(capacity.updated) }),
  ].filter(Boolean);
  return said.length > 0 ? <Datum name={say("six.places")}>{said.join(" · ")}</Datum> : null;
}

function Provenance({ entry }: { entry: Entry }) {
  const say = useWords(directoryWords);
  const dates = useDates();
  const facts = [
    say("source", { source: entry.source || say("unknown"), as_of: entry.as_of || say("unknown") }),
    say(`verified.${entry.verified}`),
    entry.checked_on && say("checked", { day: dates.calendarDay(entry.checked_on), by: entry.checked_by || say("unknown") }),
    entry.expires_on && say("expires", { day: dates.calendarDay(entry.expires_on) }),
    entry.rung_on && say("rung", { day: dates.calendarDay(entry.rung_on), by: entry.rung_by || say("unknown") }),
  ].filter(Boolean);
  return (
    <section className="section" aria-labelledby="provenance-title">
      <h3 id="provenance-title" className="section-title">
        {say("provenance")}
      </h3>
      <ul className="aside-text">
        {facts.map((fact) => (
          <li key={String(fact)}>{fact}</li>
        ))}
      </ul>
    </section>
  );
}
