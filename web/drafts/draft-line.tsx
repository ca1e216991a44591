// The draft in words: where the text is now, and what must be decided about another one.
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { Button } from "@/design/button";
import { Note } from "@/design/note";
import type { Draft } from "./draft";
import { draftWords } from "./words";
import "./draft-line.css";

/** One line at the foot of a form. */
export function DraftLine<Content>({ draft }: { draft: Draft<Content> }) {
  const say = useWords(draftWords);
  const dates = useDates();
  const { phase, offer, savedAt } = draft.state;
  if (phase === "failed") {
    return (
      <p className="draft-line" role="status">
        <b>{say("failed")}</b>{" "}
        <Button weight="word" onPress={draft.saveNow}>
          {say("retry")}
        </Button>
      </p>
    );
  }
  const words = () => {
    if (phase === "refused") return say("refused");
    if (phase === "changed" && offer) return say("waiting_offer");
    if (phase === "saved" && savedAt) return say("kept", { hour: dates.hour(savedAt) });
    return savedAt ? say("keeping") : "";
  };
  return (
    <p className="draft-line aside-text" role="status">
      {words()}
    </p>
  );
}

/** Over a form: an earlier draft is offered, never put back silently. */
export function DraftOffer<Content>({ draft }: { draft: Draft<Content> }) {
  const say = useWords(draftWords);
  const dates = useDates();
  const { offer } = draft.state;
  if (!offer) return null;
  return (
    <Note tone="look" live>
      <p>{say("offer", { when: dates.moment(offer.savedAt) })}</p>
      <Button size="tight" onPress={draft.takeOffer}>
        {say("offer.take")}
      </Button>
      <Button size="tight" weight="word" onPress={draft.dropOffer}>
        {say("offer.drop")}
      </Button>
    </Note>
  );
}

interface DraftConflictProps<Content> {
  draft: Draft<Content>;
  mine: Content;
  /** The content as lines to read side by side. */
  linesOf: (content: Content) => readonly string[];
}

/** Two texts side by side; nobody's is lost until somebody chooses. */
export function DraftConflict<Content>({ draft, mine, linesOf }: DraftConflictProps<Content>) {
  const say = useWords(draftWords);
  const dates = useDates();
  const { theirs, phase } = draft.state;
  if (phase !== "conflict" || !theirs) return null;
  return (
    <Note tone="look" live>
      <p>
        <b>{say("conflict")}</b>
      </p>
      <div className="draft-conflict">
        <Lines title={say("conflict.theirs", { when: dates.moment(theirs.savedAt) })} lines={linesOf(theirs.content)} />
        <Lines title={say("conflict.mine")} lines={linesOf(mine)} />
      </div>
      <Button size="tight" onPress={draft.keepMine}>
        {say("conflict.keep_mine")}
      </Button>
      <Button size="tight" weight="word" onPress={draft.takeTheirs}>
        {say("conflict.take_theirs")}
      </Button>
    </Note>
  );
}

export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3 className="section-title">{title}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
