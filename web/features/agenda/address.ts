// Which week, which day and which hour: all of it in the address, so that it can be kept, sent and gone back from.
import { useSearchParams } from "wouter";
import { useDates } from "@/words/dates";
import { isDay } from "@/words/days";
import { mondayOf, workWeekOf } from "./week";

export interface Shown {
  /** Its Monday. */
  week: string;
  /** On a phone, one day at a time; "" for the first that matters. */
  day: string;
  /** The id of an appointment or of a free hour; "" for none. */
  hour: string;
}

export function useShown(): Shown & { /** a reminder's appointment, whose week is not known yet */ sought: string } {
  const dates = useDates();
  const [query] = useSearchParams();
  const week = query.get("semana") ?? "";
  const day = query.get("dia") ?? "";
  return {
    week: isDay(week) ? mondayOf(week) : workWeekOf(dates.today()),
    day: isDay(day) ? day : "",
    hour: query.get("hora") ?? "",
    sought: query.get("cita") ?? "",
  };
}

export function addressOf({ week, day = "", hour = "" }: Pick<Shown, "week"> & Partial<Shown>): string {
  const query = new URLSearchParams({ semana: week, ...(day ? { dia: day } : {}), ...(hour ? { hora: hour } : {}) });
  return `/agenda?${query.toString()}`;
}
