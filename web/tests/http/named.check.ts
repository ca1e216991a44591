// What names a stranger's own service is nothing of the stranger's: information that is given of it, and a decline that points to
// it. Of each they are told what they would be told of nothing.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { clientOf, send, signed, type AnyAsk } from "./call.ts";
import { agent, good, intake, leaks, move, newReferralBody, newSent, shared, supervisor } from "./things.ts";

const stranger = signed("supervisor@otra.demo");
const anybody = [stranger, signed("agente@otra.demo")];

/** A row of the stranger's own, which everybody may be sent to. */
const service = shared(async () => {
  const body = { is_own: true, name: `Taller ${randomUUID()}`, kind: "counselling" as const, topics: ["mental_health"], channels: [{ kind: "phone" as const, contact: "600 360 7777" }] };
  return (await good(clientOf(stranger.email).POST("/api/v1/directory/services", { body: body as never }))).id;
});

const given = async (): Promise<Schema["Referral"]> => {
  const body = { ...(await newReferralBody()), service_id: await service(), kind: "information" as const };
  return move(agent(), await good(agent().POST("/api/v1/referrals", { body })), "give");
};
const declined = async (): Promise<Schema["Referral"]> => {
  const acknowledged = await move(intake(), await newSent(), "acknowledge");
  return move(intake(), acknowledged, "decline", { code: "other_level", service_id: await service() } as never);
};

/** The lists in which something of theirs would show. */
const lists: [string, AnyAsk][] = [
  ["GET /api/v1/referrals", { query: { box: "inbox" } }],
  ["GET /api/v1/referrals", { query: { box: "sent" } }],
  ["GET /api/v1/commitments", { query: { state: "open" } }],
  ["GET /api/v1/commitments/requested", {}],
  ["GET /api/v1/notices", {}],
];

describe.each([
  ["information of a stranger's service", given],
  ["a decline that points to a stranger's service", declined],
])("%s", (_, make) => {
  let referral: Schema["Referral"];
  beforeAll(async () => {
    referral = await make();
  });

  test.each(lists)("is not in %s %j", async (route, ask) => {
    for (const one of anybody) {
      const reply = await send(route, ask, { token: one.token });
      expect(reply.status).toBe(200);
      expect([referral.id, referral.thread_code].filter((name) => reply.text.includes(name))).toEqual([]);
      expect(leaks(reply.text, ask)).toEqual([]);
    }
  });

  const ofIt: [string, (id: string, code: string) => AnyAsk][] = [
    ["GET /api/v1/referrals/{id}", (id) => ({ path: { id } })],
    ["GET /api/v1/referrals/{id}/ficha.pdf", (id) => ({ path: { id } })],
    ["GET /api/v1/referrals/{id}/links", (id) => ({ path: { id } })],
    ["GET /api/v1/threads/{code}", (_id, code) => ({ path: { code } })],
    ["POST /api/v1/people/by-code", (_id, code) => ({ body: { code } })],
    ["POST /api/v1/referrals/{id}/moves", (id) => ({ path: { id }, body: { action: "mark_error", version: referral.version, text: "No.", questions: [] } })],
    ["POST /api/v1/referrals/{id}/moves", (id) => ({ path: { id }, body: { action: "acknowledge", version: referral.version, questions: [] } })],
  ];
  test.each(ofIt)("is as nothing to %s (%#)", async (route, askOf) => {
    const nothing = { id: randomUUID(), code: "HB-9999999" };
    for (const one of anybody) {
      const told = await send(route, askOf(referral.id, referral.thread_code), { token: one.token });
      const ofNothing = await send(route, askOf(nothing.id, nothing.code), { token: one.token });
      const plain = (text: string) => text.replace(/"request_id":"[^"]*"/, "").replaceAll(referral.id, "<id>").replaceAll(nothing.id, "<id>").replaceAll(referral.thread_code, "<code>").replaceAll(nothing.code, "<code>");
      expect([told.status, plain(told.text)]).toEqual([ofNothing.status, plain(ofNothing.text)]);
      expect(told.status).toBeGreaterThanOrEqual(400);
    }
  });

  test("and stands as it stood", async () => {
    const now = await good(supervisor().GET("/api/v1/referrals/{id}", { params: { path: { id: referral.id } } }));
    expect([now.status, now.version]).toEqual([referral.status, referral.version]);
  });
});
