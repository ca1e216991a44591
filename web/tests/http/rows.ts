// One row a route. To add one: README.md. Every row is tried by nobody, by somebody whose role lacks the permission, by an
// institution without agreements and one that is no party to it, and by the right person (access.check.ts); written to with all
// that is wrong (refusals.check.ts, fuzz.check.ts); and repeated (repeats.check.ts).
import { randomUUID } from "node:crypto";
import type { Schema } from "@/api/client";
import type { AnyAsk, Ask, RouteName } from "./call.ts";
import * as network from "./network-things.ts";
import { newForm, nextForm } from "./form-things.ts";
import * as make from "./things.ts";

export interface Row<R> {
  /** A request that the right person may make, on things of Línea Demo Joven. Called anew for each use. */
  ask: () => Promise<Ask<R>> | Ask<R>;
  /** The right person; agente@linea.demo unless told. */
  as?: string;
  /** A session of its own each time, for what ends one or changes an account. */
  alone?: true;
  /** What it is about belongs to one user: a colleague must not see it either. */
  personal?: true;
  /** Everybody may read it: another institution's answer need not be that of something that does not exist. */
  isPublic?: true;
  /** Parts of the path or body, other than ids, that name somebody's thing. */
  secrets?: readonly string[];
  /** POST only because names do not belong in addresses: nothing is written. */
  looks?: true;
  /** However often it comes, the outcome is one: it needs no key to be carried out once. */
  byNature?: true;
  /** A PATCH of one's own, that overwrites whatever was there. */
  lastWins?: true;
  /** It ends the session that asks. */
  endsItself?: true;
}

const at = <T extends { id: string }>(thing: () => Promise<T>) => async () => ({ path: { id: (await thing()).id } });
const seen = ({ version }: { version: number }) => ({ "If-Match": `"${version}"` });
const nothing = () => ({});
const onBehalf = { as: "supervisora@linea.demo" } as const;
const receiver = { as: "recepcion@cesfam.demo" } as const;
const privacyOfficer = { as: "datos@linea.demo" } as const;
const networkKeeper = { as: "admin@red.demo" } as const;

const newService = (): Schema["NewService"] => ({
  is_own: true, name: `Taller ${randomUUID()}`, kind: "counselling", topics: ["mental_health"], channels: [{ kind: "phone", contact: "600 360 7777" }], capacity: { places: 3 },
});
/** Information that was given: the person is to be asked how it went. */
const newGiven = async () => {
  const body = { ...(await make.newReferralBody()), kind: "information" as const };
  return make.move(make.agent(), await make.good(make.agent().POST("/api/v1/referrals", { body })), "give");
};
export const rows: { [R in RouteName]?: Row<R> } = {
  "GET /api/v1/agenda": { ask: nothing, ...receiver },
  "GET /api/v1/agenda.ics": { ask: nothing, ...receiver },
  "POST /api/v1/agenda/slots": { ask: async () => ({ body: await make.newSlotBody() }), ...receiver },
  "DELETE /api/v1/agenda/slots/{id}": { ask: async () => { const one = await make.newSlot(); return { path: { id: one.id }, headers: seen(one) }; }, ...receiver },
  "POST /api/v1/agreements": { ask: () => ({ body: make.newAgreementBody() }), ...onBehalf },
  "POST /api/v1/agreements/{id}/moves": { ask: async () => { const { id, version, starts_on } = await make.newAgreement(); return { path: { id }, body: { action: "end" as const, ends_on: starts_on, version } }; }, ...onBehalf },
  "GET /api/v1/agreements/{id}/ending": { ask: at(make.agreement), ...onBehalf },
  "GET /api/v1/commitments": { ask: () => ({ query: { state: "open" as const } }), ...receiver },
  "GET /api/v1/commitments/requested": { ask: nothing },
  "GET /api/v1/commitments/{id}": { ask: at(make.commitment), ...receiver },
  "POST /api/v1/commitments/{id}/moves": { ask: async () => { const { id, version } = await make.newCommitment(); return { path: { id }, body: { action: "take" as const, version } }; }, ...receiver },
  "GET /api/v1/comunas": { ask: nothing },
  "GET /api/v1/contacts": { ask: nothing },
  "POST /api/v1/contacts": { ask: async () => ({ body: { channel: "phone" as const, person_id: (await make.person()).id, summary: "frase-sembrada" } }) },
  "GET /api/v1/contacts/agents": { ask: nothing },
  "GET /api/v1/contacts/colleagues": { ask: nothing },
  "POST /api/v1/contacts/search": { ask: async () => ({ body: { person_id: (await make.person()).id } }), looks: true },
  "GET /api/v1/contacts/{id}": { ask: at(make.contact) },
  "PATCH /api/v1/contacts/{id}": { ask: async () => { const one = await make.newContact(); return { path: { id: one.id }, headers: seen(one), body: { summary: "frase-sembrada" } }; } },
  "GET /api/v1/contacts/{id}/attachments": { ask: async () => ({ path: { id: (await make.attachment()).contact } }) },
  "POST /api/v1/contacts/{id}/attachments": { ask: async () => ({ path: { id: (await make.newContact()).id }, raw: make.picture, headers: { "File-Name": "archivo-sembrado.png" } }) },
  "GET /api/v1/contacts/{id}/attachments/{attachment}": { ask: async () => { const one = await make.attachment(); return { path: { id: one.contact, attachment: one.id } }; } },
  "DELETE /api/v1/contacts/{id}/attachments/{attachment}": { ask: async () => { const one = await make.newAttachment(); return { path: { id: one.contact, attachment: one.id } }; } },
  "POST /api/v1/contacts/{id}/moves": { ask: async () => { const { id, version } = await make.newContact(); return { path: { id }, body: { action: "close" as const, version, disposition: "silent" as const } }; } },
  "GET /api/v1/contacts/{id}/versions": { ask: at(make.contact) },
  "GET /api/v1/languages": { ask: nothing },
  "GET /api/v1/directory/emergency-numbers": { ask: nothing, isPublic: true },
  "POST /api/v1/directory/emergency-numbers/confirmations": { ask: async () => { const { number, version } = await network.emergencyNumber(); return { body: { number, version, how: "asked" as const } }; }, ...networkKeeper, isPublic: true },
  "POST /api/v1/directory/emergency-numbers/withdrawals": { ask: async () => { const { number, version } = await network.emergencyNumber(); return { body: { number, version, reason: "unused" as const } }; }, ...networkKeeper, isPublic: true },
  "GET /api/v1/directory/match": { ask: () => ({ query: { age: 17, comuna: "13104" } }), isPublic: true },
  "GET /api/v1/directory/services/{id}": { ask: async () => ({ path: { id: await make.editable() } }), isPublic: true },
  "PUT /api/v1/directory/services/{id}": { ask: async () => { const { version, counted: _, checked_by: __, rung_by: ___, ...body } = await network.editableService(); return { path: { id: body.id }, headers: seen({ version }), body }; }, ...onBehalf, isPublic: true },
  "POST /api/v1/directory/services": { ask: () => ({ body: newService() }), ...onBehalf, isPublic: true },
  "POST /api/v1/directory/services/{id}/checks": { ask: async () => { const { id, version } = await network.editableService(); return { path: { id }, body: { channels: [0], version } }; }, ...onBehalf, isPublic: true },
  "POST /api/v1/directory/services/{id}/confirmations": { ask: async () => { const { id, version } = await network.editableService(); return { path: { id }, body: { channel: 0, version } }; }, ...onBehalf, isPublic: true },
  "POST /api/v1/directory/services/{id}/doubts": { ask: async () => ({ path: { id: await make.editable() }, body: { channel: 0 } }), isPublic: true },
  "POST /api/v1/directory/services/{id}/taps": { ask: async () => ({ path: { id: await make.service() } }), isPublic: true, byNature: true },
  "GET /api/v1/directory/uses": { ask: nothing, isPublic: true },
  "GET /api/v1/directory/uses.csv": { ask: nothing, isPublic: true },
  "GET /api/v1/drafts": { ask: nothing },
  "GET /api/v1/drafts/{form}/{record}": { ask: async () => { const { form, record } = await make.draft(); return { path: { form, record } }; }, personal: true },
  "PUT /api/v1/drafts/{form}/{record}": { ask: () => ({ path: { form: "contact_writeup", record: randomUUID() }, body: { content: { problem: "frase-sembrada" } as never, seen: 0 } }) },
  "DELETE /api/v1/drafts/{form}/{record}": { ask: async () => { const { form, record } = await make.newDraft(); return { path: { form, record } }; }, byNature: true },
  "GET /api/v1/emergency-numbers": { ask: nothing },
  "GET /api/v1/forms": { ask: nothing },
  "POST /api/v1/forms/import": { ask: async () => ({ body: { definition: (await nextForm()) as never, samples: [{ answers: { problem: "frase-sembrada" } as never }] } }), ...networkKeeper },
  "POST /api/v1/erasures": { ask: make.erasureOrder, ...privacyOfficer },
  "POST /api/v1/erasures/preview": { ask: async () => ({ body: { thread_code: (await make.person()).thread_code } }), ...privacyOfficer, looks: true },
  "GET /api/v1/forms/{form}": { ask: () => ({ path: { form: "contact_writeup" } }), isPublic: true },
  "GET /api/v1/forms/{form}/versions": { ask: () => ({ path: { form: "contact_writeup" } }), ...networkKeeper, isPublic: true },
  "POST /api/v1/forms/{form}/versions/{version}/comparisons": { ask: async () => { const { form, version } = await newForm(); return { path: { form, version }, body: { samples: [{ answers: { problem: "frase-sembrada" } as never }] } }; }, ...networkKeeper, secrets: ["version"], looks: true },
  "GET /api/v1/forms/{form}/versions/{version}": { ask: async () => { const { form, version } = await newForm(); return { path: { form, version } }; }, ...networkKeeper, secrets: ["version"] },
  "POST /api/v1/forms/{form}/versions/{version}/moves": { ask: async () => { const { form, version } = await newForm(); return { path: { form, version }, body: { action: "publish" as const } }; }, ...networkKeeper, secrets: ["version"] },
  "GET /api/v1/institutions": { ask: nothing },
  "POST /api/v1/institutions": { ask: () => ({ body: { name: `Casa Demo ${randomUUID().slice(0, 8)}`, legal_nature: "public_body" as const, sector: "health" as const } }), ...networkKeeper },
  "GET /api/v1/institutions/{id}": { ask: () => ({ path: { id: make.institutionOf("agente@linea.demo") } }) },
  "PATCH /api/v1/institutions/{id}": { ask: network.correctedInstitution, ...networkKeeper },
  "GET /api/v1/institutions/{id}/contacts": { ask: () => ({ path: { id: make.institutionOf("agente@linea.demo") } }) },
  "PUT /api/v1/institutions/{id}/contacts": { ask: network.namedContacts, ...onBehalf },
  "GET /api/v1/me": { ask: nothing },
  "PATCH /api/v1/me": { ask: () => ({ headers: { "If-Match": '"1"' }, body: { language: "es" as const } }), as: "sesion@linea.demo", byNature: true, lastWins: true },
  "POST /api/v1/me/password": { ask: make.passwords, as: "clave@linea.demo" },
  "POST /api/v1/me/totp": { ask: make.noTotp, as: "factor@linea.demo" },
  "POST /api/v1/me/totp/confirm": { ask: make.totpCode, as: "factor@linea.demo" },
  "POST /api/v1/me/totp/disable": { ask: () => ({ body: { password: "hebra-demo" } }), as: "factor@linea.demo", byNature: true },
  "GET /api/v1/network": { ask: nothing },
  "GET /api/v1/invitations/by-link/{token}": { ask: async () => ({ path: { token: (await make.newInvitation()).token } }) },
  "POST /api/v1/invitations/by-link/{token}": { ask: async () => ({ path: { token: (await make.newInvitation()).token }, body: { name: "Alguien Demo", password: "tres palabras largas de prueba" } }) },
  "POST /api/v1/invitations": { ask: () => ({ body: make.invitationBody() }), ...networkKeeper },
  "POST /api/v1/invitations/{id}/links": { ask: async () => ({ path: { id: (await make.newInvitation()).id }, body: { version: 1 } }), ...networkKeeper },
  "DELETE /api/v1/invitations/{id}": { ask: async () => ({ path: { id: (await make.newInvitation()).id }, headers: seen({ version: 1 }) }), ...networkKeeper },
  "GET /api/v1/me/notices": { ask: nothing },
  "PUT /api/v1/me/notices": { ask: () => ({ body: { by_email: true } }), byNature: true },
  "GET /api/v1/notices": { ask: nothing },
  "POST /api/v1/notices/acknowledgements": { ask: () => ({ body: { ids: [] } }), byNature: true },
  "POST /api/v1/password-resets": { ask: () => ({ body: { user: "nadie@linea.demo" } }) },
  "GET /api/v1/sign-in-help": { ask: nothing },
  "GET /api/v1/staff": { ask: nothing, ...networkKeeper },
  "PUT /api/v1/staff/{id}/roles": { ask: async () => ({ path: { id: await make.newMember() }, body: { roles: ["agent" as const, "intake" as const] } }), ...networkKeeper },
  "POST /api/v1/staff/{id}/moves": { ask: async () => ({ path: { id: await make.newMember() }, body: { action: "end" as const } }), ...networkKeeper },
  "POST /api/v1/password-resets/{token}": { ask: () => ({ path: { token: make.house.invitation }, body: { password: "tres palabras largas de prueba" } }) },
  "POST /api/v1/people": { ask: () => ({ body: make.knownPerson }) },
  "POST /api/v1/people/search": { ask: () => ({ body: { text: "Zunilda Quintreleo" } }), looks: true },
  "POST /api/v1/people/by-code": { ask: async () => ({ body: { thread_code: (await make.person()).thread_code } }), looks: true },
  "GET /api/v1/people/{id}": { ask: at(make.person) },
  "PATCH /api/v1/people/{id}": { ask: async () => { const one = await make.newPerson(); return { path: { id: one.id }, headers: seen(one), body: { alias: "Zunilda" } }; } },
  "GET /api/v1/people/{id}/relationships": { ask: at(make.person) },
  "POST /api/v1/people/{id}/relationships": { ask: async () => ({ path: { id: (await make.person()).id }, body: { kinship: "aunt_uncle" as const, name: "Tía Zunilda" } }) },
  "POST /api/v1/people/{id}/relationships/{relationship}/moves": { ask: async () => { const { person: id, id: relationship, version } = await make.newRelationship(); return { path: { id, relationship }, body: { action: "end" as const, version } }; } },
  "GET /api/v1/people/{id}/disclosures": { ask: at(make.person) },
  "POST /api/v1/people/{id}/directives/{directive}/withdrawal": { ask: async () => ({ path: await make.newDirective(), body: { giver: "person" as const, method: "verbal" as const } }) },
  "GET /api/v1/people/{id}/thread": { ask: at(make.person) },
  "GET /api/v1/people/{id}/thread/promises": { ask: at(make.person) },
  "GET /api/v1/people/{id}/thread/words": { ask: at(make.person) },
  "GET /api/v1/people/{id}/views": { ask: at(make.person) },
  "GET /api/v1/referrals": { ask: () => ({ query: { box: "sent" as const } }) },
  "POST /api/v1/referrals": { ask: async () => ({ body: await make.newReferralBody() }) },
  "GET /api/v1/referrals/coordination": { ask: nothing, as: "territorial@red.demo" },
  "GET /api/v1/referrals/{id}": { ask: at(make.sent) },
  "PATCH /api/v1/referrals/{id}": { ask: async () => { const one = await make.newReferral(); return { path: { id: one.id }, headers: seen(one), body: { urgency: "urgent" as const } }; } },
  "POST /api/v1/referrals/{id}/moves": { ask: async () => { const { id, version } = await make.newSent(); return { path: { id }, body: { action: "acknowledge" as const, version, questions: [] } }; }, ...receiver },
  "POST /api/v1/referrals/{id}/tries": { ask: async () => ({ path: { id: (await newGiven()).id }, body: { channel: "phone" as const, at: new Date().toISOString(), result: "no_answer" as const } }) },
  "GET /api/v1/referrals/{id}/restricted": { ask: at(make.sealed), ...receiver },
  "GET /api/v1/referrals/{id}/ficha.pdf": { ask: at(make.sent) },
  "GET /api/v1/referrals/{id}/links": { ask: at(make.sent) },
  "POST /api/v1/referrals/{id}/links": { ask: async () => ({ path: { id: (await make.newSent()).id }, body: {} }) },
  "DELETE /api/v1/referrals/{id}/links/{link}": { ask: async () => { const { referral, id } = await make.newLink(); return { path: { id: referral, link: id } }; } },
  "GET /api/v1/referrals/{id}/preview": { ask: at(make.referral) },
  "GET /api/v1/referrals/{id}/warnings": { ask: at(make.referral) },
  "GET /api/v1/sessions": { ask: nothing },
  "POST /api/v1/sessions": { ask: () => ({ body: { user: "sesion@linea.demo", password: "hebra-demo" } }) },
  "DELETE /api/v1/sessions/current": { ask: nothing, as: "sesion@linea.demo", alone: true, endsItself: true },
  "POST /api/v1/sessions/current/institution": { ask: () => ({ body: { institution_id: make.institutionOf("agente@linea.demo") } }), byNature: true },
  "DELETE /api/v1/sessions/{id}": { ask: async () => ({ path: { id: (await make.newSession("sesion@linea.demo")).id } }), as: "sesion@linea.demo", alone: true, personal: true },
  "GET /api/v1/threads/{code}": { ask: async () => ({ path: { code: (await make.person()).thread_code } }), secrets: ["code"] },
  "GET /api/v1/topics": { ask: nothing },
};

/** Routes outside the API's description: pages and what machines ask. What each answers to anybody on this machine: 200, or `status`. */
export const pages: Record<string, AnyAsk & { status?: number }> = {
  "GET /": {},
  "GET /api/openapi.json": {},
  "GET /directorio": {},
  "GET /directorio.csv": {},
  "GET /directorio/{code}": { path: { code: "L02" } },
  "POST /directorio/{code}/avisos": { path: { code: "L02" }, status: 303 },
  "POST /directorio/{code}/toques": { path: { code: "L02" }, status: 204 },
  "GET /healthz": {},
  "GET /metrics": {},
  "GET /readyz": {},
  "GET /r": { status: 404 }, "GET /r/": { status: 404 },
  "GET /r/{token}": { path: { token: "none" }, status: 404 },
  "GET /r/{token}/ficha.pdf": { path: { token: "none" }, status: 404 },
  "POST /r/{token}/answer": { path: { token: "none" }, status: 404 },
  "POST /r/{token}/code": { path: { token: "none" }, status: 404 },
  "POST /r/{token}/return": { path: { token: "none" }, status: 404 },
  "GET /receiver-link.css": {},
  "GET /{path*}": { path: { path: "personas" } },
};
