// One line of the notebook: what must still be done, for whom, by when.
import { Clock } from "@/design/clock";
import { ButtonLink } from "@/design/button";
import { Row } from "@/design/rows";
import type { Hue } from "@/design/yarn";
import { useMe, type Me } from "@/shell/session";
import { useWords } from "@/words/say";
import { CommitmentYarn } from "./commitment-yarn";
import type { Commitment } from "./commitments";
import { commitmentWords } from "./words";

/** The hue of who answers for it, when it is an institution this person knows the sector of. */
export function hueOf(commitment: Commitment, me: Me): Hue {
  return me.institutions.find((institution) => institution.name === commitment.institution_name)?.sector ?? "ink";
}

export function CommitmentNote({ commitment }: { commitment: Commitment }) {
  const say = useWords(commitmentWords);
  const holder = commitment.owner_name ? say("held_by", { name: commitment.owner_name }) : say("held_by_nobody");
  return (
    <>
      {commitment.thread_code && <span className="code">{commitment.thread_code}</span>}
      {commitment.thread_code && " · "}
      {commitment.institution_name} · {holder}
    </>
  );
}

export function OpenPerson({ commitment, large = false }: { commitment: Commitment; large?: boolean }) {
  const say = useWords(commitmentWords);
  if (!commitment.person_id) return null;
  return (
    <ButtonLink to={`/personas/${commitment.person_id}`} {...(large ? { size: "large" as const, danger: true } : {})}>
      {say("open")}
      <span className="only-heard"> {commitment.thread_code}</span>
    </ButtonLink>
  );
}

export function CommitmentRow({ commitment, loose }: { commitment: Commitment; loose: boolean }) {
  const me = useMe();
  return (
    <Row
      title={commitment.title}
      note={<CommitmentNote commitment={commitment} />}
      drawing={<CommitmentYarn dueAt={commitment.due_at} loose={loose} hue={hueOf(commitment, me)} />}
      clock={<Clock dueAt={commitment.due_at} what={commitment.title} loose={loose} />}
      acts={<OpenPerson commitment={commitment} />}
    />
  );
}
