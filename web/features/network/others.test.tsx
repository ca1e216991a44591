import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia, institutions } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();
const signer = { ...antonia, roles: ["admin" as const], permissions: ["network_read", "agreement_sign", "institution_found"] };
const choose = async (within_: ReturnType<typeof within>, label: RegExp, option: string) => {
  await user.click(within_.getByRole("button", { name: label }));
  await user.click(await screen.findByRole("option", { name: option }));
};

test("signing another level keeps the goal of the two, and another goal can be set, never below the level", async () => {
  const state = fakeServer((fresh) => { fresh.me = signer; });
  openAt("/red");
  await user.click(await screen.findByRole("button", { name: "Línea Demo Joven y CESFAM Demo Norte: 3, Coordinación" }));
  await user.click(screen.getByRole("button", { name: "Proponer otro nivel" }));
  let dialog = within(await screen.findByRole("dialog"));
  await choose(dialog, /Nivel/, "3. Coordinación");
  await user.click(dialog.getByRole("button", { name: "Firmar y proponer" }));
  await waitFor(() => expect(state.proposed[0]).toMatchObject({ level: "coordination", goal: "collaboration" }));
  await user.click(await screen.findByRole("button", { name: "Proponer otro nivel" }));
  dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: /Meta de las dos/ }));
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual(["Sin meta todavía", "4. Colaboración", "5. Convergencia", "6. Consolidación"]);
  await user.click(screen.getByRole("option", { name: "6. Consolidación" }));
  await user.click(dialog.getByRole("button", { name: "Firmar y proponer" }));
  await waitFor(() => expect(state.proposed[1]).toMatchObject({ level: "collaboration", goal: "consolidation" }));
});

test("what a level shows is what the server says of it", async () => {
  fakeServer((fresh) => {
    fresh.me = signer;
    fresh.network.levels = fresh.network.levels.map((rule) => (rule.level === "cooperation" ? { ...rule, events_visible: true } : rule));
  });
  openAt("/red");
  await user.click(await screen.findByRole("button", { name: "Firmar OLN Comuna Demo" }));
  expect(within(await screen.findByRole("dialog")).getByText("Cada una ve en la hebra los nudos de la otra, mientras la persona lo permita. Las notas, no.")).toBeTruthy();
});

test("one institution is one institution", async () => {
  fakeServer((fresh) => { fresh.network.institutions = [institutions.line]; fresh.network.agreements = []; });
  openAt("/red");
  expect(await screen.findByText("1 institución · 0 de 0 pares con convenio")).toBeTruthy();
});

test("an agreement is proposed to an institution that is not in the cloth", async () => {
  const state = fakeServer((fresh) => { fresh.me = signer; });
  const { container } = openAt("/red");
  const others = within(await screen.findByRole("region", { name: "Otras instituciones" }));
  await choose(others, /Con qué institución/, institutions.gender.name);
  await user.click(others.getByRole("button", { name: "Proponer un convenio" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Firmar y proponer" }));
  await waitFor(() => expect(state.proposed).toMatchObject([{ with: institutions.gender.id, level: "communication" }]));
  expect(state.proposed[0]).not.toHaveProperty("goal");
  expect(await objections(container)).toEqual([]);
});

test("who may found an institution does it here; what is missing is named, and it can be agreed with at once", async () => {
  const state = fakeServer((fresh) => { fresh.me = signer; });
  openAt("/red");
  await user.click(await screen.findByRole("button", { name: "Agregar una institución" }));
  const dialog = within(await screen.findByRole("dialog"));
  const found = dialog.getByRole("button", { name: "Agregar la institución" });
  await user.click(found);
  expect(dialog.getByText("Elija qué es en derecho.")).toBeTruthy();
  await write(dialog.getByLabelText("Nombre"), "Corporación Demo");
  await choose(dialog, /Qué es/, "Privada sin fines de lucro");
  await choose(dialog, /Área/, "Familia y comunidad");
  expect(await objections(screen.getByRole("dialog"))).toEqual([]);
  state.instead.set("POST /api/v1/institutions", () => problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/name", code: "taken", message: "Ya hay una institución con ese nombre." }]));
  await user.click(found);
  expect(await dialog.findByRole("alert")).toHaveProperty("textContent", expect.stringContaining("Ya hay una institución con ese nombre."));
  await user.click(found);
  await waitFor(() => expect(state.founded).toMatchObject([{ name: "Corporación Demo", legal_nature: "private_nonprofit", sector: "community" }]));
  expect(await screen.findByRole("button", { name: /Corporación Demo.*Con qué institución/ })).toBeTruthy();
});

test("who may neither sign nor found sees no such part", async () => {
  fakeServer();
  openAt("/red");
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("region", { name: "Otras instituciones" })).toBeNull();
});
