import { useTelling } from "./telling";
import type { Story } from "./story";

/** On paper the drawing comes first and then this list; on the screen the knots themselves are the list. */
export function Printed({ story }: { story: Story }) {
  const tell = useTelling();
  return (
    <ol className="thread__printed" aria-hidden="true">
      {story.moments.map((moment) => (
        <li key={moment.id}>
          <b>{tell.when([moment])}</b>
          <span>{tell.what([moment])}</span>
          <span>{story.lanes[moment.lane]?.name}</span>
        </li>
      ))}
    </ol>
  );
}
