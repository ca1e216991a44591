import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();
const at = (view = "") => `/personas/${martina.id}${view}`;

describe("searching", () => {
  test("shows covered names, and never puts what was asked in the address", async () => {
    const state = fakeServer();
    const { container } = openAt("/personas");
    await write(await screen.findByLabelText("Nombre, código o teléfono"), "Martina Huenchuñir");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("2 personas calzan")).toBeTruthy();
    expect(container.textContent).not.toContain("Martina H");
    expect(screen.getByText("Conocida por la red. Otra institución la atiende.")).toBeTruthy();
    expect(window.location.pathname + window.location.search).toBe("/personas");
    expect(state.log).toContain("POST /api/v1/people/search");
    expect(await objections(container)).toEqual([]);
  });
  test("nobody found offers to register; nothing written asks for something", async () => {
    fakeServer();
    openAt("/personas");
    const field = await screen.findByLabelText("Nombre, código o teléfono");
    await user.click(field);
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Escriba al menos un dato para buscar.")).toBeTruthy();
    await write(field, "nadie");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Nadie de su institución calza con eso.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Registrar a una persona" })).toBeTruthy();
  });
});

describe("registering", () => {
  test("asks nothing of who they are by default, and shows the code to come back once", async () => {
    const state = fakeServer();
    const { container } = openAt("/personas/nueva");
    await write(await screen.findByLabelText(/Cómo quiere que le digan/), "Dani");
    expect(screen.queryByLabelText(/^RUN/)).toBeNull();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    expect(await screen.findByText("LUNA-48-RÍO")).toBeTruthy();
    expect(state.person).toMatchObject({ identity: "pseudonymous", alias: "Dani" });
    expect(screen.getByRole("link", { name: "Abrir su ficha" }).getAttribute("href")).toBe(at());
  });

  test("offers the field's own words for what people say of themselves, and keeps any other as it was said", async () => {
    const state = fakeServer();
    const { container } = openAt("/personas/nueva");
    const pueblo = await screen.findByRole("combobox", { name: /Pueblo al que pertenece/ });
    const offers = [...(container.querySelector(`datalist#${pueblo.getAttribute("list")}`)?.querySelectorAll("option") ?? [])].map(({ value }) => value);
    expect(offers).toContain("Selk'nam");
    expect(screen.queryByRole("combobox", { name: /Discapacidad/ })).toBeNull();
    await write(pueblo, "Mapuche y aymara");
    expect(await objections(container)).toEqual([]);
    await waitFor(() => expect(state.drafts.get("person/new")?.content).toMatchObject({ pueblo: "Mapuche y aymara" }), { timeout: 4_000 });
  });
  test("who may be the same person appears while writing, covered, without blocking", async () => {
    fakeServer();
    openAt("/personas/nueva");
    await user.click(await screen.findByRole("radio", { name: /Con nombre y contacto/ }));
    await write(screen.getByLabelText("Nombres"), "Martina");
    await write(screen.getByLabelText(/Primer apellido/), "Huenchuñir");
    const aside = within(screen.getByRole("complementary", { name: "¿Ya está en Hebra?" }));
    expect(await aside.findByText("Puede ser la misma persona: 2", {})).toBeTruthy();
    expect(screen.getByRole("button", { name: "Registrar" })).toHaveProperty("disabled", false);
  });

  test("a RUN with a wrong digit is stopped here and named; nothing is lost or sent", async () => {
    const state = fakeServer();
    openAt("/personas/nueva");
    await user.click(await screen.findByRole("radio", { name: /Con RUN/ }));
    await write(screen.getByLabelText(/^RUN/), "12345678-6");
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("El RUN no calza con su último dígito.");
        expect(screen.getByLabelText(/^RUN/)).toHaveProperty("value", "12345678-6");
    expect(state.log).not.toContain("POST /api/v1/people");
  });

  test("what the server refuses is shown at its field", async () => {
    const state = fakeServer();
    openAt("/personas/nueva");
    await write(await screen.findByLabelText(/Cómo quiere que le digan/), "Dani");
    await write(screen.getByLabelText(/Edad que dice tener/), "16");
    state.instead.set("POST /api/v1/people", () => problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/age_stated", code: "out_of_range", message: "Revise la edad." }]));
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Revise la edad.");
    expect(screen.getByLabelText(/Edad que dice tener/).getAttribute("aria-invalid")).toBe("true");
  });

  test("trying again after silence carries the same key", async () => {
    const state = fakeServer();
    openAt("/personas/nueva");
    await write(await screen.findByLabelText(/Cómo quiere que le digan/), "Dani");
    await waitFor(() => expect(state.drafts.size).toBe(1));
    state.keys.length = 0;
    state.instead.set("POST /api/v1/people", () => problem(503, "unavailable"));
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    await screen.findByRole("alert");
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    await screen.findByText("LUNA-48-RÍO");
    expect(state.keys[0]).toBe(state.keys[1]);
  });
});

describe("a person's page", () => {
  test("calls them as they want, and says how to reach them safely", async () => {
    fakeServer();
    const { container } = openAt(at());
    expect(await screen.findByRole("heading", { level: 1, name: "Martina" })).toBeTruthy();
    expect(screen.getByText("Con nombre y contacto").closest("li")?.getAttribute("aria-current")).toBe("true");
    const sheet = within(screen.getByRole("region", { name: "Contacto seguro" }));
    expect(sheet.getByText("+56 9 0000 0147.")).toBeTruthy();
    expect(sheet.getByText("Teléfono: lunes a viernes, de 16:00 a 18:00.")).toBeTruthy();
    expect(sheet.getByText(/No dar recados/)).toBeTruthy();
    expect(await screen.findByText("Compromisos abiertos: 3")).toBeTruthy();
    expect(document.title).toBe("HB-7K2M · Hebra");
    expect(await objections(container)).toEqual([]);
  });

  test("who saw it names oneself as «Usted» and marks the refused attempt", async () => {
    fakeServer();
    openAt(at("/vistas"));
    expect(await screen.findAllByText("Usted")).toHaveLength(3);
    expect(screen.getByText(/teléfono y contacto seguro/)).toBeTruthy();
    expect(screen.getByText("Alguien de Hospital Demo").closest("li")?.className).toContain("view--refused");
  });

  test("somebody of another institution does not exist", async () => {
    fakeServer();
    openAt("/personas/00000000-0000-7000-8000-000000000999");
    expect(await screen.findByRole("heading", { level: 1, name: "Esta página no existe" })).toBeTruthy();
  });

  test("nobody's age makes them a minor, in words", async () => {
    fakeServer((state) => { state.person = { id: martina.id, thread_id: "t", thread_code: "HB-4T9W", identity: "anonymous", version: 1, created_at: new Date().toISOString() }; });
    openAt(at());
    expect(await screen.findByText("no se sabe: se trata como menor")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Anotar contacto seguro" })).toBeTruthy();
  });
});

describe("the safe-contact form", () => {
  test("a row that was removed can be taken back; a wrong hour is named", async () => {
    const state = fakeServer();
    const { container } = openAt(at("/contacto"));
    await user.click(await screen.findByRole("button", { name: /Quitar \+56900000147/ }));
    expect(screen.queryByDisplayValue("+56900000147")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Deshacer" }));
    expect(screen.getByDisplayValue("+56900000147")).toBeTruthy();
    const from = screen.getAllByLabelText("Desde")[0];
    if (!from) throw new Error("no hours");
    await write(from, "cuatro");
    await user.click(screen.getByRole("button", { name: "Guardar" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Escriba la hora así: 16:00.");
    expect(await objections(container)).toEqual([]);
    await write(from, "15:00");
    await user.click(screen.getByRole("button", { name: "Guardar" }));
    await screen.findByText("Teléfono: lunes a viernes, de 15:00 a 18:00.");
    expect(state.person.version).toBe(5);
  });

  test("when somebody else was first, both are seen and mine can be saved over theirs", async () => {
    const state = fakeServer();
    openAt(at("/contacto"));
    const words = await screen.findByLabelText(/Qué no decir/);
    await write(words, "mi frase");
    await waitFor(() => expect(state.drafts.size).toBe(1));
    state.person = { ...martina, version: 9, safe_contact: { channels: [], hours: [], voicemail: "no", do_not_say: "su frase" } };
    state.instead.set(`PATCH /api/v1/people/${martina.id}`, () => problem(412, "changed_meanwhile"));
    await user.click(screen.getByRole("button", { name: "Guardar" }));
    expect(await screen.findByText(/Otra persona cambió esta ficha/)).toBeTruthy();
    expect(await screen.findByText("su frase")).toBeTruthy();
    expect(screen.getByDisplayValue("mi frase")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Guardar lo mío" }));
    await waitFor(() => expect(state.person.safe_contact?.do_not_say).toBe("mi frase"));
  });
});
