// Somebody is invited, comes in by the link, is told of what runs out, and loses the access again.
import { expect, test } from "vitest";
import { useBrowser, Visitor } from "./visitor.ts";

useBrowser();

test("an administrator invites by link where no mail leaves; whoever accepts works at once, until the access ends", async () => {
  const email = "millaray@red.demo";
  const admin = await (await Visitor.come()).signIn("admin@red.demo");
  const team = await admin.open("/equipo");
  await team.getByLabel("Correo", { exact: true }).fill(email);
  await team.getByRole("checkbox", { name: "Supervisión" }).check({ force: true });
  await team.getByRole("button", { name: "Invitar", exact: true }).click();
  const link = await team.locator(".staff__link").innerText();
  expect(link).toContain("/entrar/invitacion/");
  expect(await admin.faults()).toEqual([]);

  const guest = await Visitor.come();
  const door = await guest.open(new URL(link).pathname);
  await door.getByText("Supervisión", { exact: true }).waitFor();
  await door.getByLabel("Su nombre").fill("Millaray Prueba");
  await door.locator("input[type=password]").fill("una clave larga de prueba");
  await door.getByRole("button", { name: "Aceptar" }).click();
  await door.getByText("Listo. Ya puede entrar.").waitFor();
  expect(await guest.faults()).toEqual([]);
  await door.reload();
  await door.getByRole("alert").or(door.getByText(/enlace/)).first().waitFor(); // it served once

  await guest.open("/entrar");
  await door.getByLabel("Correo").fill(email);
  await door.getByLabel("Clave", { exact: true }).fill("una clave larga de prueba");
  await door.getByRole("button", { name: "Entrar", exact: true }).click();
  await door.getByRole("heading", { name: /suelta/, level: 1 }).waitFor();

  await admin.open("/equipo");
  await team.getByRole("button", { name: "Quitar el acceso Millaray Prueba" }).click();
  await team.getByRole("dialog").or(team.getByRole("alertdialog")).getByRole("button", { name: "Quitar el acceso" }).click();
  await team.getByText("Ya no tiene acceso.").first().waitFor();
  await door.goto(`${guest.home}/equipo`);
  await door.getByLabel("Correo").waitFor(); // its session ended with the access
  await admin.leave();
  await guest.leave();
});

test("what ran out is told in the application, leads to what it is about, and is said to be known", async () => {
  const supervisor = await (await Visitor.come()).signIn("supervisora@linea.demo");
  const page = await supervisor.open("/avisos");
  const seen = page.getByRole("button", { name: /^Visto/ });
  await seen.first().waitFor();
  await seen.first().click();
  await page.getByText("1 aviso visto.").waitFor({ state: "attached" });
  expect(await supervisor.faults()).toEqual([]);
  await supervisor.leave();
});
