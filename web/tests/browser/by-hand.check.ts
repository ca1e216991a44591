// The whole loop by hand, from the call in which somebody tells it until the thread says that they arrived. Nothing is asked of the
// API but the doors: every step is taken on a page, by people of two institutions, on each database.
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { postgres } from "../database.ts";
import { refer, take, writeUp } from "./hands.ts";
import { startDemo } from "./house.ts";
import { useBrowser, Visitor } from "./visitor.ts";
import { agent, intake } from "./visits.ts";

useBrowser();

const phone = { width: 390, height: 844 };
const service = /^Elegir .*CESFAM Demo Norte/;
const codeOn = async (page: Page): Promise<string> => (await page.locator("main").innerText()).match(/HB-[0-9A-Z]{7}/)?.[0] ?? "";

/** What the thread of the person tells, as a list, to who referred them. */
async function thread(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await page.getByRole("link", { name: "Abrir la ficha de la persona" }).click();
  await page.waitForURL(/\/personas\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: "Lista", exact: true }).click();
  await page.locator(".thread--list .thread__knot").first().waitFor();
  return visitor.words();
}

/** Two journeys of many pages. */
const k_long = 240_000;
const databases = ["sqlite", ...(postgres ? ["postgres" as const] : [])] as const;

test.each(databases)("a call is written up, referred, asked about, accepted, given an hour, and the person arrives: on %s", { timeout: k_long }, async (database) => {
  const house = database === "sqlite" ? undefined : await startDemo(database);
  const at = house ? { at: house.program.address } : {};
  try {
    const origin = await (await Visitor.come(at)).signIn(agent);
    const receiver = await (await Visitor.come(at)).signIn(intake);
    const ours = await writeUp(origin, "Pichi");
    expect(await ours.getByRole("combobox", { name: "Tema" }).inputValue()).toContain("nimo");
    await refer(ours, service);
    const code = await codeOn(ours);
    await ours.getByRole("link", { name: "Ver la derivación" }).click();

    const theirs = await receiver.open("/derivaciones");
    await theirs.getByRole("link", { name: new RegExp(code) }).click();
    await theirs.getByText("Primera hora por la tarde.").waitFor();
    expect(await receiver.words()).toContain("Ánimo bajo, con apoyo de su hermana.");
    // What was written up for the line itself is not what was sent.
    expect(await receiver.words()).not.toContain("Duerme poco");
    await take(theirs, "Pedir un dato", { fill: (form) => form.getByLabel("Pregunta 1").fill("¿Puede venir el martes?") });

    await ours.reload();
    await ours.getByText("¿Puede venir el martes?").first().waitFor();
    await take(ours, "Responder", { fill: (form) => form.getByLabel("Su respuesta").fill("Sí, después de las tres.") });

    await theirs.reload();
    await theirs.getByText("Sí, después de las tres.").first().waitFor();
    await take(theirs, "Aceptar");
    await take(theirs, "Dar una hora", { fill: (form) => form.getByRole("radio").first().check({ force: true }) });
    await theirs.getByText("Con hora dada").first().waitFor();
    await take(theirs, "Llegó", { fill: (form) => form.getByRole("textbox", { name: "Con quién" }).fill("Elena, psicóloga") });

    await ours.reload();
    await ours.getByText("La sostiene CESFAM Demo Norte.").first().waitFor();
    const told = await thread(origin);
    for (const step of ["Derivación enviada", "Derivación aceptada", "Llegó: primer contacto confirmado"]) expect(told).toContain(step);
    expect([...(await origin.faults()), ...(await receiver.faults())]).toEqual([]);
    await origin.leave();
    await receiver.leave();
  } finally {
    await house?.leave();
  }
});

test("the link and its code are made on a page, and answered on a phone until the thread says that the person arrived", { timeout: k_long }, async () => {
  const origin = await (await Visitor.come()).signIn(agent);
  const ours = await writeUp(origin, "Wenu");
  await refer(ours, service);
  await ours.getByRole("link", { name: "Ver la derivación" }).click();
  await ours.getByRole("button", { name: "Crear un enlace", exact: true }).click();
  const note = ours.locator(".note").filter({ hasText: "Se muestra solo ahora" });
  const path = (await note.innerText()).match(/\/r\/\S+/)?.[0] ?? "";
  const code = (await note.innerText()).match(/Código: (\S+)/)?.[1] ?? "";

  const receiver = await Visitor.come();
  await receiver.page.setViewportSize(phone);
  const theirs = await receiver.open(path);
  await theirs.locator('input[name="code"]').fill(code);
  await theirs.keyboard.press("Enter");
  await theirs.getByText("Primera hora por la tarde.").waitFor();
  expect(await receiver.faults()).toEqual([]);
  await theirs.locator("summary", { hasText: "La recibimos" }).click();
  await theirs.locator("details[open] form").getByRole("button").click();
  await theirs.getByText("Su respuesta quedó guardada").waitFor();
  expect(await receiver.faults()).toEqual([]);
  await ours.reload();
  await ours.getByText("Aceptada").first().waitFor();

  await theirs.locator("summary", { hasText: "La persona llegó" }).click();
  const arrival = theirs.locator("details[open] form");
  await arrival.getByLabel(/Quién la atendió/).fill("Matrona de turno");
  await arrival.getByRole("button", { name: "Confirmar que llegó" }).click();
  await theirs.getByText("Su respuesta quedó guardada").waitFor();
  expect(await receiver.faults()).toEqual([]);
  await ours.reload();
  await ours.getByText("La sostiene CESFAM Demo Norte.").first().waitFor();
  expect(await thread(origin)).toContain("Llegó");
  expect(await origin.faults()).toEqual([]);
  await origin.leave();
  await receiver.leave();
});
