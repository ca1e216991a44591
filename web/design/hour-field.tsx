// An hour of the day, of 24, written as in the rest of the house. While it is being written it is what was typed: a "2" on its way to
// 21:00 is no hour yet. Once it is left, by Tab, Enter or a tap elsewhere, it stands as it is kept, "21:00"; whoever reads the form
// asks `readHour`, so that nothing depends on its having been left.
import { useState, type KeyboardEvent } from "react";
import { readHour, unsureHour } from "@/words/hours";
import { useWords } from "@/words/say";
import { Field, type FieldProps } from "./field";
import { designWords } from "./words";

interface HourFieldProps extends Omit<FieldProps, "type" | "inputMode"> {
  /** The end of a day may be 24:00. */
  midnight?: boolean;
  /** One of a column of hours: how they are written is not said beside each. */
  bare?: boolean;
}

export function HourField({ value, onChange, onBlur, hint, error = "", midnight = false, bare = false, ...field }: HourFieldProps) {
  const say = useWords(designWords);
  const [left, setLeft] = useState(true);
  const hour = readHour(value, { midnight });
  const unread = value.trim() !== "" && hour === null;
  const write = (text: string) => {
    setLeft(false);
    onChange(text);
  };
  const settle = () => {
    setLeft(true);
    if (hour !== null && hour !== value) onChange(hour);
  };
  const leave = () => {
    settle();
    onBlur?.();
  };
  // Enter sends the form, and Escape closes what the field stands in, before the field is left.
  const onKeyDownCapture = ({ key }: KeyboardEvent) => {
    if (key === "Enter" || key === "Escape") settle();
  };
  const unsure = unsureHour(value);
  const wrong = unsure ? say("hour.error.unsure", unsure) : say(midnight ? "hour.error.midnight" : "hour.error");
  const said = unread && (left || error !== "") ? wrong : error;
  const told = hint ?? (bare ? undefined : say("hour.hint"));
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <Field {...field} value={value} onChange={write} onBlur={leave} inputMode="numeric" error={said} {...(told === undefined ? {} : { hint: told })} />
    </div>
  );
}
