// The keyboard alone through a day's work: a referral composed, answered, an hour offered, a service found, an agreement read. Every
// stop is seen, and what opens takes the focus along.
import { expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { enter, tabTo, write } from "./keys.ts";
import { sent } from "./sent.ts";
import { clientOf, useBrowser, Visitor } from "./visitor.ts";
import { agent, intake, supervisor } from "./visits.ts";

useBrowser();

const k_long = 180_000;

test("a referral is composed and sent", { timeout: k_long }, async () => {
  const person = await (await clientOf(agent)).post<Schema["Person"]>("/api/v1/people", { identity: "pseudonymous", alias: "Teclas", age_stated: 23, comuna: "13104" }, 201);
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open(`/personas/${person.id}/derivar`);
  await write(page, /^Tema/, "ánimo");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Elegir .*CESFAM Demo Norte/ }).first().waitFor();
  await enter(page, /^Elegir .*CESFAM Demo Norte/);
  await page.getByLabel("Qué pasa").waitFor();
  const way = await tabTo(page, /^Qué pasa/);
  expect(way.length, `from the service to the ficha: ${way.join(" › ")}`).toBeLessThan(12);
  await page.keyboard.type("Escrita sin ratón.");
  await write(page, /^Qué se pide/, "Una hora.");
  await page.getByRole("button", { name: "Enviar derivación", disabled: false }).waitFor();
  await enter(page, /^Enviar derivación/);
  await page.getByRole("dialog").waitFor();
  await enter(page, /^Enviar derivación/, 5);
  await page.getByRole("heading", { name: /^Enviada a/ }).waitFor();
  expect((await enter(page, /^Ver la derivación/)).length, "one goes on from what was sent").toBeLessThan(8);
  await page.waitForURL(/\/derivaciones\//);
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("a referral is opened from the list and accepted", async () => {
  const { thread_code } = await sent();
  const visitor = await (await Visitor.come()).signIn(intake);
  const page = await visitor.open("/derivaciones");
  await enter(page, new RegExp(thread_code));
  await page.getByRole("button", { name: "Aceptar", exact: true }).waitFor();
  await enter(page, /^Aceptar$/);
  await page.locator("form.answer-panel").waitFor();
  await write(page, /^Nota para quien deriva/, "La esperamos.");
  await enter(page, /^Aceptar$/, 5);
  await page.locator("form.answer-panel").waitFor({ state: "detached" });
  await page.getByText("La esperamos.").first().waitFor();
  expect((await enter(page, /^Dar una hora/)).length, "one goes on from what was answered").toBeLessThan(8);
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("an hour is offered and opened", async () => {
  const visitor = await (await Visitor.come()).signIn(intake);
  const page = await visitor.open(`/agenda?semana=${new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)}`);
  await enter(page, /^Ofrecer horas/);
  await write(page, /^Primera hora/, "1840");
  await write(page, /^Cuántas seguidas/, "1");
  await enter(page, /^Ofrecerlas/);
  await page.getByRole("link", { name: /^18:40 Libre/ }).waitFor();
  await enter(page, /^18:40/);
  await page.getByRole("button", { name: "Quitar esta hora" }).waitFor();
  expect((await enter(page, /^Quitar esta hora/)).length, "what was opened is next").toBeLessThan(12);
  await page.getByText("Hora quitada.").first().waitFor({ state: "attached" });
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("a service is found by its words and its age, and read", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open("/catastro");
  await enter(page, /^Edad/);
  await page.getByRole("dialog", { name: "Edad" }).waitFor();
  await page.keyboard.type("17");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await write(page, /^Con estas palabras/, "cesfam norte");
  await page.getByRole("link", { name: /CESFAM Demo Norte/ }).first().waitFor();
  await enter(page, /^Salud mental, CESFAM Demo Norte/);
  await page.waitForURL(/\/catastro\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 2, name: /CESFAM Demo Norte/ }).first().waitFor();
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("the network is walked pair by pair, and a proposal begun and left", async () => {
  const visitor = await (await Visitor.come()).signIn(supervisor);
  const page = await visitor.open("/red");
  await tabTo(page, / y .*: /);
  const before = await page.locator(".network__pair").innerText();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.locator(".network__pair").innerText()).not.toBe(before);
  await enter(page, /^Proponer/);
  await page.getByRole("dialog").waitFor();
  await tabTo(page, /^Firma por/);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent ?? ""), "one is where one was").toMatch(/^Proponer/);
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
