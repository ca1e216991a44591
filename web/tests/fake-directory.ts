// An invented directory for tests and for looking at pages. Its numbers are nobody's.
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const k_day = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * k_day).toISOString();
const id = (number: number): string => `00000000-0000-7000-8000-0000000009${String(number).padStart(2, "0")}`;

const week: Schema["Schedule"] = {
  hours: "weekly", on_holidays: "closed", holiday_hours: [], special_days: [], place: {},
  openings: (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => ({ day, opens: "09:00", closes: day === "fri" ? "14:00" : "18:00" })),
};

export const familyCentre = (): Schema["DirectoryEntry"] => ({
  id: id(1), code: "D01", name: "Centro Demo de la Familia", institution: "Municipalidad Demo", kind: "specialised", population: "Familias", age_min: 6, age_max: 17,
  topics: ["family"], hours: week, hours_said: "lunes a viernes en horario de oficina", entry_requirements: "Vivir en Comuna Demo", required_documents: [],
  channels: [
    { kind: "phone", contact: "22 000 0140", doubted_at: at(-1) },
    { kind: "in_person", contact: "Calle Demo 140", confirmation: { by: id(99), at: at(-12), expires: at(78) } },
  ],
  coverage: { reach: "places", regions: [], comunas: ["13101"] }, identity: "optional", is_confidential: true, cost: "free", languages: [], accessibility: [],
  capacity: { places_free: 1, waiting_days: 9, updated: "2026-11-01" }, source: "Guía Demo", as_of: "2026", verified: "seed", checker: { known_as: "" }, caller: { known_as: "" }, checked_by: "", rung_by: "", notes: "", is_active: true, version: 1,
});

const shown = (entry: Schema["DirectoryEntry"]): Schema["ShownService"] => {
  const { required_documents: _documents, notes: _notes, is_active: _active, version: _version, hours_said, accessibility: _access, checked_by: _checked, rung_by: _rung, checker: _checker, caller: _caller, ...rest } = entry;
  return {
    ...rest, kind_name: "Especializada", hours: hours_said,
    channels: entry.channels.map(({ kind, contact, confirmation }) =>
      confirmation ? { kind, standing: "confirmed", contact, uri: "", note: "" } : { kind, standing: "doubted", contact: "", uri: "", note: "número marcado malo, por comprobar" },
    ),
  };
};

const reason = (code: string, es: string, en: string): Schema["MatchReason"] => ({ code, params: {}, es, en });

export function directoryAnswer(entry: Schema["DirectoryEntry"]): Schema["ShownAnswer"] {
  const line: Schema["DirectoryEntry"] = { ...familyCentre(), id: id(2), code: "D02", name: "Línea Demo Joven", institution: "Línea Demo Joven", kind: "crisis", channels: [{ kind: "chat", contact: "https://linea.example", confirmation: { by: id(99), at: at(-3), expires: at(87) } }] };
  return {
    matches: [{ service: shown(line), fits: [reason("age", "Atiende su edad", "Takes their age"), reason("open", "Abierto ahora", "Open now")], cautions: [], state: "open", closes_at: at(0.2) }],
    near_misses: [{ service: shown(entry), why: [reason("number_doubted", "Su número está marcado malo", "Its number was reported wrong")], cautions: [], state: "closed" }],
    match_total: 1, near_miss_total: 1, relaxations: [], emergency_numbers: [],
  };
}

export const topics: Schema["TopicItem"][] = [
  { code: "family", name: "Familia", is_crisis: false },
  { code: "mood", name: "Ánimo", is_crisis: false },
  { code: "suicide", name: "Suicidio", is_crisis: true },
];

export const languages: Schema["LanguageItem"][] = [
  { code: "es", name: "español" },
  { code: "arn", name: "mapudungun" },
  { code: "ht", name: "kreyòl" },
];

const number = (digits: string, name: string, may_be_rung: boolean): Schema["EmergencyEntry"] => ({
  number: digits, name, use_when: "Cuando alguien está en peligro ahora", source: "Guía Demo", source_url: "https://guia.example", as_of: "2026", notes: "", may_be_rung,
  is_shown: false, uri: "", version: 0,
});

/** Not numbers anybody answers. */
export const emergencyNumbers = (): Schema["EmergencyEntry"][] => [number("000", "Ambulancia Demo", false), number("0000", "Línea Demo de crisis", true)];
