import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia, institutions } from "@/tests/fake-data";
import { familyCentre } from "@/tests/fake-directory";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();
const reader = { ...antonia, permissions: [...antonia.permissions, "network_read"] };
const keeper = { ...reader, permissions: [...reader.permissions, "contacts_name"] };

test("an institution says its area, what it is, and whom to call first", async () => {
  fakeServer((fresh) => { fresh.me = reader; });
  const { container } = openAt(`/red/${institutions.health.id}`);
  expect(await screen.findByRole("heading", { level: 1, name: institutions.health.name })).toBeTruthy();
  expect(screen.getByText("Salud")).toBeTruthy();
  expect(screen.getByText("Convenio vigente, nivel 3: Coordinación.")).toBeTruthy();
  const whom = within(await screen.findByRole("region", { name: "A quién llamar ante una duda" }));
  const [first, second] = await whom.findAllByRole("listitem");
  expect(first?.textContent).toContain("Marisol Tapia");
  expect(first?.textContent).toContain("+56 9 0000 0063");
  expect(second?.textContent).toContain("Jorge Catalán");
  expect(whom.queryByRole("link")).toBeNull();
  expect(screen.queryByRole("button", { name: "Cambiar a quién llamar" })).toBeNull();
  expect(await objections(container)).toEqual([]);
});

test("one's own names whom to call: in order, without what was left blank, and a wrong number is said at its field", async () => {
  const state = fakeServer((fresh) => { fresh.me = keeper; });
  openAt(`/red/${institutions.line.id}`);
  await user.click(await screen.findByRole("button", { name: "Cambiar a quién llamar" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Agregar a otra persona" }));
  await user.click(dialog.getByRole("button", { name: "Agregar a otra persona" }));
  const fourth = within(dialog.getByRole("group", { name: "Persona 4" }));
  await write(fourth.getByLabelText("Nombre"), "Antonia Reyes");
  await write(fourth.getByLabelText("Cargo"), "Enlace");
  await write(fourth.getByLabelText("Teléfono del trabajo"), "12");
  await user.click(dialog.getAllByRole("button", { name: "Que sea la primera" })[0]!);
  expect(await objections(screen.getByRole("dialog"))).toEqual([]);
  const wrong = "Ese teléfono no se puede marcar. Escríbalo completo: +56 2 2345 6789.";
  state.instead.set(`PUT /api/v1/institutions/${institutions.line.id}/contacts`, () => problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/people/2/phone", code: "contact_phone", message: wrong }]));
  await user.click(dialog.getByRole("button", { name: "Guardar" }));
  await waitFor(() => expect(within(dialog.getByRole("group", { name: "Persona 4" })).getByText(wrong)).toBeTruthy());
  await user.click(dialog.getByRole("button", { name: "Guardar" }));
  await waitFor(() => expect(state.contactPeople.people.map(({ name }) => name)).toEqual(["Jorge Catalán", "Marisol Tapia", "Antonia Reyes"]));
  expect(state.contactPeople.people[2]).toEqual({ name: "Antonia Reyes", post: "Enlace", phone: "12" });
});

test("an institution outside one's network is no page", async () => {
  fakeServer((fresh) => { fresh.me = reader; });
  openAt("/red/00000000-0000-7000-8000-000000000999");
  expect(await screen.findByRole("heading", { level: 1 })).toHaveProperty("textContent", expect.not.stringContaining("Salud"));
  expect(screen.queryByRole("region", { name: "A quién llamar ante una duda" })).toBeNull();
});

test("the row of an institution's service says whom to call there", async () => {
  fakeServer((fresh) => { fresh.me = reader; fresh.entry = { ...fresh.entry, institution_id: institutions.health.id }; });
  openAt(`/catastro/${familyCentre().id}`);
  expect(await screen.findByRole("link", { name: "Ver a quién llamar" })).toHaveProperty("pathname", `/red/${institutions.health.id}`);
});

test("its administration corrects its name and area, not what it is in law, and sends only what changed", async () => {
  const state = fakeServer((fresh) => { fresh.me = { ...reader, permissions: [...reader.permissions, "institution_correct"] }; });
  openAt(`/red/${institutions.line.id}`);
  await user.click(await screen.findByRole("button", { name: "Corregir sus datos" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Qué es: Privada sin fines de lucro. Lo corrige quien coordina la red.")).toBeTruthy();
  expect(dialog.queryByRole("button", { name: /Qué es/ })).toBeNull();
  await write(dialog.getByLabelText("Nombre"), "Línea Joven");
  await user.click(dialog.getByRole("button", { name: /Área/ }));
  await user.click(await screen.findByRole("option", { name: "Educación" }));
  expect(await objections(screen.getByRole("dialog"))).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Guardar" }));
  await waitFor(() => expect(state.corrected).toEqual([{ name: "Línea Joven", sector: "education" }]));
});
