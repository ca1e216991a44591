// Samples somebody has at hand, pasted as JSON: tried with the rest and kept nowhere.
import { useState } from "react";
import { Button } from "@/design/button";
import { Field } from "@/design/field";
import { useWords } from "@/words/say";
import type { Sample } from "./forms-data";
import { readSamples } from "./read-json";
import { formWords } from "./words";

export function PastedSamples({ onSamples }: { onSamples: (samples: readonly Sample[]) => void }) {
  const say = useWords(formWords);
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const use = () => {
    const read = readSamples(text);
    setError(read ? "" : say("samples.wrong"));
    if (read) onSamples(read);
  };
  return (
    <details className="forms__pasted">
      <summary>{say("samples.title")}</summary>
      <Field name="samples" label={say("samples.label")} hint={say("samples.hint")} value={text} onChange={setText} error={error} optional lines />
      <Button size="tight" onPress={use}>{say("samples.try")}</Button>
    </details>
  );
}
