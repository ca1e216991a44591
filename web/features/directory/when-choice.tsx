// When somebody is to attend: now, at a day and hour, or whenever.
import { HourField } from "@/design/hour-field";
import { RadioRows } from "@/design/radio-rows";
import { Select } from "@/design/select";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { useClock } from "./directory";
import type { ChoiceProps } from "./question-choices";
import { momentOf, type Question } from "./question";
import { directoryWords } from "./words";

/** Whoever looks further ahead asks again: hours change. */
const k_days_ahead = 14;
const k_day = 86_400_000;

/** "hoy", "mañana", "jue 26 nov": the days that may be chosen, today first. */
function useDays(): { value: string; label: string }[] {
  const say = useWords(directoryWords);
  const dates = useDates();
  const today = Date.parse(`${dates.today()}T00:00:00Z`);
  return Array.from({ length: k_days_ahead }, (_, away) => {
    const value = new Date(today + away * k_day).toISOString().slice(0, 10);
    const near = [say("question.today"), say("question.tomorrow")][away];
    return { value, label: near ?? dates.shortDay(dates.instant(value, "12:00")) };
  });
}

/** "ahora", "a cualquier hora", "hoy a las 21:00". While no moment is understood it is asked for now, and the sentence says so. */
export function useSaidMoment(): (question: Question) => string {
  const say = useWords(directoryWords);
  const clock = useClock();
  const days = useDays();
  return (question) => {
    if (question.when !== "at") return say(`question.when.${question.when}`);
    const moment = momentOf(question, clock);
    if (typeof moment !== "object") return say(`question.when.at.${moment}`);
    const day = days.find(({ value }) => value === moment.day)?.label ?? moment.day;
    return say("question.when.at.said", { day, hour: moment.hour, one: moment.hour.startsWith("01") ? "yes" : "no" });
  };
}

export function WhenChoice({ question, change }: ChoiceProps) {
  const say = useWords(directoryWords);
  const clock = useClock();
  const days = useDays();
  const moment = momentOf(question, clock);
  const day = days.some(({ value }) => value === question.day) ? question.day : clock.today();
  return (
    <>
      <RadioRows
        name="when" label={say("question.when")} value={question.when} onChange={(when) => change({ when })}
        choices={(["now", "at", "any"] as const).map((value) => ({ value, title: say(`question.when.${value}`), note: say(`question.when.${value}.note`) }))}
      />
      {question.when === "at" && (
        <div className="question__moment">
          <Select name="when-day" label={say("question.when.day")} value={day} onChange={(chosen) => change({ day: chosen })} options={days} />
          <HourField
            name="when-hour" label={say("question.when.hour")} value={question.hour} onChange={(hour) => change({ hour })} error={moment === "gone" ? say("question.when.gone") : ""}
          />
        </div>
      )}
    </>
  );
}
