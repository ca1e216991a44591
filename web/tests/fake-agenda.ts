// An invented week of an agenda.
import { serviceId } from "./fake-referrals.ts";
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

export interface FakeAgenda {
  slots: Schema["AgendaSlot"][];
  appointments: Schema["Appointment"][];
}

export const k_day = 86_400_000;
/** The next Monday at least a day ahead, 12:00 UTC: the first of the week that a test looks at. */
export const monday = (): Date => {
  const day = new Date(Math.floor(Date.now() / k_day) * k_day + k_day + 12 * 3_600_000);
  return new Date(day.getTime() + ((8 - day.getUTCDay()) % 7) * k_day);
};
const at = (day: number, minutes: number): string => new Date(monday().getTime() + day * k_day + minutes * 60_000).toISOString();
/** The second Wednesday: beyond the week that is shown. */
export const holiday = (): Schema["AgendaHoliday"] => ({ date: at(9, 0).slice(0, 10), name: "Inmaculada Concepción", name_en: "Immaculate Conception", is_to_confirm: false });
export const slotId = (number: number) => `00000000-0000-7000-8000-000000000c0${number}`;
export const appointmentId = (number: number) => `00000000-0000-7000-8000-000000000d0${number}`;

export const slot = (number: number, day: number, minutes: number, more: Partial<Schema["AgendaSlot"]> = {}): Schema["AgendaSlot"] => ({
  id: slotId(number), service_id: serviceId, starts_at: at(day, minutes), minutes: 45, places: 1, held: 0, channel: "visit", place: "Box 3", status: "offered", version: 1, ...more,
});

const appointment = (number: number, day: number, minutes: number, more: Partial<Schema["Appointment"]> = {}): Schema["Appointment"] => ({
  id: appointmentId(number), referral_id: `00000000-0000-7000-8000-000000000a0${number}`, service_id: serviceId, thread_code: `HB-4T8${number}`, age_band: "14-17", kind: "warm", urgency: "routine",
  starts_at: at(day, minutes), minutes: 45, channel: "visit", place: "Box 3", try_number: 1, status: "booked", referral_status: "scheduled", referral_version: 4,
  possible: ["reschedule", "no_show", "confirm_first_contact", "fail"], ...more,
});

export const freshAgenda = (): FakeAgenda => ({
  slots: [slot(1, 0, 0, { held: 1 }), slot(2, 0, 45), slot(3, 2, 0), slot(4, 2, 300, { channel: "phone", place: "", minutes: 30 })],
  appointments: [
    appointment(5, 0, 0, { urgency: "urgent", reminder: { id: "00000000-0000-7000-8000-000000000e01", version: 1, due_at: at(-1, 0), mine: true } }),
    appointment(6, 1, 0, { status: "moved", possible: [] }),
    appointment(7, 3, 0, { status: "missed", try_number: 2, possible: [], age_band: "30-59" }),
    appointment(8, 4, 0, { status: "kept", possible: [], age_band: "unknown" }),
  ],
});

/** A move with an hour takes it. */
export function takeHour(agenda: FakeAgenda, id: string | undefined, code: string): void {
  const taken = agenda.slots.find((one) => one.id === id);
  if (!taken) return;
  taken.held += 1;
  agenda.appointments.push({ ...appointment(9, 0, 0), slot_id: taken.id, starts_at: taken.starts_at, thread_code: code });
}
