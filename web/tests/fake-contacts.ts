// Contacts for the fake server: one that goes on, one that is closed and was corrected, and the questions as they ship.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

export const questions = JSON.parse(readFileSync(join(import.meta.dirname, "../../data/forms/contact_writeup.json"), "utf8")) as Schema["FormDefinition"];

export const colleagues: Schema["Colleague"][] = [
  { id: "00000000-0000-7000-8000-000000000201", name: "Antonia R." },
  { id: "00000000-0000-7000-8000-000000000202", name: "Bastián H." },
];
/** Whoever attended, also who does no more. */
export const agents: Schema["Colleague"][] = [...colleagues, { id: "00000000-0000-7000-8000-000000000203", name: "Carla P." }];

const emergency = (number: string, name: string, use_when: string): Schema["EmergencyEntry"] => ({
  number, name, use_when, uri: `tel:${number}`, is_shown: false, may_be_rung: true, as_of: "2026", notes: "", source: "", source_url: "", version: 0,
});

/** None confirmed, as after installing. */
export const emergencyNumbers: Schema["EmergencyEntry"][] = [
  emergency("131", "SAMU", "Si hay riesgo vital o alguien necesita una ambulancia"),
  emergency("*4141", "Línea Prevención del Suicidio", "Si piensas en morir, o te preocupa que alguien piense en morir"),
];

const common = {
  direction: "inbound", agent_id: "00000000-0000-7000-8000-000000000201", agent_name: "Antonia R.", form: "contact_writeup",
  form_version: "1.0.0", erased: false, late: false, scores: [],
} as const satisfies Partial<Schema["Contact"]>;

export const live = (): Schema["Contact"] => ({
  ...common, id: "00000000-0000-7000-8000-000000000601", status: "open", channel: "phone", started_at: at(-18.7), entered_at: at(-18.7),
  topics: ["mood_anxiety", "parenting"], version: 1,
  moments: [{ moment: "welcome", at: at(-18) }, { moment: "problem", at: at(-16) }, { moment: "resources_and_networks", at: at(-12) }, { moment: "risk_and_protection", at: at(-9) }, { moment: "problem", at: at(-6) }, { moment: "possibilities_and_barriers", at: at(-3) }],
  answers: {
    welcome: "Llora, pide que no la juzguen. Le gusta que le digan Dani.",
    problem: "Guagua de 5 meses, duerme 3 horas. Su pareja trabaja 14 días en faena. Se siente mala mamá.",
    risk_and_protection: "Pregunté por morir: no. Ha pensado en irse un rato. La guagua está bien.",
    resources_and_networks: "Su mamá viene los domingos. Control sano al día en el CESFAM.",
    possibilities_and_barriers: "No quiere que su pareja se entere todavía. Sin auto; camina al CESFAM.",
    risk_factors: [{ risk_factor: "Duerme 3 horas hace un mes" }, { risk_factor: "Sola 14 días seguidos" }, { risk_factor: "soy mala mamá", risk_factor_in_their_words: true }],
    protective_factors: [{ protective_factor: "Pidió ayuda ella misma" }, { protective_factor: "Su mamá, los domingos" }],
    plan_steps: [
      { step: "Hora con matrona en CESFAM Demo Norte", step_owner: "line", step_due: at(0).slice(0, 10) },
      { step: "Dormir el domingo mientras está su mamá", step_owner: "person", step_due: at(2 * 1440).slice(0, 10) },
    ],
  },
  joint_summary: "Estás agotada, no eres mala mamá. Esta semana te escucha la matrona. El domingo duermes. El martes te llamo.",
});

export const closed = (): Schema["Contact"] => ({
  ...live(), id: "00000000-0000-7000-8000-000000000602", status: "closed", started_at: at(-1500), ended_at: at(-1470), entered_at: at(-1300),
  late: true, duration_seconds: 1800, disposition: "plan_made", risk: "medium", risk_reason: "Ha pensado en irse un rato.", version: 3,
});

export const earlier = (): Schema["EarlierContact"][] => [
  { replaced_at: at(-60), replaced_by_name: "Antonia R.", reason: "Anoté mal el riesgo", contact: { ...closed(), risk: "low", version: 2 } },
];

export const items = (contacts: readonly Schema["Contact"][]): Schema["ContactItem"][] =>
  contacts.map((contact) => ({ ...contact, agent_name: contact.agent_name ?? "", ...(contact.person_id ? { thread_code: "HB-7K2M" } : {}) }));

const aunt: Schema["Relationship"] = {
  id: "00000000-0000-7000-8000-000000000701", kinship: "aunt_uncle", name: "Tía Rosa", age_stated: 46, lives_together: true, closeness: "close",
  created_at: at(-50_000), version: 1,
};

export interface FakeContacts {
  contacts: Schema["Contact"][];
  files: Schema["Attachment"][];
  relationships: Schema["Relationship"][];
  /** The bodies of searches, moves and changes as they arrived. */
  said: { line: string; body: Record<string, unknown> }[];
}

export const freshContacts = (): FakeContacts => ({ contacts: [live(), closed()], files: [], relationships: [aunt], said: [] });

/** What a move or a change leaves. */
export function moved(contact: Schema["Contact"], body: Record<string, unknown>): Schema["Contact"] {
  const next = { ...contact, version: contact.version + 1 };
  switch (body["action"]) {
    case "close": return { ...next, status: "closed", ended_at: next.ended_at ?? at(0), ...(body["disposition"] ? { disposition: body["disposition"] as Schema["Disposition"] } : {}) };
    case "reopen": return { ...next, status: "open" };
    case "hand_over": return { ...next, agent_id: String(body["colleague_id"]), agent_name: colleagues.find(({ id }) => id === body["colleague_id"])?.name ?? "" };
    case "attach_person": return { ...next, person_id: String(body["person_id"] ?? "00000000-0000-7000-8000-000000000401"), thread_code: "HB-7K2M", ...(body["person"] ? { return_code: "7K3Q-F2XM-9TB9" } : {}) };
    default: return next;
  }
}
