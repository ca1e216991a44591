// From the server's pointers to the places of the page. Pure.
import type { Problem } from "@/api/problem";
import { isList, isObject } from "@/forms/answer-check";
import type { Answer } from "@/forms/condition";
import type { FieldInPage } from "@/design/error-summary";
import { fieldsOf, type Definition, type Field } from "@/forms/definition";
import type { WriteUp } from "./write-up";

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

/** Only what the server said something about, with a name for each. @param noDay how a day that does not exist is said where it is written */
export function fieldsInPage(problem: Problem | null, definition: Definition, language: "es" | "en", noDay: string): FieldInPage[] {
  const fields = fieldsOf(definition);
  return (problem?.fields ?? []).map(({ pointer, code, message }) => {
    const said = code === "not_a_date" ? noDay : message;
    return { name: nameOf(pointer), label: labelOf(pointer, fields, language) || said, message: said };
  });
}

const within = (answer: Answer | undefined, part: string): Answer | undefined => (isList(answer) ? answer[Number(part)] : isObject(answer) ? answer[part] : undefined);

function toldAt(form: WriteUp, pointer: string): unknown {
  if (["/started_at", "/ended_at", "/day"].includes(pointer)) return form.times;
  return pointer.slice(1).split("/").reduce<Answer | undefined>(within, form as unknown as Answer);
}

/** Whether what a refusal was about is told otherwise by now: then it is no longer true that it is wrong. */
export const isMended = (sent: WriteUp, now: WriteUp, pointer: string): boolean => JSON.stringify(toldAt(sent, pointer)) !== JSON.stringify(toldAt(now, pointer));
