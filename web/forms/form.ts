// Which questions are asked, what is wrong with the answers, what is kept of them: as the server does
// (src/core/forms/form.hpp), so that the page can say it while one writes. The server has the last word.
import { faultsOfAnswer, isBlank, isList, isObject, type Fault } from "./answer-check.ts";
import { find, holds, type Answer, type Answers, type Scope } from "./condition.ts";
import { fieldsOf, type Definition, type Field, type Term } from "./definition.ts";

export interface Score {
  id: string;
  version: number;
  points: number;
}

export const isShown = (field: Field, scope: Scope): boolean => !field.shown_when || holds(field.shown_when, scope);

/** In the order of the questions, so that a condition sees only what was kept before it. */
function settle(fields: Field[], given: Answers, outer: Scope): Answers {
  const kept: Record<string, Answer> = {};
  const scope: Scope = { answers: kept, outer };
  for (const field of fields) {
    const answer = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    if (answer === undefined || field.of_record || !isShown(field, scope)) continue;
    kept[field.id] =
      field.type === "group" && isList(answer)
        ? answer.map((item) => (isObject(item) ? settle(field.fields ?? [], item, scope) : item))
        : answer;
  }
  return kept;
}

/** What is kept of the answers: those to questions that are asked, given what was answered before them. */
export const settled = (definition: Definition, answers: Answers, record: Answers): Answers =>
  settle(fieldsOf(definition), answers, { answers: record });

/** The questions that are asked: "/answers/topics", "/answers/plan_steps/0/step", "/risk" of the record. */
export function shown(definition: Definition, answers: Answers, record: Answers): string[] {
  const kept = settled(definition, answers, record);
  const shownOf = (fields: readonly Field[], scope: Scope, pointer: string): string[] =>
    fields.filter((field) => isShown(field, scope)).flatMap((field) => {
      const at = `${field.of_record ? "" : pointer}/${field.id}`;
      const lines = field.type === "group" ? scope.answers[field.id] : undefined;
      if (!isList(lines)) return [at];
      return [at, ...lines.flatMap((line, i) => (isObject(line) ? shownOf(field.fields ?? [], { answers: line, outer: scope }, `${at}/${i}`) : []))];
    });
  return shownOf(fieldsOf(definition), { answers: kept, outer: { answers: record } }, "/answers");
}

interface Level {
  fields: Field[];
  given: Answers;
  kept: Answers;
  scope: Scope;
  before: Answers | undefined;
  pointer: string;
}

/** Everything that is wrong at that stage, in the order of the questions. */
export function check(definition: Definition, answers: Answers, record: Answers, stage: string, before?: Answers): Fault[] {
  const reached = definition.stages.indexOf(stage);
  const isNeeded = (field: Field, scope: Scope): boolean =>
    field.required_at !== undefined &&
    definition.stages.indexOf(field.required_at) <= reached &&
    (!field.required_when || holds(field.required_when, scope));

  function checkLevel(level: Level): Fault[] {
    const faults = level.fields.flatMap((field) => checkField(level, field));
    const unknown = Object.keys(level.given)
      .filter((name) => !level.fields.some((field) => field.id === name && !field.of_record))
      .sort();
    return [...faults, ...unknown.map((name) => ({ pointer: `${level.pointer}/${name}`, code: "unknown_field" }))];
  }

  function checkField(level: Level, field: Field): Fault[] {
    if (!isShown(field, level.scope)) return [];
    const pointer = `${field.of_record ? "" : level.pointer}/${field.id}`;
    const answer = find({ answers: field.of_record ? record : level.kept }, field.id);
    if (answer === undefined || isBlank(answer)) {
      return isNeeded(field, level.scope) ? [{ pointer, code: "answer_needed" }] : [];
    }
    const kept = level.before?.[field.id];
    const faults = faultsOfAnswer(field, answer, kept, pointer);
    if (field.type !== "group" || !isList(answer)) return faults;
    return [...faults, ...answer.flatMap((item, i) => checkItem(level, field, item, i, kept, pointer))];
  }

  function checkItem(level: Level, group: Field, item: Answer, i: number, before: Answer | undefined, pointer: string): Fault[] {
    const given = level.given[group.id];
    const asGiven = isList(given) ? given[i] : undefined;
    if (!isObject(item) || !isObject(asGiven)) return [];
    const earlier = isList(before) ? before[i] : undefined;
    return checkLevel({
      fields: group.fields ?? [],
      given: asGiven,
      kept: item,
      scope: { answers: item, outer: level.scope },
      before: isObject(earlier) ? earlier : undefined,
      pointer: `${pointer}/${i}`,
    });
  }

  const kept = settled(definition, answers, record);
  const scope: Scope = { answers: kept, outer: { answers: record } };
  return checkLevel({ fields: fieldsOf(definition), given: answers, kept, scope, before, pointer: "/answers" });
}

/** A score stays where each integer is told from the next. */
const withinWholeNumbers = (points: number): number => Math.min(Math.max(points, -Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);

/** undefined while the term is unanswered. */
function pointsOf(term: Term, answer: Answer | undefined): number | undefined {
  if (answer === undefined || isBlank(answer)) return undefined;
  const ofCode = (code: Answer): number => (typeof code === "string" ? (term.points?.[code] ?? 0) : 0);
  if (typeof answer === "boolean") return answer ? (term.weight ?? 0) : 0;
  if (typeof answer === "number") return Math.trunc(answer) * (term.weight ?? 0);
  return isList(answer) ? answer.reduce<number>((sum, code) => sum + ofCode(code), 0) : ofCode(answer);
}

/** The scores whose terms are answered, by the rules of this version. */
export function scores(definition: Definition, answers: Answers, record: Answers): Score[] {
  const kept = settled(definition, answers, record);
  const ofRecord = new Set(fieldsOf(definition).filter((field) => field.of_record).map((field) => field.id));
  return (definition.scores ?? []).flatMap((rule) => {
    const points = rule.terms
      .map((term) => pointsOf(term, (ofRecord.has(term.field) ? record : kept)[term.field]))
      .filter((one) => one !== undefined);
    const isTold = points.length === rule.terms.length || (!rule.needs_all && points.length > 0);
    return isTold ? [{ id: rule.id, version: rule.version, points: points.reduce((sum, one) => withinWholeNumbers(sum + withinWholeNumbers(one)), 0) }] : [];
  });
}
