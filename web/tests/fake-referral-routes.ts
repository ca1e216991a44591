// The fake server's answers about referrals, topics and who can help.
import * as data from "./fake-referrals.ts";
import { takeHour } from "./fake-agenda.ts";
import { institutions } from "./fake-data.ts";
import { json, notFound, problem, type FakeState, type Handler } from "./fake-server.ts";
import type { components } from "../api/types.ts";

type Schema = components["schemas"];

const put = (state: FakeState, referral: Schema["Referral"]): void => {
  state.referrals = [...state.referrals.filter((one) => one.id !== referral.id), referral];
};

export const referralRoutes: Record<string, Handler> = {
  "GET referrals": (state, _parts, _body, url) => {
    const viewer = url.searchParams.get("box") === "sent" ? "origin" : "destination";
    const stage = url.searchParams.get("stage");
    return json({ items: state.referrals.filter((one) => one.viewer === viewer && data.stageOf[one.status] === stage) });
  },
  "GET referrals/coordination": () => json({ items: data.toCoordinate() }),
  "GET referrals/*": (state, [id]) => {
    const found = state.referrals.find((one) => one.id === id);
    return found ? json(found) : notFound();
  },
  "POST referrals": (state, _parts, body) => {
    put(state, data.drafted(body as Schema["NewReferral"]));
    return json(state.referrals.at(-1), 201);
  },
  "PATCH referrals/*": (state, [id], body) => {
    const found = state.referrals.find((one) => one.id === id);
    if (!found) return notFound();
    put(state, { ...found, ...(body as Schema["ReferralDraftChange"]), version: found.version + 1 });
    return json(state.referrals.at(-1));
  },
  "GET referrals/*/preview": (state, [id]) => {
    const found = state.referrals.find((one) => one.id === id);
    return found ? json(data.moved(found, { action: "send", version: found.version, questions: [] }, "").package) : notFound();
  },
  "GET referrals/*/warnings": (state) => json(state.warnings),
  "POST referrals/*/moves": (state, [id], body) => {
    const found = state.referrals.find((one) => one.id === id);
    if (!found) return notFound();
    if (body["version"] !== found.version) return problem(409, "changed_meanwhile", "Alguien lo cambió mientras usted escribía.");
    takeHour(state.agenda, (body as Schema["ReferralMoveRequest"]).slot_id, found.thread_code);
    const by = state.me?.institution.name ?? "";
    const followed = body["action"] === "send" && state.referrals.find(({ id: one, status }) => one === found.follows_id && status === "declined");
    if (followed) put(state, data.moved(followed, { action: "redirect", version: followed.version, questions: [] }, by));
    put(state, data.moved(found, body as Schema["ReferralMoveRequest"], by));
    return json(state.referrals.at(-1));
  },
  "POST referrals/*/tries": (state, [id], body) => {
    const found = state.referrals.find((one) => one.id === id);
    if (!found) return notFound();
    put(state, data.tried(found, body as Schema["NewReferralTry"]));
    return json(state.referrals.at(-1));
  },
  "GET institutions": (state) => json({ items: [...Object.values(institutions), ...state.founded] }),
};
