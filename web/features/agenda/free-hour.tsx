// A free hour: to whom it is given, or taking it back.
import { useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { useAnnounce } from "@/design/announce";
import { Busy } from "@/design/busy";
import { Button } from "@/design/button";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { useUndo } from "@/design/undo-bar";
import { useOfferHours, useWithdrawHour, type AgendaDays, type Slot } from "@/features/referrals/agenda";
import { useMoveReferral, useReadAgain } from "@/features/referrals/referrals";
import { referralWords } from "@/features/referrals/words";
import { useMe } from "@/shell/session";
import { useWords } from "@/words/say";
import { addressOf } from "./address";
import { HourFacts } from "./hour-facts";
import { useWaiting } from "./waiting";
import { agendaWords } from "./words";

export function FreeHour({ slot, agenda, week }: { slot: Slot; agenda: AgendaDays; week: string }) {
  const say = useWords(agendaWords);
  const [, go] = useLocation();
  const may = useMe().permissions.includes("referral_move");
  const service = agenda.services.find(({ id }) => id === slot.service_id)?.name ?? "";
  const offerUndo = useUndo();
  const again = useOfferHours(() => undefined);
  const withdraw = useWithdrawHour(({ service_id, starts_at, minutes, places, channel, place }) => {
    offerUndo({ done: say("withdrawn"), undo: () => again.mutate({ service_id, starts_at, minutes, places, channel, place }) });
    go(addressOf({ week }));
  });
  return (
    <>
      <HourFacts hour={slot} service={service}>
        <p className="agenda__state">{say("free", { count: slot.places - slot.held })}</p>
      </HourFacts>
      {may && (
        <>
          <GiveIt slot={slot} service={service} />
          <ErrorSummary problem={withdraw.error} fields={[]} />
          {slot.held === 0 && (
            <Button weight="word" pending={withdraw.isPending} onPress={() => withdraw.mutate(slot)}>
              {say("withdraw")}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function GiveIt({ slot, service }: { slot: Slot; service: string }) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const announce = useAnnounce();
  const readAgain = useReadAgain();
  const { items } = useWaiting();
  const [chosen, setChosen] = useState("");
  const [text, setText] = useState("");
  const give = useMoveReferral((referral) => announce(say("given.said", { code: referral.thread_code })));
  if (!items) return <Busy waiting />;
  const those = items.filter(({ service_name }) => service_name === service);
  if (those.length === 0) return <p>{say("give.nobody")}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const one = those.find(({ id }) => id === chosen);
    if (!one) return;
    const note = text.trim() === "" ? {} : { text: text.trim() };
    give.mutate(
      { id: one.id, move: { action: "schedule", version: one.version, slot_id: slot.id, questions: [], ...note } },
      { onError: ({ status }) => { if (status === 409 || status === 412) readAgain(one.id); } },
    );
  };
  return (
    <form className="agenda__form" onSubmit={submit} noValidate>
      <ErrorSummary problem={give.error} fields={[]} />
      <RadioRows
        name="referral"
        label={say("give.whom")}
        value={chosen === "" ? null : chosen}
        onChange={setChosen}
        choices={those.map(({ id, thread_code, age_band, urgency }) => ({
          value: id,
          title: thread_code,
          note: [sayOf(`age.${age_band}` as "age.unknown"), sayOf(`urgency.${urgency}`)].join(" · "),
        }))}
      />
      <Field name="give-text" label={sayOf("field.text.schedule")} value={text} onChange={setText} optional lines />
      <p className="aside-text">{say("give.safely")}</p>
      <div className="form-acts">
        <Button type="submit" weight="first" pending={give.isPending} disabled={chosen === ""}>
          {say("give")}
        </Button>
      </div>
    </form>
  );
}
