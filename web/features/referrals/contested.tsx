// For who coordinates the network: declines that an origin contested, each to be sent back or upheld.
import { Link } from "react-aria-components";
import { Clock } from "@/design/clock";
import { itemsOf, useCommitments } from "@/features/commitments/commitments";
import { useWords } from "@/words/say";
import { referralWords } from "./words";

export function Contested({ chosen }: { chosen: string }) {
  const say = useWords(referralWords);
  const open = useCommitments("open");
  const contested = itemsOf(open).filter(({ kind }) => kind === "referral.decide_contested");
  if (contested.length === 0) return null;
  return (
    <section className="inbox__contested" aria-labelledby="contested-title">
      <h2 id="contested-title">{say("contested.title")}</h2>
      <ol>
        {contested.map((one) => (
          <li key={one.id}>
            <Link className="inbox-row" href={`/derivaciones/${one.subject_id}`} {...(one.subject_id === chosen ? { "aria-current": "true" as const } : {})}>
              <b className="inbox-row__topic">{one.thread_code}</b>
              <span className="inbox-row__clock">
                <Clock dueAt={one.due_at} what={say("due.decline_contested")} loose={one.loose} />
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
