// Where every page of shell/pages.ts is, and who opens it.
import type { Schema } from "@/api/client";
import { clientOf } from "./visitor.ts";

export interface Visit {
  /** Who opens it; nobody if absent. */
  as?: string;
  /** Its addresses, one for each view worth looking at. */
  to: () => Promise<string[]> | string[];
}

export const agent = "agente@linea.demo";
export const intake = "recepcion@cesfam.demo";
export const supervisor = "supervisora@linea.demo";

export const officer = "datos@linea.demo";

type Items<T> = { items: T[] };
function shared<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** The person of the mockups, with a safe-contact card. */
export const martina = shared(async () => {
  const { items } = await (await clientOf(agent)).post<Items<Schema["PossiblePerson"]>>("/api/v1/people/search", { text: "Martina Catrileo" });
  if (!items[0]) throw new Error("Martina is not in the demo");
  return items[0].id;
});
export const codeOf = shared(async () => (await (await clientOf(agent)).get<Schema["Person"]>(`/api/v1/people/${await martina()}`)).thread_code);
/** One open and one closed contact of hers. */
export const contacts = shared(async () => {
  const client = await clientOf(agent);
  const { items } = await client.post<Items<Schema["ContactItem"]>>("/api/v1/contacts/search", { person_id: await martina() });
  return items.map(({ id }) => id);
});
export const received = shared(async () => {
  const { items } = await (await clientOf(intake)).get<Items<Schema["ReferralListed"]>>("/api/v1/referrals?box=inbox");
  return items.map(({ id }) => id);
});
export const service = shared(async () => {
  const { matches } = await (await clientOf(agent)).get<Schema["ShownAnswer"]>("/api/v1/directory/match?age=17&comuna=13104&topic=mood_anxiety&any_time=true");
  return matches.find(({ service: { name } }) => name.includes("CESFAM Demo Norte"))?.service.id ?? "";
});

export const clinic = shared(async () => {
  const { items } = await (await clientOf(agent)).get<Items<Schema["Institution"]>>("/api/v1/institutions");
  return items.find(({ name }) => name === "CESFAM Demo Norte")?.id ?? "";
});

/** The week, an hour given and a free one. */
async function agendaAddresses(): Promise<string[]> {
  const { appointments, slots } = await (await clientOf(intake)).get<Schema["AgendaDays"]>("/api/v1/agenda?days=31");
  const given = appointments.filter(({ status }) => status === "booked").slice(0, 1).map(({ id }) => `/agenda?cita=${id}`);
  const free = slots.filter(({ held }) => held === 0).slice(0, 1).map(({ id, starts_at }) => `/agenda?semana=${starts_at.slice(0, 10)}&hora=${id}`);
  return ["/agenda", ...given, ...free];
}

export const visits: Record<string, Visit> = {
  "/": { as: agent, to: () => ["/"] },
  "/personas": { as: agent, to: () => ["/personas"] },
  "/personas/nueva": { as: agent, to: () => ["/personas/nueva"] },
  "/personas/:id/:view?": { as: agent, to: async () => { const id = await martina(); return ["", "/dibujo", "/lista", "/permisos", "/vistas", "/datos", "/contacto"].map((view) => `/personas/${id}${view}`); } },
  "/hebras/:code": { as: agent, to: async () => [`/hebras/${await codeOf()}`] },
  "/contactos": { as: agent, to: () => ["/contactos"] },
  "/contactos/nuevo/:person?": { as: agent, to: async () => ["/contactos/nuevo", `/contactos/nuevo/${await martina()}`] },
  "/contactos/:id/:view?": { as: agent, to: async () => (await contacts()).slice(0, 2).flatMap((id) => [`/contactos/${id}`, `/contactos/${id}/versiones`]) },
  "/derivaciones/:id?": { as: intake, to: async () => ["/derivaciones", ...(await received()).slice(0, 2).map((id) => `/derivaciones/${id}`)] },
  "/agenda": { as: intake, to: agendaAddresses },
  "/catastro/agregar": { as: supervisor, to: () => ["/catastro/agregar"] },
  "/catastro/uso": { as: supervisor, to: () => ["/catastro/uso"] },
  "/catastro/:id?/:view?": { as: supervisor, to: async () => ["/catastro", `/catastro/${await service()}`, `/catastro/${await service()}/llamar`, `/catastro/${await service()}/corregir`] },
  "/numeros-de-emergencia": { as: "admin@red.demo", to: () => ["/numeros-de-emergencia"] },
  "/derivar": { as: agent, to: () => ["/derivar"] },
  "/personas/:id/derivar": { as: agent, to: async () => [`/personas/${await martina()}/derivar`] },
  "/red": { as: supervisor, to: () => ["/red"] },
  "/red/:id": { as: supervisor, to: async () => [`/red/${await clinic()}`] },
  "/accesos/:id?": { as: officer, to: async () => ["/accesos", `/accesos/${await martina()}`] },
  "/borrado/:code?": { as: officer, to: async () => ["/borrado", `/borrado/${await codeOf()}`] },
  "/entrar": { to: () => ["/entrar"] },
  "/entrar/ayuda": { to: () => ["/entrar/ayuda"] },
  "/entrar/clave/:token": { to: () => ["/entrar/clave/inventado"] },
  "/entrar/invitacion/:token": { to: () => ["/entrar/invitacion/inventado"] },
  "/avisos": { as: supervisor, to: () => ["/avisos"] },
  "/formularios/:form?": { as: "admin@red.demo", to: () => ["/formularios", "/formularios/contact_writeup"] },
  "/equipo": { as: "admin@red.demo", to: () => ["/equipo"] },
  "/cuenta": { as: agent, to: () => ["/cuenta"] },
};
