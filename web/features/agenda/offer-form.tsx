// Hours of one's own service, some in a row: when they begin, how long each, how many, by what means and where.
import { useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { useAnnounce } from "@/design/announce";
import { Button } from "@/design/button";
import { DayField } from "@/design/day-field";
import { ErrorSummary } from "@/design/error-summary";
import { Field } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { Note } from "@/design/note";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useOfferHours, type AgendaDays } from "@/features/referrals/agenda";
import { referralWords } from "@/features/referrals/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { HolidayName } from "./holiday";
import { emptyOffer, missingIn, slotsOf, type OfferForm as Form } from "./offer";
import { holidayOn } from "./week";
import { agendaWords } from "./words";

interface OfferFormProps {
  agenda: AgendaDays;
  week: string;
  onDone: () => void;
}

const channels = ["visit", "phone", "whatsapp"] as const;
/** Where the server's pointer lands in this form. */
const fieldOf: Record<string, keyof Form> = { "/service_id": "service", "/starts_at": "hour", "/minutes": "minutes", "/count": "count", "/places": "places", "/place": "place" };

export function OfferForm({ agenda, week, onDone }: OfferFormProps) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  const dates = useDates();
  const announce = useAnnounce();
  const { services } = agenda;
  const [form, setForm] = useState<Form>(() => emptyOffer(services[0]?.id ?? "", week, dates.today()));
  const [stopped, setStopped] = useState(false);
  const offer = useOfferHours(() => {
    announce(say("offered"));
    onDone();
  });
  const missing = stopped ? missingIn(form) : {};
  const errorOf = (name: keyof Form): string => {
    const here = missing[name];
    if (here) return say(here);
    return (offer.error?.fields ?? []).filter(({ pointer }) => fieldOf[pointer] === name).map(({ message }) => message).join(" ");
  };
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const common = (name: "day" | "hour" | "minutes" | "count" | "places" | "place") => ({
    name: `offer-${name}`, label: say(`offer.${name}`), value: form[name], onChange: (value: string) => change({ [name]: value }), error: errorOf(name),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fine = Object.keys(missingIn(form)).length === 0;
    setStopped(!fine);
    if (fine) offer.mutate(slotsOf(form, dates.instant));
  };
  const names = ["service", "day", "hour", "minutes", "count", "places", "place"] as const;
  const summary = names.map((name) => ({ name: `offer-${name}`, label: say(`offer.${name}`), message: errorOf(name) })).filter(({ message }) => message !== "");
  const holiday = holidayOn(agenda, form.day);
  const problem = stopped && summary.length > 0 ? new Problem("refused", 0, "invalid", "") : offer.error;
  return (
    <form className="agenda__form" onSubmit={submit} noValidate aria-label={say("offer")}>
      <ErrorSummary problem={problem} fields={summary} />
      {services.length > 1 && (
        <Select name="offer-service" label={say("offer.service")} value={form.service} onChange={(service) => change({ service })} options={services.map(({ id, name }) => ({ value: id, label: name }))} error={errorOf("service")} />
      )}
      <div className="agenda__pair">
        <DayField {...common("day")} />
        <HourField {...common("hour")} />
        <Field {...common("minutes")} inputMode="numeric" />
        <Field {...common("count")} inputMode="numeric" />
        <Field {...common("places")} inputMode="numeric" hint={say("offer.places.hint")} />
      </div>
      <div role="status">
        {holiday && (
          <Note tone="look">
            <HolidayName holiday={holiday} /> {say("holiday.offer")}
          </Note>
        )}
      </div>
      <RadioRows
        name="offer-channel"
        look="words"
        label={sayOf("field.channel")}
        value={form.channel}
        onChange={(channel) => change({ channel })}
        choices={channels.map((value) => ({ value, title: sayOf(`channel.${value}`) }))}
      />
      <Field {...common("place")} optional hint={say("offer.place.hint")} maxLength={80} />
      <div className="form-acts">
        <Button type="submit" weight="first" pending={offer.isPending}>
          {say("offer.verb")}
        </Button>
        <Button weight="word" onPress={onDone}>
          {sayOf("leave")}
        </Button>
      </div>
    </form>
  );
}
