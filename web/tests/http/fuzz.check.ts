// Chance, with a seed, over every route: bodies near their shape, strange paths, queries and headers. Whatever comes, the server
// answers on purpose: no 5xx, and every refusal is a problem in words.
import { afterAll, describe, expect, test } from "vitest";
import { house, send, signed, type AnyAsk, type Reply } from "./call.ts";
import { bodyShape, isOpen, operationOf } from "./contract.ts";
import { table } from "./table.ts";
import { newSession } from "./things.ts";
import { anything, anyText, chance } from "./wrong.ts";

const rounds = Number(process.env["HEBRA_TEST_FUZZ"] ?? 12);
const seedOf = (route: string) => [...route].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 20261122);
/** Header values that node is willing to send. */
const sendable = (text: string) => Buffer.from(text.replace(/[\u0000-\u001f\u007f]/g, "").slice(0, 300)).toString("latin1");

function answered(reply: Reply): string | undefined {
  if (reply.status >= 500) return `${reply.status}: ${reply.text}`;
  if (reply.status >= 400 && reply.headers["content-type"] !== "application/problem+json") return `${reply.status} as ${reply.headers["content-type"]}`;
  return undefined;
}

describe.each(table)("%s", (route, row) => {
  test(`${rounds} strange requests`, async () => {
    const operation = operationOf(route);
    const roll = chance(seedOf(route));
    const email = row.as ?? "agente@linea.demo";
    const shape = bodyShape(operation);
    const bad: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const good = await row.ask();
      const ask: AnyAsk = {
        ...good,
        ...(shape ? { body: anything(shape, roll) } : {}),
        path: Object.fromEntries(Object.entries(good.path ?? {}).map(([name, value]) => [name, roll(3) === 0 ? anyText(roll).slice(0, 3000) || "x" : value])),
        query: Object.fromEntries(operation.parameters.filter((one) => one.in === "query" && roll(2) === 0).map(({ name }) => [roll(9) === 0 ? anyText(roll) : name, anyText(roll).slice(0, 3000)])),
        headers: { ...good.headers, ...(roll(4) === 0 ? { "If-Match": sendable(anyText(roll)) } : {}), ...(roll(6) === 0 ? { "Accept-Language": sendable(anyText(roll)) } : {}) },
      };
      const token = isOpen(operation) ? undefined : row.alone ? (await newSession(email)).token : signed(email).token;
      const wrong = answered(await send(route, ask, { token, address: "127.0.0.2" }));
      if (wrong) bad.push(`round ${round}: ${wrong}\n${JSON.stringify(ask).slice(0, 2000)}`);
    }
    expect(bad).toEqual([]);
  });
});

afterAll(async () => expect((await fetch(`${house.address}/readyz`)).status).toBe(200));
