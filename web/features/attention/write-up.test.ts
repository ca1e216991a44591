import { describe, expect, test } from "vitest";
import type { Definition } from "@/forms/definition";
import { Problem } from "@/api/problem";
import { closed, live, questions } from "@/tests/fake-contacts";
import { differences, linesOf } from "./differences";
import { fieldsInPage, isMended, nameOf } from "./faults";
import { looksLikeReturnCode, questionOf, emptyList } from "./list-search";
import { answersToSend, patchOf, saysSomething, writeUpOf } from "./write-up";

const definition = questions as unknown as Definition;

describe("what travels", () => {
  test("nothing changed says nothing", () => {
    const contact = live();
    expect(saysSomething(patchOf(contact, writeUpOf(contact), {}))).toBe(false);
  });
  test("only what changed, and what was emptied as null", () => {
    const contact = closed();
    const form = { ...writeUpOf(contact), risk_reason: " ", topics: ["parenting"], risk: "high" as const };
    expect(patchOf(contact, form, {})).toEqual({ topics: ["parenting"], risk: "high", risk_reason: null });
  });
  test("a line with nothing in it was never said", () => {
    expect(answersToSend({ plan_steps: [{ step: "Llamar" }, { step: "", step_owner: null }], closing: " ", lines: [{ own: false }] })).toEqual({ plan_steps: [{ step: "Llamar" }] });
  });
});

describe("what changed between two versions", () => {
  const times = { started: "Empezó", ended: "Terminó", moment: (at: string | undefined) => at ?? "" };
  test("is told by question and in words, with what it said before", () => {
    const before = { ...closed(), risk: "low" as const };
    expect(differences(definition, "es", before, { ...before, risk: "medium" }, times)).toEqual([{ name: "Riesgo, según quien atiende", before: "Bajo", after: "Medio" }]);
  });
  test("a form reads as lines, with the words of its options", () => {
    expect(linesOf(definition, "es")(writeUpOf(live()))).toContain("Temas: Ánimo y ansiedad; Crianza");
  });
});

describe("errors lead to their place", () => {
  test("by the name of the input, and by the words of the question", () => {
    expect([nameOf("/answers/plan_steps/0/step_owner"), nameOf("/risk_reason"), nameOf("/ended_at")]).toEqual(["plan_steps-0-step_owner", "risk_reason", "time-until"]);
    const problem = new Problem("refused", 422, "invalid", "", [{ pointer: "/answers/plan_steps/1/step_owner", code: "answer_needed", message: "Falta responder." }]);
    expect(fieldsInPage(problem, definition, "es", "")[0]).toMatchObject({ name: "plan_steps-1-step_owner", label: "Pasos 2, Quién" });
  });
  test("a day that does not exist is said as days are written here", () => {
    const problem = new Problem("refused", 422, "invalid", "", [{ pointer: "/answers/plan_steps/0/due", code: "not_a_date", message: "Debe ser una fecha que exista: 2026-11-19." }]);
    expect(fieldsInPage(problem, definition, "es", "Escriba día, mes y año.")[0]?.message).toBe("Escriba día, mes y año.");
  });
  test("and are not said of what is told otherwise by now", () => {
    const sent = { ...writeUpOf(live()), answers: { plan_steps: [{ step: "Llamar" }, { step: "Ir" }] } };
    const now = { ...sent, disposition: "plan_made" as const, answers: { plan_steps: [{ step: "Llamar" }, { step: "Ir", step_owner: "helpline" }] } };
    expect(["/disposition", "/answers/plan_steps/1/step_owner", "/answers/plan_steps/0", "/risk_reason", "/ended_at"].map((pointer) => isMended(sent, now, pointer))).toEqual([true, true, false, false, false]);
  });
});

describe("what is written over the list", () => {
  const zone = "America/Santiago";
  test.each(["7K3Q-F2XM-9TB9", "7k3q f2xm 9tb9"])("%s is a return code", (text) => expect(looksLikeReturnCode(text)).toBe(true));
  test.each(["Luis Mora Soto", "912345678901", "HB-7K2M", ""])("%s is not", (text) => expect(looksLikeReturnCode(text)).toBe(false));
  test("a code asks for contacts; a name asks first who; the last day is whole", () => {
    expect(questionOf({ ...emptyList, text: "hb 7k2m" }, zone)).toEqual({ query: { thread_code: "HB-7K2M" }, person: null });
    expect(questionOf({ ...emptyList, text: "Martina H", topic: "violence" }, zone)).toEqual({ query: { topic: "violence" }, person: { text: "Martina H" } });
    expect(questionOf({ ...emptyList, from: "1-11-2026", until: "1-11-2026" }, zone)).toMatchObject({ query: { from: "2026-11-01T03:00:00.000Z", until: "2026-11-02T03:00:00.000Z" } });
  });
  test("dates that cannot be are named", () => {
    expect(questionOf({ ...emptyList, from: "31-02-2026", until: "x" }, zone)).toEqual(["from", "until"]);
    expect(questionOf({ ...emptyList, from: "2-11-2026", until: "1-11-2026" }, zone)).toEqual(["order"]);
  });
});
