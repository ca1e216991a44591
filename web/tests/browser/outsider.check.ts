// The agent of an institution without agreements, by the addresses of others' records: every page says that it does not exist, and
// no word of theirs is on any page.
import { expect, test } from "vitest";
import { useBrowser, Visitor } from "./visitor.ts";
import { martina, visits } from "./visits.ts";

useBrowser();

const k_outsider = "agente@otra.demo";
/** Of the people and stories of the demo's other institutions. */
const theirs = /Martina|Catrileo|Antonia Reyes|Marisol Tapia|CESFAM Demo Norte|Línea Demo Joven/g;
/** The directory is everybody's, and names institutions. */
const isPublic = (path: string) => path.startsWith("/catastro");

test("sees nothing of others by any address", async () => {
  const outsider = await (await Visitor.come()).signIn(k_outsider);
  const seen: string[] = [];
  for (const [pattern, visit] of Object.entries(visits)) {
    if (!visit.as || isPublic(pattern)) continue;
    for (const path of await visit.to()) {
      await outsider.open(path);
      const words = await outsider.words();
      // Codes of threads look alike: theirs are told from others' only where the address is of one record.
      const known = /[0-9a-f]{8}-/.test(path) ? /HB-[0-9A-Z]{4}/g : /$^/g;
      for (const [found] of [...words.matchAll(theirs), ...words.matchAll(known)]) seen.push(`${path}: ${found}`);
      seen.push(...outsider.complaints.splice(0).map((complaint) => `${path}: ${complaint}`));
    }
  }
  expect(seen).toEqual([]);
  await outsider.leave();
});

test("is told the same of a real person and of one who does not exist", async () => {
  const outsider = await (await Visitor.come()).signIn(k_outsider);
  await outsider.open(`/personas/${await martina()}`);
  const ofSomebody = await outsider.words();
  await outsider.open("/personas/01a20113-ddb9-7597-998f-e0608913a7dc");
  expect(await outsider.words()).toBe(ofSomebody);
  await outsider.leave();
});

test("finds nobody of others by name", async () => {
  const outsider = await (await Visitor.come()).signIn(k_outsider);
  const page = await outsider.open("/personas");
  await page.getByRole("textbox").first().fill("Martina Catrileo");
  await page.keyboard.press("Enter");
  await page.getByText("Nadie de su institución calza con eso.").waitFor();
  expect(await outsider.words()).not.toContain("Catrileo");
  await outsider.leave();
});
