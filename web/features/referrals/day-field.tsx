// A day, written as in the rest of the house: day, month and year. The form keeps it as the server takes it, "2026-11-24".
import { useState } from "react";
import { Field, type FieldProps } from "@/design/field";
import { readDay, writeDay } from "@/features/people/writing";
import { useWords } from "@/words/say";
import { referralWords } from "./words";

/** "" while what is written is not a day. */
const dayIn = (text: string): string => readDay(text) ?? (/^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? text.trim() : "");

export function DayField({ value, onChange, ...field }: Omit<FieldProps, "type" | "hint">) {
  const say = useWords(referralWords);
  const [text, setText] = useState(writeDay(value));
  const [told, setTold] = useState(value);
  // A draft that comes back changes it from outside.
  if (value !== told) {
    setTold(value);
    if (dayIn(text) !== value) setText(writeDay(value));
  }
  const write = (written: string) => {
    const day = dayIn(written);
    setText(written);
    setTold(day);
    onChange(day);
  };
  return <Field {...field} value={text} onChange={write} hint={say("day.hint")} />;
}
