// Accepted, and without an hour yet: by danger and age, each with the clock that runs.
import { Link } from "react-aria-components";
import { serverNow } from "@/api/transport";
import { Busy } from "@/design/busy";
import { Trouble } from "@/design/trouble";
import { DueWords } from "@/features/referrals/inbox-row";
import { useStage, type Listed } from "@/features/referrals/referrals";
import { byDanger } from "@/features/referrals/stages";
import { referralWords } from "@/features/referrals/words";
import { useWords } from "@/words/say";
import { agendaWords } from "./words";

/** Those a free hour may be given to; undefined while it is not known. */
export function useWaiting(): { items: readonly Listed[] | undefined; query: ReturnType<typeof useStage> } {
  const query = useStage("inbox", "held");
  const items = query.data?.pages.flatMap((page) => page.items).filter(({ status }) => status === "accepted");
  return { items: items && byDanger(items, serverNow()), query };
}

export function Waiting() {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const { items, query } = useWaiting();
  return (
    <section className="section agenda__waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title" className="section-title">
        {say("waiting")} {items && items.length > 0 && items.length}
      </h2>
      {query.error && <Trouble problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Busy waiting />}
      {items?.length === 0 && <p className="aside-text">{say("waiting.none")}</p>}
      <ol>
        {items?.map((item) => (
          <li key={item.id}>
            <Link className="waiting-row" href={`/derivaciones/${item.id}`}>
              <span>
                <b>{item.thread_code}</b>, {sayOf(`age.${item.age_band}` as "age.unknown")}
              </span>
              <span className="aside-text">{item.service_name}</span>
              <DueWords item={item} />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
