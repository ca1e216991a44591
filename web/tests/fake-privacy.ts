// What the fake server knows of permissions and of erasing.
import type { components } from "../api/types.ts";
import { institutions, martina, views } from "./fake-data.ts";
import { json, problem, type Handler } from "./fake-server.ts";

type Schema = components["schemas"];
const id = (n: number) => `00000000-0000-7000-8000-0000000011${String(n).padStart(2, "0")}`;
const k_day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * k_day).toISOString();

/** One that stands and was opened, one taken back, one by law. */
export const disclosed = (): Schema["Disclosed"][] => {
  const common = { package_hash: "00".repeat(32), package_version: 1, article: "", basis: "consent" as const, classes: [0, 1, 2], beyond_agreement: [] as number[], fields: ["who", "what", "ask", "phone"], expires_at: at(90), can_withdraw: true, in_force: true, referral_status: "acknowledged" as const };
  const consent = { giver: "person" as const, method: "verbal" as const, child_assent: "yes" as const, given_at: at(-8), valid_until: "2027-05-12" };
  return [
    { ...common, id: id(1), referral_id: id(11), recipient_id: institutions.health.id, recipient_name: institutions.health.name, service_name: "Salud mental", disclosed_at: at(-8), directive_id: id(21), consent, opened: { times: 2, first_at: at(-7), last_at: at(-1) } },
    { ...common, id: id(2), referral_id: id(12), recipient_id: institutions.childhood.id, recipient_name: institutions.childhood.name, service_name: "Oficina Local", disclosed_at: at(-20), directive_id: id(22), consent, withdrawn_at: at(-12), revoked_at: at(-12), can_withdraw: false, in_force: false },
    { ...common, id: id(3), referral_id: id(13), recipient_name: "Centro Demo de Barrio", service_name: "Centro Demo de Barrio", disclosed_at: at(-30), basis: "legal_duty", article: "Ley 21.430, art. 14", justification: "La familia no contesta y hay peligro.", can_withdraw: false, classes: [0, 2] },
  ];
};

export const erasurePreview = (): Schema["ErasurePreview"] => ({
  person_id: martina.id, thread_code: martina.thread_code, contacts: 2, files: 3, packages: 1, open_referrals: 0, confirmation: "sello", confirm_before: new Date(Date.now() + 900_000).toISOString(),
});

const codeOfNobody = { code: "thread_code_of_nobody", message: "Ese código de hebra no es de nadie de su institución. Revíselo." };

export const privacyRoutes: Record<string, Handler> = {
  "GET people/*/views": (state, _parts, _body, url) => {
    const only = url.searchParams.get("only");
    return json({ thread_code: state.person.thread_code, items: views().filter((view) => (only === "refused" ? view.refused : only === "outside" ? view.outside : true)) });
  },
  "POST people/by-code": (state, _parts, body) =>
    body["thread_code"] === state.person.thread_code
      ? json({ person_id: state.person.id, thread_code: state.person.thread_code })
      : problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/thread_code", ...codeOfNobody }]),
  "GET people/*/disclosures": (state) => json({ items: state.disclosed }),
  "POST people/*/directives/*/withdrawal": (state, [, directive]) => {
    state.disclosed = state.disclosed.map((one) => (one.directive_id === directive ? { ...one, can_withdraw: false, in_force: false, withdrawn_at: at(0), revoked_at: at(0) } : one));
    return json({ items: state.disclosed });
  },
  "POST erasures/preview": (state) => json(state.preview),
  "POST erasures": (state, _parts, body) => json({ person_id: state.preview.person_id, thread_code: body["thread_code"], erased_at: at(0) }),
  "POST agreements": (state, _parts, body) => {
    state.proposed.push(body as unknown as Schema["NewAgreement"]);
    return json({ ...body, id: "00000000-0000-7000-8000-000000000909", version: 1 }, 201);
  },
  "POST institutions": (state, _parts, body) => {
    const founded = { ...(body as unknown as Schema["FoundInstitution"]), id: "00000000-0000-7000-8000-000000000199", version: 1 };
    state.founded.push(founded);
    return json(founded, 201);
  },
  "POST agreements/*/moves": (_state, [agreement], body) => json({ id: agreement, version: Number(body["version"]) + 1 }),
  "GET agreements/*/ending": () => json({ open_referrals: 2, hides_events: false, lost: [institutions.health.name] }),
};
