// What one answer may be, by the type of its question (src/core/forms/answer_check.cpp).
import type { Answer, Answers } from "./condition.ts";
import type { Field } from "./definition.ts";

export interface Fault {
  pointer: string;
  code: string;
}

const itemsMost = 100;

export const isObject = (answer: Answer | undefined): answer is Answers =>
  typeof answer === "object" && answer !== null && !Array.isArray(answer);

export const isList = (answer: Answer | undefined): answer is readonly Answer[] => Array.isArray(answer);

/** Whether nothing was answered: null, blank text or an empty list. */
export const isBlank = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === null || (typeof answer === "string" ? /^[ \t\r\n]*$/.test(answer) : isList(answer) && answer.length === 0);

function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const had = (before: Answer | undefined, code: Answer): boolean => (isList(before) ? before.includes(code) : before === code);

function faultOfChoice(field: Field, code: Answer, before: Answer | undefined): string | null {
  if (typeof code !== "string") return "wrong_type";
  const option = field.options?.find((one) => one.code === code);
  if (!option) return "unknown_option";
  return option.disabled && !had(before, code) ? "option_disabled" : null;
}

function faultOfNumber(field: Field, answer: Answer): string | null {
  if (typeof answer !== "number" || (field.type === "integer" && !Number.isSafeInteger(answer))) return "wrong_type";
  const isBelow = field.least !== undefined && answer < field.least;
  const isAbove = field.most !== undefined && answer > field.most;
  return isBelow || isAbove ? "number_out_of_range" : null;
}

function faultOfScalar(field: Field, answer: Answer, before: Answer | undefined): string | null {
  switch (field.type) {
    case "text":
    case "long_text":
      if (typeof answer !== "string") return "wrong_type";
      return [...answer].length > (field.most ?? (field.type === "text" ? 300 : 10_000)) ? "too_much_text" : null;
    case "integer":
    case "number":
      return faultOfNumber(field, answer);
    case "boolean":
      return typeof answer === "boolean" ? null : "wrong_type";
    case "date":
      return typeof answer === "string" && isDate(answer) ? null : "not_a_date";
    default:
      return faultOfChoice(field, answer, before);
  }
}

function faultsOfList(field: Field, answer: Answer, before: Answer | undefined, pointer: string): Fault[] {
  if (!isList(answer)) return [{ pointer, code: "wrong_type" }];
  const faults: Fault[] = [];
  if (answer.length > (field.most ?? itemsMost)) faults.push({ pointer, code: "too_many_answers" });
  answer.forEach((item, i) => {
    const at = `${pointer}/${i}`;
    if (field.type === "group") {
      if (!isObject(item)) faults.push({ pointer: at, code: "wrong_type" });
      return;
    }
    const code = faultOfChoice(field, item, before) ?? (answer.indexOf(item) < i ? "repeated_option" : null);
    if (code) faults.push({ pointer: at, code });
  });
  return faults;
}

/** What is wrong with an answer that is not blank. The items of a group are looked into by the caller. */
export function faultsOfAnswer(field: Field, answer: Answer, before: Answer | undefined, pointer: string): Fault[] {
  if (field.type === "choices" || field.type === "group") return faultsOfList(field, answer, before, pointer);
  const code = faultOfScalar(field, answer, before);
  return code ? [{ pointer, code }] : [];
}
