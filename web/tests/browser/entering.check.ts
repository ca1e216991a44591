// Coming in and staying in: the door, the second factor, an ended session, a killed server.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { codeOf } from "../authenticator.ts";
import { startDemo } from "./house.ts";
import { clientOf, password, useBrowser, Visitor } from "./visitor.ts";

useBrowser();

async function enter(page: Page, user: string): Promise<void> {
  await page.getByLabel("Correo").fill(user);
  await page.getByLabel("Clave", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
}

test("a wrong password is said in words and the right one leads to where one was going", async () => {
  const visitor = await Visitor.come();
  const page = await visitor.open("/personas");
  await page.getByLabel("Correo").fill("agente@linea.demo");
  await page.getByLabel("Clave", { exact: true }).fill("otra cosa");
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await page.getByText("El correo o la clave no coinciden").first().waitFor();
  await page.getByLabel("Clave", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Buscar a una persona", level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/personas");
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("a second factor is set up, asked for, and taken away", async () => {
  const user = "cuidado@linea.demo";
  const visitor = await (await Visitor.come()).signIn(user);
  const page = await visitor.open("/cuenta");
  await page.getByRole("button", { name: "Usar un código" }).click();
  await page.getByRole("dialog").getByLabel("Clave", { exact: false }).fill(password);
  await page.getByRole("dialog").getByRole("button", { name: "Usar un código" }).click();
  await page.locator(".qr").waitFor();
  const secret = (await page.locator(".account__secret").innerText()).replace(/\s/g, "");
  await page.getByLabel("El código que muestra").fill(codeOf(secret));
  await page.getByRole("button", { name: "Confirmar" }).click();
  await page.getByText("Al entrar se le pide un código de su teléfono.").waitFor();

  const again = await Visitor.come();
  const door = await again.open("/entrar");
  await enter(door, user);
  await door.getByLabel("Código de 6 números").fill(codeOf(secret, 1));
  await door.getByRole("button", { name: "Entrar", exact: true }).click();
  await door.waitForURL((url) => url.pathname === "/");
  await door.getByRole("heading", { name: /suelta/, level: 1 }).waitFor();
  expect(await again.faults()).toEqual([]);
  await again.leave();

  await page.getByRole("button", { name: "Dejar de usarlo" }).click();
  await page.getByRole("dialog").getByLabel("Clave", { exact: false }).fill(password);
  await page.getByRole("dialog").getByRole("button", { name: "Dejar de usarlo" }).click();
  await page.getByText("Hoy entra solo con su clave.").waitFor();
  await clientOf(user);
  await visitor.leave();
});

test("what was being written outlives an ended session: one signs in again in place and it is sent", async () => {
  const visitor = await (await Visitor.come()).signIn("agente@linea.demo");
  const page = await visitor.open("/personas/nueva");
  await page.getByLabel("Cómo quiere que le digan").fill("Rayén de prueba");
  await page.evaluate(() => fetch("/api/v1/sessions/current", { method: "DELETE" }));
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Clave", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Entrar y seguir" }).click();
  await page.getByText("Quedó registrada").waitFor();
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("what was being written outlives a server killed without warning", async () => {
  const { program, leave } = await startDemo();
  try {
    const visitor = await (await Visitor.come({ at: program.address })).signIn("agente@linea.demo");
    const page = await visitor.open("/contactos/nuevo");
    await page.getByRole("button", { name: "Empezar una llamada" }).click();
    await page.waitForURL(/\/contactos\/[0-9a-f-]{36}$/);
    await page.locator("textarea:visible").first().fill("Una frase que no se pierde.");
    await page.getByText(/Borrador guardado/).first().waitFor();
    const gone = new Promise((resolve) => program.server?.once("exit", resolve));
    program.kill();
    await gone;
    await program.serve(new URL(program.address).port);
    await page.reload();
    await page.getByRole("button", { name: "Recuperarlo" }).click();
    expect(await page.locator("textarea:visible").first().inputValue()).toBe("Una frase que no se pierde.");
    await visitor.leave();
  } finally {
    await leave();
  }
});

