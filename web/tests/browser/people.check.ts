// People: looked for before they are recorded, recorded once, reached without danger, and able to know who looked.
import { expect, test } from "vitest";
import { desk, narrow, useBrowser, Visitor } from "./visitor.ts";
import { agent, martina } from "./visits.ts";

useBrowser();

test("a person is found by a misspelt name, covered until one opens the record, and the look is told", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open("/personas");
  await page.getByRole("textbox").first().fill("martina katrileo");
  await page.keyboard.press("Enter");
  await page.locator(".match").first().waitFor();
  expect(await visitor.words()).not.toContain("Catrileo");
  await page.locator(".match").first().getByRole("link").first().click();
  await page.getByText("Catrileo").first().waitFor();
  await page.getByRole("link", { name: "Quién lo vio" }).first().click();
  await page.getByText("Antonia Reyes").first().waitFor();
  expect(await visitor.faults()).toEqual([]);
  // Neither the address nor the tab tells a name.
  expect(`${page.url()} ${await page.title()}`).not.toMatch(/Martina|Catrileo/i);
  await visitor.leave();
});

test("whoever is recorded twice is noticed while one types, and an impossible RUN is said in place", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open("/personas/nueva");
  await page.getByText("Con nombre y contacto").click();
  await page.getByLabel("Nombres").fill("Martina Isidora");
  await page.getByLabel("Primer apellido").fill("Catrileo");
  await page.getByText(/Puede ser la misma persona/).waitFor();
  expect(await visitor.faults()).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await visitor.faults()).toEqual([]);
  await page.setViewportSize(desk);
  await page.getByText("Con RUN u otro documento").click();
  await page.locator('input[name="run"]').fill("11.111.111-2");
  await page.getByRole("button", { name: "Registrar", exact: true }).click();
  await page.getByText("El RUN no calza con su último dígito.").first().waitFor();
  expect(await page.getByLabel("Nombres").inputValue()).toBe("Martina Isidora");
  await visitor.leave();
});

test("somebody is recorded by the keyboard alone", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open("/personas/nueva");
  await page.getByLabel("Cómo quiere que le digan").focus();
  await page.keyboard.type("Ayelén de prueba");
  await page.keyboard.press("Enter");
  await page.getByText("Quedó registrada").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("the safe-contact card is corrected and stays", async () => {
  const visitor = await (await Visitor.come()).signIn(agent);
  const page = await visitor.open(`/personas/${await martina()}/contacto`);
  await page.getByLabel("Qué no decir").fill("«línea», «psicóloga» ni «demo»");
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await page.getByText("ni «demo»").first().waitFor();
  await page.reload();
  await page.getByText("ni «demo»").first().waitFor();
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});
