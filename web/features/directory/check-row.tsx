// One of the six data: what there is, what they say today, and, when it changed, where to write it.
import { Radio, RadioGroup } from "react-aria-components";
import { Checkbox } from "@/design/checkbox";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { CheckFormContent, Datum, Said } from "./check";
import { AgeNow, EntryNow, NameNow, TopicsNow } from "./check-now";
import { ChannelsNow, HoursNow } from "./check-now-rows";
import { useTopicName, type Entry } from "./directory";
import { hoursInWords } from "./hours";
import { ageInWords } from "./service-view";
import { directoryWords } from "./words";

export interface NowProps {
  form: CheckFormContent;
  change: (part: Partial<CheckFormContent>) => void;
  errorOf: (name: string) => string;
}

const editors: Record<Datum, (props: NowProps) => React.ReactNode> = {
  name: NameNow, age: AgeNow, hours: HoursNow, channels: ChannelsNow, topics: TopicsNow, entry: EntryNow,
};
const answers: readonly Said[] = ["same", "changed", "unsure"];

export function CheckRow({ datum, entry, ...now }: NowProps & { datum: Datum; entry: Entry }) {
  const say = useWords(directoryWords);
  const { form, change, errorOf } = now;
  const said = form.said[datum];
  const Now = editors[datum];
  const name = say(`six.${datum}`);
  return (
    <div className="check-row" id={datum} tabIndex={-1}>
      <div className="check-row__line">
        <span className="check-row__name">{name}</span>
        <span className={said === "changed" ? "check-row__was--changed" : ""}>
          <Was datum={datum} entry={entry} />
        </span>
        <RadioGroup className="said" aria-label={name} value={said} onChange={(value) => change({ said: { ...form.said, [datum]: value as Said } })} orientation="horizontal">
          {answers.map((answer) => (
            <Radio key={answer} value={answer} className="said__choice">
              {say(`said.${answer}`)}
            </Radio>
          ))}
        </RadioGroup>
      </div>
      {errorOf(datum) && <p className="check-row__error">{errorOf(datum)}</p>}
      {said === "changed" && (
        <div className="check-row__now">
          <Now {...now} />
        </div>
      )}
    </div>
  );
}

function Was({ datum, entry }: { datum: Datum; entry: Entry }) {
  const say = useWords(directoryWords);
  const topicName = useTopicName();
  const dates = useDates();
  const was: Record<Datum, () => string> = {
    name: () => entry.name,
    age: () => ageInWords(entry, say),
    hours: () => hoursInWords(entry.hours, say),
    channels: () =>
      entry.channels
        .map((channel) => [channel.contact || say(`channel.${channel.kind}`), ...(channel.reported_at === undefined ? [] : [say("channel.reported", { when: dates.moment(channel.reported_at) })])].join(": "))
        .join(", "),
    topics: () => entry.topics.map(topicName).join(", "),
    entry: () => entry.entry_requirements,
  };
  return was[datum]() || say("unknown");
}

/** Only where somebody answered is confirmed for ninety days. */
export function AnsweredChannels({ form, change, error }: { form: CheckFormContent; change: NowProps["change"]; error: string }) {
  const say = useWords(directoryWords);
  const known = form.channels.filter((channel) => channel.contact.trim() !== "");
  return (
    <fieldset className="section" id="channels-answered" tabIndex={-1}>
      <legend className="section-title">{say("check.answered")}</legend>
      {known.map((channel) => (
        <Checkbox key={channel.row} checked={channel.answered} onChange={(answered) => change({ channels: form.channels.map((one) => (one.row === channel.row ? { ...one, answered } : one)) })}>
          {say(`channel.${channel.kind}`)} · {channel.contact}
        </Checkbox>
      ))}
      {error && <p className="check-row__error">{error}</p>}
    </fieldset>
  );
}
