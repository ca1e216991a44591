import { expect, test } from "vitest";
import { placesFor, places, type Place } from "./places";

const all: ReadonlySet<Place> = new Set(places);

test("an agent's words, in the order of the work", () => {
  expect(placesFor(["agent"], all)).toEqual(["loose", "conversations", "directory", "shift"]);
});

test("a supervisor's are six", () => {
  expect(placesFor(["supervisor"], all)).toEqual(["loose", "conversations", "risk", "directory", "team", "figures"]);
});

test("two roles share one head: each word once, six at most", () => {
  const words = placesFor(["intake", "mesa_coordinator"], all);
  expect(words).toEqual(["loose", "referrals", "agenda", "mesas", "directory", "diagnosis"]);
  expect(placesFor(["supervisor", "contact_officer"], all)).toHaveLength(6);
});

test("a word without a page is not shown", () => {
  expect(placesFor(["agent"], new Set<Place>(["loose"]))).toEqual(["loose"]);
});

test("somebody without a role has no words", () => expect(placesFor([], all)).toEqual([]));
