// How the directory is used: which rows are shown, whose contact is taken, which are said to be wrong. Of rows, never of people.
import { useState } from "react";
import { Busy } from "@/design/busy";
import { TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { RadioRows } from "@/design/radio-rows";
import { Sheet } from "@/design/sheet";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useTopicName, useUses, type Uses } from "./directory";
import { byInstitution, isPassedOver, k_days_enough, k_seen_enough, orders, sorted, totalOf, type Order, type Use } from "./uses";
import { directoryWords } from "./words";
import "./uses.css";

const spans = ["7", "30", "90"] as const;
const views = ["service", "topic"] as const;

export function Page() {
  const say = useWords(directoryWords);
  const dates = useDates();
  usePageTitle(say("uses"));
  const [span, setSpan] = useState<(typeof spans)[number]>("30");
  const [order, setOrder] = useState<Order>("shown");
  const [view, setView] = useState<(typeof views)[number]>("service");
  const uses = useUses(Number(span), dates.today());
  return (
    <div className="uses">
      <section className="uses__ask" aria-label={say("uses.ask")}>
        <RadioRows name="span" look="words" label={say("uses.span")} value={span} onChange={setSpan} choices={spans.map((value) => ({ value, title: say("uses.days", { days: Number(value) }) }))} />
        <RadioRows name="view" look="words" label={say("uses.view")} value={view} onChange={setView} choices={views.map((value) => ({ value, title: say(`uses.view.${value}`) }))} />
        {view === "service" && <RadioRows name="order" look="words" label={say("uses.order")} value={order} onChange={setOrder} choices={orders.map((value) => ({ value, title: say(`uses.most.${value}`) }))} />}
        <p className="aside-text uses__explained">
          {say("uses.explained")} {say(view === "service" ? "uses.floor" : "uses.two_topics", { times: k_seen_enough, days: k_days_enough })}
        </p>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <div className="titled">
          <h1 id="sheet-title">{say("uses")}</h1>
          <TextLink to="/catastro" quiet>
            {say("uses.back")}
          </TextLink>
        </div>
        {uses.isError ? <Trouble problem={uses.error} onRetry={() => void uses.refetch()} /> : uses.data ? view === "service" ? <Counts items={uses.data.items} order={order} days={Number(span)} /> : <ByTopic uses={uses.data} /> : <Busy waiting act="opening" />}
      </Sheet>
    </div>
  );
}

function Counts({ items, order, days }: { items: readonly Use[]; order: Order; days: number }) {
  const say = useWords(directoryWords);
  if (items.length === 0) return <EmptyState truth={say("uses.none")} />;
  const most = Math.max(1, ...items.map((item) => item[order]));
  return (
    <table className="uses__table">
      <caption className="aside-text">{say("uses.sum", { rows: items.length, shown: totalOf(items, "shown"), tapped: totalOf(items, "tapped") })}</caption>
      <thead>
        <tr>
          <th scope="col">{say("uses.service")}</th>
          {orders.map((one) => (
            <th key={one} scope="col" aria-sort={one === order ? "descending" : "none"} className="uses__count">
              {say(`uses.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted(items, order).map((item) => (
          <Row key={item.service_id} item={item} share={item[order] / most} days={days} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, share, days }: { item: Use; share: number; days: number }) {
  const say = useWords(directoryWords);
  return (
    <tr>
      <th scope="row">
        <TextLink to={`/catastro/${item.service_id}`} quiet>
          {item.name}
        </TextLink>{" "}
        <span className="aside-text">{item.code}</span>
        <svg className="uses__thread" aria-hidden="true" width="100%" height="3">
          <rect width={`${(share * 100).toFixed(1)}%`} height="3" />
        </svg>
        {isPassedOver(item, days) && <span className="uses__note">{say("uses.passed_over", { times: item.shown, days })}</span>}
        {item.reported > 0 && <span className="uses__note">{say("uses.to_check")}</span>}
      </th>
      {orders.map((one) => (
        <td key={one} className="uses__count" data-name={say(`uses.${one}`)}>
          {item[one]}
        </td>
      ))}
    </tr>
  );
}

/** What was shown and taken of each institution's services, by what they attend. */
function ByTopic({ uses }: { uses: Uses }) {
  const say = useWords(directoryWords);
  const topicName = useTopicName();
  const told = (count: number | undefined) => count ?? say("uses.few");
  if (uses.by_institution_and_topic.length === 0) return <EmptyState truth={say("uses.none")} />;
  return (
      <table className="uses__table">
        <caption className="aside-text">
          <a className="text-link" href={`/api/v1/directory/uses.csv?from=${uses.from}&until=${uses.until}`} download>
            {say("uses.download")}
          </a>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say("uses.topic")}</th>
            {(["services", "shown", "tapped"] as const).map((one) => <th key={one} scope="col" className="uses__count">{say(`uses.${one}`)}</th>)}
          </tr>
        </thead>
        {byInstitution(uses.by_institution_and_topic).map(([institution, cells]) => (
          <tbody key={institution}>
            <tr>
              <th scope="rowgroup" colSpan={4} className="uses__whose">{institution}</th>
            </tr>
            {cells.map((cell) => (
              <tr key={cell.topic}>
                <th scope="row">{topicName(cell.topic)}</th>
                <td className="uses__count" data-name={say("uses.services")}>{cell.services}</td>
                <td className="uses__count" data-name={say("uses.shown")}>{told(cell.shown)}</td>
                <td className="uses__count" data-name={say("uses.tapped")}>{told(cell.tapped)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
  );
}
