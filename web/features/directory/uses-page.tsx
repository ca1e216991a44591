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
import { useUses } from "./directory";
import { isPassedOver, orders, sorted, totalOf, type Order, type Use } from "./uses";
import { directoryWords } from "./words";
import "./uses.css";

const spans = ["7", "30", "90"] as const;

export function Page() {
  const say = useWords(directoryWords);
  const dates = useDates();
  usePageTitle(say("uses"));
  const [span, setSpan] = useState<(typeof spans)[number]>("30");
  const [order, setOrder] = useState<Order>("shown");
  const uses = useUses(Number(span), dates.today());
  return (
    <div className="uses">
      <section className="uses__ask" aria-label={say("uses.ask")}>
        <RadioRows name="span" look="words" label={say("uses.span")} value={span} onChange={setSpan} choices={spans.map((value) => ({ value, title: say("uses.days", { days: Number(value) }) }))} />
        <RadioRows name="order" look="words" label={say("uses.order")} value={order} onChange={setOrder} choices={orders.map((value) => ({ value, title: say(`uses.most.${value}`) }))} />
        <p className="aside-text uses__explained">{say("uses.explained")}</p>
      </section>
      <Sheet labelledBy="sheet-title" look="column">
        <div className="titled">
          <h1 id="sheet-title">{say("uses")}</h1>
          <TextLink to="/catastro" quiet>
            {say("uses.back")}
          </TextLink>
        </div>
        {uses.isError ? <Trouble problem={uses.error} onRetry={() => void uses.refetch()} /> : uses.data ? <Counts items={uses.data.items} order={order} /> : <Busy waiting act="opening" />}
      </Sheet>
    </div>
  );
}

function Counts({ items, order }: { items: readonly Use[]; order: Order }) {
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
          <Row key={item.service_id} item={item} share={item[order] / most} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, share }: { item: Use; share: number }) {
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
        {isPassedOver(item) && <span className="uses__note">{say("uses.passed_over")}</span>}
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
