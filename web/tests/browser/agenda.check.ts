// Hours by hand: offered, given to somebody accepted, moved, taken along without a name, and known to who referred them; reminded of,
// and noted as missed once they have passed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { take } from "./hands.ts";
import { sent } from "./sent.ts";
import { narrow, useBrowser, Visitor } from "./visitor.ts";
import { agent, intake } from "./visits.ts";

useBrowser();

const k_zone = "America/Santiago";
const dayOf = (time: Date) => time.toLocaleDateString("en-CA", { timeZone: k_zone });
const hourOf = (time: Date) => time.toLocaleTimeString("en-GB", { timeZone: k_zone, hour: "2-digit", minute: "2-digit" });

/** Offers one hour on the week that is shown. */
async function offerOne(page: Page, day: string, hour: string, place: string): Promise<void> {
  await page.getByRole("button", { name: "Ofrecer horas" }).click();
  const offer = page.getByRole("form", { name: "Ofrecer horas" });
  await offer.getByLabel("Día").fill(day);
  await offer.getByLabel("Primera hora").fill(hour);
  await offer.getByLabel("Cuántas seguidas").fill("1");
  await offer.getByLabel("Lugar").fill(place);
  await offer.getByRole("button", { name: "Ofrecerlas" }).click();
  await offer.waitFor({ state: "detached" });
}

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

test("who has an hour is reminded of it; an hour that passed without them is noted with both ways in which they were sought", { timeout: 300_000 }, async () => {
  const referral = await sent();
  const desk = await (await Visitor.come()).signIn(intake);
  const page = await desk.open(`/derivaciones/${referral.id}`);
  await take(page, "Aceptar");
  const later = new Date(Date.now() + 28 * 86_400_000);
  await desk.open(`/agenda?semana=${dayOf(later)}`);
  await offerOne(page, dayOf(later), "20:35", "Box 9");
  await page.getByRole("link", { name: /^20:35 Libre/ }).click();
  await page.getByRole("radio", { name: new RegExp(referral.thread_code) }).check({ force: true });
  await page.getByRole("button", { name: "Dar esta hora" }).click();
  await page.getByText("Recordarle la hora:").waitFor();
  expect(await page.getByRole("button", { name: "No vino" }).isDisabled(), "the hour is to come").toBe(true);
  await page.getByRole("button", { name: "Ya se le recordó" }).click();
  await page.getByText("Sin recordatorio pendiente.").waitFor();
  expect(await desk.faults()).toEqual([]);

  // Moved to the next minute: it passes while the page is open.
  const soon = new Date(Math.ceil((Date.now() + 20_000) / 60_000) * 60_000);
  await desk.open(`/agenda?semana=${dayOf(soon)}`);
  await offerOne(page, dayOf(soon), hourOf(soon), "Box 10");
  await desk.open(`/derivaciones/${referral.id}`);
  await take(page, "Cambiar la hora", {
    fill: async (form) => {
      await form.getByRole("radio", { name: /Box 10/ }).check({ force: true });
      await form.getByLabel("Por qué cambia").fill("Puede venir ahora.");
    },
  });
  await desk.open(`/agenda?semana=${dayOf(soon)}`);
  await page.getByRole("link", { name: new RegExp(`^${hourOf(soon)} ${referral.thread_code}`) }).click();
  const missed = page.getByRole("button", { name: "No vino", exact: true }).first();
  await expect.poll(() => missed.isEnabled(), { timeout: 120_000, interval: 1000 }).toBe(true);
  await missed.click();
  const panel = page.locator("form.answer-panel");
  await panel.getByRole("radiogroup", { name: "Cómo se la buscó" }).getByRole("radio", { name: "Teléfono" }).check({ force: true });
  await panel.getByRole("radiogroup", { name: /Y por qué otra vía/ }).getByRole("radio", { name: "WhatsApp" }).check({ force: true });
  await panel.getByLabel("Qué se intentó").fill("No contestó.");
  expect(await desk.faults()).toEqual([]);
  await panel.getByRole("button", { name: "No vino" }).click();
  await page.locator(".agenda__state").getByText("No vino").waitFor();
  await page.setViewportSize(narrow);
  expect(await desk.faults()).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });

  // Who missed it waits for another, and who referred them reads it.
  await desk.open("/agenda");
  await page.locator(".agenda__waiting").getByText(referral.thread_code).waitFor();
  const origin = await (await Visitor.come()).signIn(agent);
  const ours = await origin.open(`/derivaciones/${referral.id}`);
  await ours.getByText("Anotó que no vino").first().waitFor();
  expect(await origin.words()).toContain("No contestó.");
  await origin.leave();
  await desk.leave();
});
