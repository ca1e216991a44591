// Dates as Chile writes them: 24 hours, the month as a word, the zone of the place. All through Intl.
import { useMemo } from "react";
import { serverNow } from "@/api/transport";
import { locales, type Language } from "./book";
import { useLanguage } from "./say";

/** Chile's zones. Magallanes and Aysén keep summer time all year; Rapa Nui is two hours behind. */
const zones = ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique", "Pacific/Easter"];

/** The browser's own zone when it is one of Chile's; otherwise Santiago, so that a wrongly set computer shows the right hour. */
export function zoneFor(browser: string | undefined): string {
  return browser !== undefined && zones.includes(browser) ? browser : "America/Santiago";
}

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

const isoDays = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: making one costs more than a hundred uses of it. */
function isoDay(at: Date, zone: string): string {
  const known = isoDays.get(zone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  isoDays.set(zone, known);
  return known.format(at);
}

/** How far ahead of universal time the zone's clocks are at a moment. */
function ahead(at: number, zone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`) - at;
}

function instantIn(zone: string, day: string, hour: string): string {
  const wall = Date.parse(`${day}T${hour}:00Z`);
  // The offset of the moment itself: what the clock shows there may be on the other side of a change of hour.
  return new Date(wall - ahead(wall - ahead(wall, zone), zone)).toISOString();
}

const dayNumber = (at: Date, zone: string): number => Math.round(Date.parse(isoDay(at, zone)) / 86_400_000);

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
    today: () => isoDay(now(), zone),
    instant: (day, hour) => instantIn(zone, day, hour),
  };
}

export const hereZone = (): string => zoneFor(Intl.DateTimeFormat().resolvedOptions().timeZone);

const known = new Map<string, Dates>();

/** One for the page, whoever asks: its formatters are dear to make. */
function datesHere(language: Language): Dates {
  const key = `${language} ${hereZone()}`;
  const dates = known.get(key) ?? datesFor(language, hereZone(), serverNow);
  known.set(key, dates);
  return dates;
}

export function useDates(): Dates {
  const language = useLanguage();
  return useMemo(() => datesHere(language), [language]);
}
