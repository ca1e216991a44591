// What people do on several pages, said once: every wait is for what the page then shows.
import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import { password, type Visitor } from "./visitor.ts";

export interface Taking {
  fill?: (form: Locator) => Promise<void>;
  /** What cannot be undone is asked once more. */
  final?: boolean;
}

/** Opens a step of a referral, fills what it asks and sends it. */
export async function take(page: Page, step: string, { fill = async () => {}, final = false }: Taking = {}): Promise<void> {
  await page.locator(".answers__bar").getByRole("button", { name: step, exact: true }).click();
  const form = page.locator("form.answer-panel");
  await fill(form);
  await form.getByRole("button", { name: step, exact: true }).click();
  if (final) await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: step, exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** One answer of a list that opens. */
export async function choose(page: Page, label: RegExp, answer: string): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("option", { name: answer, exact: true }).click();
}

/** Begins a call with one tap; it has an address of its own from then on. */
export async function call(visitor: Visitor): Promise<Page> {
  const page = await visitor.open("/");
  await page.getByRole("button", { name: "Empezar una llamada" }).first().click();
  await page.waitForURL(/\/contactos\/[0-9a-f-]{36}$/);
  await page.getByLabel("Qué está pasando").waitFor();
  return page;
}

/** Gives the call somebody: not found under that name, recorded with it. */
export async function record(page: Page, alias: string, age: string): Promise<void> {
  await page.getByRole("button", { name: "Buscarla o registrarla" }).click();
  await page.getByLabel("Nombre, teléfono, RUN o código").fill(alias);
  await page.keyboard.press("Enter");
  await page.getByText("Nadie de su institución calza con eso.").waitFor();
  expect(await page.getByLabel("Cómo quiere que le digan").inputValue()).toBe(alias);
  await page.getByLabel("Edad que dice tener").fill(age);
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await page.getByRole("heading", { level: 2, name: new RegExp(`^${alias}`) }).waitFor();
}

/** A whole call, closed as one that leads to a referral; returns on the page that asks who can help. */
export async function writeUp(visitor: Visitor, alias: string): Promise<Page> {
  const page = await call(visitor);
  await record(page, alias, "22");
  await page.getByRole("button", { name: "Ánimo y ansiedad" }).click();
  await page.getByLabel("Qué está pasando").fill("Duerme poco y dejó de ir a clases.");
  await page.getByLabel("Agregar a: Protege").fill("Su hermana la acompaña.");
  await page.keyboard.press("Enter");
  await page.getByText("En pocas palabras, para el equipo").or(page.getByText("Para el equipo")).first().click();
  await page.getByLabel("En pocas palabras, para el equipo").fill("Ánimo bajo, con apoyo de su hermana.");
  await choose(page, /Cómo termina/, "Con plan y derivación");
  await page.getByRole("button", { name: "Guardar y derivar" }).click();
  await page.waitForURL(/\/derivar\?contacto=/);
  return page;
}

/** Finds the service by match, writes the ficha, reads it to the person and sends it; returns on the page that says it was sent. */
export async function refer(page: Page, service: RegExp): Promise<void> {
  await page.getByRole("button", { name: service }).first().click();
  await page.getByLabel("Qué se pide").fill("Primera hora por la tarde.");
  await page.getByRole("radio", { name: "Por escrito" }).check({ force: true });
  await page.getByRole("button", { name: "Leérsela a la persona" }).click();
  await page.getByRole("dialog").getByText("Primera hora por la tarde.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Volver a la ficha" }).click();
  await page.getByRole("button", { name: "Enviar derivación" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Enviar derivación" }).click();
  await page.getByRole("heading", { name: /^Enviada a/ }).waitFor();
}

/** Signs in again in place, over the page that was being written. */
export async function comeBack(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Su sesión terminó" });
  await dialog.getByLabel("Clave", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Entrar y seguir" }).click();
  await dialog.waitFor({ state: "detached" });
}
