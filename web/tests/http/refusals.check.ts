// Bad input, route by route: each refusal names the field and says it in the reader's language; nothing is changed by it.
import { describe, expect, test } from "vitest";
import { send, signed, type AnyAsk, type Reply } from "./call.ts";
import { bodyShape, isOpen, operationOf, resolve, successOf } from "./contract.ts";
import { table } from "./table.ts";
import { knownPerson, newContact, newSession, picture } from "./things.ts";
import { wrongBodies } from "./wrong.ts";

interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors: { pointer: string; code: string; message: string }[];
}

/** What every refusal is, whatever it refuses. */
function problemOf(reply: Reply): Problem {
  expect(reply.headers["content-type"]).toBe("application/problem+json");
  const problem = reply.json as Problem;
  expect(problem.status).toBe(reply.status);
  for (const words of [problem.code, problem.title, problem.detail, ...problem.errors.map(({ message }) => message)]) expect(words.length).toBeGreaterThan(2);
  return problem;
}

const writes = table.filter(([route, row]) => !route.startsWith("GET ") && !row.alone);
const withBody = writes.flatMap(([route, row]) => {
  const shape = bodyShape(operationOf(route));
  return shape ? [{ route, row, shape }] : [];
});
/** Refused sign-ins and links count by address: these tests have one of their own. */
const address = "127.0.0.3";

describe.each(withBody)("$route", ({ route, row, shape }) => {
  const operation = operationOf(route);
  const from = { token: isOpen(operation) ? undefined : signed(row.as ?? "agente@linea.demo").token, address };

  test("each field, wrong", async () => {
    const ask = await row.ask();
    const bodies = [...wrongBodies(ask.body, shape)];
    const misses: string[] = [];
    for (const { name, body, pointer } of bodies) {
      const reply = await send(route, { ...ask, body }, from);
      const pointed = (reply.json as Problem | undefined)?.errors?.some((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
      if (reply.status !== 422 || !pointed) misses.push(`${name}: ${reply.status} ${reply.text.slice(0, 200)}`);
      else problemOf(reply);
    }
    expect(misses).toEqual([]);
    // Nothing of it happened: what the right person saw is still so.
    if (!isOpen(operation)) expect((await send(route, ask, from)).status).toBe(successOf(operation));
  });

  test.each([
    ["nothing", ""],
    ["half a document", '{"a":'],
    ["a list", "[]"],
    ["a hundred levels", "[".repeat(100) + "]".repeat(100)],
    ["a hundred thousand levels", '{"a":'.repeat(100_000)],
    ["bytes that are no text", "\xff\xfe{}"],
  ])("%s instead of a body", async (_, text) => {
    const ask: AnyAsk = { ...(await row.ask()), raw: Buffer.from(text, "latin1") };
    const reply = await send(route, { ...ask, headers: { ...ask.headers, "Content-Type": "application/json" } }, from);
    expect([400, 413, 422]).toContain(problemOf(reply).status);
  });

  test("another content type", async () => {
    const ask = await row.ask();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
      expect(problemOf(await send(route, { ...ask, headers: { ...ask.headers, "Content-Type": type } }, from)).code).toBe("want_json");
  });
});

describe.each(writes)("%s", (route, row) => {
  const operation = operationOf(route);
  const from = { token: isOpen(operation) ? undefined : signed(row.as ?? "agente@linea.demo").token, address };
  const versioned = !row.lastWins && operation.parameters.some(({ name }) => name === "If-Match");

  const ofInstitution = operation.parameters.some(({ name }) => name === "Hebra-Institution");
  test.runIf(ofInstitution)("from a page that shows another institution than the session acts for", async () => {
    const ask = await row.ask();
    for (const shown of ["00000000-0000-7000-8000-000000000001", "x"]) {
      const reply = await send(route, { ...ask, headers: { ...ask.headers, "Hebra-Institution": shown } }, from);
      expect([reply.status, problemOf(reply).code]).toEqual([409, "other_institution"]);
    }
    const me = await send("GET /api/v1/me", {}, from);
    const acting = (me.json as { institution: { id: string } }).institution.id;
    const reply = await send(route, { ...ask, headers: { ...ask.headers, "Hebra-Institution": acting } }, from);
    expect(reply.status).toBe(successOf(operation));
  });

  test("twenty megabytes", async () => {
    const reply = await send(route, { ...(await row.ask()), raw: Buffer.alloc(20_000_000, "a") }, from);
    expect([reply.status, problemOf(reply).code]).toEqual([413, "body_too_large"]);
  });

  test.runIf(versioned)("without a version, with a strange one, with an old one", async () => {
    const ask = await row.ask();
    const { "If-Match": _, ...headers } = ask.headers ?? {};
    const codes = [];
    for (const seen of [undefined, "siete", '"99999"']) {
      const reply = await send(route, { ...ask, headers: seen === undefined ? headers : { ...headers, "If-Match": seen } }, from);
      codes.push([reply.status, problemOf(reply).code]);
    }
    expect(codes).toEqual([[428, "if_match_missing"], [400, "bad_if_match"], [412, "changed_meanwhile"]]);
    expect((await send(route, ask, from)).status).toBe(successOf(operation));
  });

  test.runIf(!versioned && "version" in (resolve(bodyShape(operation) ?? {}).properties ?? {}))("an old version in the body", async () => {
    const ask = await row.ask();
    const reply = await send(route, { ...ask, body: { ...(ask.body as object), version: 99_999 } }, from);
    expect([409, 412]).toContain(problemOf(reply).status);
  });
});

test("both languages, each its own", async () => {
  const { token } = signed("agente@linea.demo");
  const body = { ...knownPerson, run: "11.111.111-2", age_stated: -7, birth_date: "2026-02-30" };
  const [es, en] = await Promise.all(["es-CL,es;q=0.9", "en-GB"].map((language) => send("POST /api/v1/people", { body }, { token, language })));
  const said = [es, en].map((reply) => problemOf(reply as Reply));
  expect(said[0]?.errors.map(({ pointer, code }) => [pointer, code])).toEqual(said[1]?.errors.map(({ pointer, code }) => [pointer, code]));
  expect(said[0]?.errors.map(({ pointer }) => pointer).sort()).toEqual(["/age_stated", "/birth_date", "/run"]);
  expect([es, en].map((reply) => reply?.headers["content-language"])).toEqual(["es", "en"]);
  for (const [i, error] of (said[0]?.errors ?? []).entries()) expect(error.message).not.toBe(said[1]?.errors[i]?.message);
  // What was typed is not said back: answers end up in logs of proxies.
  expect(`${es?.text}${en?.text}`).not.toMatch(/11\.111\.111|Zunilda|2026-02-30/);
});

test("a file that is none, is empty, or holds something else than it says is refused, and nothing of it is kept", async () => {
  const from = { token: signed("agente@linea.demo").token };
  const route = "POST /api/v1/contacts/{id}/attachments";
  const path = { id: (await newContact()).id };
  const form = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhola\r\n--x--\r\n';
  const tried: [string, string, Buffer, number, string][] = [
    ["multipart/form-data; boundary=x", "a.txt", Buffer.from(form), 415, "not_a_file"],
    ["application/json", "a.txt", Buffer.from("{}"), 415, "not_a_file"],
    ["text/plain", "a.txt", Buffer.alloc(0), 422, "file_empty"],
    ["image/png", "foto.png", Buffer.from("hola"), 422, "file_not_as_declared"],
    ["application/octet-stream", "foto.png", Buffer.from("hola"), 422, "file_not_as_declared"],
    ["text/plain", "nota.txt", picture, 422, "file_not_as_declared"],
    ["application/pdf", "a.pdf", picture, 422, "file_not_as_declared"],
  ];
  for (const [type, name, raw, status, code] of tried) {
    const reply = await send(route, { path, raw, headers: { "Content-Type": type, "File-Name": name } }, from);
    const problem = problemOf(reply);
    const said = problem.errors.map((error) => `${error.pointer} ${error.code}`).join() || problem.code;
    expect([reply.status, said], `${type} ${name}`).toEqual([status, status === 415 ? code : `/file ${code}`]);
  }
  const kept = await send("GET /api/v1/contacts/{id}/attachments", { path }, from);
  expect(kept.json).toEqual({ items: [] });
  expect((await send(route, { path, raw: picture, headers: { "Content-Type": "image/png", "File-Name": "foto.png" } }, from)).status).toBe(201);
});

test("a token of another institution opens nothing, and an ended one says so", async () => {
  const session = await newSession("sesion@linea.demo");
  expect((await send("DELETE /api/v1/sessions/current", {}, { token: session.token })).status).toBe(204);
  const reply = await send("GET /api/v1/people/{id}", { path: { id: "01a20113-ddb9-7597-998f-e0608913a7dc" } }, { token: session.token });
  expect([reply.status, problemOf(reply).code]).toEqual([401, "session_ended"]);
});

// Names that contract.md keeps for programs, and pages the server writes itself: nothing there is the app's.
describe.each([
  "/api", "/api/v2", "/api/v1/nada", "/fhir", "/fhir/R4/metadata", "/fhir/R4/Patient/1", "/hsds/v3/services", "/mi", "/mi/ABCD", "/chat", "/chat/linea-demo",
  "/widget.js", "/r/a/b", "/directorio/a/b", "/healthz/x", "/metrics/x",
])("%s", (path) => {
  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s finds nothing", async (method) => {
    const reply = await send(`${method} ${path}`, {}, { address });
    expect(reply.status).toBe(404);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    if (method !== "HEAD") expect(problemOf(reply).code).toBe("no_route");
  });
});

test("whoever guesses too often is told when to come back", async () => {
  const guess = () => send("POST /api/v1/sessions", { body: { user: "nadie@linea.demo", password: "no es esta" } }, { address: "127.0.0.9" });
  let reply = await guess();
  for (let tries = 0; reply.status === 401 && tries < 60; ++tries) reply = await guess();
  expect([reply.status, problemOf(reply).code]).toEqual([429, "too_many_tries"]);
  expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
});
