// When nothing fits: what to leave out of the question, one tap each; and, where there may be danger, the emergency numbers.
import { Phone } from "lucide-react";
import type { Schema } from "@/api/client";
import { Button } from "@/design/button";
import { EmptyState } from "@/design/empty-state";
import { Icon } from "@/design/icon";
import { useWords } from "@/words/say";
import { emptyQuestion, type Question } from "./question";
import { directoryWords } from "./words";
import "./relaxing.css";

type Part = Schema["QuestionPart"];

const without: Record<Part, (question: Question) => Question> = {
  topic: (question) => ({ ...question, topic: null }),
  area: (question) => ({ ...question, area: null }),
  text: (question) => ({ ...question, words: "" }),
  comuna: (question) => ({ ...question, comuna: null, region: null }),
  region: (question) => ({ ...question, comuna: null, region: null }),
  channel: (question) => ({ ...question, channel: null }),
  language: (question) => ({ ...question, language: null }),
  free: (question) => ({ ...question, free: false }),
  anonymous: (question) => ({ ...question, anonymous: false }),
  moment: (question) => ({ ...question, when: "any", day: "", hour: "" }),
  // The age stays: a child is never led to what is for others.
  all: ({ age }) => ({ ...emptyQuestion, age, when: "any" }),
};

interface RelaxingProps {
  answer: Schema["ShownAnswer"];
  question: Question;
  onChange: (question: Question) => void;
}

export function Relaxing({ answer, question, onChange }: RelaxingProps) {
  const say = useWords(directoryWords);
  const { relaxations, near_miss_total } = answer;
  if (relaxations.length === 0) return <EmptyState truth={say(near_miss_total > 0 ? "matches.none" : "relax.nothing")} />;
  return (
    <div className="relaxing">
      <p>{say(near_miss_total > 0 ? "relax.near" : "relax")}</p>
      <ul>
        {relaxations.map(({ part, match_total, near_miss_total: near }) => (
          <li key={part}>
            <Button size="tight" onPress={() => onChange(without[part](question))}>
              {say(`relax.${part}`)}: {match_total > 0 ? say("relax.lines", { count: match_total }) : say("relax.nearly", { count: near })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whoever attends has them in sight wherever danger is spoken of. */
export function EmergencyStrip({ numbers }: { numbers: Schema["ShownAnswer"]["emergency_numbers"] }) {
  const say = useWords(directoryWords);
  if (numbers.length === 0) return null;
  return (
    <section className="emergency-strip" aria-label={say("emergency")}>
      <h3>{say("emergency.public.ask")}</h3>
      <ul>
        {numbers.map(({ number, name, uri, use_when }) => (
          <li key={number}>
            <Icon of={Phone} />
            {uri ? <a href={uri}>{number}, {name}</a> : <b>{number}, {name}</b>}
            <span className="only-heard">. {use_when}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
