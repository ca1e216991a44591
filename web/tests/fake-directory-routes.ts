// The fake server's answers about the directory and its emergency numbers.
import type { components } from "../api/types.ts";
import { antonia } from "./fake-data.ts";
import { directoryAnswer, languages, topics } from "./fake-directory.ts";
import { json, type Handler } from "./fake-server.ts";

type Schema = components["schemas"];

const uses: Schema["ServiceUse"][] = [
  { service_id: "0190f000-0000-7000-8000-00000000d001", code: "D01", name: "Salud mental, CESFAM Demo Norte", shown: 148, tapped: 31, reported: 0 },
  { service_id: "0190f000-0000-7000-8000-00000000d002", code: "L02", name: "Salud Responde", shown: 203, tapped: 0, reported: 2 },
  { service_id: "0190f000-0000-7000-8000-00000000d003", code: "D02", name: "Entrada de la OLN Comuna Demo", shown: 64, tapped: 12, reported: 0 },
];

export const directoryRoutes: Record<string, Handler> = {
  "GET topics": () => json({ items: topics }),
  "GET languages": () => json({ items: languages }),
  "GET emergency-numbers": () => json({ items: [{ number: "131", name: "SAMU", use_when: "Si hay riesgo vital", uri: "" }] }),
  "GET directory/match": (state, _parts, _body, url) => {
    state.question = url.searchParams;
    return json(directoryAnswer(state.entry));
  },
  "GET directory/emergency-numbers": (state) => json({ items: state.emergency }),
  "POST directory/emergency-numbers/confirmations": (state, _parts, body) => {
    const expires_at = new Date(Date.now() + 90 * 86_400_000).toISOString();
    state.emergency = state.emergency.map((entry) => (entry.number === body["number"] ? { ...entry, is_shown: true, decision: "confirmed", expires_at, version: entry.version + 1 } : entry));
    return json(state.emergency.find((entry) => entry.number === body["number"]));
  },
  "GET directory/services/*": (state) => json(state.entry),
  "PUT directory/services/*": (state, _parts, body) => {
    const { checked_by, rung_by, version } = state.entry;
    return json((state.entry = { ...(body as unknown as Schema["Service"]), checked_by, rung_by, version: version + 1 }));
  },
  "POST directory/services/*/doubts": (state, _parts, body) => {
    const channels = state.entry.channels.map((channel, index) => (index === body["channel"] ? { ...channel, doubted_at: new Date().toISOString() } : channel));
    return json((state.entry = { ...state.entry, channels, version: state.entry.version + 1 }));
  },
  "POST directory/services": (state, _parts, body) => {
    const { is_own: _, ...given } = body as unknown as Schema["NewService"];
    return json((state.entry = { ...state.entry, ...given, institution: given.institution ?? "Línea Demo Joven", verified: "no", version: 1 } as Schema["DirectoryEntry"]), 201);
  },
  "POST directory/services/*/checks": (state, _parts, body) => {
    const now = Date.now();
    const today = new Date(now).toISOString().slice(0, 10);
    const { channels: answered, unsure = [] } = body as unknown as Schema["RowCheck"];
    const confirmation = { by: antonia.user_id, at: new Date(now).toISOString(), expires: new Date(now + 90 * 86_400_000).toISOString() };
    const channels = state.entry.channels.map(({ doubted_at, ...channel }, index) => (answered.includes(index) ? { ...channel, confirmation } : { ...channel, ...(doubted_at ? { doubted_at } : {}) }));
    const checked = answered.length > 0 && unsure.length === 0 ? { verified: "by_editor" as const, checked_on: today, checked_by: "Antonia R." } : {};
    return json((state.entry = { ...state.entry, ...checked, channels, rung_on: today, rung_by: "Antonia R.", version: state.entry.version + 1 }));
  },
  "POST directory/services/*/taps": () => new Response(null, { status: 204 }),
  "GET directory/uses": () => json({ from: "2026-10-24", until: "2026-11-22", items: uses, by_institution_and_topic: [{ institution: "OLN Comuna Demo", topic: "family", services: 1, shown: 41 }] }),
  "POST directory/services/*/confirmations": (state, _parts, body) => {
    const now = Date.now();
    const confirmation = { by: antonia.user_id, at: new Date(now).toISOString(), expires: new Date(now + 90 * 86_400_000).toISOString() };
    const channels = state.entry.channels.map(({ doubted_at, ...channel }, index) => (index === body["channel"] ? { ...channel, confirmation } : { ...channel, ...(doubted_at ? { doubted_at } : {}) }));
    return json((state.entry = { ...state.entry, channels, version: state.entry.version + 1 }));
  },
};
