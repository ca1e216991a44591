// The whole list, to be read, narrowed and printed. Reading it is an act on it too.
import { Printer } from "lucide-react";
import { useState } from "react";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Icon } from "@/design/icon";
import { RadioRows } from "@/design/radio-rows";
import { Trouble } from "@/design/trouble";
import { serverNow } from "@/api/transport";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useViews, type Only } from "./views";
import { ViewLines } from "./view-lines";
import { privacyWords } from "./words";

const filters = ["all", "outside", "refused"] as const;

export function ViewsList({ id, code }: { id: string; code?: string }) {
  const say = useWords(privacyWords);
  const dates = useDates();
  const me = useMe();
  const [filter, setFilter] = useState<(typeof filters)[number]>("all");
  const only: Only | undefined = filter === "all" ? undefined : filter;
  const views = useViews(id, only);
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  const whose = code ?? views.data?.pages[0]?.thread_code ?? "";
  return (
    <>
      <div className="titled">
        <h2 id="sheet-title">{say("views.title")}</h2>
        <Button weight="word" onPress={() => window.print()}>
          <Icon of={Printer} /> {say("views.print")}
        </Button>
      </div>
      <p>{say("views.right")}</p>
      <p className="views__paper">{say("views.paper", { code: whose, who: me.name, institution: me.institution.name, when: dates.moment(serverNow().toISOString()) })}</p>
      <div className="views__filter">
        <RadioRows name="views-only" look="words" label={say("views.filter")} value={filter} onChange={setFilter} choices={filters.map((value) => ({ value, title: say(`filter.${value}`) }))} />
      </div>
      <Busy waiting={views.isPending} />
      {views.isError && <Trouble problem={views.error} onRetry={() => void views.refetch()} />}
      {views.isSuccess && items.length === 0 && <EmptyState truth={say(`none.${filter}`)} />}
      <ViewLines views={items} />
      {views.hasNextPage && (
        <>
          <Button weight="word" onPress={() => void views.fetchNextPage()} pending={views.isFetchingNextPage}>
            {say("views.more")}
          </Button>
          <p className="aside-text views__paper">{say("views.paper.part", { count: items.length })}</p>
        </>
      )}
    </>
  );
}
