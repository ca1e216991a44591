// The keyboard alone, from the door to a conversation written up: every stop is seen, in the order one reads.
import { expect, test } from "vitest";
import { tabTo } from "./keys.ts";
import { password, useBrowser, Visitor } from "./visitor.ts";
import { agent } from "./visits.ts";

useBrowser();

test("signs in, skips to the content, starts a call, writes a moment and leaves it kept", async () => {
  const visitor = await Visitor.come();
  const page = await visitor.open("/");
  const fields = page.getByLabel("Correo");
  await fields.waitFor();
  if (!(await fields.evaluate((field) => field === document.activeElement))) await tabTo(page, /^(user|email|correo|username)$/i);
  await page.keyboard.type(agent);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /hebra/ }).waitFor();
  await visitor.settle();

  await page.reload();
  await visitor.settle();
  const first = await tabTo(page, /contenido/);
  expect(first).toHaveLength(1);
  await page.keyboard.press("Enter");
  const way = await tabTo(page, /^Empezar una llamada/);
  expect(way.length, "the skip link passes over the head").toBeLessThan(4);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/contactos\/[0-9a-f-]{36}$/);
  await visitor.settle();

  await page.locator("textarea:visible").first().waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.tagName === "TEXTAREA")) break;
  }
  await page.keyboard.type("Una frase escrita sin ratón.");
  await page.getByText(/Borrador guardado/).first().waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.tagName), "one is where one was").toBe("TEXTAREA");
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
