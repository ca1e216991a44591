// Day and hours of something that already happened. What cannot be is said at once, beside the field.
import { Field } from "@/design/field";
import { hereZone, useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { readTimes, type TimeFault } from "./times";
import { attentionWords, type AttentionKey } from "./words";
import type { WrittenTimes } from "./write-up";

const faultOf: Record<keyof WrittenTimes, readonly TimeFault[]> = { day: ["day", "day_future"], from: ["from"], until: ["until"] };
const pointerOf: Record<keyof WrittenTimes, string> = { day: "/day", from: "/started_at", until: "/ended_at" };

interface TimeFieldsProps {
  times: WrittenTimes;
  onChange: (times: WrittenTimes) => void;
  onBlur: () => void;
  faults: readonly TimeFault[];
  errorOf: (pointer: string) => string;
}

export function TimeFields({ times, onChange, onBlur, faults, errorOf }: TimeFieldsProps) {
  const say = useWords(attentionWords);
  const today = useDates().today();
  const read = readTimes(times, today, hereZone());
  const errorFor = (name: keyof WrittenTimes) => {
    const fault = faults.find((one) => faultOf[name].includes(one));
    return fault ? say(`times.error.${fault}` satisfies AttentionKey) : errorOf(pointerOf[name]);
  };
  const field = (name: keyof WrittenTimes, hint?: string) => (
    <Field name={`time-${name}`} label={say(`times.${name}`)} value={times[name]} onChange={(text) => onChange({ ...times, [name]: text })} onBlur={onBlur} error={errorFor(name)} {...(hint ? { hint } : {})} />
  );
  return (
    <div className="time-fields">
      {field("day", say("day.hint"))}
      {field("from")}
      {field("until")}
      {!Array.isArray(read) && <p className="aside-text time-fields__told" role="status">{say(read.nextDay ? "times.told_next" : "times.told", { minutes: read.minutes })}</p>}
    </div>
  );
}
