import { Button } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Rows } from "@/design/rows";
import { useWords } from "@/words/say";
import { CommitmentRow } from "./commitment-row";
import type { Commitment, useCommitments, Which } from "./commitments";
import { Imminent } from "./imminent";
import { commitmentWords } from "./words";

type Query = ReturnType<typeof useCommitments>;

function More({ query }: { query: Query }) {
  const say = useWords(commitmentWords);
  if (!query.hasNextPage) return null;
  return (
    <Button weight="word" onPress={() => void query.fetchNextPage()} pending={query.isFetchingNextPage}>
      {say("more")}
    </Button>
  );
}

interface LooseAndDueProps {
  loose: readonly Commitment[];
  due: readonly Commitment[];
  query: Query;
  /** Whether it is known what falls due: before that, nothing is said to be empty. */
  settled: boolean;
}

export function LooseAndDue({ loose, due, query, settled }: LooseAndDueProps) {
  const say = useWords(commitmentWords);
  const [first, ...rest] = loose;
  const imminent = first?.danger === "imminent" ? first : undefined;
  const rows = imminent ? rest : loose;
  if (loose.length === 0 && due.length === 0) return settled ? <EmptyState truth={say("empty.loose")} /> : null;
  return (
    <>
      {imminent && <Imminent commitment={imminent} />}
      {rows.length > 0 && (
        <Rows label={say("list.loose")}>
          {rows.map((item) => (
            <CommitmentRow key={item.id} commitment={item} loose />
          ))}
        </Rows>
      )}
      <More query={query} />
      {due.length > 0 && (
        <Rows title={say("list.due")}>
          {due.map((item) => (
            <CommitmentRow key={item.id} commitment={item} loose={false} />
          ))}
        </Rows>
      )}
    </>
  );
}

interface CommitmentListProps {
  name: Exclude<Which, "loose">;
  items: readonly Commitment[];
  looseIds: ReadonlySet<string>;
  query: Query;
}

export function CommitmentList({ name, items, looseIds, query }: CommitmentListProps) {
  const say = useWords(commitmentWords);
  if (items.length === 0) return <EmptyState truth={say(`empty.${name}`)} />;
  return (
    <>
      <Rows title={say(`list.${name}`)}>
        {items.map((item) => (
          <CommitmentRow key={item.id} commitment={item} loose={looseIds.has(item.id)} />
        ))}
      </Rows>
      <More query={query} />
    </>
  );
}
