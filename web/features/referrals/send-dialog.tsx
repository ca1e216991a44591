// Before what cannot be taken back: exactly what will be true once it is sent.
import { useClassNames } from "@/design/data-classes";
import { Irreversible } from "@/design/dialog";
import type { Entry } from "@/features/directory/directory";
import { useComunaName, type Person } from "@/features/people/people";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { classesOf, type ComposeForm } from "./compose-form";
import { namedOf, reachesNobody } from "./reach";
import { unmarkedOf } from "./unmarked";
import { referralWords } from "./words";

/** Code, age and urgency go always; the next class is who it is and how to reach them. */
const k_always = 0;
const k_identity = 1;

interface SendDialogProps {
  form: ComposeForm;
  person: Person;
  service: Entry;
  onDo: () => void;
  onClose: () => void;
}

export function SendDialog({ form, person, service, onDo, onClose }: SendDialogProps) {
  const say = useWords(referralWords);
  const dates = useDates();
  const comuna = useComunaName()(person.comuna);
  const classNames = useClassNames();
  const name = service.institution;
  if (form.kind === "information")
    return <Irreversible open title={say("give.title", { name: service.name })} consequence={say("give.consequence")} verb={say("give.verb")} onDo={onDo} onClose={onClose} />;
  // Of who it is, exactly what goes: an alias alone is no "name and contact".
  const named = namedOf(form, person).map((one) => (one === "called" ? say("row.called") : say(`share.${one}`)).toLowerCase().replace("run", "RUN"));
  const what = [classNames([k_always]), ...(named.length > 0 ? [named.join(", ")] : []), classNames(classesOf(form, person).filter((one) => one > k_identity))].join("; ");
  const unmarked = unmarkedOf(form, person, comuna).map((kind) => say(`unmarked.what.${kind}`)).join(", ");
  const until = form.basis === "consent" ? say("send.until", { day: dates.calendarDay(form.validUntil) }) : say(`basis.${form.basis}.said`);
  return (
    <Irreversible
      open
      title={say("send.title", { name })}
      consequence={
        <>
          {say.rich("send.consequence", { name, what })} {until} {say("send.after")}
          {reachesNobody(form, person) && <span className="send__unmarked"><b>{say("reach.nobody")}</b></span>}
          {unmarked && <span className="send__unmarked">{say.rich("send.unmarked", { name, what: unmarked })}</span>}
        </>
      }
      verb={say(unmarked ? "send.unmarked.verb" : "send.verb")}
      onDo={onDo}
      onClose={onClose}
    />
  );
}
