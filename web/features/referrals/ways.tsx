// By which means somebody is reached.
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import type { Way } from "./asks";
import { referralWords } from "./words";

const all: readonly Way[] = ["phone", "visit", "whatsapp", "sms", "email"];

interface WaysProps {
  name: string;
  label: string;
  value: Way | "";
  onChange: (way: Way) => void;
}

export function Ways({ name, label, value, onChange }: WaysProps) {
  const say = useWords(referralWords);
  return (
    <RadioRows name={name} look="words" label={label} value={value === "" ? null : value} onChange={onChange} choices={all.map((way) => ({ value: way, title: say(`channel.${way}`) }))} />
  );
}
