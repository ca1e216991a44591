import { Button, TextLink } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Rows } from "@/design/rows";
import { useWords } from "@/words/say";
import { CommitmentRow } from "./commitment-row";
import { itemsOf, type Commitment, type CommitmentQuery, type Which } from "./commitments";
import { Imminent } from "./imminent";
import { NextSheet } from "./next-sheet";
import { commitmentWords } from "./words";

/** The rest is one tap away; here are those that come first. */
const k_later = 5;

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

interface ListsProps {
  loose: CommitmentQuery;
  due: CommitmentQuery;
  open: CommitmentQuery;
}

/** The first one, when a person may be in danger now, is a sheet of its own. With nothing loose, the sheet is what comes next. */
export function LooseAndDue({ loose, due, open }: ListsProps) {
  const say = useWords(commitmentWords);
  const [first, ...rest] = itemsOf(loose);
  const imminent = first?.danger === "imminent" ? first : undefined;
  const rows = imminent || !first ? rest : [first, ...rest];
  const next = itemsOf(due);
  const named = new Set([...itemsOf(loose), ...next].map(({ id }) => id));
  const later = itemsOf(open).filter((item) => !item.loose && !named.has(item.id));
  return (
    <>
      {imminent && <Imminent commitment={imminent} />}
      {!first && <NextSheet />}
      {rows.length > 0 && (
        <>
          <h2 className="only-heard">{say("list.loose")}</h2>
          <Rows label={say("list.loose")}>
            <Lines items={rows} />
          </Rows>
        </>
      )}
      <More query={loose} />
      {next.length > 0 && (
        <Rows title={say("list.due")}>
          <Lines items={next} />
        </Rows>
      )}
      <More query={due} />
      {later.length > 0 && (
        <Rows title={say("list.later")} {...(later.length > k_later || open.hasNextPage ? { aside: <TextLink to="/?ver=open">{say("list.all")}</TextLink> } : {})}>
          <Lines items={later.slice(0, k_later)} />
        </Rows>
      )}
    </>
  );
}

export function CommitmentRows({ name, query }: { name: Exclude<Which, "loose">; query: CommitmentQuery }) {
  const say = useWords(commitmentWords);
  const items = itemsOf(query);
  if (items.length === 0) return <EmptyState truth={say(`empty.${name}`)} act={<TextLink to="/">{say("empty.back")}</TextLink>} />;
  return (
    <>
      <Rows title={say(`list.${name}`)}>
        <Lines items={items} />
      </Rows>
      <More query={query} />
    </>
  );
}
