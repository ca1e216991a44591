// The week on the sheet: its name, the way to the ones beside it, and a thread for each day.
import { Link } from "react-aria-components";
import { serverNow } from "@/api/transport";
import { Button, TextLink } from "@/design/button";
import { useMinute } from "@/design/minute";
import type { AgendaDays } from "@/features/referrals/agenda";
import { useMe } from "@/shell/session";
import { useDates } from "@/words/dates";
import { useWords } from "@/words/say";
import { addressOf, type Shown } from "./address";
import { DayThread } from "./day-thread";
import { Legend } from "./legend";
import { addDays, middayOf, weekOf, workWeekOf, type Day } from "./week";
import { agendaWords } from "./words";
import "@/design/word-tabs.css";

export function WeekSheet({ agenda, shown }: { agenda: AgendaDays; shown: Shown }) {
  const say = useWords(agendaWords);
  const dates = useDates();
  useMinute();
  const hue = useMe().institution.sector;
  const days = weekOf(agenda, serverNow());
  const chosen = chosenOf(days, shown, dates.today());
  const [first, last] = [days[0]?.day ?? shown.week, days.at(-1)?.day ?? shown.week];
  return (
    <>
      <header className="week__head">
        <h2 id="week-title">{say("week", { from: sameMonth(first, last) ? Number(first.slice(8)) : dates.day(middayOf(first)), until: dates.day(middayOf(last)) })}</h2>
        <nav className="week__nav no-print" aria-label={say("weeks")}>
          <TextLink to={addressOf({ week: addDays(shown.week, -7) })}>{say("week.before")}</TextLink>
          <TextLink to={addressOf({ week: workWeekOf(dates.today()) })}>{say("week.this")}</TextLink>
          <TextLink to={addressOf({ week: addDays(shown.week, 7) })}>{say("week.after")}</TextLink>
        </nav>
      </header>
      <nav className="week__days word-tabs" aria-label={say("days")}>
        {days.map(({ day }) => (
          <Link key={day} className="word-tabs__tab" href={addressOf({ week: shown.week, day })} {...(day === chosen ? { "aria-current": "page" as const } : {})}>
            {withoutMonth(dates.shortDay(middayOf(day)))}
          </Link>
        ))}
      </nav>
      <div className="week">
        {days.map((day) => (
          <DayThread key={day.day} day={day} shown={shown} hue={hue} chosen={day.day === chosen} />
        ))}
      </div>
      <Legend hue={hue} />
      <footer className="week__foot no-print">
        <Button weight="word" onPress={() => window.print()}>
          {say("print")}
        </Button>
        <a className="text-link" href="/api/v1/agenda.ics" download>
          {say("calendar")}
        </a>
        <span className="aside-text">{say("calendar.note")}</span>
      </footer>
    </>
  );
}

/** "lun 23": the week above says the month. */
const withoutMonth = (day: string): string => day.split(" ").slice(0, 2).join(" ");

const sameMonth = (one: string, other: string): boolean => one.slice(0, 7) === other.slice(0, 7);

/** On a phone: the day asked for; today; or the next that has hours. */
function chosenOf(days: readonly Day[], { day, hour }: Shown, today: string): string {
  if (days.some((one) => one.day === day)) return day;
  const open = days.find(({ hours }) => hours.some(({ key }) => key === hour));
  const next = days.find((one) => one.day >= today && (one.day === today || one.hours.length > 0));
  return (open ?? next ?? days[0])?.day ?? "";
}
