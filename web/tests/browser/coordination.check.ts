// Who coordinates the network: from home to what nobody answered and whom to call about it, and to what is contested, which is read
// before it is decided. The ficha stays with the two institutions.
import { expect, test } from "vitest";
import { take } from "./hands.ts";
import { sent } from "./sent.ts";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent, intake } from "./visits.ts";

useBrowser();

const coordinator = "region@red.demo";
const phone = { width: 390, height: 844 };

test("what is contested is opened, read and decided; the receiver must answer again", { timeout: 180_000 }, async () => {
  const referral = await sent();
  const receiver = await (await Visitor.come()).signIn(intake);
  const theirs = await receiver.open(`/derivaciones/${referral.id}`);
  await take(theirs, "No podemos", {
    fill: async (form) => {
      await form.getByRole("radio", { name: "Otra comuna" }).check({ force: true });
      await form.getByRole("textbox").last().fill("Su domicilio sería de otra comuna.");
    },
  });
  const origin = await (await Visitor.come()).signIn(agent);
  const ours = await origin.open(`/derivaciones/${referral.id}`);
  await take(ours, "Reclamar", { fill: (form) => form.getByRole("textbox").last().fill("Vive ahí desde marzo.") });

  const desk = await (await Visitor.come()).signIn(coordinator);
  const page = await desk.open("/");
  await page.getByRole("link", { name: /^En la red: / }).click();
  await page.getByRole("link", { name: new RegExp(referral.thread_code) }).click();
  await page.getByText("Vive ahí desde marzo.").waitFor();
  const words = await desk.words();
  for (const told of ["Usted decide sin ver la ficha", "Su domicilio sería de otra comuna."]) expect(words).toContain(told);
  expect(words, "the ficha is not the coordinator's").not.toMatch(/Lientur|Vuelta|Ánimo bajo|Primera hora esta semana/);
  // One reads why before one is asked.
  expect(words.indexOf("Vive ahí desde marzo.")).toBeLessThan(words.indexOf("Su respuesta"));
  for (const size of [phone, { width: 1440, height: 900 }]) {
    await page.setViewportSize(size);
    expect(await desk.faults()).toEqual([]);
  }
  await take(page, "Pedir que la reciban", { fill: (form) => form.getByRole("textbox").fill("Vive en su comuna.") });
  await page.getByText("Vive en su comuna.").first().waitFor();
  expect(await desk.faults()).toEqual([]);

  await receiver.open(`/derivaciones/${referral.id}`);
  await theirs.locator(".answers__bar").getByRole("button", { name: "Aceptar", exact: true }).waitFor();
  expect(await receiver.words()).toContain("Vive en su comuna.");
  for (const visitor of [receiver, origin, desk]) await visitor.leave();
});

test("what nobody answered says between whom, since when and whom to call, on a phone, and opens nothing of the person", async () => {
  const visitor = await (await Visitor.come()).signIn(coordinator);
  await visitor.page.setViewportSize(phone);
  const page = await visitor.open("/derivaciones");
  const unanswered = page.getByRole("region", { name: "Sin respuesta" }).getByRole("listitem").filter({ hasText: "OLN Comuna Demo" }).first();
  await unanswered.getByText("Nadie acusó recibo").waitFor();
  await unanswered.getByText("Paula Vera").waitFor();
  expect(await unanswered.innerText()).toMatch(/Línea Demo Joven[\s\S]*OLN Comuna Demo[\s\S]*Suelta/);
  expect(await unanswered.getByRole("link").allInnerTexts(), "only whom to call").toEqual(["Ver a quién llamar"]);
  expect(await visitor.faults()).toEqual([]);
  await unanswered.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "OLN Comuna Demo" }).waitFor();
  await page.getByText("coordinadora@oln.demo").waitFor();
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
