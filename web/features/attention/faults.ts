// From the server's pointers to the places of the page. Pure.
import type { Problem } from "@/api/problem";
import type { FieldInPage } from "@/design/error-summary";
import { fieldsOf, type Definition, type Field } from "@/forms/definition";

/** "/answers/plan_steps/0/step_owner" is the input "plan_steps-0-step_owner"; times have fields of their own. */
export function nameOf(pointer: string): string {
  if (pointer === "/started_at") return "time-from";
  if (pointer === "/ended_at") return "time-until";
  return pointer.replace(/^\/(answers\/)?/, "").replaceAll("/", "-");
}

function labelOf(pointer: string, fields: readonly Field[], language: "es" | "en"): string {
  const parts = pointer.split("/").filter((part) => part !== "" && part !== "answers");
  const field = fields.find((one) => one.id === parts[0]);
  const inner = parts.length > 2 ? field?.fields?.find((one) => one.id === parts[2]) : undefined;
  const line = parts[1] !== undefined ? ` ${Number(parts[1]) + 1}` : "";
  return field ? `${field.label[language]}${line}${inner ? `, ${inner.label[language]}` : ""}` : "";
}

/** Only what the server said something about, with a name for each. */
export function fieldsInPage(problem: Problem | null, definition: Definition, language: "es" | "en"): FieldInPage[] {
  const fields = fieldsOf(definition);
  return (problem?.fields ?? []).map(({ pointer, message }) => ({ name: nameOf(pointer), label: labelOf(pointer, fields, language) || message, message }));
}
