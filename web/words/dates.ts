// Dates as Chile writes them: 24 hours, the month as a word, the zone of the institution that one works for. All through Intl.
import { createContext, use, useMemo } from "react";
import { serverNow } from "@/api/transport";
import { locales, type Language } from "./book";
import { minutesOf } from "./hours";
import { useLanguage } from "./say";
import { dayIn, instantIn, k_santiago } from "./zone";

export interface Dates {
  /** "21:08" */
  hour: (at: string | Date) => string;
  /** "6 de noviembre", with the year when it is another one */
  day: (at: string | Date) => string;
  /** "jue 26 nov" */
  shortDay: (at: string | Date) => string;
  /** "hoy 20:58", "mañana 10:00", "17 nov 09:00": near days by name, the rest by date */
  moment: (at: string | Date) => string;
  /** "15 de marzo de 2009" for a calendar day without hour, such as a birth date */
  calendarDay: (day: string) => string;
  /** "2026-11-19": which day it is there */
  today: () => string;
  /** The moment at which a clock on the wall there shows this day and hour, for the server: ("2026-11-24", "16:30") */
  instant: (day: string, hour: string) => string;
}

const dayNumber = (at: Date, zone: string): number => Math.round(Date.parse(dayIn(zone, at)) / 86_400_000);

/** Without the dots, commas and dashes that differ between versions of the same locale. */
const plain = (text: string) => text.replace(/[.,]/g, "").replace(/-/g, " ");

/** `now` decides what "today" is. */
export function datesFor(language: Language, zone: string, now: () => Date): Dates {
  const locale = locales[language];
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const hours = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const days = format({ day: "numeric", month: "long" });
  const daysOfYear = format({ day: "numeric", month: "long", year: "numeric" });
  const weekdays = format({ weekday: "short", day: "numeric", month: "short" });
  const months = format({ day: "numeric", month: "short" });
  const years = format({ year: "numeric" });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const asDate = (at: string | Date) => (typeof at === "string" ? new Date(at) : at);

  const moment = (at: string | Date) => {
    const date = asDate(at);
    const away = dayNumber(date, zone) - dayNumber(now(), zone);
    if (Math.abs(away) <= 1) return `${near.format(away, "day")} ${hours.format(date)}`;
    return `${plain(months.format(date))} ${hours.format(date)}`;
  };

  return {
    hour: (at) => hours.format(asDate(at)),
    day: (at) => (years.format(asDate(at)) === years.format(now()) ? days : daysOfYear).format(asDate(at)),
    shortDay: (at) => plain(weekdays.format(asDate(at))),
    moment,
    calendarDay: (day) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "long" }).format(new Date(`${day}T00:00:00Z`)),
    today: () => dayIn(zone, now()),
    instant: (day, hour) => instantIn(zone, day, minutesOf(hour)).toISOString(),
  };
}

/** Nobody is here yet at the door: its hours are Santiago's. */
const ZoneContext = createContext(k_santiago);
export const ZoneProvider = ZoneContext.Provider;

/** The zone in which this page's hours are shown and written: the institution's, never the computer's. */
export const useZone = (): string => use(ZoneContext);

const known = new Map<string, Dates>();

/** One for each language and zone, whoever asks: its formatters are dear to make. */
function datesIn(language: Language, zone: string): Dates {
  const key = `${language} ${zone}`;
  const dates = known.get(key) ?? datesFor(language, zone, serverNow);
  known.set(key, dates);
  return dates;
}

export function useDates(): Dates {
  const [language, zone] = [useLanguage(), useZone()];
  return useMemo(() => datesIn(language, zone), [language, zone]);
}
