// A day, written as in the rest of the house: day, month and year. The form keeps a day as the server takes it, "2026-11-24", and
// what is no day yet as it was written: nothing typed is lost, and whoever reads the form asks `isDay`.
import { useState } from "react";
import { isDay, readDay, writeDay } from "@/words/days";
import { useWords } from "@/words/say";
import { Field, type FieldProps } from "./field";
import { designWords } from "./words";

const keptOf = (text: string): string => readDay(text) ?? text.trim();
const shownOf = (value: string): string => (isDay(value) ? writeDay(value) : value);

export function DayField({ value, onChange, onBlur, error = "", ...field }: Omit<FieldProps, "type" | "hint">) {
  const say = useWords(designWords);
  const [text, setText] = useState(shownOf(value));
  const [left, setLeft] = useState(false);
  // A draft that comes back changes it from outside.
  if (keptOf(text) !== keptOf(value)) setText(shownOf(value));
  const unread = value !== "" && !isDay(value);
  const write = (written: string) => {
    setText(written);
    setLeft(false);
    onChange(keptOf(written));
  };
  const leave = () => {
    setLeft(true);
    onBlur?.();
  };
  // What the field knows of itself is said before what anybody else says of it, and in the way that it is written here.
  return <Field {...field} value={text} onChange={write} onBlur={leave} hint={say("day.hint")} error={unread && (left || error !== "") ? say("day.error") : error} />;
}
