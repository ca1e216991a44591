// The two lists of the safe-contact form: by what means, and at what hours. A removed row can be taken back.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Button } from "@/design/button";
import { Checkbox } from "@/design/checkbox";
import { Field } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { Select } from "@/design/select";
import { useUndo } from "@/design/undo-bar";
import { locales } from "@/words/book";
import { useLanguage, useWords } from "@/words/say";
import { newChannel, newHours, nextRow, type WrittenChannel, type WrittenHours } from "./safe-form";
import { weekDays } from "./safe-hours";
import { peopleWords } from "./words";
import "@/design/choices.css";
import "./safe-form-rows.css";

const channelKinds = ["phone", "chat", "whatsapp", "sms", "email", "visit"] as const;

interface RowsProps {
  onBlur: () => void;
  errorOf: (name: string) => string;
}

/** Changes and removes rows of a list that its parent holds; removing offers to take it back. */
function useRowList<Written extends { row: number }>(rows: Written[], onChange: (rows: Written[]) => void) {
  const say = useWords(peopleWords);
  const offerUndo = useUndo();
  return {
    put: (row: number, part: Partial<Written>) => onChange(rows.map((one) => (one.row === row ? { ...one, ...part } : one))),
    remove: (row: number) => {
      onChange(rows.filter((one) => one.row !== row));
      offerUndo({ done: say("form.removed"), undo: () => onChange(rows) });
    },
  };
}

export function ChannelRows({ channels, onChange, onBlur, errorOf }: RowsProps & { channels: WrittenChannel[]; onChange: (channels: WrittenChannel[]) => void }) {
  const say = useWords(peopleWords);
  const list = useRowList(channels, onChange);
  return (
    <section aria-labelledby="channels-title">
      <h3 id="channels-title">{say("form.channels")}</h3>
      {channels.map((channel) => (
        <div key={channel.row} className="written-row">
          <Select
            name={`kind-${channel.row}`}
            label={say("form.channel")}
            value={channel.kind}
            onChange={(kind) => list.put(channel.row, { kind })}
            options={channelKinds.map((kind) => ({ value: kind, label: say(`channel.${kind}`) }))}
          />
          <Field name={`value-${channel.row}`} label={say("form.value")} value={channel.value} onChange={(value) => list.put(channel.row, { value })} onBlur={onBlur} error={errorOf(`value-${channel.row}`)} optional={channel.kind === "chat" || channel.kind === "visit"} />
          <Field name={`label-${channel.row}`} label={say("form.label")} value={channel.label} onChange={(label) => list.put(channel.row, { label })} onBlur={onBlur} error={errorOf(`label-${channel.row}`)} optional />
          <div className="written-row__last">
            <Checkbox checked={channel.preferred} onChange={(preferred) => list.put(channel.row, { preferred })}>
              {say("form.preferred")}
            </Checkbox>
            <Checkbox checked={channel.shared} onChange={(shared) => list.put(channel.row, { shared })}>
              {say("form.shared")}
            </Checkbox>
            <RemoveRow onRemove={() => list.remove(channel.row)} of={channel.value} />
          </div>
        </div>
      ))}
      <Button onPress={() => onChange([...channels, newChannel(nextRow(channels))])}>{say("form.add_channel")}</Button>
    </section>
  );
}

export function HoursRows({ hours, onChange, onBlur, errorOf }: RowsProps & { hours: WrittenHours[]; onChange: (hours: WrittenHours[]) => void }) {
  const say = useWords(peopleWords);
  const list = useRowList(hours, onChange);
  return (
    <section className="section" aria-labelledby="hours-title">
      <h3 id="hours-title">{say("form.hours")}</h3>
      {hours.map((span) => (
        <div key={span.row} className="written-row">
          <DayWords hours={span} error={errorOf(`days-${span.row}`)} onChange={(days) => list.put(span.row, { days })} />
          <HourField bare name={`from-${span.row}`} label={say("form.from")} value={span.from} onChange={(from) => list.put(span.row, { from })} onBlur={onBlur} error={errorOf(`from-${span.row}`)} />
          <HourField bare midnight name={`to-${span.row}`} label={say("form.to")} value={span.to} onChange={(to) => list.put(span.row, { to })} onBlur={onBlur} error={errorOf(`to-${span.row}`)} />
          <Select
            name={`channel-${span.row}`}
            label={say("form.channel")}
            value={span.channel}
            onChange={(channel) => list.put(span.row, { channel })}
            options={(["any", ...channelKinds] as const).map((kind) => ({ value: kind, label: say(`channel.${kind}`) }))}
          />
          <div className="written-row__last">
            <RemoveRow onRemove={() => list.remove(span.row)} of={`${span.from} ${span.to}`} />
          </div>
        </div>
      ))}
      <Button onPress={() => onChange([...hours, newHours(nextRow(hours))])}>{say("form.add_hours")}</Button>
    </section>
  );
}

function RemoveRow({ onRemove, of }: { onRemove: () => void; of: string }) {
  const say = useWords(peopleWords);
  return (
    <Button weight="word" onPress={onRemove}>
      {say("form.remove")} <span className="only-heard">{of}</span>
    </Button>
  );
}

function DayWords({ hours, error, onChange }: { hours: WrittenHours; error: string; onChange: (days: WrittenHours["days"]) => void }) {
  const say = useWords(peopleWords);
  const names = new Intl.DateTimeFormat(locales[useLanguage()], { weekday: "short", timeZone: "UTC" });
  return (
    <div className="day-words" id={`days-${hours.row}`} tabIndex={-1}>
      <p className="choices__label">{say("form.days")}</p>
      <ToggleButtonGroup
        className="choices--words"
        selectionMode="multiple"
        aria-label={say("form.days")}
        selectedKeys={hours.days}
        onSelectionChange={(keys) => onChange(weekDays.filter((day) => keys.has(day)))}
      >
        {weekDays.map((day, index) => (
          <ToggleButton key={day} id={day} className="choice day-word">
            {names.format(new Date(Date.UTC(2026, 0, 5 + index))).replace(".", "")}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error && <p className="field__error">{error}</p>}
    </div>
  );
}
