// The keyboard alone: where one is, and going on to a stop by its name. Every stop on the way must be seen.
import { expect } from "vitest";
import type { Page } from "playwright-core";

interface Stop {
  name: string;
  /** Whether its ring, or that of what it is drawn by, can be seen. */
  ringed: boolean;
  inView: boolean;
}

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const box = at.getBoundingClientRect();
    const drawn = [at, at.parentElement, at.closest("label")].filter((one) => one !== null);
    const labels = (at as HTMLInputElement).labels?.[0]?.innerText ?? "";
    const named = (at.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.innerText ?? "").join(" ");
    return {
      name: [at.getAttribute("aria-label") ?? at.innerText ?? "", labels, named].map((one) => one.replace(/\s+/g, " ").trim()).find((one) => one !== "") ?? (at.getAttribute("name") || at.id || at.tagName),
      ringed: drawn.some((one) => { const { boxShadow, outlineStyle } = getComputedStyle(one); return boxShadow !== "none" || outlineStyle !== "none"; }),
      inView: box.bottom > 0 && box.top < window.innerHeight,
    };
  });

/** Goes on with Tab until a stop is called so. @return the names of the stops on the way */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<string[]> {
  const passed: string[] = [];
  while (passed.length < most) {
    await page.keyboard.press("Tab");
    const stop = await stopOf(page);
    passed.push(stop.name);
    expect(stop, `after ${passed.join(" › ")}`).toMatchObject({ ringed: true, inView: true });
    if (name.test(stop.name)) return passed;
  }
  throw new Error(`no ${String(name)} among ${passed.join(" › ")}`);
}

/** Goes on to a stop and presses Enter there. */
export async function enter(page: Page, name: RegExp, most?: number): Promise<string[]> {
  const passed = await tabTo(page, name, most);
  await page.keyboard.press("Enter");
  return passed;
}

/** Goes on to a field and writes in it, over what it said. */
export async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}
