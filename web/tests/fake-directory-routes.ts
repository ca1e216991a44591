// The fake server's answers about the directory and its emergency numbers.
import type { components } from "../api/types.ts";
import { antonia } from "./fake-data.ts";
import { directoryAnswer, topics } from "./fake-directory.ts";
import { json, type Handler } from "./fake-server.ts";

type Schema = components["schemas"];

export const directoryRoutes: Record<string, Handler> = {
  "GET topics": () => json({ items: topics }),
  "GET emergency-numbers": () => json({ items: [{ number: "131", name: "SAMU", use_when: "Si hay riesgo vital", uri: "" }] }),
  "GET directory/match": (state) => json(directoryAnswer(state.entry)),
  "GET directory/emergency-numbers": (state) => json({ items: state.emergency }),
  "POST directory/emergency-numbers/confirmations": (state, _parts, body) => {
    const expires_at = new Date(Date.now() + 90 * 86_400_000).toISOString();
    state.emergency = state.emergency.map((entry) => (entry.number === body["number"] ? { ...entry, is_shown: true, decision: "confirmed", expires_at, version: entry.version + 1 } : entry));
    return json(state.emergency.find((entry) => entry.number === body["number"]));
  },
  "GET directory/services/*": (state) => json(state.entry),
  "PUT directory/services/*": (state, _parts, body) => json((state.entry = { ...(body as unknown as Schema["Service"]), version: state.entry.version + 1 })),
  "POST directory/services/*/doubts": (state, _parts, body) => {
    const channels = state.entry.channels.map((channel, index) => (index === body["channel"] ? { ...channel, doubted_at: new Date().toISOString() } : channel));
    return json((state.entry = { ...state.entry, channels, version: state.entry.version + 1 }));
  },
  "POST directory/services/*/confirmations": (state, _parts, body) => {
    const now = Date.now();
    const confirmation = { by: antonia.user_id, at: new Date(now).toISOString(), expires: new Date(now + 90 * 86_400_000).toISOString() };
    const channels = state.entry.channels.map(({ doubted_at, ...channel }, index) => (index === body["channel"] ? { ...channel, confirmation } : { ...channel, ...(doubted_at ? { doubted_at } : {}) }));
    return json((state.entry = { ...state.entry, channels, version: state.entry.version + 1 }));
  },
};
