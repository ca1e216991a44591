// Composing a referral wholly on its page, seeing it arrive as it was previewed, and taking the permission back.
import { expect, test } from "vitest";
import type { Schema } from "@/api/client";
import { clientOf, useBrowser, Visitor } from "./visitor.ts";
import { agent, intake, supervisor } from "./visits.ts";

useBrowser();

test("an agent composes a referral; the other institution reads what was previewed, until the permission is taken back", async () => {
  const client = await clientOf(agent);
  const person = await client.post<Schema["Person"]>(
    "/api/v1/people",
    { identity: "identified", given_names: "Ailén", first_surname: "Travesía", birth_date: "2000-05-20", phone: "+56900000455", comuna: "13104" },
    201,
  );
  const origin = await (await Visitor.come()).signIn(agent);
  const ours = await origin.open(`/personas/${person.id}/derivar`);
  await ours.getByRole("combobox", { name: "Tema" }).click();
  await ours.getByRole("option", { name: /ánimo/i }).first().click();
  await ours.getByRole("button", { name: /^Elegir .*CESFAM Demo Norte/ }).first().click();
  await ours.getByLabel("Qué pasa").fill("Duerme mal desde que se mudó.");
  await ours.getByLabel("Qué se pide").fill("Primera hora por la tarde.");
  await ours.getByRole("button", { name: "Leérsela a la persona" }).click();
  const dialog = ours.getByRole("dialog");
  await dialog.getByText("Duerme mal desde que se mudó.").waitFor();
  const previewed = await dialog.innerText();
  expect(previewed).toContain("+56 9 0000 0455");
  await dialog.getByRole("button", { name: "Volver a la ficha" }).click();
  await ours.getByRole("button", { name: "Enviar derivación" }).click();
  await ours.getByRole("dialog").getByRole("button", { name: "Enviar derivación" }).click();
  await ours.getByRole("heading", { name: /^Enviada a/ }).waitFor();

  const receiver = await (await Visitor.come()).signIn(intake);
  const theirs = await receiver.open("/derivaciones");
  await theirs.getByText(person.thread_code).first().click();
  await theirs.getByText("Primera hora por la tarde.").first().waitFor();
  const frozen = await receiver.words();
  for (const line of ["Duerme mal desde que se mudó.", "Primera hora por la tarde.", "+56 9 0000 0455", "Ailén"]) {
    expect(previewed).toContain(line);
    expect(frozen).toContain(line);
  }
  expect(await theirs.getByRole("link", { name: "Ficha en PDF" }).count()).toBe(1);

  await origin.open(`/personas/${person.id}`);
  await ours.getByRole("button", { name: /^Retirar CESFAM Demo Norte/ }).click();
  expect(await ours.getByRole("dialog").innerText()).toContain("eso ya no se puede deshacer");
  await ours.getByRole("dialog").getByRole("button", { name: "Retirar el permiso" }).click();
  await ours.getByRole("dialog").waitFor({ state: "detached" });
  await receiver.page.reload();
  await receiver.settle();
  expect(await receiver.words()).not.toContain("Duerme mal desde que se mudó.");
  expect([...(await receiver.faults()), ...(await origin.faults())]).toEqual([]);
  await receiver.leave();
  await origin.leave();
});

test("an institution signs what another proposed, and what is in force changes", async () => {
  const visitor = await (await Visitor.come()).signIn(supervisor);
  const page = await visitor.open("/red");
  await page.getByRole("button", { name: "Firmar Municipalidad Demo", exact: true }).click();
  await page.getByLabel("Quién firma por su institución").fill("Dirección");
  await page.getByRole("dialog").getByRole("button", { name: "Firmar el convenio" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Firmar Municipalidad Demo", exact: true }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Terminar Municipalidad Demo" }).waitFor();
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
