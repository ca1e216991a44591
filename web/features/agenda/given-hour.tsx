// An hour given: whose thread, the reminder, and what became of it. The steps are the referral's own.
import { useState } from "react";
import { serverNow } from "@/api/transport";
import { useAnnounce } from "@/design/announce";
import { Button, TextLink } from "@/design/button";
import { Clock } from "@/design/clock";
import { ErrorSummary } from "@/design/error-summary";
import { useMinute } from "@/design/minute";
import { useMoveCommitment } from "@/features/commitments/commitments";
import type { AgendaDays, Appointment } from "@/features/referrals/agenda";
import { AnswerPanel } from "@/features/referrals/answer-panel";
import type { Step } from "@/features/referrals/asks";
import type { Movable } from "@/features/referrals/referrals";
import { referralWords } from "@/features/referrals/words";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { useQueryClient } from "@tanstack/react-query";
import { HourFacts } from "./hour-facts";
import { agendaWords } from "./words";

const k_steps: readonly Step[] = ["confirm_first_contact", "reschedule", "no_show"];

const movableOf = (one: Appointment): Movable => ({
  id: one.referral_id,
  version: one.referral_version,
  possible: one.possible,
  status: one.referral_status,
  thread_code: one.thread_code,
  service_id: one.service_id,
  no_shows: one.try_number - 1,
  moves: [],
});

export function GivenHour({ appointment, agenda }: { appointment: Appointment; agenda: AgendaDays }) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const { thread_code, age_band, urgency, try_number, status, referral_id, service_id } = appointment;
  const service = agenda.services.find(({ id }) => id === service_id)?.name ?? "";
  const facts = [sayOf(`age.${age_band}` as "age.unknown"), sayOf(`urgency.${urgency}`), try_number > 1 && say("try", { number: try_number })].filter(Boolean);
  return (
    <>
      <HourFacts hour={appointment} service={service}>
        <p className="agenda__state">
          <b>{thread_code}</b> · {say(`became.${status}`)}
        </p>
      </HourFacts>
      <p>{facts.join(" · ")}</p>
      <TextLink to={`/derivaciones/${referral_id}`}>{say("open_referral")}</TextLink>
      {status === "booked" && <Remind appointment={appointment} />}
      {status === "booked" && <Steps appointment={appointment} />}
    </>
  );
}

function Remind({ appointment: { reminder, thread_code } }: { appointment: Appointment }) {
  const say = useWords(agendaWords);
  const announce = useAnnounce();
  const client = useQueryClient();
  const done = useMoveCommitment(() => {
    announce(say("reminded.said", { code: thread_code }));
    void client.invalidateQueries({ queryKey: ["agenda"] });
  });
  if (!reminder) return <p className="aside-text">{say("reminded")}</p>;
  return (
    <div className="agenda__remind">
      <p>
        {say("remind")}{" "}
        <Clock dueAt={reminder.due_at} what={say("remind")} loose={new Date(reminder.due_at) <= serverNow()} />
      </p>
      <ErrorSummary problem={done.error} fields={[]} />
      {reminder.mine ? (
        <Button pending={done.isPending} onPress={() => done.mutate({ id: reminder.id, move: { action: "fulfil", version: reminder.version } })}>
          {say("remind.done")}
        </Button>
      ) : (
        <p className="aside-text">{say("remind.other")}</p>
      )}
    </div>
  );
}

function Steps({ appointment }: { appointment: Appointment }) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const may = useMe().permissions.includes("referral_move");
  const [open, setOpen] = useState<Step | null>(null);
  const steps = k_steps.filter((step) => appointment.possible.includes(step));
  // An hour passes while it is open: what can be said of it then is not asked for by opening it again.
  useMinute();
  if (!may || steps.length === 0) return null;
  const toCome = new Date(appointment.starts_at) > serverNow();
  return (
    <section className="agenda__steps no-print" aria-labelledby="steps-title">
      <h3 id="steps-title">{say("next")}</h3>
      <div className="form-acts">
        {steps.map((step, index) => (
          <Button key={step} weight={index === 0 ? "first" : "second"} expanded={open === step} disabled={step === "no_show" && toCome} onPress={() => setOpen(open === step ? null : step)}>
            {sayOf(`act.${step}`)}
          </Button>
        ))}
      </div>
      {toCome && <p className="aside-text">{say("to_come")}</p>}
      {open && <AnswerPanel key={open} referral={movableOf(appointment)} action={open} onDone={() => setOpen(null)} />}
    </section>
  );
}
