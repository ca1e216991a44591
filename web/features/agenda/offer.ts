// Hours being offered, before the server has them. Pure.
import type { NewSlots } from "@/features/referrals/agenda";
import { isDay } from "@/words/days";
import { readHour } from "@/words/hours";
import { addDays } from "./week";

export interface OfferForm {
  service: string;
  day: string;
  hour: string;
  minutes: string;
  count: string;
  /** How many come to each: more than one of a group. */
  places: string;
  channel: "visit" | "phone" | "whatsapp";
  place: string;
}

/** Tomorrow, or the first day of a week that is still to come. */
export const emptyOffer = (service: string, week: string, today: string): OfferForm => ({
  service,
  day: week > today ? week : addDays(today, 1),
  hour: "09:00",
  minutes: "45",
  count: "4",
  places: "1",
  channel: "visit",
  place: "",
});

export type OfferError = "error.day" | "error.hour" | "error.number";

const isNumber = (text: string): boolean => /^\s*[1-9]\d{0,2}\s*$/.test(text);

/** What is still missing, by field. The server checks everything again. */
export function missingIn(form: OfferForm): Partial<Record<keyof OfferForm, OfferError>> {
  const missing: Partial<Record<keyof OfferForm, OfferError>> = {};
  if (!isDay(form.day)) missing.day = "error.day";
  if (readHour(form.hour) === null) missing.hour = "error.hour";
  if (!isNumber(form.minutes)) missing.minutes = "error.number";
  if (!isNumber(form.count)) missing.count = "error.number";
  if (!isNumber(form.places)) missing.places = "error.number";
  return missing;
}

/** @param instant turns a day and an hour of the place into a moment */
export const slotsOf = (form: OfferForm, instant: (day: string, hour: string) => string): NewSlots => ({
  service_id: form.service,
  starts_at: instant(form.day, readHour(form.hour) ?? ""),
  minutes: Number(form.minutes),
  count: Number(form.count),
  ...(Number(form.places) > 1 ? { places: Number(form.places) } : {}),
  channel: form.channel,
  ...(form.place.trim() === "" ? {} : { place: form.place.trim() }),
});
