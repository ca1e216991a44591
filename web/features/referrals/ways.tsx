// By which means somebody is reached.
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import type { Way } from "./asks";
import { referralWords } from "./words";

const meeting: readonly Way[] = ["phone", "visit", "whatsapp", "sms", "email"];
/** Somebody is asked by whatever means they are talked to, the helpline's chat among them. */
const asking: readonly Way[] = ["phone", "visit", "whatsapp", "chat", "sms", "email"];

interface WaysProps {
  name: string;
  label: string;
  value: Way | "";
  onChange: (way: Way) => void;
  /** To ask them how it went, not to give them an hour. */
  toAsk?: boolean;
}

export function Ways({ name, label, value, onChange, toAsk = false }: WaysProps) {
  const say = useWords(referralWords);
  return (
    <RadioRows name={name} look="words" label={label} value={value === "" ? null : value} onChange={onChange} choices={(toAsk ? asking : meeting).map((way) => ({ value: way, title: say(`channel.${way}`) }))} />
  );
}
