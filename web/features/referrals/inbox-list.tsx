// The list: the most dangerous and the latest first, whichever page of the server it came in.
import { useRef, type KeyboardEvent } from "react";
import { Link } from "react-aria-components";
import { serverNow } from "@/api/transport";
import { Busy } from "@/design/busy";
import { Button, TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { useMinute } from "@/design/minute";
import { Trouble } from "@/design/trouble";
import { useWords } from "@/words/say";
import { InboxRow } from "./inbox-row";
import { useStage, type Box, type Listed, type StageQuery } from "./referrals";
import { byDanger, tabsOf, type Tab } from "./stages";
import { referralWords } from "./words";
import "@/design/word-tabs.css";

interface InboxListProps {
  box: Box;
  tab: Tab;
  /** The id of the one on the sheet. */
  chosen: string;
  /** What the address says besides, kept while going from one to the next. */
  search: string;
}

export function InboxList({ box, tab, chosen, search }: InboxListProps) {
  const say = useWords(referralWords);
  const other: Box = box === "inbox" ? "sent" : "inbox";
  return (
    <>
      <div className="inbox__title">
        <h1>{say(`title.${box}`)}</h1>
        <TextLink to={addressOf(other)} quiet>
          {say(`see.${other}`)}
        </TextLink>
      </div>
      <nav className="inbox__tabs" aria-label={say("tabs")}>
        {tabsOf[box].map((one) => (
          <TabLink key={one.name} box={box} tab={one} current={one.name === tab.name} />
        ))}
      </nav>
      <StageRows key={`${box} ${tab.name}`} box={box} tab={tab} chosen={chosen} search={search} />
    </>
  );
}

const addressOf = (box: Box, tab?: Tab): string => `/derivaciones?caja=${box === "inbox" ? "recibidas" : "enviadas"}${tab ? `&ver=${tab.name}` : ""}`;

const itemsOf = (query: StageQuery): Listed[] => query.data?.pages.flatMap((page) => page.items) ?? [];

/** A count only when the whole stage was read: "30" would not be true of 200. */
function TabLink({ box, tab, current }: { box: Box; tab: Tab; current: boolean }) {
  const say = useWords(referralWords);
  const [first = "to_answer"] = tab.stages;
  return (
    <Link href={addressOf(box, tab)} className="word-tabs__tab" {...(current ? { "aria-current": "page" as const } : {})}>
      {box === "sent" ? say(`tab.sent.${tab.name}`) : say(`tab.inbox.${tab.name}` as "tab.inbox.closed")} {tab.name !== "closed" && <Count box={box} stage={first} />}
    </Link>
  );
}

function Count({ box, stage }: { box: Box; stage: Tab["stages"][number] }) {
  const query = useStage(box, stage);
  return query.isSuccess && !query.hasNextPage ? itemsOf(query).length : "";
}

function StageRows({ box, tab, chosen, search }: InboxListProps) {
  const say = useWords(referralWords);
  useMinute();
  const [first = "to_answer", second] = tab.stages;
  const one = useStage(box, first);
  const two = useStage(box, second ?? first);
  const queries = second ? [one, two] : [one];
  const list = useRef<HTMLOListElement>(null);
  const failed = queries.find((query) => query.isError);
  if (failed?.error) return <Trouble problem={failed.error} onRetry={() => queries.forEach((query) => void query.refetch())} />;
  if (queries.some((query) => query.isPending)) return <Busy waiting />;
  const rows = queries.flatMap((query, index) => (tab.stages[index] === "ended" ? itemsOf(query) : byDanger(itemsOf(query), serverNow())));
  const more = queries.find((query) => query.hasNextPage);
  return (
    <>
      {rows.length === 0 && <EmptyState truth={say(`empty.${tab.name}`)} />}
      <ol className="inbox__rows" ref={list} onKeyDown={(event) => walk(event, list.current)} aria-label={say(`title.${box}`)}>
        {rows.map((item) => (
          <InboxRow key={item.id} item={item} to={`/derivaciones/${item.id}${search ? `?${search}` : ""}`} current={item.id === chosen} />
        ))}
      </ol>
      {more && (
        <Button weight="word" onPress={() => void more.fetchNextPage()} pending={more.isFetchingNextPage}>
          {say("more")}
        </Button>
      )}
    </>
  );
}

/** Up and down go from one to the next, Home and End to the ends; Enter opens. */
function walk(event: KeyboardEvent, list: HTMLOListElement | null): void {
  const links = [...(list?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
  const here = links.findIndex((link) => link === document.activeElement);
  if (here < 0) return;
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
}
