// How the fake server answers about forms and their versions.
import type { Schema } from "@/api/client";
import { questions } from "./fake-contacts.ts";
import { drafted, report } from "./fake-forms.ts";
import { json, nothing, problem, type Handler } from "./fake-server.ts";

export const formRoutes: Record<string, Handler> = {
  "GET forms": () => json({ items: [{ form: "contact_writeup", title: questions.title, version: "1.1.0" }] }),
  "GET forms/*": () => json(questions),
  "GET forms/*/versions": (state) => json({ items: state.forms }),
  "GET forms/*/versions/*": (_state, [, version]) => json(version === "1.2.0" ? drafted() : { ...questions, version }),
  "POST forms/*/versions/*/comparisons": (_state, [, version], body) => json(report(version ?? "", body)),
  "POST forms/import": (_state, _parts, body) => {
    const definition = body["definition"] as Schema["FormDefinition"];
    if (definition.version === "1.0.0") return problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/topics:bullying", code: "option_gone", message: "Una opción no se quita." }]);
    return json(report(definition.version, body));
  },
  "POST forms/*/versions/*/moves": (state, [, version], body) => {
    const status = body["action"] === "publish" ? ("published" as const) : ("retired" as const);
    state.forms = state.forms.flatMap((one) => (one.version !== version ? [one] : body["action"] === "discard" ? [] : [{ ...one, status }]));
    const asked = state.forms.find((one) => one.status === "published");
    state.forms = state.forms.map((one) => ({ ...one, in_force: one === asked }));
    return nothing();
  },
};
