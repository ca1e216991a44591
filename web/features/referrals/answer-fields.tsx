// The fields of a step, in the order in which they are thought of.
import { Button } from "@/design/button";
import { Field } from "@/design/field";
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import { Alternative } from "./alternative";
import { asks, type AnswerForm, type Ask, type Step } from "./asks";
import { OwnPerson } from "./own-person";
import type { Referral } from "./referrals";
import { referralWords } from "./words";

interface AnswerFieldsProps {
  referral: Referral;
  action: Step;
  form: AnswerForm;
  onChange: (part: Partial<AnswerForm>) => void;
  onBlur: () => void;
  errorOf: (name: keyof AnswerForm) => string;
}

const channels = ["phone", "visit", "whatsapp", "email"] as const;

export function AnswerFields({ referral, action, form, onChange, onBlur, errorOf }: AnswerFieldsProps) {
  const say = useWords(referralWords);
  const ask: Ask = asks[action];
  const field = (name: "day" | "hour" | "until" | "position" | "place" | "withWhom", more: { type?: "date" | "time"; optional?: boolean; inputMode?: "numeric" } = {}) => (
    <Field
      name={`answer-${name}`}
      label={say(name === "until" ? (`field.until.${action}` as "field.until.hold") : `field.${name}`)}
      value={form[name]}
      onChange={(value) => onChange({ [name]: value })}
      onBlur={onBlur}
      error={errorOf(name)}
      {...more}
    />
  );
  return (
    <>
      {ask.person && <OwnPerson referral={referral} value={form.person} onChange={(person) => onChange({ person })} />}
      {ask.codes && (
        <div className="answer-panel__codes" id="answer-code" tabIndex={-1}>
          <RadioRows
            name="code"
            label={say(`field.code.${action}` as "field.code.decline")}
            value={form.code === "" ? null : form.code}
            onChange={(code) => onChange({ code })}
            choices={ask.codes.map((code) => ({ value: code, title: say(`reason.${code}`) }))}
          />
          {errorOf("code") && <p className="field__error">{errorOf("code")}</p>}
        </div>
      )}
      {ask.alternative && <Alternative referral={referral} value={form.alternative} onChange={(alternative) => onChange({ alternative })} />}
      {ask.alternative && form.code === "no_places" && <p className="aside-text">{say("gap.note")}</p>}
      {ask.at && (
        <div className="answer-panel__pair">
          {field("day", { type: "date", optional: ask.at === "optional" })}
          {field("hour", { type: "time", optional: ask.at === "optional" })}
        </div>
      )}
      {ask.position && field("position", { inputMode: "numeric" })}
      {ask.until && field("until", { type: "date" })}
      {ask.place && field("place", { optional: true })}
      {ask.channel && (
        <RadioRows
          name="channel"
          look="words"
          label={say("field.channel")}
          value={form.channel === "" ? null : form.channel}
          onChange={(channel) => onChange({ channel })}
          choices={channels.map((value) => ({ value, title: say(`channel.${value}`) }))}
        />
      )}
      {ask.withWhom && field("withWhom", { optional: true })}
      {ask.questions && <Questions questions={form.questions} onChange={(questions) => onChange({ questions })} onBlur={onBlur} error={errorOf("questions")} />}
      {ask.text && (
        <Field
          name="answer-text"
          label={say(`field.text.${action}` as "field.text.reply")}
          value={form.text}
          onChange={(text) => onChange({ text })}
          onBlur={onBlur}
          error={errorOf("text")}
          optional={ask.text === "optional"}
          lines
        />
      )}
    </>
  );
}

interface QuestionsProps {
  questions: readonly string[];
  onChange: (questions: readonly string[]) => void;
  onBlur: () => void;
  error: string;
}

function Questions({ questions, onChange, onBlur, error }: QuestionsProps) {
  const say = useWords(referralWords);
  return (
    <>
      {questions.map((question, index) => (
        <Field
          key={index}
          name={index === 0 ? "answer-questions" : `answer-question-${index}`}
          label={say("field.question", { number: index + 1 })}
          value={question}
          onChange={(value) => onChange(questions.map((one, at) => (at === index ? value : one)))}
          onBlur={onBlur}
          error={index === 0 ? error : ""}
          optional={index > 0}
        />
      ))}
      <Button weight="word" size="tight" onPress={() => onChange([...questions, ""])}>
        {say("another_question")}
      </Button>
    </>
  );
}
