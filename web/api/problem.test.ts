import { describe, expect, test } from "vitest";
import { asProblem, messageFor, problemFrom, unreachable } from "./problem";

describe("a refusal of ours", () => {
  const problem = problemFrom(422, {
    title: "Hay datos que corregir", status: 422, code: "invalid", detail: "Lo escrito se conserva.", request_id: "r-1",
    errors: [
      { pointer: "/run", code: "wrong_digit", message: "El RUN no calza." },
      { pointer: "/safe_contact/hours/0/from", code: "bad_hour", message: "Esa hora no existe." },
      { pointer: "/run_other", code: "x", message: "Otro campo." },
    ],
  });
  test("keeps its code, its sentence and what to quote", () => {
    expect(problem).toMatchObject({ kind: "refused", status: 422, code: "invalid", message: "Lo escrito se conserva.", requestId: "r-1", worthRetrying: false });
  });
  test("speaks to each field, and to what hangs below it, not to its namesakes", () => {
    expect(messageFor(problem, "/run")).toBe("El RUN no calza.");
    expect(messageFor(problem, "/safe_contact")).toBe("Esa hora no existe.");
    expect(messageFor(problem, "/phone")).toBe("");
    expect(messageFor(null, "/run")).toBe("");
  });
});

test("the title serves when there is no detail", () => expect(problemFrom(403, { title: "No puede", code: "forbidden" }).message).toBe("No puede"));

test("a failure is worth trying again", () => expect(problemFrom(503, { code: "unavailable" })).toMatchObject({ kind: "broken", worthRetrying: true }));

test.each([["<html>Bad gateway</html>"], [undefined], [null], [{ code: 7, errors: "no" }]])("a proxy's own page %j is still a problem", (body) => {
  expect(problemFrom(502, body)).toMatchObject({ kind: "broken", code: "http_502", message: "", fields: [] });
});

test("silence is worth trying again; a mistake of ours is broken, not hidden", () => {
  expect(unreachable()).toMatchObject({ kind: "unreachable", worthRetrying: true });
  expect(asProblem(new TypeError("x"))).toMatchObject({ kind: "broken", code: "unexpected" });
});
