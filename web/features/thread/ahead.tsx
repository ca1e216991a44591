import { useTitleOf } from "@/features/commitments/title";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Story } from "./story";
import { threadWords } from "./words";

const k_shown = 4;

/** What comes next, in words, so that nobody has to read it off the dots. */
export function Ahead({ story }: { story: Story }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const titleOf = useTitleOf();
  const next = story.moments.flatMap(({ commitment, owed, shape, lane }) => {
    const promise = commitment ?? owed;
    return promise && shape === "future" ? [{ promise, who: [story.lanes[lane]?.name, commitment?.owner_name].filter(Boolean).join(" · ") }] : [];
  }).slice(0, k_shown);
  return (
    <section className="thread__ahead-list" aria-labelledby="thread-next">
      <h2 id="thread-next">{say("next")}</h2>
      {next.length === 0 && <p className="aside-text">{say("next.none")}</p>}
      <ol>
        {next.map(({ promise, who }) => (
          <li key={promise.id}>
            <b>{promise.paused ? say("next.paused") : dates.moment(promise.due_at)}</b>
            {titleOf(promise)}
            <span className="aside-text">{who}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
