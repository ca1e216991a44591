// Invented people and institutions for tests and for looking at pages. Moments are relative to when the server starts.
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const k_minute = 60_000;
const k_hour = 60 * k_minute;
const k_day = 24 * k_hour;
const at = (offset: number): string => new Date(Date.now() + offset).toISOString();

const institution = (number: number, name: string, sector: Schema["Sector"], legal_nature: Schema["LegalNature"] = "public_body"): Schema["Institution"] => ({
  id: `00000000-0000-7000-8000-00000000010${number}`, name, sector, legal_nature, version: 1,
});

export const institutions = {
  line: institution(1, "Línea Demo Joven", "helpline", "private_nonprofit"),
  health: institution(2, "CESFAM Demo Norte", "health"),
  childhood: institution(3, "OLN Comuna Demo", "childhood"),
  gender: institution(4, "Casa Demo Mujer", "gender", "private_nonprofit"),
};

export const antonia: Schema["Me"] = {
  user_id: "00000000-0000-7000-8000-000000000201", name: "Antonia R.", email: "agente@linea.demo", language: "es",
  institution: institutions.line, zone: "America/Santiago", institutions: Object.values(institutions), roles: ["agent"],
  permissions: ["person_read", "person_write", "person_views", "contact_read", "contact_write", "referral_read", "referral_write", "referral_move", "disclosure_read", "thread_read", "directory_read"],
  totp: false, demo: true,
};

type SomeCommitment = Partial<Schema["Commitment"]> & Pick<Schema["Commitment"], "kind" | "due_at">;

const commitment = (number: number, more: SomeCommitment): Schema["Commitment"] => ({
  id: `00000000-0000-7000-8000-0000000003${String(number).padStart(2, "0")}`, title_key: `commitment.${more.kind}`,
  subject_id: "00000000-0000-7000-8000-000000000801", institution_name: institutions.line.name, danger: "normal", state: "open",
  opened_at: at(-2 * k_day), paused: false, mine: false, actions: [], version: 1,
  loose: more.due_at < at(0), ...(more.due_at < at(0) ? { loose_since: more.due_at } : {}), ...more,
});

const martinaId = "00000000-0000-7000-8000-000000000401";

export const looseCommitments = (): Schema["Commitment"][] => [
  commitment(1, { kind: "referral.first_contact", thread_code: "HB-2V9K", person_id: martinaId, due_at: at(-2 * k_minute), danger: "imminent", owner_name: "Ignacio P." }),
  commitment(2, { kind: "referral.ask_person", thread_code: "HB-3M8X", person_id: martinaId, due_at: at(-27 * k_hour), danger: "high", institution_name: institutions.health.name, owner_name: "Marisol T." }),
  commitment(3, { kind: "referral.answer", thread_code: "HB-9T2C", person_id: martinaId, due_at: at(-6 * k_hour - 32 * k_minute), danger: "high", institution_name: institutions.gender.name, actions: ["take"] }),
  commitment(4, { kind: "directory.check_number", due_at: at(-3 * k_hour), actions: ["take"] }),
];

export const dueCommitments = (): Schema["Commitment"][] => [
  commitment(6, { kind: "referral.answer_question", thread_code: "HB-8D1L", person_id: martinaId, due_at: at(48 * k_minute), owner_name: "Antonia R.", mine: true, actions: ["release"] }),
  commitment(5, { kind: "referral.acknowledge", thread_code: "HB-5Q4N", person_id: martinaId, due_at: at(100 * k_minute), institution_name: institutions.childhood.name, owner_name: "Ignacio P." }),
];

const laterCommitments = (): Schema["Commitment"][] => [
  commitment(7, { kind: "referral.next_report", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(13 * k_hour), institution_name: institutions.childhood.name, owner_name: "Paula V." }),
  commitment(8, { kind: "referral.close", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(17 * k_day), owner_name: "Antonia R.", mine: true }),
];

export const requestedCommitments = (): Schema["RequestedCommitment"][] => [
  { id: "00000000-0000-7000-8000-000000000381", kind: "referral.answer", title_key: "commitment.referral.answer", thread_code: "HB-4C6J", subject_id: "00000000-0000-7000-8000-000000000801", institution_name: institutions.health.name, danger: "normal", due_at: at(5 * k_hour), paused: false, overdue: false },
  { id: "00000000-0000-7000-8000-000000000382", kind: "referral.acknowledge", title_key: "commitment.referral.acknowledge", subject_id: "00000000-0000-7000-8000-000000000802", institution_name: institutions.gender.name, danger: "high", due_at: at(-3 * k_hour), paused: false, overdue: true },
];

/** Her own list: one loose, two held. */
export const commitmentsOf = (personId: string): Schema["Commitment"][] =>
  personId === martinaId
    ? [
        commitment(9, { kind: "referral.first_contact", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(-27 * k_hour), danger: "high", institution_name: institutions.health.name }),
        ...laterCommitments(),
      ]
    : [];

export const martina: Schema["Person"] = {
  id: martinaId, thread_id: "00000000-0000-7000-8000-000000000501", thread_code: "HB-7K2M", identity: "identified",
  given_names: "Josefa Martina", first_surname: "Huenchuñir", second_surname: "Rojas", social_name: "Martina", age_stated: 16, phone: "+56900000147", comuna: "13101", gender: "Mujer",
  safe_contact: {
    channels: [
      { kind: "chat", label: "Con su código", preferred: true },
      { kind: "phone", value: "+56900000147", label: "El de la casa, no" },
    ],
    hours: [
      { days: ["mon", "tue", "wed", "thu", "fri"], from: "16:00", to: "18:00", channel: "phone" },
      { days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "20:00", to: "22:00", channel: "chat" },
    ],
    voicemail: "neutral_only", voicemail_words: "Llamo por la hora, vuelvo a marcar", do_not_say: "«línea» ni «psicóloga»",
    may_answer: "su tía Rosa, si dice «soy Rosa»", must_not_tell: "su mamá",
    if_other_answers: "Hola, llamo por la hora de Martina. ¿A qué hora la encuentro?", confirmed_at: at(-13 * k_day),
  },
  version: 4, created_at: at(-48 * k_day),
};

export const matches: Schema["FoundPeople"] = {
  items: [
    { id: martinaId, masked_name: "M••••• H••••••••", age: 16, comuna: "13101", thread_code: "HB-7K2M", reason: "names" },
    { id: "00000000-0000-7000-8000-000000000402", masked_name: "D••• R••••", age: 26, comuna: "13114", thread_code: "HB-2V9K", reason: "phone" },
  ],
  known_to_network: true,
};

const view = (offset: number, actor_name: string, institution_name: string, action: string, fields: string[] = []): Schema["View"] => ({
  at: at(offset), actor_name, institution_name, action, fields, mine: actor_name === antonia.name, outside: institution_name !== institutions.line.name,
  refused: action.endsWith(".refused"), purpose: action === "person.change" || action === "person.create" ? "keep" : action.startsWith("referral") ? "receive" : action === "person.view" ? "attend" : "unsaid",
});

export const views = (): Schema["View"][] => [
  view(-14 * k_minute, antonia.name, institutions.line.name, "person.view"),
  view(-2 * k_day, "Paula V.", institutions.childhood.name, "thread.view"),
  view(-7 * k_day, antonia.name, institutions.line.name, "person.change", ["phone", "safe_contact"]),
  view(-10 * k_day, "", "Hospital Demo", "person.view.refused"),
  view(-42 * k_day, "Marisol T.", institutions.health.name, "referral.open_package"),
  view(-48 * k_day, antonia.name, institutions.line.name, "person.create"),
];

const summary = ({ id, name, sector }: Schema["Institution"]): Schema["InstitutionSummary"] => ({ id, name, sector });
const event = (number: number, days: number, kind: Schema["ThreadEventKind"], from: Schema["Institution"], entered_late = false, about = 1): Schema["ThreadEvent"] => ({
  id: `00000000-0000-7000-8000-0000000006${String(number).padStart(2, "0")}`, event_at: at(-days * k_day), kind, entered_late,
  entered_at: at(-days * k_day + (entered_late ? 5 * k_hour : 0)), mine: from === institutions.line, party: true, subject_id: `00000000-0000-7000-8000-00000000080${about}`,
  institution: summary(from), ...(from === institutions.line ? { user_name: "Antonia R." } : {}),
});

export const threadEvents = (): Schema["ThreadEvent"][] => [
  event(1, 7, "mesa", institutions.childhood),
  event(2, 7.2, "arrived", institutions.childhood),
  event(3, 13, "contact", institutions.line, false, 3),
  event(4, 35, "session", institutions.health, true),
  event(5, 42, "arrived", institutions.health),
  event(6, 45, "referral_accepted", institutions.health),
  event(7, 48, "referral_sent", institutions.line),
  event(8, 48, "permission", institutions.line),
  event(9, 48, "screening", institutions.line),
  event(10, 48.1, "contact", institutions.line, false, 2),
];

/** CESFAM Demo let a report go by for a week; it also still owes one thing that was asked of it. */
export const threadPromises = (): Schema["ThreadPromises"] => ({
  owed: [{
    id: "00000000-0000-7000-8000-000000000951", kind: "referral.next_report", title_key: "commitment.referral.next_report", institution: summary(institutions.health),
    subject_id: "00000000-0000-7000-8000-000000000801", danger: "normal", opened_at: at(-3 * k_day), due_at: at(6 * k_day), paused: false, overdue: false, asked: true,
  }],
  lapses: [{
    kind: "referral.next_report", title_key: "commitment.referral.next_report", institution: summary(institutions.health), subject_id: "00000000-0000-7000-8000-000000000801",
    from: at(-20 * k_day), until: at(-13 * k_day), mine: false,
  }],
});

export const threadWords = (): Schema["Saying"][] => [
  { event: "contact", subject_id: "00000000-0000-7000-8000-000000000803", at: at(-13 * k_day), institution_name: institutions.line.name, words: "Me dijeron que llamarían y nadie me llamó" },
  { event: "contact", subject_id: "00000000-0000-7000-8000-000000000802", at: at(-48.1 * k_day), institution_name: institutions.line.name, words: "No sé a quién decirle esto. ¿Le van a contar a mi mamá?" },
];

export const comunas: Schema["ComunaItem"][] = [
  { cut: "13101", name: "Santiago", region: "13", region_name: "Metropolitana" },
  { cut: "13120", name: "Ñuñoa", region: "13", region_name: "Metropolitana" },
  { cut: "13114", name: "Las Condes", region: "13", region_name: "Metropolitana" },
  { cut: "05201", name: "Isla de Pascua", region: "05", region_name: "Valparaíso" },
  { cut: "11301", name: "Cochrane", region: "11", region_name: "Aysén" },
];

export const sessions = (): Schema["OpenSession"][] => [
  { id: "00000000-0000-7000-8000-000000000701", created_at: at(-6 * k_hour), last_seen_at: at(-k_minute), current: true, device: "Chrome, Linux" },
  { id: "00000000-0000-7000-8000-000000000702", created_at: at(-3 * k_day), last_seen_at: at(-20 * k_hour), current: false, device: "Firefox, Android" },
];

export const network = (): Schema["Network"] => ({
  institutions: [institutions.line, institutions.health, institutions.childhood],
  agreements: [
    { id: "00000000-0000-7000-8000-000000000901", first_id: institutions.line.id, second_id: institutions.health.id, level: "coordination", goal: "collaboration", class_limit: 2,
      events_visible: false, starts_on: "2026-01-01", ends_on: "2027-03-31", first_signer: "Dirección", second_signer: "Dirección", version: 1 },
  ],
  levels: [
    { level: "communication", class_limit: 0, events_visible: false }, { level: "cooperation", class_limit: 1, events_visible: false },
    { level: "coordination", class_limit: 2, events_visible: false }, { level: "collaboration", class_limit: 2, events_visible: true },
    { level: "convergence", class_limit: 2, events_visible: true }, { level: "consolidation", class_limit: 2, events_visible: true },
  ],
  known: [
    { id: "00000000-0000-7000-8000-000000000901", first_id: institutions.line.id, second_id: institutions.health.id, level: "coordination", goal: "collaboration", class_limit: 2,
      events_visible: false, starts_on: "2026-01-01", ends_on: "2027-03-31", first_signer: "Dirección", second_signer: "Dirección", version: 1,
      first_name: institutions.line.name, second_name: institutions.health.name, standing: "in_force", may_sign: false, may_decline: false, may_end: true },
    { id: "00000000-0000-7000-8000-000000000902", first_id: institutions.line.id, second_id: institutions.childhood.id, level: "cooperation", class_limit: 1,
      events_visible: false, starts_on: "2026-11-20", ends_on: "2027-11-19", first_signer: "", second_signer: "Dirección", version: 1,
      first_name: institutions.line.name, second_name: institutions.childhood.name, standing: "proposed", may_sign: true, may_decline: true, may_end: false },
    { id: "00000000-0000-7000-8000-000000000903", first_id: institutions.line.id, second_id: institutions.gender.id, level: "communication", class_limit: 0,
      events_visible: false, starts_on: "2025-01-01", ends_on: "2026-03-31", first_signer: "Dirección", second_signer: "Dirección", version: 2,
      first_name: institutions.line.name, second_name: institutions.gender.name, standing: "ended", may_sign: false, may_decline: false, may_end: false },
  ],
});
