// Hours by hand: offered, given to somebody accepted, moved, taken along without a name, and known to who referred them.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { take } from "./hands.ts";
import { sent } from "./sent.ts";
import { narrow, useBrowser, Visitor } from "./visitor.ts";
import { agent, intake } from "./visits.ts";

useBrowser();

test("an hour is offered and given to who waits for it; a calendar learns of it without a name; then it is moved", { timeout: 180_000 }, async () => {
  const referral = await sent();
  const desk = await (await Visitor.come()).signIn(intake);
  const page = await desk.open(`/derivaciones/${referral.id}`);
  await take(page, "Aceptar");
  await desk.open("/agenda");
  await page.getByRole("link", { name: "Semana siguiente" }).click();
  await page.getByRole("button", { name: "Ofrecer horas" }).click();
  const offer = page.getByRole("form", { name: "Ofrecer horas" });
  await offer.getByLabel("Primera hora").fill("25:10");
  await offer.getByLabel("Cuántas seguidas").fill("2");
  await offer.getByRole("button", { name: "Ofrecerlas" }).click();
  await page.getByRole("alert").first().waitFor();
  expect(await desk.faults()).toEqual([]);
  await offer.getByLabel("Primera hora").fill("19:10");
  await offer.getByLabel("Minutos cada una").fill("20");
  await offer.getByLabel("Lugar").fill("Box 7");
  await offer.getByRole("button", { name: "Ofrecerlas" }).click();
  await offer.waitFor({ state: "detached" });

  await page.getByRole("link", { name: /^19:10 Libre/ }).click();
  await page.getByRole("radio", { name: new RegExp(referral.thread_code) }).check({ force: true });
  await page.getByRole("button", { name: "Dar esta hora" }).click();
  await page.getByText("Tiene esta hora").waitFor();
  await page.setViewportSize(narrow);
  expect(await desk.faults()).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Bajar para su calendario" }).click()]);
  const calendar = readFileSync(await file.path(), "utf8").replace(/\r\n /g, "");
  expect(calendar).toContain(`SUMMARY:Hebra ${referral.thread_code}`);
  expect(calendar).toContain("Box 7");
  expect(calendar).not.toMatch(/Lientur|Vuelta|Ánimo|Martina|Catrileo/);

  await page.getByRole("button", { name: "Cambiar la hora" }).click();
  const panel = page.locator("form.answer-panel");
  await panel.getByRole("radio").nth(5).check({ force: true });
  await panel.getByLabel("Por qué cambia").fill("Pidió otra.");
  await panel.getByRole("button", { name: "Cambiar la hora" }).click();
  await page.getByText("Se cambió a otra hora").waitFor();
  expect(await desk.faults()).toEqual([]);

  const origin = await (await Visitor.come()).signIn(agent);
  await origin.open(`/derivaciones/${referral.id}`);
  expect(await origin.words()).toMatch(/Con hora dada|La hora/);
  expect(await origin.words()).toContain("Cambió la hora");
  await origin.leave();
  await desk.leave();
});
