// Somebody else saved this meanwhile: both are shown, and nothing of either is lost until somebody chooses.
import { useState } from "react";
import { Button } from "@/design/button";
import { Note } from "@/design/note";
import { useWords } from "@/words/say";
import { Lines } from "./draft-line";
import { draftWords } from "./words";

interface StaleNoteProps {
  title: string;
  /** In words, a line a datum; what both say alike is left out. */
  theirs: readonly string[];
  mine: readonly string[];
  /** Reads again what is saved. */
  onCompare: () => Promise<unknown>;
  onKeep: () => void;
  onTake: () => void;
  pending: boolean;
}

export function StaleNote({ title, theirs, mine, onCompare, onKeep, onTake, pending }: StaleNoteProps) {
  const say = useWords(draftWords);
  const [read, setRead] = useState(false);
  return (
    <Note tone="look" live>
      <p>
        <b>{title}</b>
      </p>
      {read ? (
        <>
          <div className="draft-conflict">
            <Lines title={say("stale.theirs")} lines={theirs.filter((line) => !mine.includes(line))} />
            <Lines title={say("stale.mine")} lines={mine.filter((line) => !theirs.includes(line))} />
          </div>
          <Button size="tight" onPress={onKeep} pending={pending}>{say("stale.keep_mine")}</Button>
          <Button size="tight" weight="word" onPress={onTake}>{say("stale.take_theirs")}</Button>
        </>
      ) : (
        <Button size="tight" onPress={() => void onCompare().then(() => setRead(true))}>{say("stale.compare")}</Button>
      )}
    </Note>
  );
}
