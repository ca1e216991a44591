// Day and hours of something that already happened. What cannot be is said at once, beside the field.
import { Checkbox } from "@/design/checkbox";
import { Field } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { useDates, useZone } from "@/words/dates";
import { useWords } from "@/words/say";
import { overnightMinutes, readTimes, type TimeFault } from "./times";
import { attentionWords, type AttentionKey } from "./words";
import type { WrittenTimes } from "./write-up";

type Written = "day" | "from" | "until";
const faultOf: Record<Written, readonly TimeFault[]> = { day: ["day", "day_future"], from: ["from"], until: ["until", "overnight"] };
const pointerOf: Record<Written, string> = { day: "/day", from: "/started_at", until: "/ended_at" };

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
  const zone = useZone();
  const read = readTimes(times, today, zone);
  const overnight = overnightMinutes(times, today, zone);
  // What was said of other hours is not said of these.
  const change = (part: Partial<WrittenTimes>) => {
    const { overnight: _, ...rest } = times;
    onChange({ ...rest, ...part });
  };
  const errorFor = (name: Written) => {
    const fault = faults.find((one) => faultOf[name].includes(one));
    return fault ? say(`times.error.${fault}` satisfies AttentionKey) : errorOf(pointerOf[name]);
  };
  const common = (name: Written) => ({
    name: `time-${name}`, label: say(`times.${name}`), value: times[name], onChange: (text: string) => change({ [name]: text }), onBlur, error: errorFor(name),
  });
  return (
    <div className="time-fields">
      <Field {...common("day")} hint={say("day.hint")} />
      <HourField bare {...common("from")} />
      <HourField bare {...common("until")} />
      {overnight !== null && (
        <div className="time-fields__told">
          <p>{say("times.overnight", { hours: Math.floor(overnight / 60), minutes: overnight % 60 })}</p>
          <Checkbox checked={times.overnight === true} onChange={(said) => change(said ? { overnight: true } : {})}>{say("times.overnight.yes")}</Checkbox>
        </div>
      )}
      {overnight === null && !Array.isArray(read) && <p className="aside-text time-fields__told" role="status">{say(read.nextDay ? "times.told_next" : "times.told", { minutes: read.minutes })}</p>}
    </div>
  );
}
