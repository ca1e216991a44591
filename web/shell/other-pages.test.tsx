import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { fakeServer, objections, openAt } from "@/tests/pages";

const user = userEvent.setup();

describe("every page that one's permissions allow", () => {
  const signer = { ...antonia, roles: ["agent" as const], permissions: ["network_read", "agreement_sign", "person_read", "directory_edit"] };

  test("is found by name, also when no word of the head leads there", async () => {
    fakeServer((state) => { state.me = signer; });
    openAt("/");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("searchbox");
    expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual(expect.arrayContaining(["Red", "Agregar un servicio al catastro", "Buscar con más datos", "Avisos", "Mi cuenta"]));
    for (const other of ["Registrar a una persona", "Borrar a una persona", "Derechos", "Equipo"]) expect(screen.queryByRole("menuitem", { name: other })).toBeNull();
  });

  test("is in the menu under the name, unless the head has it", async () => {
    fakeServer((state) => { state.me = signer; });
    const { container } = openAt("/");
    await user.click(await screen.findByRole("button", { name: /Su menú/ }));
    const link = await screen.findByRole("menuitem", { name: "Red" });
    expect(screen.queryByRole("menuitem", { name: "Catastro" })).toBeNull();
    expect(await objections(container)).toEqual([]);
    await user.click(link);
    expect(await screen.findByRole("heading", { level: 1, name: "Tejido de la red" })).toBeTruthy();
  });
});
