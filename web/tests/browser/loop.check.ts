// One referral from both sides, each institution in a browser of its own, until it is known that the person arrived.
import { expect, test } from "vitest";
import { take } from "./hands.ts";
import { linkTo, sent } from "./sent.ts";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent, intake } from "./visits.ts";

useBrowser();

test("two institutions carry a referral until the origin has asked the person", async () => {
  const { id } = await sent();
  const receiver = await (await Visitor.come()).signIn(intake);
  const origin = await (await Visitor.come()).signIn(agent);
  const theirs = await receiver.open(`/derivaciones/${id}`);
  await theirs.locator(".answers__bar").waitFor();
  expect(await receiver.words()).toContain("Ánimo bajo hace dos meses.");
  await take(theirs, "Aceptar");
  await take(theirs, "Llegó", { fill: async (form) => { await form.getByRole("textbox", { name: "Con quién" }).fill("Elena, psicóloga"); } });
  const ours = await origin.open(`/derivaciones/${id}`);
  await ours.getByText("La sostiene CESFAM Demo Norte.").first().waitFor();
  await take(theirs, "Comenzar la atención");
  await take(theirs, "Informar el resultado", {
    fill: async (form) => {
      await form.getByText("Terminó su atención", { exact: true }).click();
      await form.getByRole("textbox").last().fill("Tuvo su primera hora y sigue en control.");
    },
  });
  await origin.open(`/derivaciones/${id}`);
  expect(await origin.words()).toContain("Tuvo su primera hora y sigue en control.");
  await ours.locator(".answers__bar").getByRole("button", { name: "No la encontré", exact: true }).click();
  await ours.getByRole("radio", { name: "No contestó" }).check({ force: true });
  await ours.getByRole("button", { name: "Anotar el intento", exact: true }).click();
  await ours.getByText("Intento 1 de preguntarle").waitFor();
  await take(ours, "Cerrar con la persona", { final: true });
  await ours.getByText("Cerrada con la persona").first().waitFor();
  expect([...(await receiver.faults()), ...(await origin.faults())]).toEqual([]);
  await receiver.leave();
  await origin.leave();
});

test("a receiver without an account reads nothing before the code, and answers by the link without JavaScript", async () => {
  const link = await linkTo(await sent());
  const receiver = await Visitor.come({ javaScript: false });
  await receiver.page.setViewportSize({ width: 390, height: 844 });
  await receiver.page.goto(receiver.home + link.path);
  await receiver.page.reload();
  expect(await receiver.page.content()).not.toMatch(/Lientur|Vuelta|Ánimo bajo/);
  await receiver.page.locator('input[name="code"]').fill(link.code);
  await receiver.page.locator('input[name="code"]').press("Enter");
  await receiver.page.getByText("Ánimo bajo hace dos meses.").waitFor();
  const sideways = await receiver.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0);
  expect(sideways).toBe(0);
  expect(receiver.complaints).toEqual([]);
  await receiver.leave();
});
