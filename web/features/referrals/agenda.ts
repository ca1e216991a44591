// The agenda of one's own institution: hours offered and hours given. The page and the referral's own steps read from here.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { serverNow } from "@/api/transport";
import { answer, api, type Schema } from "@/api/client";
import { useWrite } from "@/api/write";
import { useDates } from "@/words/dates";

export type AgendaDays = Schema["AgendaDays"];
export type Slot = Schema["AgendaSlot"];
export type Appointment = Schema["Appointment"];
export type Holiday = Schema["AgendaHoliday"];
export type NewSlots = Schema["NewAgendaSlots"];

const k_ask_again = 60_000;
const k_days_ahead = 31;
const k_most_shown = 12;

/** Some days, from a day on ("2026-11-23"). */
export function useAgenda(from: string, days: number, enabled = true) {
  return useQuery({
    queryKey: ["agenda", from, days],
    queryFn: () => answer(api.GET("/api/v1/agenda", { params: { query: { from, days } } })),
    enabled,
    refetchInterval: k_ask_again,
  });
}

/** The day of one appointment, for whoever comes from a reminder. */
export function useDayOf(appointment: string) {
  return useQuery({
    queryKey: ["agenda", "of", appointment],
    queryFn: async () => (await answer(api.GET("/api/v1/agenda", { params: { query: { appointment, days: 1 } } }))).from,
    enabled: appointment !== "",
  });
}

export const isFree = (slot: Slot, now: Date): boolean => slot.held < slot.places && new Date(slot.starts_at) > now;

/** The next free hours of a service, the nearest first. */
export function useFreeHours(service: string, enabled: boolean): readonly Slot[] {
  const dates = useDates();
  const { data } = useAgenda(dates.today(), k_days_ahead, enabled);
  return (data?.slots ?? []).filter((slot) => slot.service_id === service && isFree(slot, serverNow())).slice(0, k_most_shown);
}

export function useOfferHours(after: () => void) {
  const client = useQueryClient();
  return useWrite<NewSlots, Schema["AgendaSlotList"]>(
    (body, headers) => answer(api.POST("/api/v1/agenda/slots", { body, headers })),
    () => {
      void client.invalidateQueries({ queryKey: ["agenda"] });
      after();
    },
  );
}

export function useWithdrawHour(after: (slot: Slot) => void) {
  const client = useQueryClient();
  return useWrite<Slot, unknown>(
    ({ id, version }, headers) => answer(api.DELETE("/api/v1/agenda/slots/{id}", { params: { path: { id }, header: { "If-Match": `"${version}"` } }, headers })),
    (_, slot) => {
      void client.invalidateQueries({ queryKey: ["agenda"] });
      after(slot);
    },
  );
}
