// A server small enough to read, for component tests and for looking at pages. It checks nothing that the real one should.
import type { components } from "../api/types.ts";
import { freshAgenda, type FakeAgenda } from "./fake-agenda.ts";
import { agendaRoutes } from "./fake-agenda-routes.ts";
import { freshForms, type FakeForms } from "./fake-forms.ts";
import { contactRoutes } from "./fake-contact-routes.ts";
import { emergencyNumbers, freshContacts, type FakeContacts } from "./fake-contacts.ts";
import * as data from "./fake-data.ts";
import { familyCentre } from "./fake-directory.ts";
import { directoryRoutes } from "./fake-directory-routes.ts";
import { accountRoutes } from "./fake-account-routes.ts";
import { draftRoutes, type FakeDraft } from "./fake-drafts.ts";
import { freshContactPeople, institutionRoutes } from "./fake-institution-routes.ts";
import { noticeRoutes } from "./fake-notice-routes.ts";
import { disclosed, erasurePreview, privacyRoutes } from "./fake-privacy.ts";
import { referralRoutes } from "./fake-referral-routes.ts";
import { received } from "./fake-referrals.ts";

type Schema = components["schemas"];

/** What a test may change before or between requests. */
export interface FakeState {
  /** null: nobody is signed in. */
  me: Schema["Me"] | null;
  person: Schema["Person"];
  loose: Schema["Commitment"][];
  due: Schema["Commitment"][];
  referrals: Schema["Referral"][];
  warnings: Schema["ReferralWarnings"];
  network: Schema["Network"];
  proposed: Schema["NewAgreement"][];
  founded: Schema["Institution"][];
  contactPeople: Schema["ContactPeopleList"];
  corrected: Schema["InstitutionChange"][];
  disclosed: Schema["Disclosed"][];
  preview: Schema["ErasurePreview"];
  /** Asked for at sign-in when set. */
  code: string | null;
  entry: Schema["DirectoryEntry"];
  /** What the directory was asked last. */
  question: URLSearchParams;
  emergency: Schema["EmergencyEntry"][];
  drafts: Map<string, FakeDraft>;
  attention: FakeContacts;
  agenda: FakeAgenda;
  forms: FakeForms;
  sessions: Schema["OpenSession"][];
  /** Every request that arrived, as "POST /api/v1/people". */
  log: string[];
  /** Idempotency keys in order of arrival. */
  keys: string[];
  /** Answers next instead of the route; used once each. */
  next: (() => Response)[];
  /** Answers instead of one route, as "POST /api/v1/people"; used once. */
  instead: Map<string, () => Response>;
}

export const freshState = (): FakeState => ({
  me: data.antonia,
  person: data.martina,
  loose: data.looseCommitments(),
  due: data.dueCommitments(),
  referrals: received(),
  warnings: { unmet: [], similar: [] },
  network: data.network(),
  proposed: [],
  founded: [],
  contactPeople: freshContactPeople(),
  corrected: [],
  disclosed: disclosed(),
  preview: erasurePreview(),
  code: null,
  entry: familyCentre(),
  question: new URLSearchParams(),
  emergency: emergencyNumbers,
  drafts: new Map(),
  attention: freshContacts(),
  agenda: freshAgenda(),
  forms: freshForms(),
  sessions: data.sessions(),
  log: [], keys: [],
  next: [],
  instead: new Map(),
});

export const json = (body: unknown, status = 200): Response => Response.json(body, { status });
export const problem = (status: number, code: string, detail = code, errors: Schema["Problem"]["errors"] = []): Response =>
  new Response(JSON.stringify({ type: "about:blank", title: detail, status, code, detail, errors, request_id: "demo-1" }), { status, headers: { "Content-Type": "application/problem+json" } });
export const nothing = () => new Response(null, { status: 204 });
export const notFound = () => problem(404, "not_found", "No existe, o no es de su institución.");

export type Handler = (state: FakeState, parts: string[], body: Record<string, unknown>, url: URL) => Response;

/** "GET people/*" answers GET /api/v1/people/{anything}; `parts` are the stars. */
const routes: Record<string, Handler> = {
  ...referralRoutes,
  ...agendaRoutes,
  ...institutionRoutes,
  "GET network": (state) => json(state.network),
  ...noticeRoutes,
  ...accountRoutes,
  "POST people": (state, _parts, body) => {
    state.person = { ...(body as Schema["NewPerson"]), id: data.martina.id, thread_id: data.martina.thread_id, thread_code: "HB-4T9W", version: 1, created_at: new Date().toISOString() };
    return json({ ...state.person, return_code: "LUNA-48-RÍO" }, 201);
  },
  "POST people/search": (_state, _parts, body) => (body["text"] === "nadie" ? json({ items: [], known_to_network: false }) : json(data.matches)),
  "GET people/*": (state, [id]) => (id === state.person.id ? json(state.person) : notFound()),
  "PATCH people/*": (state, _parts, body) => {
    state.person = { ...state.person, ...body, version: state.person.version + 1 };
    return json(state.person);
  },
  ...privacyRoutes,
  "GET people/*/thread": () => json({ items: data.threadEvents(), }),
  "GET people/*/thread/promises": () => json(data.threadPromises()),
  "GET people/*/thread/words": () => json({ items: data.threadWords() }),
  "GET threads/*": (state, [code]) => (code === state.person.thread_code ? json({ thread_code: code, person_id: state.person.id }) : notFound()),
  "GET commitments": (state, _parts, _body, url) => {
    const person = url.searchParams.get("person_id");
    if (person) return json({ items: data.commitmentsOf(person), loose_count: 1 });
    const which = url.searchParams.get("state");
    const items = which === "loose" ? state.loose : which === "due" ? state.due : [...state.loose, ...state.due];
    const own = url.searchParams.get("mine") === "true" ? items.filter(({ mine }) => mine) : items;
    return json({ items: own, loose_count: state.loose.length });
  },
  "GET commitments/requested": () => json({ items: data.requestedCommitments() }),
  "POST commitments/*/moves": (state, [id], body) => {
    const found = state.loose.find((one) => one.id === id);
    if (!found) return notFound();
    const taken = body["action"] === "take";
    const moved: Schema["Commitment"] = { ...found, mine: taken, actions: [taken ? "release" : "take"], version: found.version + 1 };
    state.loose = state.loose.map((one) => (one.id === id ? moved : one));
    return json(moved);
  },
  ...directoryRoutes,
  "GET comunas": () => json({ items: data.comunas }),
  ...draftRoutes,
  ...contactRoutes,
};

function find(method: string, path: string): { handler: Handler; parts: string[] } | null {
  const wanted = path.split("/");
  for (const [route, handler] of Object.entries(routes)) {
    const [routeMethod, pattern = ""] = route.split(" ");
    const segments = pattern.split("/");
    if (routeMethod !== method || segments.length !== wanted.length) continue;
    if (segments.every((segment, index) => segment === "*" || segment === wanted[index])) {
      return { handler, parts: wanted.filter((_, index) => segments[index] === "*") };
    }
  }
  return null;
}

/** Exact names first: "sessions/current/institution" is written before any star could take it. */
export async function answerFrom(state: FakeState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace("/api/v1/", "");
  const line = `${request.method} ${url.pathname}`;
  state.log.push(line);
  const key = request.headers.get("Idempotency-Key");
  if (key) state.keys.push(key);
  const text = request.method === "GET" ? "" : await request.text();
  const instead = state.instead.get(line) ?? state.next.shift();
  state.instead.delete(line);
  if (instead) return instead();
  if (url.pathname === "/healthz") return nothing();
  const open = ["sessions", "password-resets", "invitations/by-link", "sign-in-help"].some((start) => path.startsWith(start)) || path === "me";
  if (!state.me && !open) return problem(401, "session_ended", "Su sesión terminó.");
  const found = find(request.method, path);
  return found ? found.handler(state, found.parts, text && /json/.test(request.headers.get("Content-Type") ?? "") ? (JSON.parse(text) as Record<string, unknown>) : {}, url) : notFound();
}
