// One institution of the network and whom to call there, as the fake server tells of it.
import type { components } from "../api/types.ts";
import { institutions } from "./fake-data.ts";
import { json, notFound, type Handler } from "./fake-server.ts";

type Schema = components["schemas"];

export const freshContactPeople = (): Schema["ContactPeopleList"] => ({
  version: 1,
  people: [
    { name: "Marisol Tapia", post: "Encargada de derivaciones", phone: "+56 9 0000 0063", email: "recepcion@cesfam.demo", hours: "Lunes a jueves, de 8 a 17" },
    { name: "Jorge Catalán", post: "Director", email: "direccion@cesfam.demo" },
  ],
});

const pageOf = (id: string | undefined, me: Schema["Me"] | null): Schema["InstitutionPage"] | undefined => {
  const institution = Object.values(institutions).find((one) => one.id === id);
  if (!institution || !me) return undefined;
  const is_own = institution.id === me.institution.id;
  return { ...institution, comuna: "13120", region: "13", is_own, is_coordinator: false, may_correct: is_own && me.permissions.includes("institution_correct"), may_correct_nature: false, may_name_contacts: is_own && me.permissions.includes("contacts_name"), ...(is_own ? {} : { level: "coordination" as const }) };
};

export const institutionRoutes: Record<string, Handler> = {
  "GET institutions/*": (state, [id]) => {
    const page = pageOf(id, state.me);
    return page ? json(page) : notFound();
  },
  "PATCH institutions/*": (state, [id], body) => {
    state.corrected.push(body);
    return json(pageOf(id, state.me));
  },
  "GET institutions/*/contacts": (state) => json(state.contactPeople),
  "PUT institutions/*/contacts": (state, _parts, body) => {
    state.contactPeople = { people: body["people"] as Schema["ContactPerson"][], version: state.contactPeople.version + 1 };
    return json(state.contactPeople);
  },
};
