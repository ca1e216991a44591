// One line of the notebook: what must still be done, for whom, by when, and who holds it.
import { Clock } from "@/design/clock";
import { Button, ButtonLink } from "@/design/button";
import { Row } from "@/design/rows";
import { useUndo } from "@/design/undo-bar";
import type { Hue } from "@/design/yarn";
import { CodeLink } from "@/features/thread/code-link";
import { useMe, type Me } from "@/shell/session";
import { useWords } from "@/words/say";
import { CommitmentYarn } from "./commitment-yarn";
import { useMoveCommitment, type Commitment } from "./commitments";
import { placeOf } from "./place";
import { useTitleOf } from "./title";
import { commitmentWords } from "./words";

/** The hue of who answers for it, when it is an institution this person knows the sector of. */
export function hueOf(commitment: Commitment, me: Me): Hue {
  return me.institutions.find((institution) => institution.name === commitment.institution_name)?.sector ?? "ink";
}

export function CommitmentNote({ commitment }: { commitment: Commitment }) {
  const say = useWords(commitmentWords);
  const holder = () => {
    if (commitment.mine) return say("held_by_you");
    return commitment.owner_name ? say("held_by", { name: commitment.owner_name }) : say("held_by_nobody");
  };
  return (
    <>
      {commitment.thread_code && <CodeLink code={commitment.thread_code} />}
      {commitment.thread_code && " · "}
      {commitment.requested_by_name ? say("asked_by", { name: commitment.requested_by_name }) : commitment.institution_name} · {holder()}
      {commitment.tries !== undefined && ` · ${say("tries", { count: commitment.tries })}`}
    </>
  );
}

export function OpenIt({ commitment, large = false }: { commitment: Commitment; large?: boolean }) {
  const say = useWords(commitmentWords);
  const place = placeOf(commitment, useMe());
  if (!place) return null;
  return (
    <ButtonLink to={place} {...(large ? { size: "large" as const, danger: true } : {})}>
      {say("open")} <span className="only-heard">{commitment.thread_code}</span>
    </ButtonLink>
  );
}

/** Whoever cannot open it could not do it: others are asked to take it. */
const mayTake = (commitment: Commitment, me: Me): boolean => commitment.actions.includes("take") && placeOf(commitment, me) !== null;

/** Nobody holds it and this person may: one tap, and ten seconds to think again. */
export function TakeIt({ commitment }: { commitment: Commitment }) {
  const say = useWords(commitmentWords);
  const me = useMe();
  const offerUndo = useUndo();
  const release = useMoveCommitment();
  const take = useMoveCommitment(({ id, version }) =>
    offerUndo({ done: say("taken"), undo: () => release.mutate({ id, move: { action: "release", version } }) }),
  );
  if (!mayTake(commitment, me)) return null;
  return (
    <Button weight="word" pending={take.isPending} onPress={() => take.mutate({ id: commitment.id, move: { action: "take", version: commitment.version } })}>
      {say("take")} <span className="only-heard">{commitment.thread_code}</span>
    </Button>
  );
}

export function CommitmentRow({ commitment }: { commitment: Commitment }) {
  const me = useMe();
  const title = useTitleOf()(commitment);
  return (
    <Row
      title={title}
      note={<CommitmentNote commitment={commitment} />}
      drawing={<CommitmentYarn dueAt={commitment.due_at} loose={commitment.loose} hue={hueOf(commitment, me)} />}
      clock={<Clock dueAt={commitment.due_at} what={title} loose={commitment.loose} paused={commitment.paused} />}
      acts={<OpenIt commitment={commitment} />}
      {...(mayTake(commitment, me) ? { more: <TakeIt commitment={commitment} /> } : {})}
    />
  );
}
