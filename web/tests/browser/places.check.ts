// The words of the head lead somewhere: each one that each person sees is clicked.
import { expect, test } from "vitest";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent, intake, officer, supervisor } from "./visits.ts";

useBrowser();

const people = [agent, supervisor, intake, "coordinadora@oln.demo", "contacto@hospital.demo", "valida@hospital.demo", "familia@municipio.demo", officer, "region@red.demo", "admin@red.demo"];

test.each(people)("every word of the head of %s opens a page of theirs", async (who) => {
  const visitor = await (await Visitor.come()).signIn(who);
  const page = await visitor.open("/");
  const words = page.getByRole("navigation", { name: "Principal", exact: true }).getByRole("link");
  await words.first().waitFor();
  for (let nth = 0; nth < (await words.count()); nth += 1) {
    const word = words.nth(nth);
    await word.click();
    await expect.poll(() => word.getAttribute("aria-current"), { message: `${who}: ${await word.textContent()}` }).toBe("page");
    await visitor.settle();
    expect(await page.getByRole("heading", { level: 1, name: "Esta página no existe" }).count(), page.url()).toBe(0);
  }
  expect(await visitor.faults({ axe: false })).toEqual([]);
  await visitor.leave();
});
