// A version of a form from the one asked today: changed, looked at, tried, kept, published, and taken back.
import { expect, test } from "vitest";
import { useBrowser, Visitor } from "./visitor.ts";

useBrowser();

interface Written { version: string; sections: { fields: { id: string; label: { es: string }; required_at?: string }[] }[] }

test("an administrator changes the form, sees what changes, tries it, publishes it and takes it back", async () => {
  const admin = await (await Visitor.come()).signIn("admin@red.demo");
  const page = await admin.open("/formularios");
  const asked = page.locator(".rows__title .aside-text");
  const before = /\d+\.\d+\.\d+/.exec(await asked.innerText())?.[0] ?? "";
  await page.getByRole("button", { name: "Partir de la que se usa hoy" }).click();
  const paste = page.getByLabel("Definición (JSON)");
  await expect.poll(() => paste.inputValue()).toContain('"sections"');
  const definition = JSON.parse(await paste.inputValue()) as Written;
  for (const field of definition.sections.flatMap(({ fields }) => fields)) {
    if (field.id !== "welcome") continue;
    field.label.es = "Acogida";
    field.required_at = "closed";
  }
  await paste.fill("{");
  await page.getByRole("button", { name: "Ver qué cambia" }).click();
  await page.getByText(/Esto no es JSON/).waitFor();
  await paste.fill(JSON.stringify(definition));
  await page.getByRole("button", { name: "Ver qué cambia" }).click();

  await page.getByRole("heading", { name: `2 cambios frente a la ${before}, que se usa hoy` }).waitFor();
  await page.getByText("Hay que responderla para cerrar.").first().waitFor();
  const result = page.getByRole("region", { name: "Qué pasa con esas respuestas" });
  await result.getByText(`Solo la ${definition.version} pide corregir`).waitFor();
  await page.getByLabel(/^Acogida/).fill("Una respuesta inventada");
  await result.getByText("Lo que respondió").waitFor();
  await expect.poll(() => result.innerText()).not.toContain(`Solo la ${definition.version}`);
  expect(await admin.faults()).toEqual([]);

  await page.getByRole("button", { name: "Guardar como borrador" }).click();
  await page.getByRole("button", { name: `Revisar ${definition.version}` }).click();
  await page.getByRole("button", { name: "Publicar" }).click();
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Publicar" }).click();
  await expect.poll(() => asked.innerText()).toContain(definition.version);

  await page.getByRole("button", { name: `Retirar ${definition.version}` }).click();
  await page.getByText(`Desde ahora se pregunta con la ${before}.`, { exact: false }).waitFor();
  expect(await admin.faults()).toEqual([]);
  await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: "Retirar" }).click();
  await expect.poll(() => asked.innerText()).toContain(before);
  await admin.leave();
});
