import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();

test("who is who is told with as little as they want, and what ended stays as ended", async () => {
  const state = fakeServer();
  const { container } = openAt(`/personas/${martina.id}`);
  const region = within(await screen.findByRole("region", { name: "Su gente" }));
  expect(await region.findByText("Tía o tío · 46 años · Viven en la misma casa · cerca")).toBeTruthy();
  await user.click(region.getByRole("button", { name: "Agregar a alguien" }));
  await user.click(region.getByRole("button", { name: "Agregar" }));
  expect(region.getByText("Elija quién es.")).toBeTruthy();
  expect(await objections(container)).toEqual([]);
  await user.click(region.getByRole("button", { name: /Quién es/ }));
  await user.click(await screen.findByRole("option", { name: "Mamá" }));
  await write(region.getByLabelText("Cómo le dicen"), "Ana");
  await user.click(region.getByRole("button", { name: "Agregar" }));
  expect(await region.findByText("Mamá")).toBeTruthy();
  expect(state.attention.relationships[1]).toMatchObject({ kinship: "mother", name: "Ana" });
  await user.click(region.getByRole("button", { name: "Ya no Ana" }));
  expect(await region.findByText("Hubo 1 más")).toBeTruthy();
  expect(region.getByRole("button", { name: "Sigue siendo Ana" })).toBeTruthy();
});

test("somebody who has a record here is linked without leaving the page", async () => {
  const state = fakeServer();
  const { container } = openAt(`/personas/${martina.id}`);
  const region = within(await screen.findByRole("region", { name: "Su gente" }));
  await user.click(await region.findByRole("button", { name: "Agregar a alguien" }));
  await user.click(region.getByRole("button", { name: "Ya tiene ficha: buscarla" }));
  await write(region.getByLabelText("Nombre, código o teléfono"), "Rosa Huenchuñir");
  await user.click(region.getByRole("button", { name: "Buscar" }));
  const found = await region.findAllByRole("button", { name: /^Es esta persona/ });
  expect(await objections(container)).toEqual([]);
  await user.click(found[0] as HTMLElement);
  expect(region.getByText("Ficha:")).toBeTruthy();
  await user.click(region.getByRole("button", { name: /Quién es/ }));
  await user.click(await screen.findByRole("option", { name: "Mamá" }));
  await user.click(region.getByRole("button", { name: "Agregar" }));
  expect(await region.findByText("Mamá")).toBeTruthy();
  expect(state.attention.relationships[1]).toMatchObject({ kinship: "mother", other_person_id: expect.any(String) as string });
  expect("name" in (state.attention.relationships[1] ?? {})).toBe(false);
  expect(window.location.pathname).toBe(`/personas/${martina.id}`);
});

test("a refusal of any of its fields is told there, and of anything else in the server's words", async () => {
  const state = fakeServer();
  openAt(`/personas/${martina.id}`);
  const region = within(await screen.findByRole("region", { name: "Su gente" }));
  await user.click(region.getByRole("button", { name: "Agregar a alguien" }));
  await user.click(region.getByRole("button", { name: /Quién es/ }));
  await user.click(await screen.findByRole("option", { name: "Mamá" }));
  await write(region.getByLabelText("Cómo le dicen"), "Ana");
  state.instead.set(`POST /api/v1/people/${martina.id}/relationships`, () =>
    problem(422, "invalid", "Hay datos que corregir.", [
      { pointer: "/note", code: "too_long", message: "Use menos de 500 letras." },
      { pointer: "/other_person_id", code: "not_found", message: "Esa persona no existe." },
    ]),
  );
  await user.click(region.getByRole("button", { name: "Agregar" }));
  const alert = within(await region.findByRole("alert"));
  expect(alert.getByText("Esa persona no existe.")).toBeTruthy();
  await user.click(alert.getByRole("link", { name: "Algo que convenga saber" }));
  expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
});
