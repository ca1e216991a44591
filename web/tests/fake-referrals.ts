// Invented referrals for tests and for looking at pages, and a server that moves them as little as the pages need.
import type { components } from "../api/types.ts";
import { institutions, martina } from "./fake-data.ts";

type Schema = components["schemas"];
type Referral = Schema["Referral"];

const k_hour = 3_600_000;
const at = (offset: number): string => new Date(Date.now() + offset).toISOString();
const party = ({ id, name }: Schema["Institution"]): Schema["ReferralParty"] => ({ id, name });

export const serviceId = "00000000-0000-7000-8000-000000000901";

const ficha = (code: string): Schema["ReferralPackage"] => ({
  referral_id: "00000000-0000-7000-8000-000000000a01", version: 1, frozen_at: at(-2 * k_hour), thread_code: code, from_institution: institutions.line.name,
  to_service: "Salud mental, CESFAM Demo Norte", kind: "warm", urgency: "urgent", minor: true, age: 17, called: "Constanza",
  identity: { given_names: "Constanza", first_surname: "Fuentes", phone: "+56900000152", comuna: "13101" },
  items: [
    { data_class: 2, key: "who", label: "", value: "Constanza, 17 años, Comuna Demo. Vive con su tía." },
    { data_class: 2, key: "what", label: "", value: "Ánimo bajo hace dos meses. Riesgo medio, con plan de cuidado." },
    { data_class: 2, key: "ask", label: "", value: "Hora con psicóloga esta semana, después de las 16:00." },
    { data_class: 2, key: "wish", label: "", value: "Dormir bien y poder hablar con mi mamá sin pelear." },
    { data_class: 2, key: "done", label: "", value: "Dos conversaciones por chat. Plan de cuidado con su tía Rosa." },
    { data_class: 3, key: "health", label: "Plan de cuidado", value: "Su tía la acompaña en la noche." },
  ],
  safe_contact: {
    channels: [{ kind: "phone", value: "+56900000152", preferred: true }], hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "16:00", to: "18:00" }],
    voicemail: "neutral_only", do_not_say: "«línea» ni «psicóloga»",
  },
  basis: "consent", allowed: { giver: "person", method: "verbal", child_assent: "yes" }, additions: [],
});

const sent = (): Schema["ReferralMoveMade"] => ({ action: "send", to_status: "sent", at_time: at(-2 * k_hour), institution_name: institutions.line.name, user_name: "", questions: [] });

const referral = (number: number, more: Partial<Referral>): Referral => ({
  id: `00000000-0000-7000-8000-000000000a0${number}`, viewer: "destination", thread_code: `HB-4T8${number}`, topic: "mood", age_band: "14-17", kind: "warm",
  urgency: "routine", status: "acknowledged", origin: party(institutions.line), destination: party(institutions.health), service_name: "Salud mental, CESFAM Demo Norte",
  updated_at: at(-number * k_hour), sent_at: at(-2 * k_hour), paused: false, mine_to_act: true, version: 2, service_id: serviceId, package: ficha(`HB-4T8${number}`),
  package_hash: "45e80b29d40ae5c3da2500c0fec49a7d19c32f71df28d3cdb219054c7894a63d", possible: ["ask", "accept", "waitlist", "decline"], moves: [sent()], tried: [], tries: 0, no_shows: 0, opens_restricted: false, erased: false, ...more,
});

/** For a receiver: one to acknowledge soon, one late, one that waits for the other side, one far away. */
export const received = (): Referral[] => [
  referral(1, { urgency: "urgent", status: "sent", due_at: at(38 * 60_000), possible: ["acknowledge"] }),
  referral(2, { topic: "mood", urgency: "priority", age_band: "10-13", origin: party(institutions.childhood), due_at: at(-27 * k_hour) }),
  referral(3, { topic: "family", status: "info_requested", paused: true, mine_to_act: false, due_at: at(20 * k_hour), possible: [] }),
  referral(4, { topic: "family", age_band: "30-59", due_at: at(90 * k_hour) }),
];

/** For an origin: one returned, one whose outcome is to be asked about. */
export const returned = (): Referral =>
  referral(5, { viewer: "origin", status: "declined", person_id: martina.id, due_at: at(20 * k_hour), possible: ["redirect", "contest", "close_declined"] });

/** For an origin: attended, and the person is to be asked before it is closed. */
export const reported = (): Referral =>
  referral(6, { viewer: "origin", status: "outcome_reported", person_id: martina.id, due_at: at(90 * k_hour), possible: ["close_verified", "close_unasked", "dispute"] });

/** For who coordinates: one contested, one that nobody acknowledged. */
export const toCoordinate = (): Schema["ForCoordinator"][] => [
  { id: "00000000-0000-7000-8000-000000000a02", thread_code: "HB-4T82", awaited: "decision", kind: "formal", urgency: "priority", origin: party(institutions.line), destination: party(institutions.health), reason: "other_territory", since: at(-8 * k_hour), due_at: at(16 * k_hour) },
  { id: "00000000-0000-7000-8000-000000000a91", thread_code: "HB-8D3P", awaited: "acknowledge", kind: "warm", urgency: "urgent", origin: party(institutions.line), destination: party(institutions.childhood), since: at(-5 * k_hour), due_at: at(-3 * k_hour) },
];

export const stageOf: Record<Schema["ReferralStatus"], Schema["ReferralStage"]> = {
  draft: "draft", sent: "to_answer", acknowledged: "to_answer", info_requested: "to_answer", waitlisted: "waiting", accepted: "held", scheduled: "held",
  first_contact: "held", in_service: "held", on_hold: "held", given: "to_close", declined: "to_close", decline_contested: "to_close", outcome_reported: "to_close",
  redirected: "ended", closed_verified: "ended", closed_unverified: "ended", cancelled: "ended", expired: "to_close", failed: "to_close", entered_in_error: "ended",
};

/** A referral that the page has just begun. */
export function drafted(body: Schema["NewReferral"]): Referral {
  const { package: _, package_hash: _hash, sent_at: _sent, ...bare } = referral(9, { viewer: "origin", status: "draft", possible: ["send", "discard"], moves: [], version: 1 });
  const { contact_id: _contact, follows_id, ...given } = body;
  return { ...bare, ...given, ...(follows_id ? { follows_id } : {}) };
}

/** Where each step leads, and what may follow: enough of the guard table for a page. */
const next: Partial<Record<Schema["ReferralAction"], Partial<Referral>>> = {
  send: { status: "sent", possible: ["cancel"], due_at: at(2 * k_hour), mine_to_act: false, sent_at: at(0) },
  give: { status: "given", possible: ["person_confirms", "person_not_reached"], sent_at: at(0) },
  acknowledge: { status: "acknowledged", possible: ["ask", "accept", "waitlist", "decline"], due_at: at(24 * k_hour) },
  accept: { status: "accepted", possible: ["schedule", "confirm_first_contact", "fail"], person_id: martina.id },
  decline: { status: "declined", possible: [] },
  schedule: { status: "scheduled", possible: ["reschedule", "no_show", "confirm_first_contact", "fail"] },
  cancel: { status: "cancelled", possible: [] },
  redirect: { status: "redirected", possible: [] },
  close_verified: { status: "closed_verified", possible: [] },
  close_unasked: { status: "closed_unverified", possible: [] },
  dispute: { status: "acknowledged", possible: [], disputed: "outcome" },
};

export function moved(before: Referral, body: Schema["ReferralMoveRequest"], by: string): Referral {
  const made: Schema["ReferralMoveMade"] = { action: body.action, to_status: next[body.action]?.status ?? before.status, at_time: at(0), institution_name: by, user_name: "", ...(body.questions ? { questions: body.questions } : {}), ...(body.text ? { text: body.text } : {}), ...(body.code ? { code: body.code } : {}), ...(body.asked ? { asked: body.asked } : {}) };
  return { ...before, ...next[body.action], tries: 0, version: before.version + 1, moves: [...before.moves, made] };
}

export const tried = (before: Referral, body: Schema["NewReferralTry"]): Referral => ({
  ...before, tries: before.tries + 1, tried: [...before.tried, { ...body, at_time: at(0), user_name: "" }],
});
