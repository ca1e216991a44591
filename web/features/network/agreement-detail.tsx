// What a pair agreed: the level and its definition, what it lets travel, whether each sees the other, and until when.
import { useState } from "react";
import { Button, TextLink } from "@/design/button";
import { SectorMark } from "@/design/sector-mark";
import type { Schema } from "@/api/client";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { levels, numberOf, type Agreement, type Network } from "./cloth";
import { LevelTravels } from "./level-travels";
import { Weft } from "./matrix";
import { Propose } from "./propose";
import { networkWords } from "./words";

type Institution = Schema["Institution"];

interface DetailProps {
  one: Institution;
  other: Institution;
  agreement: Agreement | undefined;
  rules: Network["levels"];
}

export function AgreementDetail({ one, other, agreement, rules }: DetailProps) {
  const say = useWords(networkWords);
  return (
    <section className="network__detail" aria-label={say("detail")} aria-live="polite">
      <p className="network__pair">
        {[one, other].map(({ id, name, sector }) => <TextLink key={id} to={`/red/${id}`}><SectorMark sector={sector} name={name} /></TextLink>)}
      </p>
      {agreement ? <Agreed one={one} other={other} agreement={agreement} /> : <h2>{say("none")}</h2>}
      <ProposeActs one={one} other={other} agreement={agreement} rules={rules} />
    </section>
  );
}

/** A party proposes; who coordinates the network proposes to two others, and each signs. */
function ProposeActs({ one, other, agreement, rules }: DetailProps) {
  const say = useWords(networkWords);
  const { permissions, institution } = useMe();
  const [open, setOpen] = useState(false);
  const isParty = one.id === institution.id || other.id === institution.id;
  const may = permissions.includes("agreement_sign") && (isParty || permissions.includes("network_coordinate"));
  if (!may) return null;
  const [own, with_] = other.id === institution.id ? [other, one] : [one, other];
  return (
    <div className="form-acts no-print">
      <Button weight="first" onPress={() => setOpen(true)}>{say(isParty ? (agreement ? "propose.change" : "propose.act") : "propose.others.act")}</Button>
      {open && <Propose own={own} other={with_} current={agreement} rules={rules} toOthers={!isParty} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Agreed({ one, other, agreement }: { one: Institution; other: Institution; agreement: Agreement }) {
  const say = useWords(networkWords);
  const dates = useDates();
  const { level, goal, class_limit: limit } = agreement;
  const nameOf = (id: string) => (id === one.id ? one.name : other.name);
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
      <LevelTravels limit={limit} visible={agreement.events_visible} />
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
