// What a pair agreed: the level and its definition, what it lets travel, whether each sees the other, and until when.
import { SectorMark } from "@/design/sector-mark";
import type { Schema } from "@/api/client";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { levels, numberOf, type Agreement } from "./cloth";
import { Weft } from "./matrix";
import { networkWords } from "./words";

type Institution = Schema["Institution"];

export function AgreementDetail({ one, other, agreement }: { one: Institution; other: Institution; agreement: Agreement | undefined }) {
  const say = useWords(networkWords);
  return (
    <section className="network__detail" aria-label={say("detail")} aria-live="polite">
      <p className="network__pair">
        <SectorMark sector={one.sector} name={one.name} /> <SectorMark sector={other.sector} name={other.name} />
      </p>
      {agreement ? <Agreed one={one} other={other} agreement={agreement} /> : <h2>{say("none")}</h2>}
    </section>
  );
}

const classes = [0, 1, 2, 3, 4] as const;

function Agreed({ one, other, agreement }: { one: Institution; other: Institution; agreement: Agreement }) {
  const say = useWords(networkWords);
  const dates = useDates();
  const { level, goal, class_limit: limit } = agreement;
  const nameOf = (id: string) => (id === one.id ? one.name : other.name);
  const mayTravel = (each: (typeof classes)[number]) => (each === 4 ? "may.sealed" : each === 3 ? "may.each" : each <= limit ? "may.yes" : "may.hand");
  return (
    <>
      <div className="network__level">
        <b>{numberOf(level)}</b>
        <div>
          <h2>{say(`level.${level}`)}</h2>
          <p>{say(`definition.${level}`)}</p>
        </div>
      </div>
      <p className="aside-text">{goal && say("goal", { number: numberOf(goal), level: say(`level.${goal}`) })} {say("source")}</p>
      <div className="section titled">
        <h3>{say("travels")}</h3>
        <span className="aside-text">{say("travels.note")}</span>
      </div>
      <ol className="network__classes">
        {classes.map((each) => (
          <li key={each}><b>{each}</b><span>{say(`class.${each}`)}</span><span>{say(mayTravel(each))}</span></li>
        ))}
      </ol>
      <p className="aside-text">{say(agreement.events_visible ? "visible" : "invisible")}</p>
      <dl className="network__terms section">
        <div><dt>{say("from")}</dt><dd>{dates.calendarDay(agreement.starts_on)}</dd></div>
        <div><dt>{say("until")}</dt><dd>{dates.calendarDay(agreement.ends_on)}</dd></div>
        <div>
          <dt>{say("signers")}</dt>
          <dd>
            {say("signer", { office: agreement.first_signer, institution: nameOf(agreement.first_id) })}
            <br />
            {say("signer", { office: agreement.second_signer, institution: nameOf(agreement.second_id) })}
          </dd>
        </div>
      </dl>
    </>
  );
}

export function Levels() {
  const say = useWords(networkWords);
  return (
    <section className="section" aria-labelledby="levels">
      <h2 id="levels" className="section-title">{say("levels")}</h2>
      <ol className="network__levels">
        {levels.map((level) => (
          <li key={level}>
            <Weft count={numberOf(level)} />
            <p><b>{numberOf(level)} {say(`level.${level}`)}:</b> {say(`definition.${level}`)}</p>
          </li>
        ))}
      </ol>
      <p className="aside-text">{say("source")}</p>
    </section>
  );
}
