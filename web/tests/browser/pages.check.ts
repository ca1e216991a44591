// Every page, by the people who use it: in four themes, wide and at 320 px, with a clean console under the real content policy,
// nothing for axe to object to, and no sideways scroll.
import { expect, test } from "vitest";
import { pages } from "@/shell/pages";
import { desk, narrow, useBrowser, Visitor, type Look } from "./visitor.ts";
import { visits } from "./visits.ts";

useBrowser();

test("every page of the app is visited here, and no other", () => {
  expect(Object.keys(visits).sort()).toEqual(pages.map(({ path }) => path).sort());
});

/** The first, whole; the others differ in colour and size only. */
const looks: Look[] = [{ theme: "paper" }, { theme: "night" }, { theme: "contrast" }, { theme: "paper", letter: "large" }];
const named = ({ theme, letter }: Look) => (letter === "large" ? "large letter" : theme);

test.each(looks.flatMap((look) => Object.entries(visits).map(([path, visit]) => ({ path, visit, look, name: named(look) }))))("$path, $name", async ({ visit, look }) => {
  const visitor = await Visitor.come(look);
  try {
    if (visit.as) await visitor.signIn(visit.as);
    const faults: string[] = [];
    for (const path of await visit.to()) {
      const page = await visitor.open(path);
      expect(await page.title()).toMatch(/ · Hebra$/);
      faults.push(...(await visitor.faults()).map((fault) => `${path}: ${fault}`));
      await page.setViewportSize(narrow);
      // What is named and how it is nested changes with the width; its colours were seen at the desk.
      faults.push(...(await visitor.faults({ axe: look.theme === "paper" })).map((fault) => `${path}: ${fault}`));
      await page.setViewportSize(desk);
    }
    expect(faults).toEqual([]);
  } finally {
    await visitor.leave();
  }
});
