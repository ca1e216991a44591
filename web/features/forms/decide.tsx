// Keep it as a draft, or publish the draft: each says first what will be true.
import { useState } from "react";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { ConfirmMove } from "./confirm-move";
import { useImport, useMoveVersion, type Reviewed, type Version } from "./forms-data";
import { inForceAfter } from "./versions";
import { formWords } from "./words";

interface DecideProps {
  reviewed: Reviewed;
  versions: readonly Version[];
  onDone: (words: string) => void;
}

export function Decide({ reviewed, versions, onDone }: DecideProps) {
  if (reviewed.kind === "pasted") return <Keep reviewed={reviewed} onDone={onDone} />;
  return reviewed.version.status === "draft" ? <Publish version={reviewed.version} form={reviewed.definition.form} versions={versions} onDone={onDone} /> : null;
}

function Keep({ reviewed: { definition }, onDone }: { reviewed: Reviewed; onDone: (words: string) => void }) {
  const say = useWords(formWords);
  const keep = useImport(true, ({ version }) => onDone(say("keep.done", { version })));
  return (
    <section aria-labelledby="decide-title">
      <h2 id="decide-title">{say("keep.title")}</h2>
      <ErrorSummary problem={keep.error} />
      <p className="aside-text">{say("keep.what")}</p>
      <Button weight="first" pending={keep.isPending} onPress={() => keep.mutate(definition)}>{say("keep.verb")}</Button>
    </section>
  );
}

function Publish({ version: one, form, versions, onDone }: { version: Version; form: string; versions: readonly Version[]; onDone: (words: string) => void }) {
  const say = useWords(formWords);
  const dates = useDates();
  const { institution } = useMe();
  const today = dates.today();
  const [asking, setAsking] = useState(false);
  const { version, effective_from } = one;
  const now = versions.find(({ in_force }) => in_force)?.version ?? "";
  const after = inForceAfter(versions, version, "publish", today)?.version ?? "";
  const told = { version, now, after, institution: institution.name, day: dates.calendarDay(effective_from) };
  const key = after === version ? "publish.today" : effective_from > today ? "publish.later" : "publish.lower";
  const move = useMoveVersion(form, () => onDone(say(after === version ? "publish.done" : "publish.waits", told)));
  return (
    <section aria-labelledby="decide-title">
      <h2 id="decide-title">{say("publish.title")}</h2>
      <p className="aside-text">{say(key, told)}</p>
      <Button weight="first" onPress={() => setAsking(true)}>{say("publish.verb")}</Button>
      <ConfirmMove
        open={asking}
        title={say("publish.ask", told)}
        consequence={`${say(key, told)} ${say("publish.back", told)}`}
        problem={move.error}
        verb={say("publish.verb")}
        pending={move.isPending}
        onDo={() => move.mutate({ version, action: "publish" })}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
