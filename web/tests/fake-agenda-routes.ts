// The fake server's answers about an agenda: as little of one as the page needs.
import { holiday, k_day, slot } from "./fake-agenda.ts";
import { institutions } from "./fake-data.ts";
import { serviceId } from "./fake-referrals.ts";
import { json, nothing, notFound, problem, type Handler } from "./fake-server.ts";
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

export const agendaRoutes: Record<string, Handler> = {
  "GET agenda": ({ agenda }, _parts, _body, url) => {
    const sought = agenda.appointments.find(({ id }) => id === url.searchParams.get("appointment"));
    if (url.searchParams.has("appointment") && !sought) return notFound();
    const from = sought?.starts_at.slice(0, 10) ?? url.searchParams.get("from") ?? "";
    const days = Number(url.searchParams.get("days") ?? 7);
    const inside = ({ starts_at }: { starts_at: string }) => Date.parse(starts_at) >= Date.parse(from) && Date.parse(starts_at) < Date.parse(from) + days * k_day;
    const services = [{ id: serviceId, name: `Salud mental, ${institutions.health.name}` }];
    return json({ from, days, zone: "America/Santiago", services, slots: agenda.slots.filter(inside), appointments: agenda.appointments.filter(inside), holidays: [holiday()] });
  },
  "POST agenda/slots": ({ agenda }, _parts, body) => {
    const asked = body as Schema["NewAgendaSlots"];
    if (asked.minutes < 10) return problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/minutes", code: "slot_minutes", message: "Cada hora dura entre 10 y 240 minutos." }]);
    const made = Array.from({ length: asked.count ?? 1 }, (_, index) =>
      slot(5 + index, 0, 0, { starts_at: new Date(Date.parse(asked.starts_at) + index * asked.minutes * 60_000).toISOString(), minutes: asked.minutes, channel: asked.channel, place: asked.place ?? "", places: asked.places ?? 1 }));
    agenda.slots.push(...made);
    return json({ items: made });
  },
  "DELETE agenda/slots/*": ({ agenda }, [id]) => {
    agenda.slots = agenda.slots.filter((one) => one.id !== id);
    return nothing();
  },
};
