import { expect, test } from "vitest";
import { pathOf, pages, placesWithPage } from "./pages";
import { placesFor, places, type Place, type Role } from "./places";

const all: ReadonlySet<Place> = new Set(places);

test("an agent's words, in the order of the work", () => {
  expect(placesFor(["agent"], all)).toEqual(["loose", "conversations", "referrals", "directory", "shift"]);
});

test("a supervisor's are six", () => {
  expect(placesFor(["supervisor"], all)).toEqual(["loose", "conversations", "risk", "referrals", "directory", "team"]);
});

test("two roles share one head: each word once, six at most", () => {
  const words = placesFor(["intake", "mesa_coordinator"], all);
  expect(words).toEqual(["loose", "referrals", "agenda", "mesas", "directory", "diagnosis"]);
  expect(placesFor(["supervisor", "contact_officer"], all)).toHaveLength(6);
});

test("everybody has the loose threads, and whoever answers for referrals has a way to them", () => {
  const roles: Role[] = ["agent", "supervisor", "intake", "mesa_coordinator", "territorial", "contact_officer", "exit_validator", "family_counsellor", "regional"];
  for (const role of roles) expect(placesFor([role], placesWithPage), role).toContain("referrals");
  for (const role of [...roles, "care_lead", "privacy_officer", "admin"] as Role[]) expect(placesFor([role], placesWithPage)[0], role).toBe("loose");
});

test("a word without a page is not shown", () => {
  expect(placesFor(["agent"], new Set<Place>(["loose"]))).toEqual(["loose"]);
});

test("somebody without a role has no words", () => expect(placesFor([], all)).toEqual([]));

/** The page that opens at an address, as the shell finds it: the first that fits. */
const pageAt = (address: string) =>
  pages.find(({ path }) => new RegExp(`^${path.replace(/\/:\w+\?/g, "(/[^/]+)?").replace(/:\w+(?!\w)(?!\?)/g, "[^/]+")}$`).test(address));

test("the word of each place leads to the page that says it is its home, and to no other", () => {
  for (const place of placesWithPage) {
    expect(pages.filter((page) => page.place === place && page.home).map(({ path }) => path), place).toHaveLength(1);
    expect(pageAt(pathOf(place)), place).toMatchObject({ place, home: true });
  }
  expect(pathOf("directory")).toBe("/catastro");
});

test("every page that lights a word belongs to a place with a home", () => {
  expect(pages.flatMap(({ place }) => (place && !placesWithPage.has(place) ? [place] : []))).toEqual([]);
});

// Who may sign an agreement: k_agreement_sign in src/features/network/api.hpp.
test.each(["supervisor", "mesa_coordinator", "territorial", "regional", "admin"] as const)("%s, who may sign agreements, finds the network in the head", (role) => {
  expect(placesFor([role], placesWithPage)).toContain("network");
});
