// The home of every role: its loose threads, most dangerous first, then what falls due, then the rest.
import { useSearchParams } from "wouter";
import { Busy } from "@/design/busy";
import { usePhone } from "@/design/phone";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { itemsOf, looseCountOf, useCommitments, useRequested, wholeCountOf } from "./commitments";
import { Holders } from "./holders";
import { CommitmentRows, LooseAndDue } from "./home-lists";
import { HomeRail, HomeRest } from "./home-rail";
import { homeViews, type HomeView } from "./home-views";
import { RequestedRows } from "./requested-rows";
import { commitmentWords } from "./words";
import "./home.css";

export function Page() {
  const say = useWords(commitmentWords);
  const { permissions } = useMe();
  const [query] = useSearchParams();
  const view: HomeView = homeViews.find((candidate) => candidate === query.get("ver")) ?? "loose";
  const loose = useCommitments("loose");
  const due = useCommitments("due");
  const open = useCommitments("open");
  const mine = useCommitments("mine");
  const asked = useRequested();
  const shown = { loose, due, open, mine, asked }[view];
  usePageTitle(say("title"));
  const isPhone = usePhone();
  const counts = { loose: looseCountOf(loose), due: wholeCountOf(due), open: wholeCountOf(open), mine: wholeCountOf(mine), asked: wholeCountOf(asked) };
  const rest = <HomeRest view={view} counts={counts} />;
  return (
    <div className="home">
      {loose.isError && <h1 className="only-heard">{say("title")}</h1>}
      <HomeRail
        view={view}
        counts={counts}
        first={itemsOf(loose)[0]}
        next={itemsOf(due)[0] ?? itemsOf(open).find((item) => !item.loose)}
      >
        {!isPhone && rest}
      </HomeRail>
      <div className="home__lists">
        <Busy waiting={shown.isPending} />
        {shown.isError && <Trouble problem={shown.error} onRetry={() => void shown.refetch()} />}
        {view === "loose" && loose.isSuccess && <LooseAndDue loose={loose} due={due} open={open} />}
        {view === "asked" && asked.isSuccess && <RequestedRows query={asked} />}
        {view === "due" && due.isSuccess && <CommitmentRows name="due" query={due} />}
        {view === "open" && open.isSuccess && <CommitmentRows name="open" query={open} />}
        {view === "mine" && mine.isSuccess && <CommitmentRows name="mine" query={mine} />}
      </div>
      {isPhone && <div className="home__rail">{rest}</div>}
      {view === "loose" && permissions.includes("commitment_reassign") && <Holders open={open} />}
    </div>
  );
}
