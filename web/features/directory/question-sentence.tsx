// The question as a sentence whose underlined words can be changed: "Por ánimo, para alguien de 17 años en La Florida".
import { useId, type ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Checkbox } from "@/design/checkbox";
import { ComboBox } from "@/design/combo-box";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useComunaName, useComunas } from "@/features/people/people";
import { useWords } from "@/words/say";
import { useTopicName, useTopics } from "./directory";
import { channelKinds } from "./parts";
import { readAge, type Question } from "./question";
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
  const change = (part: Partial<Question>) => onChange({ ...question, ...part });
  const age = readAge(question.age);
  const more = [question.channel && say(`channel.${question.channel}`), question.free && say("question.free"), question.anonymous && say("question.anonymous")];
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
        <Part label={say("question.comuna")} said={question.comuna ? comunaName(question.comuna) : say("question.any_comuna")}>
          <ComunaChoice question={question} change={change} />
        </Part>
        {say("question.attending")}{" "}
        <Part label={say("question.when")} said={say(`question.when.${question.when}`)}>
          <RadioRows
            name="when" label={say("question.when")} value={question.when} onChange={(when) => change({ when })}
            choices={(["now", "any"] as const).map((value) => ({ value, title: say(`question.when.${value}`), note: say(`question.when.${value}.note`) }))}
          />
        </Part>{" "}
        {say("question.by")}{" "}
        <Part label={say("question.more")} said={more.filter(Boolean).join(", ") || say("question.any_way")}>
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

interface ChoiceProps {
  question: Question;
  change: (part: Partial<Question>) => void;
}

function TopicChoice({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const { data } = useTopics();
  const options = (data?.items ?? []).map((topic) => ({ value: topic.code, label: topic.name }));
  return <ComboBox name="topic" label={say("question.topic")} value={question.topic} onChange={(topic) => change({ topic })} options={options} optional />;
}

function ComunaChoice({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const { data } = useComunas();
  const options = (data?.items ?? []).map((comuna) => ({ value: comuna.cut, label: comuna.name, note: comuna.region_name }));
  return <ComboBox name="comuna" label={say("question.comuna")} value={question.comuna} onChange={(comuna) => change({ comuna })} options={options} optional />;
}

function MoreChoices({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  return (
    <>
      <Select
        name="channel" label={say("question.channel")} value={question.channel ?? "any"} optional
        onChange={(channel) => change({ channel: channel === "any" ? null : channel })}
        options={[{ value: "any" as const, label: say("question.any_way") }, ...channelKinds.map((kind) => ({ value: kind, label: say(`channel.${kind}`) }))]}
      />
      <Checkbox checked={question.free} onChange={(free) => change({ free })}>
        {say("question.free")}
      </Checkbox>
      <Checkbox checked={question.anonymous} onChange={(anonymous) => change({ anonymous })}>
        {say("question.anonymous")}
      </Checkbox>
    </>
  );
}
