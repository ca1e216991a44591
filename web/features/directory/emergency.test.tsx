import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { emergencyNumbers } from "@/tests/fake-directory";
import { fakeServer, objections, openAt } from "@/tests/pages";

const user = userEvent.setup();
const row = async (name: string) => within((await screen.findByText(name)).closest("li") as HTMLElement);

test("none is shown until somebody answers for it; who saves lives is not rung as a test", async () => {
  const state = fakeServer((fresh) => {
    fresh.me = { ...antonia, roles: ["admin"], permissions: ["directory_read", "emergency_keep"] };
    fresh.emergency = emergencyNumbers();
  });
  const { container } = openAt("/numeros-de-emergencia");
  expect(await screen.findByText("0 de 2 se muestran; falta decidir 2")).toBeTruthy();
  const publicly = within(screen.getByRole("complementary", { name: "Así lo ve el público" }));
  expect(publicly.getByText(/^Ningún número todavía/)).toBeTruthy();
  const ambulance = await row("Ambulancia Demo");
  await user.click(ambulance.getByRole("button", { name: "Comprobar" }));
  expect(ambulance.getByRole("radio", { name: /Llamé y contestaron/ })).toHaveProperty("disabled", true);
  expect(ambulance.getByRole("button", { name: "Mostrar por 90 días" })).toHaveProperty("disabled", true);
  await user.click(ambulance.getByRole("radio", { name: /Pregunté por otra vía/ }));
  expect(await objections(container)).toEqual([]);
  await user.click(ambulance.getByRole("button", { name: "Mostrar por 90 días" }));
  expect(await screen.findByText("1 de 2 se muestran; falta decidir 1")).toBeTruthy();
  expect(publicly.getByText(/Ambulancia Demo$/)).toBeTruthy();
  expect(state.log).toContain("POST /api/v1/directory/emergency-numbers/confirmations");
});

test("who may only read decides nothing", async () => {
  fakeServer((fresh) => {
    fresh.me = { ...antonia, permissions: ["directory_read"] };
  });
  openAt("/numeros-de-emergencia");
  expect((await screen.findAllByText("Nadie lo ha comprobado todavía: no se muestra.")).length).toBe(2);
  expect(screen.queryByRole("button", { name: "Comprobar" })).toBeNull();
});
