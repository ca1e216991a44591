import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { fakeServer, objections, openAt } from "@/tests/pages";
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
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Línea Demo Joven y OLN Comuna Demo: Sin convenio");
  expect(await objections(container)).toEqual([]);
});

test("arrows pass over the diagonal and stay inside", () => {
  expect(step("ArrowRight", [1, 0], 3)).toEqual([1, 2]);
  expect(step("ArrowUp", [0, 1], 3)).toEqual([0, 1]);
  expect(step("ArrowUp", [1, 0], 3)).toEqual([1, 0]);
  expect(step("a", [1, 0], 3)).toBeUndefined();
});
