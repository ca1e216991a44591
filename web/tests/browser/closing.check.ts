// A conversation closed: what it must say before it can be, what a refusal keeps, and a session that ends in the middle of it.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { call, choose, comeBack } from "./hands.ts";
import { narrow, password, useBrowser, Visitor } from "./visitor.ts";
import { agent } from "./visits.ts";

useBrowser();

const k_long = 180_000;
const kept = (page: Page) => page.getByText(/Borrador guardado/).first().waitFor();
const endSession = (page: Page) => page.evaluate(() => fetch("/api/v1/sessions/current", { method: "DELETE" }));

test("it is not closed before it says how it ends and why there is risk; the refusal keeps all and leads to each", { timeout: k_long }, async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await call(visitor);
  const address = page.url();
  await page.getByLabel("Qué está pasando").fill("Cuenta que lo echaron de la casa.");
  await page.getByRole("button", { name: "Agregar un paso" }).click();
  await page.getByLabel("Qué se hará").fill("Llamar a su tía.");
  await page.getByRole("button", { name: "Hay riesgo" }).click();
  await page.getByRole("button", { name: "Guardar y cerrar" }).click();
  const summary = page.locator(".error-summary").or(page.getByRole("alert")).first();
  await summary.waitFor();
  await visitor.settle();
  expect(await visitor.faults()).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await visitor.faults()).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  // Each thing that is missing is named, and its name leads to its place.
  for (const name of ["Por qué", "Quién", "Cómo termina"]) {
    await summary.getByRole("link", { name: new RegExp(name) }).first().click();
    expect(await page.evaluate(() => document.activeElement?.tagName), name).not.toBe("BODY");
  }

  await page.getByLabel("Por qué", { exact: true }).fill("Pasa la noche en la calle.");
  await kept(page);
  await page.goto(`${visitor.home}/contactos`);
  await page.goto(address);
  await page.getByRole("button", { name: "Recuperarlo" }).click();
  expect(await page.getByLabel("Qué está pasando").inputValue()).toBe("Cuenta que lo echaron de la casa.");
  expect(await page.getByLabel("Por qué", { exact: true }).inputValue()).toBe("Pasa la noche en la calle.");
  await page.getByText("Llamar a su tía.").first().waitFor();

  await page.getByRole("button", { name: "Cambiar" }).first().click();
  await choose(page, /Quién$/, "Las dos");
  await choose(page, /Cómo termina/, "Con plan de acción");
  await page.getByRole("button", { name: "Guardar y cerrar" }).click();
  await page.getByRole("button", { name: "Reabrirla" }).waitFor();
  const words = await visitor.words();
  for (const told of ["Con plan de acción", "Cuenta que lo echaron de la casa.", "Llamar a su tía.", "Pasa la noche en la calle."]) expect(words).toContain(told);
  await page.reload();
  await page.getByRole("button", { name: "Reabrirla" }).waitFor();
  expect(await visitor.words()).not.toContain("Hay un borrador suyo");
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("a session that ends in the middle of a sentence takes no word with it: one signs in over the page, or at the door", { timeout: k_long }, async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await call(visitor);
  const address = page.url();
  const moment = page.getByLabel("Qué está pasando");
  await moment.pressSequentially("Empezó en marzo");
  await kept(page);
  await endSession(page);
  await moment.pressSequentially(", cuando se mudó");
  await page.getByRole("dialog", { name: "Su sesión terminó" }).waitFor();
  expect(await visitor.faults()).toEqual([]);
  await comeBack(page);
  await kept(page);
  expect(await moment.inputValue()).toBe("Empezó en marzo, cuando se mudó");
  await moment.focus();
  await page.keyboard.press("End");
  await moment.pressSequentially(". Y sigue.");
  await moment.blur();
  await expect.poll(() => visitor.words()).toMatch(/Borrador guardado/);

  // Who closes the window instead finds the door first, and behind it the page and the text.
  await endSession(page);
  await page.goto(address);
  await page.getByLabel("Correo").fill(agent);
  await page.getByLabel("Clave", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await page.getByRole("button", { name: "Recuperarlo" }).click();
  expect(page.url()).toBe(address);
  expect(await page.getByLabel("Qué está pasando").inputValue()).toBe("Empezó en marzo, cuando se mudó. Y sigue.");
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
