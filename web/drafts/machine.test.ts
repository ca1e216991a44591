import { describe, expect, test } from "vitest";
import { begin, maySave, retryAfter, step, unsaved, type DraftEvent, type DraftState } from "./machine";

type Event = DraftEvent<string>;
const kept = { content: "antes", version: 3, savedAt: "2026-11-19T21:08:00Z" };
const after = (...events: Event[]): DraftState<string> => events.reduce<DraftState<string>>(step, begin<string>());
const opened: Event = { kind: "opened", found: null };
const edited: Event = { kind: "edited" };
const begun: Event = { kind: "save_begun" };
const done: Event = { kind: "save_done", version: 1, at: "2026-11-19T21:09:00Z" };

test("the quiet life: written, paused, saved", () => {
  expect(after(opened).phase).toBe("quiet");
  expect(maySave(after(opened))).toBe(false);
  expect(maySave(after(opened, edited))).toBe(true);
  expect(after(opened, edited, begun).phase).toBe("saving");
  expect(after(opened, edited, begun, done)).toMatchObject({ phase: "saved", seen: 1, savedAt: done.at });
});

test("nothing is saved before it is known whether there was an earlier draft", () => {
  expect(maySave(after(edited))).toBe(false);
  expect(maySave(after(edited, opened))).toBe(true);
});

test("what is written while saving is saved afterwards", () => {
  const state = after(opened, edited, begun, edited, done);
  expect(state.phase).toBe("changed");
  expect(maySave(state)).toBe(true);
});

test("a failure keeps trying, slower and slower, and a success forgets the failures", () => {
  const failed = after(opened, edited, begun, { kind: "save_failed" }, begun, { kind: "save_failed" });
  expect(failed).toMatchObject({ phase: "failed", failures: 2 });
  expect(maySave(failed)).toBe(true);
  expect([1, 2, 3, 4, 5, 50].map(retryAfter)).toEqual([2_000, 5_000, 15_000, 30_000, 60_000, 60_000]);
  expect(step(step(failed, begun), done).failures).toBe(0);
});

test("a refusal is not tried again until something changes", () => {
  const refused = after(opened, edited, begun, { kind: "save_refused" });
  expect(maySave(refused)).toBe(false);
  expect(maySave(step(refused, edited))).toBe(true);
});

describe("an earlier draft", () => {
  const offered = after({ kind: "opened", found: kept });
  test("is offered, and nothing is saved over it until it is answered", () => {
    expect(offered.offer).toEqual(kept);
    expect(maySave(step(offered, edited))).toBe(false);
  });
  test("taken, it is what is saved", () => {
    expect(step(offered, { kind: "offer_taken" })).toMatchObject({ phase: "saved", seen: 3, offer: null, savedAt: kept.savedAt });
  });
  test("dropped, what was written meanwhile may be saved", () => {
    const dropped = step(step(offered, edited), { kind: "offer_dropped", seen: 0 });
    expect(dropped).toMatchObject({ seen: 0, offer: null });
    expect(maySave(dropped)).toBe(true);
  });
});

describe("two texts at once", () => {
  const theirs = { ...kept, version: 9 };
  const conflict = after(opened, edited, begun, { kind: "save_conflicted", theirs });
  test("nobody's is lost: writing on does not leave the conflict", () => {
    expect(step(conflict, edited)).toEqual(conflict);
    expect(maySave(conflict)).toBe(false);
    expect(unsaved(conflict)).toBe(true);
  });
  test("keeping mine saves over the version that was compared", () => {
    const state = step(conflict, { kind: "mine_kept" });
    expect(state).toMatchObject({ phase: "changed", seen: 9, theirs: null });
    expect(maySave(state)).toBe(true);
  });
  test("taking theirs is already saved", () => expect(step(conflict, { kind: "theirs_taken" })).toMatchObject({ phase: "saved", seen: 9 }));
});

test("leaving would lose words in every phase that has them, and in no other", () => {
  expect(unsaved(after())).toBe(false);
  expect(unsaved(after(opened))).toBe(false);
  expect(unsaved(after(opened, edited))).toBe(true);
  expect(unsaved(after(opened, edited, begun))).toBe(true);
  expect(unsaved(after(opened, edited, begun, done))).toBe(false);
  expect(unsaved(after(opened, edited, begun, { kind: "save_failed" }))).toBe(true);
});

test("once the record is written nothing more happens, not even a late answer", () => {
  const finished = after(opened, edited, begun, { kind: "forgotten" });
  for (const event of [edited, begun, done, { kind: "save_failed" } satisfies Event]) expect(step(finished, event)).toBe(finished);
  expect(maySave(finished)).toBe(false);
  expect(unsaved(finished)).toBe(false);
});
