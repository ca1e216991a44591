// A day: its hours in the order of the clock, empty stretches folded, each a link that opens it.
import { Link } from "react-aria-components";
import type { Hue } from "@/design/yarn";
import { referralWords } from "@/features/referrals/words";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { addressOf, type Shown } from "./address";
import { HolidayName } from "./holiday";
import { HourThread } from "./hour-thread";
import { leaps, middayOf, type Day, type Hour } from "./week";
import { agendaWords } from "./words";

interface DayThreadProps {
  day: Day;
  shown: Shown;
  hue: Hue;
  /** On a phone: the one that is seen. */
  chosen: boolean;
}

export function DayThread({ day, shown, hue, chosen }: DayThreadProps) {
  const say = useWords(agendaWords);
  const dates = useDates();
  const today = dates.today();
  const when = day.day === today ? "today" : day.day < today ? "past" : "ahead";
  const id = `dia-${day.day}`;
  return (
    <section className={`day day--${when}${chosen ? " day--chosen" : ""}`} aria-labelledby={id}>
      <h3 className="day__title" id={id}>
        {dates.shortDay(middayOf(day.day))} {when === "today" && <span className="day__now">{say("today")}</span>}
      </h3>
      {day.holiday && (
        <p className="day__holiday">
          <HolidayName holiday={day.holiday} />
        </p>
      )}
      {day.hours.length === 0 ? (
        <p className="day__none">{say("day.none")}</p>
      ) : (
        <ol className="day__hours">
          {day.hours.map((hour, index) => (
            <li key={hour.key} {...(leaps(day.hours[index - 1], hour) ? { className: "day__fold" } : {})}>
              <Link className={"given" in hour ? `hour hour--${hour.given.status}` : "hour hour--free"} href={addressOf({ week: shown.week, day: day.day, hour: hour.key })} {...(hour.key === shown.hour ? { "aria-current": "true" as const } : {})}>
                <HourThread hour={hour} hue={hue} />
                <span className="hour__text">
                  <time dateTime={hour.starts_at}>{dates.hour(hour.starts_at)}</time> <HourWords hour={hour} />
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function HourWords({ hour }: { hour: Hour }) {
  const say = useWords(agendaWords);
  const sayOf = useWords(referralWords);
  if ("free" in hour) {
    const { channel, places, held } = hour.free;
    return (
      <>
        <span>{say("free", { count: places - held })}</span>
        {channel !== "visit" && <span className="hour__note">{sayOf(`channel.${channel}`)}</span>}
      </>
    );
  }
  const { thread_code, age_band, urgency, try_number, status, channel } = hour.given;
  return (
    <>
      <b className="unbroken">{thread_code}</b>
      {urgency !== "routine" && status === "booked" && <span className={urgency === "urgent" ? "hour__note hour__note--urgent" : "hour__note"}>{sayOf(`urgency.${urgency}`)}</span>}
      <span className="hour__note">{sayOf(`age.${age_band}` as "age.unknown")}</span>
      {channel !== "visit" && <span className="hour__note">{sayOf(`channel.${channel}`)}</span>}
      {try_number > 1 && <span className="hour__note">{say("try", { number: try_number })}</span>}
      {status !== "booked" && <span className="hour__note hour__note--done">{say(`became.${status}`)}</span>}
    </>
  );
}
