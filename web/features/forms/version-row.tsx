// One version: where it stands, since when and by whom, and what can be done with it.
import { useState } from "react";
import { Button } from "@/design/button";
import { Row } from "@/design/rows";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { ConfirmMove } from "./confirm-move";
import { useMoveVersion, type Action, type Version } from "./forms-data";
import { inForceAfter } from "./versions";
import { formWords } from "./words";

interface VersionRowProps {
  form: string;
  version: Version;
  all: readonly Version[];
  onReview: () => void;
  onDone: (words: string) => void;
}

export function VersionRow({ form, version: one, all, onReview, onDone }: VersionRowProps) {
  const say = useWords(formWords);
  const dates = useDates();
  const today = dates.today();
  const [asking, setAsking] = useState<Action | null>(null);
  const { version, status, effective_from, in_force, ships_with_hebra, changed_at, changed_by } = one;
  const after = inForceAfter(all, version, "retire", today)?.version ?? "";
  const move = useMoveVersion(form, (action) => {
    setAsking(null);
    onDone(action === "discard" ? say("discard.done", { version }) : say("retire.done", { version, after }));
  });
  const act = status === "draft" ? ("discard" as const) : status === "published" && !ships_with_hebra ? ("retire" as const) : null;
  const told = ships_with_hebra ? say("row.ships") : say(`row.${status}`, { who: changed_by ?? say("row.somebody"), when: dates.moment(changed_at ?? "") });
  const waits = status === "published" && effective_from > today;
  return (
    <>
      <Row
        title={
          <>
            {version} <span className={in_force ? "forms__state forms__state--asked" : "forms__state"}>{in_force ? say("state.in_force") : say(waits ? "state.waits" : ships_with_hebra ? "state.ships" : `state.${status}`, { day: dates.calendarDay(effective_from) })}</span>
          </>
        }
        note={told}
        acts={
          <>
            {!in_force && (
              <Button size="tight" weight={status === "draft" ? "second" : "word"} onPress={onReview}>
                {say(status === "draft" ? "row.review" : "row.look")} <span className="only-heard">{version}</span>
              </Button>
            )}
            {act && (
              <Button size="tight" weight="word" onPress={() => setAsking(act)}>
                {say(`verb.${act}`)} <span className="only-heard">{version}</span>
              </Button>
            )}
            <a className="text-link" href={`/api/v1/forms/${form}/versions/${version}`} download={`${form}-${version}.json`}>
              {say("row.download")} <span className="only-heard">{version}</span>
            </a>
          </>
        }
      />
      {act && (
        <ConfirmMove
          open={asking === act}
          title={say(`title.${act}`, { version })}
          consequence={act === "discard" ? say("discard.consequence") : say(in_force ? "retire.consequence" : "retire.unused", { version, after })}
          problem={move.error}
          verb={say(`verb.${act}`)}
          pending={move.isPending}
          onDo={() => move.mutate({ version, action: act })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
