// The receiver's link on a phone: a question that comes back answered, the waiting list, and a refusal that says why and who could.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { take } from "./hands.ts";
import { linkTo, sent } from "./sent.ts";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent } from "./visits.ts";

useBrowser();

/** Opens one of the answers; its form is what is open. */
async function answering(page: Page, answer: string) {
  await page.locator("summary", { hasText: answer }).click();
  return page.locator("details[open] form");
}

const kept = (page: Page) => page.getByText("Su respuesta quedó guardada").waitFor();

test("a question, the waiting list, and a refusal with its reason and who could receive them", { timeout: 180_000 }, async () => {
  const referral = await sent();
  const link = await linkTo(referral);
  const receiver = await Visitor.come();
  await receiver.page.setViewportSize({ width: 390, height: 844 });
  const theirs = await receiver.open(link.path);
  await theirs.locator('input[name="code"]').fill(link.code);
  await theirs.keyboard.press("Enter");
  await theirs.getByText("Ánimo bajo hace dos meses.").waitFor();

  const question = await answering(theirs, "Nos falta un dato");
  await question.getByLabel("¿Qué necesita saber?").fill("¿Tiene control en otro centro?");
  await question.getByRole("button", { name: "Preguntar" }).click();
  await kept(theirs);
  expect(await receiver.words()).toContain("Preguntaron a quien envió");
  expect(await receiver.faults()).toEqual([]);

  const origin = await (await Visitor.come()).signIn(agent);
  const ours = await origin.open(`/derivaciones/${referral.id}`);
  await ours.getByText("¿Tiene control en otro centro?").first().waitFor();
  await take(ours, "Responder", { fill: (form) => form.getByLabel("Su respuesta").fill("No, sería su primera vez.") });

  await theirs.reload();
  await theirs.getByText("No, sería su primera vez.").waitFor();
  expect(await receiver.faults()).toEqual([]);
  const waiting = await answering(theirs, "A lista de espera");
  await waiting.getByLabel("Lugar en la lista").fill("4");
  await waiting.getByLabel(/Próxima revisión/).fill(new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  await waiting.getByRole("button", { name: "Poner en la lista" }).click();
  await kept(theirs);
  expect(await receiver.words()).toContain("Está en su lista de espera.");
  expect(await receiver.faults()).toEqual([]);
  await ours.reload();
  await ours.getByText("En lista de espera").first().waitFor();
  expect(await origin.words()).toContain("lugar 4 de la lista");

  const refusal = await answering(theirs, "No podemos");
  await refusal.getByLabel("Motivo").selectOption({ label: "No tenemos cupo" });
  await refusal.getByLabel(/Quién podría recibirla/).fill("El CESFAM vecino tiene horas.");
  expect(await receiver.faults()).toEqual([]);
  await refusal.getByRole("button", { name: "Responder que no podemos" }).click();
  await kept(theirs);
  expect(await receiver.words()).toContain("Dijeron que no pueden recibirla");
  expect(await theirs.locator(".answers details").count(), "nothing is left to answer").toBe(0);
  expect(await receiver.faults()).toEqual([]);

  await ours.reload();
  await ours.getByText("El CESFAM vecino tiene horas.").first().waitFor();
  const told = await origin.words();
  for (const one of ["Devuelta", "Sin cupo"]) expect(told).toContain(one);
  expect(await origin.faults()).toEqual([]);
  await origin.leave();
  await receiver.leave();
});
