// The requests of the day's work: contacts written up, opened and found; referrals drafted and sent; questions to the directory.
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const topics = ["mood_anxiety", "suicide_risk", "rights_violation", "mental_health", "violence"];
const sentence = "Cuenta que hace dos meses duerme poco, que en el liceo le cuesta concentrarse y que en la casa nadie lo sabe todavía. ";

/// A telephone contact with somebody new, as long as contacts usually are.
export const writingUp = (people, token, count) =>
  Array.from({ length: count }, () => ({
    method: "POST", path: "/api/v1/contacts", token, key: randomUUID(),
    body: { channel: "phone", person: people.next(), topics: [people.chance.pick(topics)], summary: sentence, narrative: sentence.repeat(6) },
  }));

export const openingContacts = (ids, token) => ids.map((id) => ({ method: "GET", path: `/api/v1/contacts/${id}`, token }));

/// By topic, by the code of a thread, by agent since a day.
export function findingContacts(codes, agent, token, chance, count) {
  const since = new Date(Date.now() - 86_400_000).toISOString();
  const query = () => {
    const kind = chance.below(3);
    if (kind === 0) return { topic: chance.pick(topics) };
    return kind === 1 ? { thread_code: chance.pick(codes) } : { agent_id: agent, from: since };
  };
  return Array.from({ length: count }, () => ({ method: "POST", path: "/api/v1/contacts/search", token, key: randomUUID(), body: query() }));
}

/// One referral for each person, with consent to share who they are.
export function drafting(personIds, service, token) {
  const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const consent = { giver: "guardian", method: "verbal", child_assent: "yes", valid_until: until, text_version: "consent.1" };
  const content = {
    who: "Joven, Comuna Demo.", what: "Ánimo bajo hace dos meses.", ask: "Primera hora esta semana.", wish: "Dormir bien.",
    pertinence_reason: "Conversado con quien recibe.",  // some are younger than the service says
    share: ["names", "birth_date"], health: [], unmet: [], basis: { kind: "consent", consent },
  };
  return personIds.map((person_id) => ({
    method: "POST", path: "/api/v1/referrals", token, key: randomUUID(),
    body: { person_id, service_id: service, kind: "warm", urgency: "priority", topic: "mood_anxiety", content },
  }));
}

export const sending = (drafts, token) =>
  drafts.map(([id, version]) => ({
    method: "POST", path: `/api/v1/referrals/${id}/moves`, token, key: randomUUID(), body: { action: "send", version: Number(version), questions: [] },
  }));

/// What is asked of the directory: nearly always an age and a topic, often a comuna, seldom words.
export function asking(chance, count) {
  const comunas = ["13101", "13104", "05101", "08101", "12101", "15101"];
  return Array.from({ length: count }, () => {
    const query = new URLSearchParams({ age: String(8 + chance.below(40)), topic: chance.pick(topics) });
    if (chance.percent(60)) query.set("comuna", chance.pick(comunas));
    if (chance.percent(20)) query.set("q", chance.pick(["animo", "vilencia", "familia joven", "salud mental"]));
    return { method: "GET", path: `/api/v1/directory/match?${query}` };
  });
}

/// A file for `hebra import directory` with so many rows after `first`: those of `from`, over and over, each of another comuna.
export function manyServices(from, to, comunas, first, count) {
  const [head, ...rows] = readFileSync(from, "utf8").trim().split(/\r?\n(?=[A-Z]+\d+,)/);
  const at = head.split(",").indexOf("code");
  if (at !== 0) throw new Error("the first column is not the code");
  const lines = Array.from({ length: count }, (_, offset) => {
    const n = first + offset;
    const row = rows[n % rows.length].replace(/^[^,]*/, `X${String(n).padStart(6, "0")}`);
    return row.replace(/,(national|each_region|each_comuna|\d{5}),/, `,${comunas[n % comunas.length]},`);
  });
  writeFileSync(to, [head, ...lines, ""].join("\n"));
}
