// The versions of a form that the fake server keeps, and what it says a new one changes.
import type { Schema } from "@/api/client";
import { questions } from "./fake-contacts.ts";

export type FakeForms = Schema["FormVersionListed"][];

const at = "2026-11-20T15:00:00Z";
export const freshForms = (): FakeForms => [
  { version: "1.2.0", status: "draft", effective_from: "2026-11-01", in_force: false, ships_with_hebra: false, changed_at: at, changed_by: "Esteban Quispe" },
  { version: "1.1.0", status: "published", effective_from: "2026-11-01", in_force: true, ships_with_hebra: false, changed_at: at, changed_by: "Esteban Quispe" },
  { version: "1.0.0", status: "published", effective_from: "2026-01-01", in_force: false, ships_with_hebra: true },
];

const changes: Schema["FormChange"][] = [{ kind: "rule_changed", at: "welcome" }, { kind: "option_disabled", at: "topics:bullying" }];
/** A short form, as 1.2.0: the welcome is needed to close, and one topic is offered no more. */
export const drafted = (): Schema["FormDefinition"] => {
  const next = structuredClone(questions);
  next.sections = next.sections.slice(0, 2);
  for (const section of next.sections) {
    section.fields = section.fields.slice(0, 2);
    for (const field of section.fields) {
      if (field.id === "welcome") field.required_at = "closed";
      if (field.options) field.options = field.options.filter(({ code }) => code === "bullying" || code === "family").map((option) => ({ ...option, disabled: option.code === "bullying" }));
    }
  }
  return { ...next, version: "1.2.0", status: "draft" };
};

const needed = { pointer: "/answers/welcome", code: "answer_needed", message: { es: "Falta responder esto para seguir.", en: "This must be answered to go on." }, from_stage: "closed" };
export function report(version: string, body: Record<string, unknown>): Schema["FormImport"] {
  const samples = (body["samples"] ?? []) as { answers: Record<string, unknown> }[];
  const under = (one: string) => ({ version: one, shown: ["/answers/welcome"], faults: [], scores: [] });
  return {
    form: "contact_writeup", version, in_force: "1.1.0", changes, kept: body["dry_run"] !== true,
    samples: samples.map(({ answers }) => ({ in_force: under("1.1.0"), imported: { ...under(version), faults: answers["welcome"] ? [] : [needed] } })),
  };
}
