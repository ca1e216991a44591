// The home of every role: its loose threads, most dangerous first, and what falls due next.
import { useSearchParams } from "wouter";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { usePageTitle } from "@/shell/page";
import { useWords } from "@/words/say";
import { itemsOf, looseCountOf, useCommitments, wholeCountOf, type Which } from "./commitments";
import { CommitmentRows, LooseAndDue } from "./home-lists";
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
  const shown = { loose, due, open }[view];
  usePageTitle(say("title"));
  return (
    <div className="home">
      <HomeRail view={view} counts={{ loose: looseCountOf(loose), due: wholeCountOf(due), open: wholeCountOf(open) }} first={itemsOf(loose)[0]} next={itemsOf(due)[0] ?? itemsOf(open).find((item) => !item.loose)} />
      <div className="home__lists">
        <Busy waiting={shown.isPending} />
        {shown.isError && <Trouble problem={shown.error} onRetry={() => void shown.refetch()} />}
        {view === "loose" && loose.isSuccess && <LooseAndDue loose={loose} due={due} />}
        {view !== "loose" && shown.isSuccess && <CommitmentRows name={view} query={shown} />}
      </div>
    </div>
  );
}
