// A thread: found by its code, walked by the keyboard alone, read as a list, and nobody's business elsewhere.
import { expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { clientOf, narrow, useBrowser, Visitor } from "./visitor.ts";
import { agent, codeOf, intake, martina } from "./visits.ts";

useBrowser();

const about = (visitor: Visitor) => visitor.page.evaluate(() => document.activeElement?.textContent ?? "");
const knot = (visitor: Visitor) => visitor.page.evaluate(() => document.activeElement?.getAttribute("data-knot") ?? "");

/** Walks with Tab until a knot has the focus: everything before the drawing is left behind. */
async function tabToKnot(visitor: Visitor): Promise<number> {
  for (let steps = 1; steps <= 40; steps += 1) {
    await visitor.page.keyboard.press("Tab");
    if ((await knot(visitor)) !== "") return steps;
  }
  throw new Error("no knot is reached by the keyboard");
}

test("by the keyboard alone: its code in Ctrl K, its knots, one opened, and its list", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type((await codeOf()).toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/personas/${await martina()}/dibujo`);
  await page.locator(".thread__knot").first().waitFor();
  await visitor.settle();

  await tabToKnot(visitor);
  expect(await about(visitor)).toContain("Hebra suelta");
  await page.keyboard.press("Home");
  expect(await about(visitor)).toContain("«No sé a quién decirle esto.");
  await page.keyboard.press("ArrowRight");
  expect(await about(visitor)).toContain("Dio permiso para compartir");
  await page.keyboard.press("ArrowDown");
  expect(await about(visitor)).toContain("CESFAM Demo Norte");
  await page.keyboard.press("n");
  expect(await about(visitor)).toContain("Hebra suelta");
  const chosen = await knot(visitor);
  await page.keyboard.press("Enter");
  expect(await about(visitor)).toMatch(/Hebra suelta desde .*Responde.*CESFAM Demo Norte/s);
  // One tab stop: back from what is beside it, the same knot.
  await page.keyboard.press("Shift+Tab");
  expect(await knot(visitor)).toBe(chosen);
  expect(await visitor.faults()).toEqual([]);

  await page.keyboard.press("l");
  await page.waitForURL("**/lista");
  await visitor.settle();
  const words = await visitor.words();
  expect(words).toMatch(/\d+ días sin nadie: Retomar una atención en pausa/);
  expect(words).toContain("«Me dijeron que llamarían y nadie me llamó.»");
  await tabToKnot(visitor);
  const before = Number(await knot(visitor));
  await page.keyboard.press("ArrowUp");
  expect(Number(await knot(visitor))).toBe(before - 1);
  await page.setViewportSize(narrow);
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("a receiver without a person of its own is led to the referral; a stranger finds nothing, as of no code", async () => {
  const { items } = await (await clientOf(agent)).post<{ items: Schema["PossiblePerson"][] }>("/api/v1/people/search", { text: "Benja" });
  const code = items[0]?.thread_code ?? "";
  const receiver = await (await Visitor.come()).signIn(intake);
  await receiver.open(`/hebras/${code}`);
  await receiver.page.waitForURL("**/derivaciones/*");
  await receiver.leave();
  const stranger = await (await Visitor.come()).signIn("agente@otra.demo");
  await stranger.open(`/hebras/${code}`);
  const nothing = await stranger.words();
  await stranger.open("/hebras/HB-7K3QF27");
  expect((await stranger.words()).replace("HB-7K3QF27", code)).toBe(nothing);
  expect(stranger.page.url()).toContain("/hebras/");
  await stranger.leave();
});

test("on paper: the drawing, then everything it says, from the list too and from a phone", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open(`/personas/${await martina()}/lista`);
  await page.setViewportSize(narrow);
  await page.emulateMedia({ media: "print" });
  const seen = () =>
    page.evaluate(() => {
      const of = (name: string) => document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect();
      const [drawing, list, knots] = [of(".thread__picture"), of(".thread__printed"), of(".thread__knots")];
      return { drawn: drawing.height > 100, then: list.top >= drawing.bottom, inside: knots.bottom <= list.top, detail: of(".thread__detail").height };
    });
  // The page draws itself anew for its new width: what is printed is what it comes to.
  await expect.poll(seen).toEqual({ drawn: true, then: true, inside: true, detail: 0 });
  await visitor.leave();
});
