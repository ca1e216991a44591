// Every route by whoever may not, whoever must not know, and whoever may. What another institution is told of a real record must
// be what it is told of one that does not exist.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { house, send, signed, type AnyAsk, type Reply } from "./call.ts";
import { isOpen, misfits, operationOf, operations, successOf } from "./contract.ts";
import type { Signed } from "./house.ts";
import { pages, rows } from "./rows.ts";
import { table, type AnyRow } from "./table.ts";
import { editable, leaks, newSession, service } from "./things.ts";

const golden = (name: string) => readFileSync(join(import.meta.dirname, "../../../tests/golden", name), "utf8").trim().split("\n");
const staff = Object.values(house.staff);
const linea = signed("agente@linea.demo").institution_id;
const otra = signed("agente@otra.demo").institution_id;
const oln = signed("coordinadora@oln.demo");

const socket = "GET /api/v1/live";

const differences = (named: string[], routes: string[]) => ({
  withoutRow: routes.filter((route) => !named.includes(route)),
  withoutRoute: named.filter((route) => !routes.includes(route)),
});

describe("the table", () => {
  test("has a row for every route of the API's description, and no other", () => {
    expect(differences(Object.keys(rows), [...operations.keys()])).toEqual({ withoutRow: [], withoutRoute: [] });
  });
  test("has, with the pages, a row for every route there is", () => {
    const routes = golden("routes.txt").map((line) => line.replace(/ \S+$/, "")).filter((route) => route !== socket);
    expect(differences([...Object.keys(rows), ...Object.keys(pages)], routes)).toEqual({ withoutRow: [], withoutRoute: [] });
  });
});

test.each(Object.entries(pages))("%s answers", async (route, { status = 200, ...ask }) => {
  expect((await send(route, ask)).status).toBe(status);
});

test("the socket opens for nobody", async () => {
  expect((await send(socket, {})).status).toBe(401);
  expect((await send(socket, {}, { token: signed("agente@linea.demo").token })).status).toBe(426);
});

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same request about things that do not exist. What is everybody's (the directory's rows) stays. */
async function twinOf(ask: AnyAsk, row: AnyRow): Promise<{ twin: AnyAsk; names: Map<string, string> }> {
  const known = new Set([await service(), await editable(), ...staff.map((one) => one.institution_id)]);
  const names = new Map<string, string>();
  const other = (id: string) => {
    if (known.has(id)) return id;
    if (!names.has(id)) names.set(id, randomUUID());
    return names.get(id) ?? id;
  };
  const { raw, ...rest } = ask;
  const twin = JSON.parse(JSON.stringify(rest).replace(uuid, other)) as AnyAsk;
  for (const name of row.secrets ?? []) {
    const real = String(twin.path?.[name]);
    names.set(real, "9.99.999");
    twin.path = { ...twin.path, [name]: "9.99.999" };
  }
  return { twin: raw === undefined ? twin : { ...twin, raw }, names };
}

/** An answer without what must differ: the number of the request, what the request itself named, what was made just now. */
function comparable(reply: Reply, names: Map<string, string>): { status: number; text: string } {
  let text = reply.text.replace(/"request_id":"[^"]*"/, "").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>").replace(/"link":"[^"]*"/, '"link":"<new>"');
  for (const [real, twin] of names) text = text.replaceAll(real, "<named>").replaceAll(twin, "<named>");
  return { status: reply.status, text: text.replace(uuid, "<new>") };
}

describe.each(table)("%s", (route, row) => {
  const operation = operationOf(route);
  const permission = operation["x-permission"];
  const right = signed(row.as ?? "agente@linea.demo");
  const changes = !route.startsWith("GET ") && !row.looks;
  const tokenOf = async (one: Signed) => (row.alone ? (await newSession(one.email)).token : one.token);
  const may = (one: Signed) => !permission || one.permissions.includes(permission);

  test("nobody", async () => {
    const reply = await send(route, await row.ask());
    if (isOpen(operation)) return expect(reply.status).toBe(successOf(operation));
    expect([reply.status, (reply.json as { code: string }).code]).toEqual([401, "not_signed_in"]);
    const forged = await send(route, await row.ask(), { token: "una-ficha-inventada" });
    expect([forged.status, (forged.json as { code: string }).code]).toEqual([401, "session_ended"]);
  });
  if (isOpen(operation)) return;

  const powerless = staff.find((one) => !may(one) && one.institution_id === right.institution_id) ?? staff.find((one) => !may(one));
  test("a role without the permission", async () => {
    if (!powerless) return expect(golden("roles.txt").find((line) => line.startsWith(`${permission}:`))?.split(" ").length ?? 13).toBe(13);
    const reply = await send(route, await row.ask(), { token: powerless.token });
    expect([reply.status, (reply.json as { code: string }).code]).toEqual([403, "forbidden"]);
  });

  const isForTheNetwork = golden("roles.txt").some((line) => line.startsWith(`${permission}:`) && line.endsWith(")"));
  const strangers = [staff.find((one) => one.institution_id === otra && may(one)), may(oln) ? oln : undefined];
  test("another institution", async () => {
    // Nobody outside the network has it, whatever roles their administrator gives out.
    if (isForTheNetwork) return expect(strangers[0]).toBeUndefined();
    expect(strangers[0], `nobody of ${otra} has ${permission}: house.ts`).toBeDefined();
    if (row.isPublic) return;
    const real = await row.ask();
    const { twin, names } = await twinOf(real, row);
    // Without anything of somebody else's in it, a write would only be the stranger's own.
    if (names.size === 0 && changes) return;
    for (const stranger of strangers) {
      if (!stranger || stranger.institution_id === right.institution_id) continue;
      const told = await send(route, real, { token: await tokenOf(stranger) });
      expect(leaks(told.text, real)).toEqual([]);
      const ofNothing = await send(route, twin, { token: await tokenOf(stranger) });
      if (names.size > 0) expect(comparable(told, names)).toEqual(comparable(ofNothing, names));
    }
    // Nothing that they tried came to pass: it is as the right person saw it.
    if (changes) expect((await send(route, real, { token: await tokenOf(right) })).status).toBe(successOf(operation));
  });

  if (row.personal) {
    test("a colleague", async () => {
      const colleague = staff.find((one) => one.institution_id === linea && one.email !== right.email && may(one));
      const real = await row.ask();
      const { twin, names } = await twinOf(real, row);
      const told = await send(route, real, { token: colleague?.token });
      expect(comparable(told, names)).toEqual(comparable(await send(route, twin, { token: colleague?.token }), names));
      expect(told.status).toBe(404);
    });
  }

  test("the right person", async () => {
    const reply = await send(route, await row.ask(), { token: await tokenOf(right) });
    expect(reply.status, reply.text).toBe(successOf(operation));
    const shape = operation.responses[String(reply.status)]?.content?.["application/json"]?.schema;
    if (shape) expect(misfits(reply.json, shape)).toEqual([]);
  });
});
