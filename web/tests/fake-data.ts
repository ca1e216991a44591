// Invented people and institutions for tests and for looking at pages. Moments are relative to when the server starts.
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const k_minute = 60_000;
const k_hour = 60 * k_minute;
const k_day = 24 * k_hour;
const at = (offset: number): string => new Date(Date.now() + offset).toISOString();

const institution = (number: number, name: string, sector: Schema["Sector"], legal_nature = "public"): Schema["Institution"] => ({
  id: `00000000-0000-7000-8000-00000000010${number}`, name, sector, legal_nature,
});

export const institutions = {
  line: institution(1, "Línea Demo Joven", "line", "private"),
  health: institution(2, "CESFAM Demo Norte", "health"),
  childhood: institution(3, "OLN Comuna Demo", "childhood"),
  gender: institution(4, "Casa Demo Mujer", "gender", "private"),
};

export const antonia: Schema["Me"] = {
  user_id: "00000000-0000-7000-8000-000000000201", name: "Antonia R.", email: "agente@linea.demo", language: "es",
  institution: institutions.line, institutions: Object.values(institutions), roles: ["agent"],
  permissions: ["person_read", "person_write"], totp: false, demo: true,
};

const commitment = (number: number, more: Partial<Schema["Commitment"]> & Pick<Schema["Commitment"], "title" | "due_at">): Schema["Commitment"] => ({
  id: `00000000-0000-7000-8000-0000000003${String(number).padStart(2, "0")}`, kind: "follow_up", institution_name: institutions.line.name,
  danger: "normal", state: "open", ...more,
});

const martinaId = "00000000-0000-7000-8000-000000000401";

export const looseCommitments = (): Schema["Commitment"][] => [
  commitment(1, { title: "¿Llegó la ayuda donde HB-2V9K?", thread_code: "HB-2V9K", person_id: "00000000-0000-7000-8000-000000000402", due_at: at(-2 * k_minute), danger: "imminent", owner_name: "Ignacio P." }),
  commitment(2, { title: "Primera atención sin confirmar", thread_code: "HB-3M8X", person_id: martinaId, due_at: at(-27 * k_hour), danger: "high", institution_name: institutions.health.name, owner_name: "Marisol T." }),
  commitment(3, { title: "Derivación sin respuesta en Casa Demo Mujer", thread_code: "HB-9T2C", person_id: martinaId, due_at: at(-6 * k_hour - 32 * k_minute), danger: "high", institution_name: institutions.gender.name }),
  commitment(4, { title: "Seguimiento de 72 horas sin responsable", thread_code: "HB-1F6R", person_id: martinaId, due_at: at(-3 * k_hour) }),
];

export const dueCommitments = (): Schema["Commitment"][] => [
  commitment(5, { title: "Informe de vulneración a Fiscalía", thread_code: "HB-5Q4N", person_id: martinaId, due_at: at(100 * k_minute), institution_name: institutions.childhood.name, owner_name: "Ignacio P." }),
  commitment(6, { title: "Preguntar «¿te llamaron?»", thread_code: "HB-8D1L", person_id: martinaId, due_at: at(48 * k_minute), owner_name: "Antonia R." }),
];

const laterCommitments = (): Schema["Commitment"][] => [
  commitment(7, { title: "Llamarla a su número", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(13 * k_hour), institution_name: institutions.childhood.name, owner_name: "Paula V." }),
  commitment(8, { title: "Seguimiento de 30 días", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(17 * k_day), owner_name: "Antonia R." }),
];

export const openCommitments = (): Schema["Commitment"][] => [...looseCommitments(), ...dueCommitments(), ...laterCommitments()];

/** Her own list: one loose, three held. */
export const commitmentsOf = (personId: string): Schema["Commitment"][] =>
  personId === martinaId
    ? [
        commitment(9, { title: "Nueva hora con psicóloga", thread_code: "HB-7K2M", person_id: martinaId, due_at: at(-27 * k_hour), danger: "high", institution_name: institutions.health.name }),
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

export const matches: Schema["PersonMatches"] = {
  items: [
    { id: martinaId, masked_name: "M••••• H••••••••", age: 16, comuna: "13101", thread_code: "HB-7K2M", reason: "mismo nombre y teléfono" },
    { id: "00000000-0000-7000-8000-000000000402", masked_name: "D••• R••••", age: 26, comuna: "13114", thread_code: "HB-2V9K", reason: "mismo teléfono" },
  ],
  known_to_network: true,
};

export const views = (): Schema["PersonView"][] => [
  { at: at(-14 * k_minute), actor_name: "Antonia R.", institution_name: institutions.line.name, action: "opened", what: "ficha y contacto seguro", purpose: "Preparar la llamada de mañana" },
  { at: at(-2 * k_day), actor_name: "Paula V.", institution_name: institutions.childhood.name, action: "opened", what: "resumen y acuerdos", purpose: "La sostiene desde el 12 de noviembre" },
  { at: at(-7 * k_day), actor_name: "4 personas de la Mesa", institution_name: "Mesa Comuna Demo", action: "opened", what: "presentación, 22 minutos", purpose: "Todas firmaron reserva" },
  { at: at(-10 * k_day), actor_name: "Alguien", institution_name: "Hospital Demo", action: "refused", what: "no pudo abrirla", purpose: "Sin permiso. Se avisó a privacidad" },
  { at: at(-42 * k_day), actor_name: "Marisol T.", institution_name: institutions.health.name, action: "opened", what: "derivación y contacto", purpose: "La recibió" },
  { at: at(-48 * k_day), actor_name: "Antonia R.", institution_name: institutions.line.name, action: "opened", what: "ficha" },
];

const event = (number: number, days: number, kind: string, from: Schema["Institution"], title: string, detail?: string): Schema["ThreadEvent"] => ({
  id: `00000000-0000-7000-8000-0000000006${String(number).padStart(2, "0")}`, event_at: at(-days * k_day),
  entered_at: at(-days * k_day + (number === 4 ? 5 * k_hour : 0)), kind, title, mine: from === institutions.line,
  institution: { id: from.id, name: from.name, sector: from.sector }, ...(detail ? { detail } : {}),
});

export const threadEvents = (): Schema["ThreadEvent"][] => [
  event(1, 7, "mesa", institutions.childhood, "Mesa Comuna Demo", "Tres acuerdos con la línea, el CESFAM y el liceo."),
  event(2, 7.2, "first_contact", institutions.childhood, "Primer contacto confirmado", "La OLN recibe la responsabilidad."),
  event(3, 13, "contact", institutions.line, "Volvió con su código", "Dice que nadie la llamó."),
  event(4, 35, "session", institutions.health, "Sesión con psicóloga"),
  event(5, 42, "first_contact", institutions.health, "Primer contacto confirmado"),
  event(6, 45, "referral_accepted", institutions.health, "Acepta la derivación"),
  event(7, 48, "referral_sent", institutions.line, "Derivación urgente enviada a CESFAM Demo Norte"),
  event(8, 48, "consent", institutions.line, "Aceptó compartir contacto y motivo"),
  event(9, 48, "screening", institutions.line, "Tamizaje de riesgo", "Juicio de la agente: medio."),
  event(10, 48.1, "contact", institutions.line, "Primer contacto por chat"),
];

export const comunas: Schema["Comuna"][] = [
  { cut: "13101", name: "Santiago", region: "13", region_name: "Metropolitana" },
  { cut: "13120", name: "Ñuñoa", region: "13", region_name: "Metropolitana" },
  { cut: "13114", name: "Las Condes", region: "13", region_name: "Metropolitana" },
  { cut: "05201", name: "Isla de Pascua", region: "05", region_name: "Valparaíso" },
  { cut: "11301", name: "Cochrane", region: "11", region_name: "Aysén" },
];

export const sessions = (): Schema["Session"][] => [
  { id: "00000000-0000-7000-8000-000000000701", created_at: at(-6 * k_hour), last_seen_at: at(-k_minute), current: true, agent: "Chromium en Linux" },
  { id: "00000000-0000-7000-8000-000000000702", created_at: at(-3 * k_day), last_seen_at: at(-20 * k_hour), current: false, agent: "Firefox en Android" },
];
