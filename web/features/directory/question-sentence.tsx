// The question as a sentence whose underlined words can be changed: "Por ánimo, para alguien de 17 años en La Florida".
import { useId, type ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Field } from "@/design/field";
import { designWords } from "@/design/words";
import { useComunaName } from "@/features/people/people";
import { useWords } from "@/words/say";
import { useLanguageName, useRegionName, useTopicName } from "./directory";
import { MoreChoices, PlaceChoice, TopicChoice } from "./question-choices";
import { readAge, type Question } from "./question";
import { useSaidMoment, WhenChoice } from "./when-choice";
import { directoryWords } from "./words";
import "@/design/popover.css";
import "./question-sentence.css";

interface QuestionSentenceProps {
  question: Question;
  onChange: (question: Question) => void;
}

export function QuestionSentence({ question, onChange }: QuestionSentenceProps) {
  const say = useWords(directoryWords);
  const topicName = useTopicName();
  const comunaName = useComunaName();
  const regionName = useRegionName();
  const languageName = useLanguageName();
  const sayOf = useWords(designWords);
  const saidMoment = useSaidMoment();
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  const age = readAge(question.age);
  const place = question.comuna ? comunaName(question.comuna) : question.region ? say("question.any_comuna_of", { region: regionName(question.region) }) : say("question.any_comuna");
  const more = [question.area && sayOf(`sector.${question.area}`), say(question.channel ? `channel.${question.channel}` : "question.any_way"), question.language && say("question.in_language", { language: languageName(question.language) }), question.free && say("question.free"), question.anonymous && say("question.anonymous")];
  return (
    <div className="question">
      <p className="question__sentence">
        {say("question.about")}{" "}
        <Part label={say("question.topic")} said={question.topic ? topicName(question.topic) : say("question.any_topic")}>
          <TopicChoice question={question} change={change} />
        </Part>
        {say("question.for")}{" "}
        <Part label={say("question.age")} said={typeof age === "number" ? say("question.years", { age }) : say("question.any_age")}>
          <Field
            name="age" label={say("question.age")} value={question.age} onChange={(text) => change({ age: text })} inputMode="numeric" optional autoFocus
            hint={say("question.age_hint")} error={age === undefined ? say("question.age_wrong") : ""}
          />
        </Part>{" "}
        {say("question.in")}{" "}
        <Part label={say("question.place")} said={place}>
          <PlaceChoice question={question} change={change} />
        </Part>
        {say("question.attending")}{" "}
        <Part label={say("question.when")} said={saidMoment(question)}>
          <WhenChoice question={question} change={change} />
        </Part>{" "}
        {say("question.by")}{" "}
        <Part label={say("question.more")} said={more.filter(Boolean).join(", ")}>
          <MoreChoices question={question} change={change} />
        </Part>
        .
      </p>
      <Field name="words" label={say("question.words")} value={question.words} onChange={(words) => change({ words })} optional />
    </div>
  );
}

function Part({ label, said, children }: { label: string; said: string; children: ReactNode }) {
  const id = useId();
  return (
    <DialogTrigger>
      <Button className="question__part" aria-label={`${label}: ${said}`}>
        {said}
      </Button>
      <Popover className="popover question__popover" placement="bottom start">
        <Dialog aria-label={label} id={id}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
