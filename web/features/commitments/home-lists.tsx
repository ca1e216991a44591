import { Button } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Rows } from "@/design/rows";
import { useWords } from "@/words/say";
import { CommitmentRow } from "./commitment-row";
import { itemsOf, type Commitment, type CommitmentQuery, type Which } from "./commitments";
import { Imminent } from "./imminent";
import { commitmentWords } from "./words";

function Lines({ items }: { items: readonly Commitment[] }) {
  return items.map((item) => <CommitmentRow key={item.id} commitment={item} />);
}

function More({ query }: { query: CommitmentQuery }) {
  const say = useWords(commitmentWords);
  if (!query.hasNextPage) return null;
  return (
    <Button weight="word" onPress={() => void query.fetchNextPage()} pending={query.isFetchingNextPage}>
      {say("more")}
    </Button>
  );
}

/** The first one, when a person may be in danger now, is a sheet of its own. */
export function LooseAndDue({ loose, due }: { loose: CommitmentQuery; due: CommitmentQuery }) {
  const say = useWords(commitmentWords);
  const [first, ...rest] = itemsOf(loose);
  const imminent = first?.danger === "imminent" ? first : undefined;
  const rows = imminent || !first ? rest : [first, ...rest];
  const next = itemsOf(due);
  // Before it is known what falls due, nothing is said to be empty.
  if (!first && next.length === 0) return due.isPending ? null : <EmptyState truth={say("empty.loose")} />;
  return (
    <>
      {imminent && <Imminent commitment={imminent} />}
      {rows.length > 0 && (
        <Rows label={say("list.loose")}>
          <Lines items={rows} />
        </Rows>
      )}
      <More query={loose} />
      {next.length > 0 && (
        <Rows title={say("list.due")}>
          <Lines items={next} />
        </Rows>
      )}
      <More query={due} />
    </>
  );
}

export function CommitmentRows({ name, query }: { name: Exclude<Which, "loose">; query: CommitmentQuery }) {
  const say = useWords(commitmentWords);
  const items = itemsOf(query);
  if (items.length === 0) return <EmptyState truth={say(`empty.${name}`)} />;
  return (
    <>
      <Rows title={say(`list.${name}`)}>
        <Lines items={items} />
      </Rows>
      <More query={query} />
    </>
  );
}
