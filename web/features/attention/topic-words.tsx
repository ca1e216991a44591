// What it was about, as words in a line. The first few are in sight; the rest are one tap away.
import { useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Button } from "@/design/button";
import type { Field } from "@/forms/definition";
import { useLanguage, useWords } from "@/words/say";
import { attentionWords } from "./words";
import "@/design/choices.css";

const k_in_sight = 8;

interface TopicWordsProps {
  field: Field;
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
  error: string;
}

export function TopicWords({ field, chosen, onChange, error }: TopicWordsProps) {
  const say = useWords(attentionWords);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const options = (field.options ?? []).filter((option) => !option.disabled || chosen.includes(option.code));
  const shown = all ? options : options.filter((option, index) => index < k_in_sight || chosen.includes(option.code));
  const hidden = options.length - shown.length;
  return (
    <section className="topics" aria-labelledby="topics-title" id="topics" tabIndex={-1}>
      <h3 id="topics-title">{field.label[language]}</h3>
      <ToggleButtonGroup
        className="choices--words topics__words"
        selectionMode="multiple"
        aria-labelledby="topics-title"
        selectedKeys={chosen}
        onSelectionChange={(keys) => onChange(options.map(({ code }) => code).filter((code) => keys.has(code)))}
      >
        {shown.map((option) => (
          <ToggleButton key={option.code} id={option.code} className="choice topic-word">
            {option.label[language]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {(hidden > 0 || all) && (
        <Button weight="word" size="tight" onPress={() => setAll(!all)}>
          {all ? say("topics.fewer") : say("topics.more", { count: hidden })}
        </Button>
      )}
      {error && <p className="field__error">{error}</p>}
    </section>
  );
}
