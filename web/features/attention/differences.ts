// What changed between two versions of a contact, question by question, in words. Pure.
import { isList, isObject } from "@/forms/answer-check";
import type { Answer } from "@/forms/condition";
import { fieldsOf, type Definition, type Field } from "@/forms/definition";
import type { Contact } from "./contacts";
import { ownTexts, recordOf, writeUpOf, type WriteUp } from "./write-up";

export interface Difference {
  name: string;
  before: string;
  after: string;
}

/** An answer as text: a line each for what has lines. */
export function toldAs(field: Field, answer: Answer | undefined, language: "es" | "en"): string {
  if (answer === undefined || answer === null) return "";
  if (isList(answer)) return answer.map((one) => toldAs(field, one, language)).filter(Boolean).join("\n");
  if (isObject(answer)) return (field.fields ?? []).map((inner) => toldAs(inner, answer[inner.id], language)).filter(Boolean).join(" · ");
  if (typeof answer === "boolean") return answer ? field.label[language] : "";
  return field.options?.find((option) => option.code === answer)?.label[language] ?? String(answer);
}

function told(definition: Definition, language: "es" | "en", form: WriteUp): { name: string; text: string }[] {
  const own: Record<string, Answer | undefined> = { ...recordOf(form), ...Object.fromEntries(ownTexts.map((name) => [name, form[name]])) };
  return fieldsOf(definition).map((field) => ({ name: field.label[language], text: toldAs(field, field.of_record ? own[field.id] : form.answers[field.id], language) }));
}

/** A form as lines, to read two of them side by side. */
export const linesOf = (definition: Definition, language: "es" | "en") => (form: WriteUp): string[] =>
  told(definition, language, form).filter(({ text }) => text !== "").map(({ name, text }) => `${name}: ${text.replaceAll("\n", "; ")}`);

interface TimesInWords {
  started: string;
  ended: string;
  moment: (at: string | undefined) => string;
}

export function differences(definition: Definition, language: "es" | "en", before: Contact, after: Contact, times: TimesInWords): Difference[] {
  const [old, now] = [told(definition, language, writeUpOf(before)), told(definition, language, writeUpOf(after))];
  const all = [
    { name: times.started, before: times.moment(before.started_at), after: times.moment(after.started_at) },
    { name: times.ended, before: times.moment(before.ended_at), after: times.moment(after.ended_at) },
    ...old.map(({ name, text }, index) => ({ name, before: text, after: now[index]?.text ?? "" })),
  ];
  return all.filter((one) => one.before !== one.after);
}
