// The fields of a step, in the order in which they are thought of.
import { Button } from "@/design/button";
import { DayField } from "@/design/day-field";
import { Field, type FieldProps } from "@/design/field";
import { HourField } from "@/design/hour-field";
import { Note } from "@/design/note";
import { RadioRows } from "@/design/radio-rows";
import { useWords } from "@/words/say";
import { Alternative } from "./alternative";
import type { Slot } from "./agenda";
import { askOf, byHand, type AnswerForm, type Given, type Step } from "./asks";
import { FreeHours } from "./free-hours";
import { OwnPerson } from "./own-person";
import type { Movable } from "./referrals";
import { Ways } from "./ways";
import { referralWords } from "./words";

interface AnswerFieldsProps {
  referral: Movable;
  /** Hours of one's own agenda to choose from. */
  free: readonly Slot[];
  given: Given;
  action: Step;
  form: AnswerForm;
  onChange: (part: Partial<AnswerForm>) => void;
  onBlur: () => void;
  errorOf: (name: keyof AnswerForm) => string;
}

export function AnswerFields({ referral, action, form, free, given, onChange, onBlur, errorOf }: AnswerFieldsProps) {
  const say = useWords(referralWords);
  const ask = askOf(action, given);
  const { lastTry } = given;
  const typed = byHand(ask, form, given);
  const common = (name: "day" | "hour" | "until" | "position" | "place" | "withWhom") => ({
    name: `answer-${name}`,
    label: say(name === "until" ? (`field.until.${action}` as "field.until.hold") : `field.${name}`),
    value: form[name],
    onChange: (value: string) => onChange({ [name]: value }),
    onBlur,
    error: errorOf(name),
  });
  const field = (name: "position" | "place" | "withWhom", more: { optional?: boolean; inputMode?: "numeric" } = {}) => <Field {...common(name)} {...more} />;
  return (
    <>
      {ask.person && <OwnPerson referral={referral} value={form.person} onChange={(person) => onChange({ person })} />}
      {action === "accept" && <PlaceLeft referral={referral} />}
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
      {ask.slot && <FreeHours hours={free} value={form.slot} onChange={(slot) => onChange({ slot })} error={errorOf("slot")} />}
      {ask.at && typed && (
        <div className="answer-panel__pair">
          <DayField {...common("day")} optional={ask.at === "optional"} />
          <HourField {...common("hour")} optional={ask.at === "optional"} />
        </div>
      )}
      {ask.asked && <HowAsked form={form} onChange={onChange} errorOf={errorOf} when={{ day: common("day"), hour: common("hour") }} />}
      {ask.position && field("position", { inputMode: "numeric" })}
      {ask.until && <DayField {...common("until")} />}
      {ask.place && typed && field("place", { optional: true })}
      {((ask.channel && typed) || ask.ways) && <Ways label={say(ask.ways ? "field.way" : "field.channel")} name="channel" value={form.channel} onChange={(channel) => onChange({ channel })} />}
      {ask.ways && (
        <div id="answer-otherChannel" tabIndex={-1}>
          <Ways label={say(lastTry ? "field.otherChannel" : "field.otherChannel.optional")} name="other-channel" value={form.otherChannel} onChange={(otherChannel) => onChange({ otherChannel })} />
          {errorOf("otherChannel") && <p className="field__error">{errorOf("otherChannel")}</p>}
        </div>
      )}
      {ask.withWhom && field("withWhom")}
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

interface HowAskedProps extends Pick<AnswerFieldsProps, "form" | "onChange" | "errorOf"> {
  when: Record<"day" | "hour", Omit<FieldProps, "type" | "inputMode">>;
}

/** By which means, when, and who answered. */
function HowAsked({ form, onChange, errorOf, when }: HowAskedProps) {
  const say = useWords(referralWords);
  return (
    <>
      <div id="answer-channel" tabIndex={-1}>
        <Ways toAsk label={say("field.asked.channel")} name="asked-way" value={form.channel} onChange={(channel) => onChange({ channel })} />
        {errorOf("channel") && <p className="field__error">{errorOf("channel")}</p>}
      </div>
      <div className="answer-panel__pair">
        <DayField {...when.day} />
        <HourField {...when.hour} />
      </div>
      <div id="answer-answeredBy" tabIndex={-1}>
        <RadioRows
          name="answered-by"
          look="words"
          label={say("field.answeredBy")}
          value={form.answeredBy}
          onChange={(answeredBy) => onChange({ answeredBy })}
          choices={(["person", "guardian", "representative"] as const).map((who) => ({ value: who, title: say(`answered_by.${who}`) }))}
        />
        {errorOf("answeredBy") && <p className="field__error">{errorOf("answeredBy")}</p>}
      </div>
    </>
  );
}

/** Before accepting: whether there is a place for them. */
function PlaceLeft({ referral: { place } }: { referral: Movable }) {
  const say = useWords(referralWords);
  if (!place) return null;
  if (place.held) return <p className="aside-text">{say("place.held")}</p>;
  if (place.free > 0) return <p className="aside-text">{say("place.free", { free: place.free })}</p>;
  return <Note tone="look">{say("place.none")}</Note>;
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
