import { usePrinting } from "@/design/printing";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useTelling } from "./telling";
import type { Story } from "./story";
import { threadWords } from "./words";

/** On paper the drawing comes first and then this list; on the screen the knots themselves are the list. */
export function Printed({ story }: { story: Story }) {
  return usePrinting() ? <Paper story={story} /> : null;
}

function Paper({ story }: { story: Story }) {
  const say = useWords(threadWords);
  const dates = useDates();
  const tell = useTelling();
  const moments = story.moments.map((moment) => ({
    at: moment.at, key: moment.id, when: tell.when([moment]), what: tell.what([moment]), lane: moment.lane, words: moment.words ?? [],
  }));
  const gaps = story.gaps.map((gap) => ({
    at: gap.from + 0.5, key: `gap ${gap.from} ${gap.lane}`, when: dates.moment(new Date(gap.from)), what: say(gap.nobody ? "gap.printed" : "gap.printed_other", { alone: tell.alone(gap), due: tell.due(gap) }),
    lane: gap.lane, words: [],
  }));
  return (
    <ol className="thread__printed" aria-hidden="true">
      {[...moments, ...gaps].sort((one, other) => one.at - other.at).map(({ key, when, what, lane, words }) => (
        <li key={key}>
          <b>{when}</b>
          <span>
            {what}
            {words.map((said) => <i key={said}> «{said}»</i>)}
          </span>
          <span>{story.lanes[lane]?.name}</span>
        </li>
      ))}
    </ol>
  );
}
