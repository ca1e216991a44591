import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { drafted } from "@/tests/fake-forms";
import { fakeServer, objections, openAt, write } from "@/tests/pages";

const user = userEvent.setup();
const asAdmin = () => fakeServer((state) => { state.me = { ...antonia, roles: ["admin"], permissions: ["form_manage"] }; });

test("the versions say where they stand, who brought them there, and which is asked today", async () => {
  asAdmin();
  const { container } = openAt("/formularios");
  await screen.findByText("borrador");
  expect([...container.querySelectorAll(".row__title")].map((title) => title.textContent)).toEqual(["1.2.0 borrador", "1.1.0 se pregunta hoy", "1.0.0 de Hebra"]);
  expect(screen.getByText(/La publicó Esteban Quispe/)).toBeTruthy();
  expect(await objections(container)).toEqual([]);
});

test("retiring says first which version will be asked, and then that it is", async () => {
  const state = asAdmin();
  openAt("/formularios");
  await user.click(await screen.findByRole("button", { name: "Retirar 1.1.0" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/Desde ahora se pregunta con la 1\.0\.0/)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Retirar" }));
  expect((await screen.findAllByText("La versión 1.1.0 está retirada. Ahora se pregunta con la 1.0.0.")).length).toBeGreaterThan(0);
  expect(state.forms.find(({ version }) => version === "1.0.0")?.in_force).toBe(true);
});

test("a draft is thrown away after saying that it does not come back", async () => {
  const state = asAdmin();
  openAt("/formularios");
  await user.click(await screen.findByRole("button", { name: "Descartar 1.2.0" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Descartar" }));
  await screen.findAllByText("El borrador 1.2.0 se descartó.");
  expect(state.forms.map(({ version }) => version)).toEqual(["1.1.0", "1.0.0"]);
});

test("a draft is reviewed in plain words, tried with made-up answers, and published", async () => {
  const state = asAdmin();
  const { container } = openAt("/formularios");
  await user.click(await screen.findByRole("button", { name: "Revisar 1.2.0" }));
  await screen.findByRole("heading", { name: "2 cambios frente a la 1.1.0, que se usa hoy" });
  expect(screen.getByText("Hay que responderla para cerrar.")).toBeTruthy();
  expect(screen.getByText("Opción que ya no se ofrece")).toBeTruthy();
  const result = within(screen.getByRole("region", { name: "Qué pasa con esas respuestas" }));
  expect(result.getByText("Solo la 1.2.0 pide corregir")).toBeTruthy();
  await write(screen.getByLabelText(/^Acogida y vínculo/), "Una respuesta inventada");
  await result.findByText("Lo que respondió", undefined, { timeout: 4000 });
  expect(await result.findByText(/las dos versiones preguntan, exigen y suman lo mismo/)).toBeTruthy();
  expect(await objections(container)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Publicar" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Publicar" }));
  await screen.findAllByText("La versión 1.2.0 está publicada: desde ahora se pregunta con ella.");
  expect(state.forms[0]).toMatchObject({ version: "1.2.0", status: "published", in_force: true });
}, 20_000);

test("what cannot be imported says which question it is about; what can is kept as a draft", async () => {
  const state = asAdmin();
  openAt("/formularios");
  const paste = await screen.findByLabelText(/^Definición/);
  await write(paste, "{");
  await user.click(screen.getByRole("button", { name: "Ver qué cambia" }));
  expect(screen.getByText(/Esto no es JSON/)).toBeTruthy();
  await write(paste, JSON.stringify({ ...drafted(), version: "1.0.0" }));
  await user.click(screen.getByRole("button", { name: "Ver qué cambia" }));
  expect(await screen.findByText("Temas: Acoso: Una opción no se quita.")).toBeTruthy();
  await write(paste, JSON.stringify({ ...drafted(), version: "1.3.0" }));
  await user.click(screen.getByRole("button", { name: "Ver qué cambia" }));
  await user.click(await screen.findByRole("button", { name: "Guardar como borrador" }));
  await screen.findAllByText("La versión 1.3.0 quedó como borrador. Se usará cuando la publique.");
  expect(state.log.filter((line) => line === "POST /api/v1/forms/import").length).toBeGreaterThan(1);
}, 20_000);
