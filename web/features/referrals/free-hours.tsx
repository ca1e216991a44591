// The next free hours of one's own agenda to choose from, or another that is not in it.
import { RadioRows } from "@/design/radio-rows";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Slot } from "./agenda";
import { k_other_hour } from "./asks";
import { referralWords } from "./words";

interface FreeHoursProps {
  hours: readonly Slot[];
  value: string;
  onChange: (slot: string) => void;
  error: string;
}

export function FreeHours({ hours, value, onChange, error }: FreeHoursProps) {
  const say = useWords(referralWords);
  const dates = useDates();
  if (hours.length === 0) return <p className="aside-text">{say("field.slot.none")}</p>;
  const about = (slot: Slot) => [say("slot.minutes", { minutes: slot.minutes }), say(`channel.${slot.channel}`), slot.place].filter(Boolean).join(" · ");
  return (
    <div className="free-hours" id="answer-slot" tabIndex={-1}>
      <RadioRows
        name="slot"
        label={say("field.slot.free")}
        value={value === "" ? null : value}
        onChange={onChange}
        choices={[
          ...hours.map((slot) => ({ value: slot.id, title: `${dates.shortDay(slot.starts_at)} ${dates.hour(slot.starts_at)}`, note: about(slot) })),
          { value: k_other_hour, title: say("field.slot.other") },
        ]}
      />
      {error !== "" && <p className="field__error">{error}</p>}
    </div>
  );
}
