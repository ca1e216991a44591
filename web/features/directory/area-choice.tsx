// The area of an institution, of the one list there is.
import { Select } from "@/design/select";
import { sectors } from "@/design/sector-mark";
import { designWords } from "@/design/words";
import { useWords } from "@/words/say";
import type { Area } from "./question";

interface AreaChoiceProps {
  label: string;
  /** What none is called. */
  none: string;
  area: Area | null;
  onChange: (area: Area | null) => void;
}

export function AreaChoice({ label, none, area, onChange }: AreaChoiceProps) {
  const sayOf = useWords(designWords);
  return (
    <Select
      name="area" label={label} value={area ?? "none"} optional onChange={(chosen) => onChange(chosen === "none" ? null : chosen)}
      options={[{ value: "none" as const, label: none }, ...sectors.map((value) => ({ value, label: sayOf(`sector.${value}`) }))]}
    />
  );
}
