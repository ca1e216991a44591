// A write that arrives twice under one Idempotency-Key is carried out once and answered the same; the key serves no other write.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { send, signed } from "./call.ts";
import { isOpen, operationOf, successOf } from "./contract.ts";
import { table } from "./table.ts";
import { newSession } from "./things.ts";

/** Asked twice, these answer twice, and that is right. */
const everyTimeAnew = ["POST /api/v1/me/totp"];

const writes = table.filter(([route, row]) => !route.startsWith("GET ") && !row.looks && !isOpen(operationOf(route)) && !everyTimeAnew.includes(route));

/** Secrets are told once: nothing keeps an invitation's link, nor a receiver's path and code. The code with which a person returns is told again. */
const withoutCode = (text: string) => text.replace(/"(link)":"[^"]*",|,"path":"\/r\/[^"]*","code":"[^"]*"/g, "");

describe.each(writes)("%s", (route, row) => {
  test("twice under one key", async () => {
    const email = row.as ?? "agente@linea.demo";
    const token = row.alone ? (await newSession(email)).token : signed(email).token;
    const key = randomUUID();
    const ask = await row.ask();
    const first = await send(route, ask, { token, key });
    expect(first.status, first.text).toBe(successOf(operationOf(route)));
    const second = await send(route, ask, { token, key });
    if (row.endsItself) return expect(second.status).toBe(401);
    expect([second.status, withoutCode(second.text)]).toEqual([first.status, withoutCode(first.text)]);
  });

  if (row.alone) return;
  test.skipIf(row.byNature)("one key for two writes", async () => {
    const { token } = signed(row.as ?? "agente@linea.demo");
    const key = randomUUID();
    const ask = await row.ask();
    expect((await send(route, ask, { token, key })).status).toBe(successOf(operationOf(route)));
    const other = ask.body === undefined ? await row.ask() : { ...ask, raw: Buffer.from(`${JSON.stringify(ask.body)} `), headers: { ...ask.headers, "Content-Type": "application/json" } };
    const reply = await send(route, other, { token, key });
    expect([reply.status, (reply.json as { code?: string })?.code]).toEqual([422, "key_reused"]);
  });

  test("no key at all", async () => {
    const { token } = signed(row.as ?? "agente@linea.demo");
    expect((await send(route, await row.ask(), { token, key: null })).status).toBe(successOf(operationOf(route)));
  });

  test.each(["", "a b", "á", "x".repeat(201)])("a key like «%s»", async (key) => {
    const { token } = signed(row.as ?? "agente@linea.demo");
    const reply = await send(route, await row.ask(), { token, key: Buffer.from(key).toString("latin1") });
    expect([reply.status, (reply.json as { code?: string })?.code]).toEqual([400, "bad_idempotency_key"]);
  });
});
