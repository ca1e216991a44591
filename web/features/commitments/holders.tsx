// Who holds what, by name and never by number: to share out, not to compare. One knot each; what nobody holds comes last.
import { Knot } from "@/design/knot";
import { useWords } from "@/words/say";
import { itemsOf, wholeCountOf, type Commitment, type CommitmentQuery } from "./commitments";
import { commitmentWords } from "./words";
import "./holders.css";

/** More knots than these would be a measure of the person. */
const k_knots = 7;

interface Holder {
  name: string | undefined;
  held: readonly Commitment[];
}

function holdersOf(items: readonly Commitment[]): Holder[] {
  const byName = new Map<string | undefined, Commitment[]>();
  for (const item of items) byName.set(item.owner_name, [...(byName.get(item.owner_name) ?? []), item]);
  return [...byName]
    .map(([name, held]) => ({ name, held }))
    .sort((one, other) => (one.name === undefined ? 1 : other.name === undefined ? -1 : one.name.localeCompare(other.name, "es")));
}

/** Only when all of it was read: half a list would call somebody free who is not. */
export function Holders({ open }: { open: CommitmentQuery }) {
  const say = useWords(commitmentWords);
  if (!wholeCountOf(open)) return null;
  return (
    <section className="holders" aria-labelledby="holders-title">
      <div>
        <h2 className="section-title" id="holders-title">
          {say("holders")}
        </h2>
        <p className="aside-text">{say("holders.why")}</p>
      </div>
      <ul>
        {holdersOf(itemsOf(open)).map((holder) => (
          <HolderOf key={holder.name ?? ""} holder={holder} />
        ))}
      </ul>
    </section>
  );
}

function HolderOf({ holder: { name, held } }: { holder: Holder }) {
  const say = useWords(commitmentWords);
  const knots = held.slice(0, k_knots);
  const loose = held.filter((one) => one.loose).length;
  return (
    <li>
      <b>{name ?? say("holders.nobody")}</b>
      <svg className="yarn" width="130" height="20" viewBox="0 0 130 20" aria-hidden="true">
        <path className={name === undefined ? "holders__open" : "holders__line"} d="M0 10h128" />
        {knots.map((one, index) => (
          <Knot key={one.id} shape={one.loose ? "loose" : "contact"} x={12 + index * 17} y={10} scale={one.danger === "normal" ? 0.55 : 0.85} />
        ))}
      </svg>
      <p>
        {say("holders.count", { count: held.length })}
        {loose > 0 && <>, <span className="loose-words">{say("holders.loose", { count: loose })}</span></>}
      </p>
    </li>
  );
}
