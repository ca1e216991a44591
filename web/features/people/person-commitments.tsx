import { TextLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { Trouble } from "@/design/trouble";
import { Knot } from "@/design/knot";
import { Fray, Yarn } from "@/design/yarn";
import { hueOf } from "@/features/commitments/commitment-row";
import { placeOf } from "@/features/commitments/place";
import { useCommitmentsOf, type Commitment } from "@/features/commitments/commitments";
import { useTitleOf } from "@/features/commitments/title";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { peopleWords } from "./words";
import "./person-commitments.css";

export function PersonCommitments({ personId }: { personId: string }) {
  const say = useWords(peopleWords);
  const { data, error, refetch } = useCommitmentsOf(personId);
  if (error) return <Trouble problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="section" aria-labelledby="person-commitments">
      <h2 id="person-commitments">{say("commitments", { count: data.items.length })}</h2>
      <ol className="person-commitments">
        {data.items.map((commitment) => (
          <Line key={commitment.id} commitment={commitment} />
        ))}
      </ol>
    </section>
  );
}

function Line({ commitment }: { commitment: Commitment }) {
  const me = useMe();
  const hue = hueOf(commitment, me);
  const title = useTitleOf()(commitment);
  const { loose } = commitment;
  const place = placeOf({ kind: commitment.kind, subject_id: commitment.subject_id }, me); // the person is this page
  return (
    <li>
      <svg className="yarn" width="44" height="20" viewBox="0 0 44 20" aria-hidden="true">
        <Yarn x={2} y={10} reach={loose ? 12 : 20} width={6} hue={hue} />
        {loose ? <Fray x={14} y={10} reach={28} /> : <Knot shape="future" x={36} y={10} scale={0.8} />}
      </svg>
      <span>
        {place ? <TextLink to={place}>{title}</TextLink> : title}
        <span className="aside-text">
          {commitment.institution_name} · <Clock dueAt={commitment.due_at} what={title} loose={loose} paused={commitment.paused} />
        </span>
      </span>
    </li>
  );
}
