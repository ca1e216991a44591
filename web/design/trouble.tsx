// When something could not be read: what happened and what to do, where the thing would have been.
import { useWords } from "@/words/say";
import { saidIn, type Problem } from "@/api/problem";
import { Button } from "./button";
import { Note } from "./note";
import { designWords } from "./words";

export function Trouble({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const say = useWords(designWords);
  return (
    <Note live>
      <p>{problem.kind === "refused" ? saidIn(problem) || say("trouble.refused") : say(`trouble.${problem.kind}`)}</p>
      {problem.kind === "broken" && problem.requestId && <p className="aside-text">{say("trouble.quote", { id: problem.requestId })}</p>}
      {problem.worthRetrying && (
        <Button weight="word" onPress={onRetry}>
          {say("trouble.retry")}
        </Button>
      )}
    </Note>
  );
}
