// Before a version moves: what will be true afterwards, and what the server said if it would not.
import type { Problem } from "@/api/problem";
import { Button } from "@/design/button";
import { Dialog } from "@/design/dialog";
import { ErrorSummary } from "@/design/error-summary";
import { designWords } from "@/design/words";
import { useWords } from "@/words/say";

interface ConfirmMoveProps {
  open: boolean;
  title: string;
  consequence: string;
  verb: string;
  pending: boolean;
  problem: Problem | null;
  onDo: () => void;
  onClose: () => void;
}

export function ConfirmMove({ open, title, consequence, verb, pending, problem, onDo, onClose }: ConfirmMoveProps) {
  const say = useWords(designWords);
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <ErrorSummary problem={problem} />
      <p>{consequence}</p>
      <div className="dialog__acts">
        <Button weight="first" onPress={onDo} pending={pending}>{verb}</Button>
        <Button weight="word" onPress={onClose}>{say("cancel")}</Button>
      </div>
    </Dialog>
  );
}
