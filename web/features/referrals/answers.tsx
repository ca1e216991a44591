// Every step this side may take now, as the server offers it. One opens at a time; what was written stays when it fails.
import { useRef, useState } from "react";
import { Button, ButtonLink } from "@/design/button";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { AnswerPanel } from "./answer-panel";
import { asksPerson } from "./asking";
import { stepsOf, type Step } from "./asks";
import type { Referral } from "./referrals";
import { TryPanel } from "./try-panel";
import { referralWords } from "./words";

export function Answers({ referral }: { referral: Referral }) {
  const say = useWords(referralWords);
  const may = useMe().permissions.includes("referral_move");
  const [open, setOpen] = useState<Step | "try" | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { front, aside } = stepsOf(referral.possible);
  const again = againTo(referral);
  if (!may || (front.length + aside.length === 0 && !again && !open)) return null;
  const asking = asksPerson(referral);
  const close = () => {
    setOpen(null);
    // What was written goes away with its panel: one goes on from the steps that are left, or from what it is about.
    setTimeout(() => (heading.current ?? document.querySelector<HTMLElement>(".referral"))?.focus(), 0);
  };
  const toggle = (action: Step | "try") => setOpen(open === action ? null : action);
  return (
    <section className="answers no-print" aria-labelledby="answers-title">
      <div className="answers__bar">
        <h3 id="answers-title" ref={heading} tabIndex={-1}>{say(referral.viewer === "origin" ? "answers.origin" : "answers.title")}</h3>
        {referral.status === "draft" && referral.person_id && (
          <ButtonLink to={`/personas/${referral.person_id}/derivar?borrador=${referral.id}`} weight="first" size="large">
            {say("write_on")}
          </ButtonLink>
        )}
        {again && (
          <ButtonLink to={again} weight="first" size="large">
            {say("refer_again")}
          </ButtonLink>
        )}
        {front.map((action, index) => (
          <StepButton key={action} action={action} first={index === 0 && !again} open={open === action} disabled={cannotWait(referral, action)} onPress={() => toggle(action)} />
        ))}
        {asking && (
          <Button weight="second" size="large" expanded={open === "try"} onPress={() => toggle("try")}>
            {say("try.open")}
          </Button>
        )}
        {aside.map((action) => (
          <StepButton key={action} action={action} quiet open={open === action} onPress={() => toggle(action)} />
        ))}
      </div>
      {front.some((action) => cannotWait(referral, action)) && <p className="aside-text">{say("answers.urgent")}</p>}
      {open === "try" && <TryPanel referral={referral} onDone={close} />}
      {open && open !== "try" && <AnswerPanel key={open} referral={referral} action={open} onDone={close} onUnreached={() => setOpen("try")} />}
    </section>
  );
}

/** Where another service is looked for, when this one did not or could not. */
function againTo({ viewer, person_id, status, kind, id, possible }: Referral): string | null {
  const ended = status === "expired" || status === "failed" || (kind === "information" && status === "closed_unverified");
  if (viewer !== "origin" || !person_id || !(ended || possible.includes("redirect"))) return null;
  return `/personas/${person_id}/derivar?sigue=${id}`;
}

/** Nobody whose need is urgent is put on a list. */
const cannotWait = ({ urgency }: Referral, action: Step): boolean => urgency === "urgent" && (action === "waitlist" || action === "review");

interface StepButtonProps {
  action: Step;
  open: boolean;
  onPress: () => void;
  first?: boolean;
  disabled?: boolean;
  /** It ends the referral: a word, never beside the answers as their equal. */
  quiet?: boolean;
}

function StepButton({ action, open, onPress, first = false, disabled = false, quiet = false }: StepButtonProps) {
  const say = useWords(referralWords);
  return (
    <Button weight={quiet ? "word" : first ? "first" : "second"} {...(quiet ? {} : { size: "large" as const })} expanded={open} disabled={disabled} onPress={onPress}>
      {say(`act.${action}`)}
    </Button>
  );
}
