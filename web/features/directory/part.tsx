// One part of a row that is being written, under its rule.
import type { ReactNode } from "react";
import { useWords } from "@/words/say";
import { directoryWords } from "./words";
import "./written-service.css";

type PartName = "new.what" | "new.more" | "six.channels" | "six.topics" | "six.age" | "six.hours" | "six.entry" | "six.reach" | "six.places" | "correct.whom" | "correct.source";

export function Part({ name, children }: { name: PartName; children: ReactNode }) {
  const say = useWords(directoryWords);
  return (
    <fieldset className="section">
      <legend className="section-title">{say(name)}</legend>
      {children}
    </fieldset>
  );
}
