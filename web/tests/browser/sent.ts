// A referral that was sent, and the link by which somebody without an account reads it.
import type { Schema } from "@/api/client";
import { clientOf } from "./visitor.ts";
import { agent, service } from "./visits.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Sent by the API: writing it is another journey. */
export async function sent(): Promise<Schema["Referral"]> {
  const client = await clientOf(agent);
  const person = await client.post<Schema["Person"]>("/api/v1/people", { identity: "identified", given_names: "Lientur", first_surname: "Vuelta", birth_date: "2001-03-14" }, 201);
  const draft = await client.post<Schema["Referral"]>("/api/v1/referrals", {
    person_id: person.id, service_id: await service(), kind: "warm", urgency: "priority", topic: "mood_anxiety",
    content: {
      who: "Lientur, 25 años.", what: "Ánimo bajo hace dos meses.", ask: "Primera hora esta semana.", share: ["names"], health: [], unmet: [],
      basis: { kind: "consent", consent: { giver: "person", method: "verbal", child_assent: "not_applicable", valid_until: inDays(90), text_version: "consent.1" } },
    },
  }, 201);
  return client.post(`/api/v1/referrals/${draft.id}/moves`, { action: "send", version: draft.version, questions: [] });
}

interface Link {
  path: string;
  code: string;
  /** It serves no more from now on. */
  revoke: () => Promise<unknown>;
}

export async function linkTo({ id }: Schema["Referral"]): Promise<Link> {
  const client = await clientOf(agent);
  const link = await client.post<Schema["ReferralLink"]>(`/api/v1/referrals/${id}/links`, {}, 201);
  if (!link.path || !link.code) throw new Error("A new link tells its address and its code");
  return { path: link.path, code: link.code, revoke: () => client.ask("DELETE", `/api/v1/referrals/${id}/links/${link.id}`, undefined, {}, 204) };
}
