// The words of the head, by role (interface.md §2): six at most, in the order of the work.
import type { Schema } from "@/api/client";

export type Role = Schema["Role"];

export const places = [
  "loose", "conversations", "risk", "referrals", "agenda", "mesas", "campaigns", "exits", "verifier",
  "directory", "diagnosis", "shift", "team", "care", "figures", "network", "rights", "visit", "family", "networks", "to_send", "setup",
] as const;
export type Place = (typeof places)[number];

export const k_places_shown = 6;
/** Five fit a thumb and 320 px; the rest are in the search and in the menu. */
export const k_bottom_words = 5;

/** Everybody has commitments, and whoever may answer for a referral (`referral_move`) has a way to it. */
const byRole: Record<Role, readonly Place[]> = {
  agent: ["loose", "conversations", "referrals", "directory", "shift"],
  supervisor: ["loose", "conversations", "risk", "referrals", "directory", "team", "figures", "network"],
  intake: ["loose", "referrals", "agenda", "directory"],
  mesa_coordinator: ["loose", "mesas", "referrals", "directory", "diagnosis", "network"],
  territorial: ["loose", "mesas", "referrals", "directory", "diagnosis", "network"],
  contact_officer: ["loose", "referrals", "campaigns", "exits", "verifier", "figures"],
  exit_validator: ["loose", "referrals", "exits", "verifier"],
  family_counsellor: ["loose", "referrals", "visit", "family", "networks", "to_send"],
  care_lead: ["loose", "care"],
  regional: ["loose", "network", "referrals", "directory", "figures"],
  privacy_officer: ["loose", "rights"],
  admin: ["loose", "network", "directory", "team", "setup"],
};

/** Somebody with several roles sees the words of all of them, in the order of `places`. Only what has a page is shown. */
export function placesFor(roles: readonly Role[], withPage: ReadonlySet<Place>): Place[] {
  const wanted = new Set(roles.flatMap((role) => byRole[role] ?? []));
  const inOrder = roles.length === 1 ? [...wanted] : places.filter((place) => wanted.has(place));
  return inOrder.filter((place) => withPage.has(place)).slice(0, k_places_shown);
}
