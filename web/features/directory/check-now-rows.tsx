// Where what changed is written: the hours of the week and the channels, row by row.
import { Button } from "@/design/button";
import { Field } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useWords } from "@/words/say";
import type { NowProps } from "./check-row";
import type { WrittenSpan } from "./hours";
import { channelKinds, weekDays } from "./parts";
import { directoryWords } from "./words";

const kinds = ["weekly", "always", "unknown"] as const;
const holidays = ["unknown", "closed", "as_usual"] as const;
const nextRow = (rows: readonly { row: number }[]): number => Math.max(-1, ...rows.map(({ row }) => row)) + 1;

export function HoursNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  const put = (row: number, part: Partial<WrittenSpan>) => change({ spans: form.spans.map((span) => (span.row === row ? { ...span, ...part } : span)) });
  const last = form.spans.at(-1);
  const add = () => {
    const day = weekDays[Math.min(weekDays.length - 1, last ? weekDays.indexOf(last.day) + 1 : 0)] ?? "mon";
    change({ spans: [...form.spans, { row: nextRow(form.spans), day, opens: last?.opens ?? "09:00", closes: last?.closes ?? "18:00" }] });
  };
  return (
    <>
      <RadioRows name="hours-kind" look="words" label={say("now.hours")} value={form.hours} onChange={(hours) => change({ hours })} choices={kinds.map((value) => ({ value, title: say(`hours.kind.${value}`) }))} />
      {errorOf("hours-kind") && <p className="check-row__error">{errorOf("hours-kind")}</p>}
      {form.hours === "weekly" && (
        <>
          {form.spans.map((span) => (
            <div key={span.row} className="written-span">
              <Select name={`day-${span.row}`} label={say("now.day")} value={span.day} onChange={(day) => put(span.row, { day })} options={weekDays.map((value) => ({ value, label: say(`day.${value}`) }))} />
              <HourField bare name={`opens-${span.row}`} label={say("now.opens")} value={span.opens} onChange={(opens) => put(span.row, { opens })} error={errorOf(`opens-${span.row}`)} />
              <HourField bare midnight name={`closes-${span.row}`} label={say("now.closes")} value={span.closes} onChange={(closes) => put(span.row, { closes })} error={errorOf(`closes-${span.row}`)} />
              <Button weight="word" size="tight" onPress={() => change({ spans: form.spans.filter((one) => one.row !== span.row) })}>
                {say("remove", { what: say(`day.${span.day}`) })}
              </Button>
            </div>
          ))}
          <Button onPress={add}>{say("now.add_span")}</Button>
          <Select name="on_holidays" label={say("now.holidays")} value={form.on_holidays === "own_hours" ? null : form.on_holidays} onChange={(on_holidays) => change({ on_holidays })} options={holidays.map((value) => ({ value, label: say(`holidays.${value}`) }))} optional />
        </>
      )}
    </>
  );
}

export function ChannelsNow({ form, change, errorOf }: NowProps) {
  const say = useWords(directoryWords);
  const put = (row: number, part: Partial<(typeof form.channels)[number]>) => change({ channels: form.channels.map((channel) => (channel.row === row ? { ...channel, ...part } : channel)) });
  return (
    <>
      {form.channels.map((channel) => (
        <div key={channel.row} className="two">
          <Select name={`kind-${channel.row}`} label={say("now.kind")} value={channel.kind} onChange={(kind) => put(channel.row, { kind })} options={channelKinds.map((value) => ({ value, label: say(`channel.${value}`) }))} />
          <Field name={`contact-${channel.row}`} label={say("now.contact")} value={channel.contact} onChange={(contact) => put(channel.row, { contact })} error={errorOf(`contact-${channel.row}`)} optional />
          <Button weight="word" size="tight" onPress={() => change({ channels: form.channels.filter((one) => one.row !== channel.row) })}>
            {say("remove", { what: channel.contact || say(`channel.${channel.kind}`) })}
          </Button>
        </div>
      ))}
      <Button onPress={() => change({ channels: [...form.channels, { row: nextRow(form.channels), kind: "phone", contact: "", answered: false }] })}>{say("now.add_channel")}</Button>
    </>
  );
}
