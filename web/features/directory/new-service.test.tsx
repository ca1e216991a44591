import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem } from "@/tests/pages";
import { emptyService, newServiceErrors, newServiceOf, sentChannels, type NewServiceForm } from "./new-service";
import { isPassedOver, sorted } from "./uses";
import { fieldAt } from "./written-fields";

const editor = { ...antonia, permissions: ["directory_read", "directory_edit", "directory_keep"] };
const workshop: NewServiceForm = {
  ...emptyService, name: " Taller de música ", kind: "counselling", topics: ["mental_health"], channels: [{ row: 0, kind: "phone", contact: " 22 000 0140 ", answered: true }],
};

describe("what is sent", () => {
  test("only what was written", () => {
    expect(newServiceErrors(workshop)).toEqual({});
    expect(newServiceOf({ ...workshop, places: " 3 ", comuna: "13104", age_min: "15" })).toMatchObject({
      is_own: true, name: "Taller de música", kind: "counselling", channels: [{ kind: "phone", contact: "22 000 0140" }], age_min: 15, capacity: { places: 3 },
      coverage: { reach: "places", comunas: ["13104"] },
    });
    expect("capacity" in newServiceOf(workshop)).toBe(false);
  });
  test("what is missing has its field", () => {
    expect(newServiceErrors({ ...emptyService, own: false, places: "-7", age_min: "-7" })).toEqual({
      "name-now": "error.name", age_min: "error.age", kind: "error.kind", institution: "error.institution", "topics-add": "error.topics", "contact-0": "error.reach", places: "error.places",
    });
    expect(fieldAt("/capacity/places", workshop.channels)).toBe("places");
    expect(fieldAt("/channels/0/contact", sentChannels({ ...workshop, channels: [{ row: 0, kind: "sms", contact: "", answered: true }, { row: 4, kind: "phone", contact: "1", answered: true }] }))).toBe("contact-4");
  });
});

describe("the page", () => {
  const open = () => {
    const state = fakeServer((fresh) => {
      fresh.me = editor;
    });
    return { state, ...openAt("/catastro/agregar") };
  };

  test("shows who is there already, and adds once", async () => {
    const user = userEvent.setup();
    const { state, container } = open();
    await user.type(await screen.findByLabelText("Nombre"), "Centro Demo");
    expect((await screen.findAllByText("¿Es uno de estos?")).length).toBeGreaterThan(0);
    await user.click(screen.getByRole("button", { name: "Agregar al catastro" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Elija de qué tipo es.");
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Elija|Tipo/ }));
    await user.click(await screen.findByRole("option", { name: "Orientación" }));
    await user.type(screen.getByLabelText(/^Número, dirección o página/), "22 000 0140");
    await user.click(screen.getByRole("combobox", { name: /^Agregar un tema/ }));
    await user.click((await screen.findAllByRole("option"))[0] as HTMLElement);
    state.instead.set("POST /api/v1/directory/services", () => problem(422, "service_exists", "Ya hay un servicio con ese nombre.", [{ pointer: "/name", code: "service_exists", message: "Ya hay un servicio con ese nombre." }]));
    await user.click(screen.getByRole("button", { name: "Agregar al catastro" }));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Ya hay un servicio con ese nombre."));
    await user.click(screen.getByRole("button", { name: "Agregar al catastro" }));
    await waitFor(() => expect(state.entry).toMatchObject({ name: "Centro Demo", verified: "no" }));
  });

  test("nobody without the permission finds it", async () => {
    fakeServer((fresh) => {
      fresh.me = { ...antonia, permissions: ["directory_read"] };
    });
    openAt("/catastro/agregar");
    expect(await screen.findByRole("heading", { name: "Esta página no existe" })).toBeTruthy();
  });
});

describe("the use of the directory", () => {
  const use = (name: string, shown: number, tapped: number) => ({ service_id: name, code: name, name, shown, tapped, reported: 0 });
  test("the most first, and whoever is only looked at is named", () => {
    expect(sorted([use("b", 1, 9), use("a", 5, 0)], "shown").map(({ name }) => name)).toEqual(["a", "b"]);
    expect(sorted([use("b", 1, 9), use("a", 5, 0)], "tapped").map(({ name }) => name)).toEqual(["b", "a"]);
    expect([isPassedOver(use("a", 20, 0), 30), isPassedOver(use("a", 19, 0), 30), isPassedOver(use("a", 20, 1), 30)]).toEqual([true, false, false]);
    expect(isPassedOver(use("a", 20, 0), 7)).toBe(false); // a week says little
  });
  test("is a table, row by row", async () => {
    const user = userEvent.setup();
    fakeServer();
    const { container } = openAt("/catastro/uso");
    const rows = async () => (await screen.findAllByRole("row")).slice(1).map((row) => within(row).getByRole("rowheader").textContent);
    expect((await rows())[0]).toContain("Salud Responde");
    expect((await rows())[0]).toContain("Se mostró 203 veces en 30 días y nadie usó su contacto.");
    await user.click(screen.getByRole("radio", { name: "usados" }));
    expect((await rows())[0]).toContain("CESFAM Demo Norte");
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("radio", { name: "institución y tema" }));
    expect(screen.getByRole("row", { name: "Familia 1 41 menos de 5" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Bajar la tabla (CSV)" }).getAttribute("href")).toBe("/api/v1/directory/uses.csv?from=2026-10-24&until=2026-11-22");
    expect(await objections(container)).toEqual([]);
  });
});
