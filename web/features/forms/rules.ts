// What changes in the rule of a question, one thing at a time. Pure.
import type { Condition } from "@/forms/condition";
import type { Field } from "@/forms/definition";

export type RuleChange =
  | { kind: "required"; stage: string }
  | { kind: "asked_if"; condition: Condition }
  | { kind: "required_if"; condition: Condition }
  | { kind: "data_class"; from: number; to: number }
  | { kind: "not_required" | "always_asked" | "always_required" | "limits" | "other" };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function ruleChanges(before: Field, after: Field): RuleChange[] {
  const changes: RuleChange[] = [];
  if (!same(before.shown_when, after.shown_when)) changes.push(after.shown_when ? { kind: "asked_if", condition: after.shown_when } : { kind: "always_asked" });
  if (before.required_at !== after.required_at) changes.push(after.required_at ? { kind: "required", stage: after.required_at } : { kind: "not_required" });
  if (!same(before.required_when, after.required_when) && after.required_at) changes.push(after.required_when ? { kind: "required_if", condition: after.required_when } : { kind: "always_required" });
  if (before.data_class !== after.data_class) changes.push({ kind: "data_class", from: before.data_class, to: after.data_class });
  if (before.least !== after.least || before.most !== after.most) changes.push({ kind: "limits" });
  const rest = ({ reporting_code, source, offline_allowed, printable, in_their_words, amendable }: Field) => [reporting_code, source, offline_allowed, printable, in_their_words, amendable];
  if (!same(rest(before), rest(after))) changes.push({ kind: "other" });
  return changes;
}

/** What a new question asks for. */
export const rulesOfNew = (field: Field): RuleChange[] => [
  ...(field.shown_when ? [{ kind: "asked_if" as const, condition: field.shown_when }] : []),
  ...(field.required_at ? [{ kind: "required" as const, stage: field.required_at }] : []),
];
