// The public directory as anybody finds it: no account, no script, and no number to tap that nobody confirmed.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { Program } from "../../../tools/smoke/program.mjs";
import { programPath } from "./house.ts";
import { narrow, useBrowser, Visitor } from "./visitor.ts";

useBrowser();

const k_tappable = 'a[href^="tel:"], a[href^="sms:"], a[href^="mailto:"], a[href*="wa.me"]';
const names = (page: Page) => page.locator(".entry h3 a").allInnerTexts();

test("without JavaScript one searches, narrows, reads a service whole and comes back to the same question", async () => {
  const visitor = await Visitor.come({ javaScript: false });
  const page = await visitor.open("/directorio");
  const all = await names(page);
  expect(all.length).toBeGreaterThan(10);

  await page.getByRole("searchbox").fill("suisidio"); // as somebody in a hurry writes it
  await page.getByRole("button", { name: "Buscar" }).click();
  expect(new URL(page.url()).searchParams.get("q")).toBe("suisidio");
  expect((await names(page))[0]).toContain("Suicidio");
  expect(await page.getByRole("searchbox").inputValue()).toBe("suisidio");

  await page.getByRole("searchbox").fill("");
  await page.locator('select[name="edad"]').selectOption({ index: 3 });
  await page.getByRole("checkbox", { name: "Que sea gratis" }).check();
  await page.getByRole("button", { name: "Buscar" }).click();
  const fewer = await names(page);
  expect(fewer.length).toBeGreaterThan(0);
  expect(fewer.length).toBeLessThan(all.length);
  expect(await page.getByRole("checkbox", { name: "Que sea gratis" }).isChecked()).toBe(true);

  await page.locator(".entry h3 a").first().click();
  expect(await page.locator("h1").innerText()).toContain(fewer[0] ?? "?");
  const { pathname } = new URL(page.url());
  await page.locator(".back").click();
  expect(await names(page)).toEqual(fewer);
  // Without a script there is no axe either: another browser looks at the same pages.
  expect(await visitor.faults({ axe: false })).toEqual([]);
  await visitor.leave();
  const looker = await Visitor.come();
  for (const path of ["/directorio?edad=17", pathname]) {
    const seen = await looker.open(path);
    expect(await looker.faults()).toEqual([]);
    await seen.setViewportSize(narrow);
    expect(await looker.faults()).toEqual([]);
  }
  await looker.leave();
});

test("what an address asks wrongly is told beside its field; what fits nobody offers what to leave out", async () => {
  const visitor = await Visitor.come();
  const page = await visitor.open("/directorio?edad=-7&topic=zzz&foo=1");
  expect(await page.getByRole("alert").innerText()).toContain("motivo, edad «-7», algo de la dirección que esta página no conoce");
  expect(await page.locator('select[name="edad"]').inputValue()).toBe("-7");
  expect(await page.locator("#mal-edad").innerText()).toContain("menor de 18");
  expect(await visitor.faults()).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await visitor.faults()).toEqual([]);
  await visitor.open("/directorio?q=zzzzqqqq&edad=17&cuando=any");
  await page.getByRole("link", { name: /^Sin tus palabras: \d+/ }).click();
  expect((await names(page)).length).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get("edad")).toBe("17");
  expect(await visitor.faults()).toEqual([]);
  await visitor.leave();
});

test("in the demo nothing dials; on paper there is who and when, and nothing to press", async () => {
  const visitor = await Visitor.come({ javaScript: false });
  const page = await visitor.open("/directorio?cuando=any&ver=todo");
  expect(await page.locator(k_tappable).count()).toBe(0);
  expect(await visitor.words()).toContain("Datos de muestra");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".entry h3").first().isVisible()).toBe(true);
  expect(await page.locator(".when").first().isVisible()).toBe(true);
  for (const hidden of [".sentence", ".top__reading", ".more button", ".foot a"]) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
  expect((await page.pdf({ format: "Letter" })).length).toBeGreaterThan(10_000);
  await visitor.leave();
});

test("a real installation shows no number to tap until somebody confirms it; an administrator is led to do so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hebra-public-"));
  const program = new Program(programPath, join(folder, "data"));
  const secret = join(folder, "clave");
  try {
    writeFileSync(secret, "una clave bien larga", { mode: 0o600 });
    await program.run("institution", "add", "Línea del Norte", "--sector", "helpline", "--nature", "private_nonprofit");
    await program.run("user", "add", "ana@linea.example", "--name", "Ana Soto", "--institution", "Línea del Norte", "--role", "admin", "--password-file", secret);
    await program.serve();
    const anybody = await Visitor.come({ javaScript: false, at: program.address });
    const keeper = await Visitor.come({ at: program.address });
    const desk = await keeper.open("/entrar");
    await desk.getByLabel("Correo").fill("ana@linea.example");
    await desk.getByLabel("Clave", { exact: true }).fill("una clave bien larga");
    await desk.keyboard.press("Enter");
    await desk.getByRole("region", { name: "Para empezar a atender" }).waitFor();
    await keeper.open("/catastro");
    await desk.getByRole("heading", { name: "El catastro está vacío" }).waitFor();
    expect(await keeper.faults()).toEqual([]);

    await program.run("import", "directory", join(import.meta.dirname, "../../../data/directory.csv"));
    await program.stop();
    await program.serve(new URL(program.address).port);
    const page = await anybody.open("/directorio");
    expect((await names(page)).length).toBeGreaterThan(10);
    expect(await page.locator(k_tappable).count()).toBe(0);

    await keeper.open("/numeros-de-emergencia");
    const row = desk.locator(".emergency-row").filter({ hasText: "SAMU" }).first();
    await row.getByRole("button", { name: "Comprobar" }).click();
    await row.getByText("Pregunté por otra vía").click();
    await row.getByRole("button", { name: "Mostrar por 90 días" }).click();
    await row.getByText(/Se muestra hasta/).waitFor();
    await page.reload(); // one's own browser keeps the page for a minute
    expect(await page.locator('.danger a[href="tel:131"]').count()).toBe(1);
    expect(await page.locator(k_tappable).count()).toBe(1);
    expect([...(await keeper.faults()), ...(await anybody.faults({ axe: false }))]).toEqual([]);
    await keeper.leave();
    await anybody.leave();
  } finally {
    if (program.server) await program.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
