// What the routes are asked about: made through the API by whoever may. All of it is invented and easy to recognise.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Schema } from "@/api/client";
import { codeOf } from "../authenticator.ts";
import { clientOf, good, house, send, signed, type Client } from "./call.ts";

/** Words that only Línea Demo Joven's records hold: seen in another institution's answer, they have leaked. */
export const planted = ["Zunilda", "Quintreleo", "41234567", "900001234", "zunilda@example.org", "frase-sembrada", "archivo-sembrado"];

export const agent = () => clientOf("agente@linea.demo");
export const supervisor = () => clientOf("supervisora@linea.demo");
export const admin = () => clientOf("admin@red.demo");
export const intake = () => clientOf("recepcion@cesfam.demo");

/** The same thing for everybody who only looks at it. */
export function shared<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

export const knownPerson: Schema["NewPerson"] = {
  identity: "identified",
  given_names: "Zunilda Demo",
  first_surname: "Quintreleo",
  birth_date: "2009-03-14",
  phone: "+56900001234",
  email: "zunilda@example.org",
  comuna: "13104",
};
export const newPerson = (by: Client = agent()) => good(by.POST("/api/v1/people", { body: knownPerson }));
export const person = shared(newPerson.bind(null, undefined));

/** Somebody new, and the order to erase them as the officer was shown it. */
export async function erasureOrder(): Promise<{ body: Schema["ErasureOrder"] }> {
  const { thread_code } = await newPerson();
  const shown = await good(clientOf("datos@linea.demo").POST("/api/v1/erasures/preview", { body: { thread_code } }));
  return { body: { thread_code, confirmation: shown.confirmation, confirm_before: shown.confirm_before, reason: "person_asked" } };
}

export async function newContact(more: Partial<Schema["NewContact"]> = {}): Promise<Schema["Contact"]> {
  const { id } = await person();
  return good(agent().POST("/api/v1/contacts", { body: { channel: "phone", person_id: id, narrative: "Una frase-sembrada.", ...more } }));
}
export const contact = shared(newContact);

export async function newRelationship(): Promise<{ person: string; id: string; version: number }> {
  const { id } = await newPerson();
  const told = await good(agent().POST("/api/v1/people/{id}/relationships", { params: { path: { id } }, body: { kinship: "aunt_uncle", name: "Tía Zunilda" } }));
  return { person: id, id: told.id, version: told.version };
}

/** The smallest PNG there is. */
export const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
export async function newAttachment(): Promise<{ contact: string; id: string }> {
  const { id } = await contact();
  const reply = await send("POST /api/v1/contacts/{id}/attachments", { path: { id }, raw: picture, headers: { "File-Name": "archivo-sembrado.png" } }, { token: signed("agente@linea.demo").token });
  if (reply.status !== 201) throw new Error(reply.text);
  return { contact: id, id: (reply.json as Schema["Attachment"]).id };
}
export const attachment = shared(newAttachment);

export const newDraft = (record: string = randomUUID()) =>
  good(agent().PUT("/api/v1/drafts/{form}/{record}", { params: { path: { form: "contact_writeup", record } }, body: { content: { problem: "frase-sembrada" } as never, seen: 0 } }));
export const draft = shared(() => newDraft());

async function find(text: string): Promise<string> {
  const found = await good(agent().GET("/api/v1/directory/match", { params: { query: { age: 17, comuna: "13104", topic: "mood_anxiety", any_time: true, limit: 50 } } }));
  const fits = [...found.matches, ...found.near_misses].find(({ service }) => service.name.includes(text));
  if (!fits) throw new Error(`${text} is not in the directory`);
  return fits.service.id;
}
/** Rows of the directory, which is public: one to refer to, and one to edit and doubt. */
export const service = shared(() => find("CESFAM Demo Norte"));
export const editable = shared(() => find("Chat de la Línea Demo Joven"));

export const ficha: Schema["ReferralContent"] = {
  who: "Zunilda, 17 años.", what: "Ánimo bajo: frase-sembrada.", ask: "Primera hora.", share: ["names"], health: [], unmet: [],
  basis: { kind: "consent", consent: { giver: "person", method: "verbal", child_assent: "yes", valid_until: inDays(90), text_version: "consent.1" } },
};
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
export const newReferralBody = async (): Promise<Schema["NewReferral"]> => ({
  person_id: (await newPerson()).id, service_id: await service(), kind: "warm", urgency: "priority", topic: "mood_anxiety", content: ficha,
});
export const newReferral = async () => good(agent().POST("/api/v1/referrals", { body: await newReferralBody() }));
export const move = (by: Client, referral: { id: string; version: number }, action: Schema["ReferralAction"], more: Partial<Schema["ReferralMoveRequest"]> = {}) =>
  good(by.POST("/api/v1/referrals/{id}/moves", { params: { path: { id: referral.id } }, body: { action, version: referral.version, questions: [], ...more } }));
export const newSent = async () => move(agent(), await newReferral(), "send");
/** With something restricted, for the CESFAM's intake alone. */
export const sealed = shared(async () => {
  const body = await newReferralBody();
  body.content = { ...body.content, restricted: { text: "Solo para quien recibe.", recipient: "Recepción", recipient_email: "recepcion@cesfam.demo" } };
  return move(supervisor(), await good(supervisor().POST("/api/v1/referrals", { body })), "send");
});
export const referral = shared(newReferral);
export const sent = shared(newSent);

/** The consent that a referral was sent with. */
export async function newDirective(): Promise<{ id: string; directive: string }> {
  const { person_id: id } = await newSent();
  if (!id) throw new Error("the origin does not see whom it referred");
  const { items } = await good(agent().GET("/api/v1/people/{id}/disclosures", { params: { path: { id } } }));
  if (!items[0]?.directive_id) throw new Error("a referral sent with consent has no directive");
  return { id, directive: items[0].directive_id };
}

export async function newLink(): Promise<{ referral: string; id: string }> {
  const { id } = await newSent();
  return { referral: id, id: (await good(agent().POST("/api/v1/referrals/{id}/links", { params: { path: { id } }, body: {} }))).id };
}

/** What the receiving institution must do about a referral just sent. */
export async function newCommitment(): Promise<Schema["Commitment"]> {
  const { id } = await newSent();
  const query = (cursor?: string) => good(intake().GET("/api/v1/commitments", { params: { query: { state: "open", ...(cursor ? { cursor } : {}) } } }));
  for (let page = await query(); ; page = await query(page.next_cursor)) {
    const own = page.items.find(({ subject_id }) => subject_id === id);
    if (own) return own;
    if (!page.next_cursor) throw new Error("a sent referral has no commitment");
  }
}
export const commitment = shared(newCommitment);

/** An hour of the CESFAM's, in a place of its own (two of one service may not overlap in one), with no number of anybody's. */
export const newSlotBody = async (): Promise<Schema["NewAgendaSlots"]> => ({
  service_id: await service(), starts_at: `${inDays(20)}T14:00:00Z`, minutes: 45, channel: "visit", place: `Box ${randomUUID().replace(/\d/g, "z")}`,
});
export async function newSlot(): Promise<Schema["AgendaSlot"]> {
  const { items: [first] } = await good(intake().POST("/api/v1/agenda/slots", { body: await newSlotBody() }));
  if (!first) throw new Error("no hour was offered");
  return first;
}

export const institutionOf = (email: string): string => signed(email).institution_id;
let agreements = 0;
/** With an institution of one's own network, over days of its own: two agreements may not overlap. */
export function newAgreementBody(): Schema["NewAgreement"] {
  const file = [...(expect.getState().testPath ?? "")].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const first = 500 + 2000 * (file % 25) + 20 * agreements++;
  return { with: institutionOf("contacto@hospital.demo"), level: "cooperation", starts_on: inDays(first), ends_on: inDays(first + 19), own_signer: "Dirección" };
}
/** Proposed by one and signed by the other. */
export async function newAgreement(): Promise<Schema["Agreement"]> {
  const other = "region@red.demo";
  const { id, version } = await good(clientOf("supervisora@linea.demo").POST("/api/v1/agreements", { body: { ...newAgreementBody(), with: institutionOf(other) } }));
  return good(clientOf(other).POST("/api/v1/agreements/{id}/moves", { params: { path: { id } }, body: { action: "sign", version, signer: "Dirección" } }));
}
export const agreement = shared(newAgreement);

export async function newSession(email: string): Promise<{ token: string; id: string }> {
  const reply = await send("POST /api/v1/sessions", { body: { user: email, password: "hebra-demo" } });
  if (reply.status !== 201) throw new Error(reply.text);
  const { token } = reply.json as { token: string };
  const list = await send("GET /api/v1/sessions", {}, { token });
  const own = (list.json as { items: Schema["OpenSession"][] }).items.find(({ current }) => current);
  if (!own) throw new Error("a session does not see itself");
  return { token, id: own.id };
}

const phrase = "tres palabras largas de prueba";
/** From one to the same, so that it can be asked again and again. */
/** Tried once: each wrong password counts as a guess. It is wrong where another file of checks changed it before. */
const firstPassword = shared(() => clientOf("clave@linea.demo").POST("/api/v1/me/password", { body: { current: "hebra-demo", next: phrase } }));
export async function passwords(): Promise<{ body: Schema["ChangePassword"] }> {
  await firstPassword();
  return { body: { current: phrase, next: phrase } };
}

/** A second factor begins only where there is none. */
export async function noTotp(): Promise<{ body: { password: string } }> {
  const body = { password: "hebra-demo" };
  await good(clientOf("factor@linea.demo").POST("/api/v1/me/totp/disable", { body }));
  return { body };
}
export async function totpCode(): Promise<{ body: { code: string } }> {
  const { secret } = await good(clientOf("factor@linea.demo").POST("/api/v1/me/totp", await noTotp()));
  return { body: { code: codeOf(secret) } };
}

/** What of Línea Demo Joven's is said in an answer, and was not in the question. */
export const leaks = (answer: string, asked: unknown): string[] => planted.filter((word) => answer.includes(word) && !JSON.stringify(asked).includes(word));

export { good, house };

/** The staff of Red Demo, which has an administrator. No mail leaves here: the link is in the answer. */
export const invitationBody = (): Schema["NewInvitation"] => ({ email: `persona-${randomUUID()}@red.demo`, roles: ["agent"] });
export async function newInvitation(): Promise<{ id: string; email: string; token: string }> {
  const body = invitationBody();
  const { invitation_id, link } = await good(admin().POST("/api/v1/invitations", { body }));
  return { id: invitation_id, email: body.email, token: link?.split("/").at(-1) ?? "" };
}
export async function newMember(): Promise<string> {
  const { email, token } = await newInvitation();
  const body = { name: "Alguien Demo", password: "tres palabras largas de prueba" };
  await good(admin().POST("/api/v1/invitations/by-link/{token}", { params: { path: { token } }, body }));
  const { items } = await good(admin().GET("/api/v1/staff"));
  return items.find((member) => member.email === email)?.id ?? "";
}
