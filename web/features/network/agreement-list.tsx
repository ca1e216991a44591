// The agreements of one's institution, of any time: what waits for a signature first.
import { useState } from "react";
import { Button } from "@/design/button";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Decline, End, Sign } from "./agreement-acts";
import { inOrder, type Known } from "./agreements";
import { numberOf, type Network } from "./cloth";
import { networkWords } from "./words";

type Act = "sign" | "decline" | "end";
const dialogs = { sign: Sign, decline: Decline, end: End };

interface ListProps {
  known: readonly Known[];
  rules: Network["levels"];
  /** `waiting`: only those that ask for one's signature, which on a phone stand before everything else. */
  of?: "all" | "waiting";
}

export function AgreementList({ known, rules, of = "all" }: ListProps) {
  const say = useWords(networkWords);
  const title = of === "all" ? "agreements" : "agreements.waiting";
  if (known.length === 0) return null;
  return (
    <section className="section" aria-labelledby={title}>
      <h2 id={title} className="section-title">{say(title)}</h2>
      <ol className="network__agreements">
        {inOrder(known).map((agreement) => (
          <Row key={agreement.id} agreement={agreement} rules={rules} />
        ))}
      </ol>
    </section>
  );
}

function Row({ agreement, rules }: { agreement: Known; rules: Network["levels"] }) {
  const say = useWords(networkWords);
  const dates = useDates();
  const own = useMe().institution.id;
  const [act, setAct] = useState<Act | null>(null);
  const { first_id, second_id, first_name, second_name, level, standing, starts_on, ends_on, first_signer, may_sign, may_decline, may_end } = agreement;
  const name = first_id === own ? second_name : second_id === own ? first_name : say("agreement.pair", { one: first_name, other: second_name });
  const lacks = first_signer === "" ? first_name : second_name;
  const from = dates.calendarDay(starts_on);
  const until = dates.calendarDay(ends_on);
  const told = {
    proposed: may_sign ? say("standing.yours", { from, until }) : say("standing.proposed", { name: lacks, from, until }),
    declined: say("standing.declined"),
    to_come: say("standing.to_come", { from, until }),
    in_force: say("standing.in_force", { from, until }),
    ended: say("standing.ended", { until }),
  };
  const Dialog = act && dialogs[act];
  return (
    <li className={standing === "ended" || standing === "declined" ? "agreement agreement--over" : "agreement"}>
      <b className="agreement__level">{numberOf(level)}</b>
      <span>
        <b>{name}</b> {say(`level.${level}`)}
        <span className="agreement__told">{may_sign ? <span className="marked">{told[standing]}</span> : told[standing]}</span>
      </span>
      <span className="agreement__acts">
        {may_sign && <Button weight="first" size="tight" onPress={() => setAct("sign")}>{say("sign.act")} <span className="only-heard">{name}</span></Button>}
        {may_decline && <Button weight="word" size="tight" onPress={() => setAct("decline")}>{say(may_sign ? "decline.act" : "take_back.act")} <span className="only-heard">{name}</span></Button>}
        {may_end && <Button weight="word" size="tight" onPress={() => setAct("end")}>{say("end.act")} <span className="only-heard">{name}</span></Button>}
      </span>
      {Dialog && <Dialog agreement={agreement} rules={rules} onClose={() => setAct(null)} />}
    </li>
  );
}
