// Before what cannot be taken back: exactly what will be true once it is sent.
import { useClassNames } from "@/design/data-classes";
import { Irreversible } from "@/design/dialog";
import type { Entry } from "@/features/directory/directory";
import { useComunaName, type Person } from "@/features/people/people";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { classesOf, type ComposeForm } from "./compose-form";
import { unmarkedOf } from "./unmarked";
import { referralWords } from "./words";

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
  const what = classNames(classesOf(form, person));
  const unmarked = unmarkedOf(form, person, comuna).map((kind) => say(`unmarked.what.${kind}`)).join(", ");
  const until = form.basis === "consent" ? say("send.until", { day: dates.calendarDay(form.validUntil) }) : say(`basis.${form.basis}.said`);
  return (
    <Irreversible
      open
      title={say("send.title", { name })}
      consequence={
        <>
          {say.rich("send.consequence", { name, what })} {until} {say("send.after")}
          {unmarked && <span className="send__unmarked">{say.rich("send.unmarked", { name, what: unmarked })}</span>}
        </>
      }
      verb={say(unmarked ? "send.unmarked.verb" : "send.verb")}
      onDo={onDo}
      onClose={onClose}
    />
  );
}
