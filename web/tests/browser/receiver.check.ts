// What somebody without an account sees: each state of the receiver's page, and an address where there is nothing; wide and at 320 px,
// by day and by night.
import { expect, test } from "vitest";
import { linkTo, sent } from "./sent.ts";
import { desk, narrow, useBrowser, Visitor } from "./visitor.ts";
import { agent } from "./visits.ts";

useBrowser();

/** What is wrong with what is on the screen, in both schemes and widths. */
async function faultsOf(visitor: Visitor, what: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    for (const size of [desk, narrow]) {
      await visitor.page.setViewportSize(size);
      faults.push(...(await visitor.faults()).map((fault) => `${what}, ${colorScheme}, ${size.width} px: ${fault}`));
    }
  }
  await visitor.page.setViewportSize(desk);
  return faults;
}

test("the receiver's page: its code, the referral, an answer that lacks something, what was answered, and when it is over", async () => {
  const link = await linkTo(await sent());
  const visitor = await Visitor.come();
  const page = await visitor.open(link.path);
  const faults = await faultsOf(visitor, "the code");

  const code = page.locator('input[name="code"]');
  await code.fill("AAAA-AAAA-AAAA");
  await code.press("Enter");
  await page.getByRole("alert").waitFor();
  faults.push(...(await faultsOf(visitor, "a wrong code")));

  await code.fill(link.code);
  await code.press("Enter");
  await page.getByText("Ánimo bajo hace dos meses.").waitFor();
  faults.push(...(await faultsOf(visitor, "the referral")));
  // One is open at a time: each is looked at with its fields.
  const answers = page.locator(".answers details");
  expect(await answers.count()).toBeGreaterThan(2);
  for (let nth = 0; nth < (await answers.count()); nth += 1) {
    await answers.nth(nth).locator("summary").click();
    faults.push(...(await faultsOf(visitor, `answer ${nth}`)));
  }

  await page.locator("summary", { hasText: "La recibimos" }).click();
  const form = page.locator("details[open] form");
  await form.locator('input[type="date"]').fill("2020-01-06");
  await form.locator('input[type="time"]').fill("10:00");
  await form.getByRole("button").click();
  await page.getByRole("alert").waitFor();
  faults.push(...(await faultsOf(visitor, "a refused answer")));

  await form.locator('input[type="date"]').fill("");
  await form.locator('input[type="time"]').fill("");
  await form.getByRole("button").click();
  await page.getByText("Su respuesta quedó guardada").waitFor();
  faults.push(...(await faultsOf(visitor, "answered")));

  await link.revoke();
  await visitor.open(link.path);
  expect(await visitor.words()).toContain("Este enlace ya no se puede usar");
  faults.push(...(await faultsOf(visitor, "over")));
  expect(faults).toEqual([]);
  await visitor.leave();
});

test.each(["/r/inventado", "/r/"])("a link that never was, %s", async (path) => {
  const visitor = await Visitor.come();
  await visitor.open(path);
  expect(await visitor.words()).toContain("Este enlace no existe o está incompleto");
  expect(await faultsOf(visitor, path)).toEqual([]);
  await visitor.leave();
});

test("an address of the app where there is nothing says so; to nobody it is the door, as any other", async () => {
  const visitor = await Visitor.come({ theme: "system" });
  await visitor.open("/esto/no/existe");
  expect(await visitor.words()).toContain("Entrar a su turno");
  await visitor.signIn(agent);
  await visitor.open("/esto/no/existe");
  expect(await visitor.words()).toContain("Esta página no existe");
  expect(await faultsOf(visitor, "nothing")).toEqual([]);
  await visitor.leave();
});
