// Drafts as the fake server keeps them: one for each form and record, with what the window that writes it has seen.
import { json, nothing, notFound, problem, type Handler } from "./fake-server.ts";

export interface FakeDraft {
  content: unknown;
  version: number;
  updated_at: string;
}

export const draftRoutes: Record<string, Handler> = {
  "GET drafts": (state, _parts, _body, url) => {
    const one = `${url.searchParams.get("form")}/${url.searchParams.get("record")}`;
    const kept = [...state.drafts].filter(([key]) => !url.searchParams.has("form") || key === one);
    return json({ items: kept.slice(0, 50).map(([key, draft]) => ({ form: key.split("/")[0], record: key.split("/")[1], ...draft })) });
  },
  "GET drafts/*/*": (state, parts) => {
    const draft = state.drafts.get(parts.join("/"));
    return draft ? json(draft) : notFound();
  },
  "PUT drafts/*/*": (state, parts, body) => {
    const before = state.drafts.get(parts.join("/"));
    if ((before?.version ?? 0) !== body["seen"]) return problem(409, "draft_elsewhere", "Este borrador siguió en otra ventana.");
    const draft = { content: body["content"], version: (before?.version ?? 0) + 1, updated_at: new Date().toISOString() };
    state.drafts.set(parts.join("/"), draft);
    return json(draft);
  },
  "DELETE drafts/*/*": (state, parts) => {
    state.drafts.delete(parts.join("/"));
    return nothing();
  },
};
