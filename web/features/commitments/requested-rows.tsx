// What one's institution waits for from others: its state and no more.
import { Button, ButtonLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { EmptyState } from "@/design/empty-state";
import { Row, Rows } from "@/design/rows";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import type { RequestedCommitment, RequestedQuery } from "./commitments";
import { CodeLink } from "@/features/thread/code-link";
import { CommitmentYarn } from "./commitment-yarn";
import { placeOf } from "./place";
import { useTitleOf } from "./title";
import { commitmentWords } from "./words";

export function RequestedRows({ query }: { query: RequestedQuery }) {
  const say = useWords(commitmentWords);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return <EmptyState truth={say("empty.asked")} />;
  return (
    <>
      <Rows title={say("list.asked")}>
        {items.map((item) => (
          <RequestedRow key={item.id} item={item} />
        ))}
      </Rows>
      {query.hasNextPage && (
        <Button weight="word" onPress={() => void query.fetchNextPage()} pending={query.isFetchingNextPage}>
          {say("more")}
        </Button>
      )}
    </>
  );
}

function RequestedRow({ item }: { item: RequestedCommitment }) {
  const say = useWords(commitmentWords);
  const title = useTitleOf()(item);
  const place = placeOf(item, useMe());
  return (
    <Row
      title={title}
      note={
        <>
          {item.thread_code && <CodeLink code={item.thread_code} />}
          {item.thread_code && " · "}
          {item.institution_name}
        </>
      }
      drawing={<CommitmentYarn dueAt={item.due_at} loose={item.overdue} hue="ink" />}
      clock={<Clock dueAt={item.due_at} what={title} loose={item.overdue} paused={item.paused} />}
      acts={
        place && (
          <ButtonLink to={place}>
            {say("open")} <span className="only-heard">{item.thread_code ?? item.institution_name}</span>
          </ButtonLink>
        )
      }
    />
  );
}
