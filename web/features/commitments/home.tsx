// The home of every role: its loose threads, most dangerous first, and what falls due next.
import { useSearchParams } from "wouter";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { byDanger, byDeadline, itemsOf, useCommitments, type Which } from "./commitments";
import { CommitmentList, LooseAndDue } from "./home-lists";
import { HomeRail } from "./home-rail";
import { commitmentWords } from "./words";
import "./home.css";

const views: readonly Which[] = ["loose", "due", "open"];

export function Page() {
  const say = useWords(commitmentWords);
  const [query] = useSearchParams();
  const view = views.find((candidate) => candidate === query.get("ver")) ?? "loose";
  const loose = useCommitments("loose");
  const due = useCommitments("due");
  const open = useCommitments("open");
  usePageTitle(say("title"));

  const looseItems = itemsOf(loose.data?.pages).sort(byDanger);
  const looseIds = new Set(looseItems.map((item) => item.id));
  const dueItems = itemsOf(due.data?.pages).filter((item) => !looseIds.has(item.id)).sort(byDeadline);
  const openItems = itemsOf(open.data?.pages).sort(byDeadline);
  const shown = { loose, due, open }[view];
  return (
    <div className="home">
      <HomeRail
        view={view}
        ready={loose.isSuccess}
        loose={looseItems}
        more={loose.hasNextPage}
        counts={{ loose: looseItems.length + dueItems.length, due: dueItems.length, open: openItems.length }}
        next={dueItems[0] ?? openItems.find((item) => !looseIds.has(item.id))}
      />
      <div className="home__lists">
        <Busy waiting={shown.isPending} />
        {shown.isError && <Trouble problem={shown.error} onRetry={() => void shown.refetch()} />}
        {view === "loose" && loose.isSuccess && <LooseAndDue loose={looseItems} due={dueItems} query={loose} settled={!due.isPending} />}
        {view === "due" && due.isSuccess && <CommitmentList name="due" items={dueItems} looseIds={looseIds} query={due} />}
        {view === "open" && open.isSuccess && <CommitmentList name="open" items={openItems} looseIds={looseIds} query={open} />}
      </div>
    </div>
  );
}
