// The week of a service, drawn: each day a line of time, yarn where it attends.
import { Yarn } from "@/design/yarn";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import type { Opening, Schedule } from "./directory";
import { weekOf } from "./hours";
import { directoryWords } from "./words";
import "./hours-aside.css";

const k_day_wide = 112;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const place = (time: string): number => (minutes(time) / 1440) * k_day_wide;

export function HoursAside({ schedule }: { schedule: Schedule }) {
  const say = useWords(directoryWords);
  const dates = useDates();
  return (
    <aside className="hours" aria-labelledby="hours-title">
      <h2 id="hours-title">{say("six.hours")}</h2>
      {schedule.hours === "weekly" ? (
        <ol>
          {weekOf(schedule).map(({ day, spans }) => (
            <li key={day} className="hours__day">
              <span>{say(`day.${day}`)}</span>
              <DayLine spans={spans} />
              <span className={spans.length > 0 ? "" : "faint"}>
                {spans.map((span) => say("hours.weekly", { ...span })).join(", ") || say("hours.closed")}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p>{say(`hours.${schedule.hours}`)}</p>
      )}
      {schedule.hours !== "always" && <p className="aside-text hours__holidays">{say(`holidays.${schedule.on_holidays}`)}</p>}
      {schedule.special_days.length > 0 && (
        <section className="section">
          <h3 className="section-title">{say("hours.special")}</h3>
          <ul>
            {schedule.special_days.map((special) => (
              <li key={special.first} className="aside-text">
                {dates.calendarDay(special.first)} – {dates.calendarDay(special.last)}: {special.name || say("hours.closed")}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function DayLine({ spans }: { spans: readonly Opening[] }) {
  return (
    <svg className="yarn" width={k_day_wide} height="14" viewBox={`0 0 ${k_day_wide} 14`} aria-hidden="true">
      <path className="hours__ground" d={`M0 7h${k_day_wide}`} />
      {spans.map(({ opens, closes }) => {
        const until = minutes(closes) <= minutes(opens) ? k_day_wide : place(closes);
        return <Yarn key={opens} x={place(opens)} y={7} reach={until - place(opens)} width={6} hue="ink" lift={0} />;
      })}
    </svg>
  );
}
