// How the fake server answers about contacts.
import type { Handler } from "./fake-server.ts";
import * as fake from "./fake-contacts.ts";
import { formRoutes } from "./fake-form-routes.ts";
import { json, notFound, nothing, problem } from "./fake-server.ts";

export const contactRoutes: Record<string, Handler> = {
  "GET people/*/relationships": (state) => json({ items: state.attention.relationships }),
  "POST people/*/relationships": (state, _parts, body) => {
    const told = { ...body, id: `00000000-0000-7000-8000-0000000007${state.attention.relationships.length + 10}`, created_at: new Date().toISOString(), version: 1 } as (typeof state.attention.relationships)[number];
    state.attention.relationships = [...state.attention.relationships, told];
    return json(told, 201);
  },
  "POST people/*/relationships/*/moves": (state, [, id], body) => {
    state.attention.relationships = state.attention.relationships.map((one) => (one.id === id ? { ...one, version: one.version + 1, ...(body["action"] === "end" ? { ended_at: new Date().toISOString() } : {}) } : one));
    return json(state.attention.relationships.find((one) => one.id === id));
  },
  ...formRoutes,
  "GET contacts/agents": () => json({ items: fake.agents }),
  "GET contacts/colleagues": () => json({ items: fake.colleagues }),
  "POST contacts/search": (state, _parts, body) => {
    state.attention.said.push({ line: "search", body });
    const items = fake.items(state.attention.contacts).filter((item) => (body["status"] ? item.status === body["status"] : true) && (body["topic"] ? item.topics.includes(String(body["topic"])) : true));
    return json({ items });
  },
  "POST contacts": (state, _parts, body) => {
    state.attention.said.push({ line: "create", body });
    const contact = { ...fake.live(), ...body, id: "00000000-0000-7000-8000-000000000609", moments: [], answers: {}, topics: [], status: body["disposition"] ? "closed" : "open" } as ReturnType<typeof fake.live>;
    state.attention.contacts = [contact, ...state.attention.contacts];
    return json(contact, 201);
  },
  "GET contacts/*": (state, [id]) => {
    const contact = state.attention.contacts.find((one) => one.id === id);
    return contact ? json(contact) : notFound();
  },
  "PATCH contacts/*": (state, [id], body) => {
    state.attention.said.push({ line: "change", body });
    const contact = state.attention.contacts.find((one) => one.id === id);
    if (!contact) return notFound();
    // What is emptied is no longer there.
    const next = Object.fromEntries(Object.entries({ ...contact, ...body, version: contact.version + 1 }).filter(([, value]) => value !== null)) as unknown as typeof contact;
    state.attention.contacts = state.attention.contacts.map((one) => (one.id === id ? next : one));
    return json(next);
  },
  "POST contacts/*/moves": (state, [id], body) => {
    state.attention.said.push({ line: "move", body });
    const contact = state.attention.contacts.find((one) => one.id === id);
    if (!contact) return notFound();
    if (body["action"] === "close" && !body["disposition"] && !contact.disposition) {
      return problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/disposition", code: "answer_needed", message: "Falta responder." }]);
    }
    const next = fake.moved(contact, body);
    state.attention.contacts = state.attention.contacts.map((one) => (one.id === id ? next : one));
    return json(next);
  },
  "GET contacts/*/versions": (_state, [id]) => json({ items: id === fake.closed().id ? fake.earlier() : [] }),
  "GET contacts/*/attachments": (state) => json({ items: state.attention.files }),
  "POST contacts/*/attachments": () => problem(422, "file_kind", "Ese tipo de archivo no se acepta. Use PDF, imagen, audio o documento."),
  "DELETE contacts/*/attachments/*": () => nothing(),
};
