// The cases that the server's evaluator passes too (src/core/forms/vectors_test.cpp).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fault } from "./answer-check.ts";
import { holds, type Answers, type Condition } from "./condition.ts";
import type { Definition } from "./definition.ts";
import { check, scores, settled, shown, type Score } from "./form.ts";

interface Vectors {
  conditions: { name: string; condition: Condition; answers: Answers; expected: boolean }[];
  forms: Record<string, Definition>;
  checks: { name: string; form: string; stage: string; answers: Answers; record: Answers; before?: Answers; errors: Fault[] }[];
  shown: { name: string; form: string; answers: Answers; record: Answers; expected: string[] }[];
  settled: { name: string; form: string; answers: Answers; record: Answers; expected: Answers }[];
  scores: { name: string; form: string; answers: Answers; scores: Score[] }[];
}

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/forms.json", import.meta.url), "utf8")) as Vectors;
const shipped = JSON.parse(readFileSync(new URL("../../data/forms/contact_writeup.json", import.meta.url), "utf8")) as Definition;

function formCalled(name: string): Definition {
  const form = vectors.forms[name];
  if (!form) throw new Error(`no form ${name}`);
  return form;
}

describe("conditions", () => {
  test.each(vectors.conditions)("$name", ({ condition, answers, expected }) => {
    expect(holds(condition, { answers })).toBe(expected);
  });
});

describe("checks", () => {
  test.each(vectors.checks)("$name", ({ form, stage, answers, record, before, errors }) => {
    expect(check(formCalled(form), answers, record, stage, before)).toEqual(errors);
  });
});

describe("shown", () => {
  test.each(vectors.shown)("$name", ({ form, answers, record, expected }) => {
    expect(shown(formCalled(form), answers, record)).toEqual(expected);
  });
});

describe("settled", () => {
  test.each(vectors.settled)("$name", ({ form, answers, record, expected }) => {
    const kept = settled(formCalled(form), answers, record);
    expect(kept).toEqual(expected);
    expect(settled(formCalled(form), kept, record)).toEqual(kept);
  });
});

describe("scores", () => {
  test.each(vectors.scores)("$name", ({ form, answers, scores: expected }) => {
    expect(scores(formCalled(form), answers, {})).toEqual(expected);
  });
});

test("the contact's write-up asks for a disposition only to close", () => {
  expect(check(shipped, {}, {}, "open")).toEqual([]);
  expect(check(shipped, {}, {}, "closed")).toEqual([{ pointer: "/disposition", code: "answer_needed" }]);
  expect(check(shipped, {}, { disposition: "listened", risk: "high" }, "closed")).toEqual([{ pointer: "/risk_reason", code: "answer_needed" }]);
});
