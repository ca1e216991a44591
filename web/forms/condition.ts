// The same small evaluator as the server's (src/core/forms/condition.hpp); tests/vectors/forms.json holds the two equal.

export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [name: string]: Answer };
export type Answers = Readonly<Record<string, Answer>>;

export type Scalar = boolean | number | string;
export type Condition =
  | { op: "eq" | "gt" | "ge" | "lt" | "le"; field: string; value: Scalar }
  | { op: "in"; field: string; values: readonly Scalar[] }
  | { op: "and" | "or" | "not"; of: readonly Condition[] };

/** Where names are looked up: the answers of one item of a group first, then of the form around it. */
export interface Scope {
  answers: Answers;
  outer?: Scope;
}

/** undefined when nobody answered. */
export function find(scope: Scope, field: string): Answer | undefined {
  if (Object.hasOwn(scope.answers, field)) return scope.answers[field];
  return scope.outer && find(scope.outer, field);
}

/** By code point, as the server orders UTF-8; by UTF-16 unit an emoji would come before "ﬀ". */
function orderOfTexts(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Negative, zero or positive; undefined when the two cannot be compared. */
function order(a: Answer, b: Scalar): number | undefined {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return orderOfTexts(a, b);
  return undefined;
}

function compares(condition: Exclude<Condition, { of: unknown }>, answer: Answer): boolean {
  if (condition.op === "eq") return answer === condition.value;
  if (condition.op === "in") {
    const isAmong = (one: Answer) => condition.values.some((value) => value === one);
    return Array.isArray(answer) ? answer.some(isAmong) : isAmong(answer);
  }
  const found = order(answer, condition.value);
  if (found === undefined) return false;
  switch (condition.op) {
    case "gt": return found > 0;
    case "ge": return found >= 0;
    case "lt": return found < 0;
    case "le": return found <= 0;
  }
}

/** What was not answered, and a value of another type, equals and exceeds nothing. */
export function holds(condition: Condition, scope: Scope): boolean {
  switch (condition.op) {
    case "and": return condition.of.every((part) => holds(part, scope));
    case "or": return condition.of.some((part) => holds(part, scope));
    case "not": return !condition.of.every((part) => holds(part, scope));
    default: {
      const answer = find(scope, condition.field);
      return answer !== undefined && compares(condition, answer);
    }
  }
}
