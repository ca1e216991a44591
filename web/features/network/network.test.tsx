import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { fakeServer, objections, openAt, write } from "@/tests/pages";
import { step } from "./cloth";

const user = userEvent.setup();

test("each pair says its level; the chosen one tells its definition and what may travel", async () => {
  fakeServer();
  const { container } = openAt("/red");
  const cell = await screen.findByRole("button", { name: "Línea Demo Joven y CESFAM Demo Norte: 3, Coordinación" });
  await user.click(cell);
  const detail = within(screen.getByRole("region", { name: "El convenio elegido" }));
  expect(detail.getByText(/acuerdos interinstitucionales formales/)).toBeTruthy();
  expect(detail.getAllByText("sí, con permiso")).toHaveLength(3);
  expect(detail.getByText(/Dirección, Línea Demo Joven/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Línea Demo Joven y OLN Comuna Demo: Sin convenio" })).toBeTruthy();
  cell.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("Línea Demo Joven y OLN Comuna Demo: Sin convenio");
  expect(await objections(container)).toEqual([]);
});

test("arrows pass over the diagonal and stay inside", () => {
  expect(step("ArrowRight", [1, 0], 3)).toEqual([1, 2]);
  expect(step("ArrowUp", [0, 1], 3)).toEqual([0, 1]);
  expect(step("ArrowUp", [1, 0], 3)).toEqual([1, 0]);
  expect(step("a", [1, 0], 3)).toBeUndefined();
});

test("a proposal that waits for my institution is signed by its office, after saying what it lets travel", async () => {
  const state = fakeServer((fresh) => { fresh.me = { ...antonia, roles: ["supervisor"], permissions: ["network_read", "agreement_sign"] }; });
  const { container } = openAt("/red");
  await user.click(await screen.findByRole("button", { name: "Firmar OLN Comuna Demo" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("nombre y contacto")).toBeTruthy();
  await write(dialog.getByLabelText("Quién firma por su institución"), "Dirección");
  await user.click(dialog.getByRole("button", { name: "Firmar el convenio" }));
  expect(state.log).toContain("POST /api/v1/agreements/00000000-0000-7000-8000-000000000902/moves");
  expect(await objections(container)).toEqual([]);
});

test("ending says what it changes before it can be done", async () => {
  fakeServer((fresh) => { fresh.me = { ...antonia, roles: ["supervisor"], permissions: ["network_read", "agreement_sign"] }; });
  openAt("/red");
  await user.click(await screen.findByRole("button", { name: "Terminar CESFAM Demo Norte" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("Hay 2 derivaciones abiertas entre las dos: siguen su curso.")).toBeTruthy();
  expect(dialog.getByText(/ya no alcanzará a CESFAM Demo Norte/)).toBeTruthy();
});
