import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { closed, live } from "@/tests/fake-contacts";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();
const at = (id: string, view = "") => `/contactos/${id}${view}`;
const saidOf = (state: ReturnType<typeof fakeServer>, line: string) => state.attention.said.filter((one) => one.line === line).map(({ body }) => body);

describe("afterwards", () => {
  test("impossible dates are refused here, each by its name", async () => {
    const state = fakeServer();
    openAt("/contactos/nuevo");
    await write(await screen.findByLabelText("Qué día"), "31-02-2026");
    await write(screen.getByLabelText("Empezó a las"), "25:00");
    await user.click(screen.getByRole("button", { name: "Anotarla" }));
    expect(await screen.findByText("Esa fecha no existe. Escriba día, mes y año: 24-11-2026.")).toBeTruthy();
    expect(screen.getByText("Esa hora no existe. Escriba hora y minutos, de 00:00 a 23:59: 16:30.")).toBeTruthy();
    expect(saidOf(state, "create")).toEqual([]);
  });

  test("hours that cross midnight for long are asked, not written down without a word", async () => {
    const state = fakeServer();
    const { container } = openAt("/contactos/nuevo");
    await write(await screen.findByLabelText("Qué día"), "18-11-2025");
    await write(screen.getByLabelText("Empezó a las"), "10:20");
    await write(screen.getByLabelText("Terminó a las"), "10:00");
    expect(screen.getByText(/Así habría durado 23 h 40 min/)).toBeTruthy();
    expect(screen.queryByText(/Duró/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Anotarla" }));
    expect(await screen.findByText(/Terminó antes de empezar/)).toBeTruthy();
    expect(saidOf(state, "create")).toEqual([]);
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("checkbox", { name: "Sí, terminó al día siguiente" }));
    await user.click(screen.getByRole("button", { name: "Anotarla" }));
    await waitFor(() => expect(saidOf(state, "create")[0]).toMatchObject({ started_at: "2025-11-18T13:20:00.000Z", ended_at: "2025-11-19T13:00:00.000Z" }));
  });

  test("a closed one is read; it is corrected with a reason and forgets nothing", async () => {
    const state = fakeServer();
    const { container } = openAt(at(closed().id));
    expect(await screen.findByText("Con plan de acción")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: /Acogida/ })).toBeNull();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Corregir" }));
    await write(screen.getByRole("textbox", { name: /Por qué la corrige/ }), "Faltaba su abuela");
    expect(screen.getByText("Duerme 3 horas hace un mes").tagName).toBe("SPAN");
    await user.click(screen.getByRole("button", { name: "Guardar la corrección" }));
    await waitFor(() => expect(saidOf(state, "change")[0]).toMatchObject({ reason: "Faltaba su abuela" }));
    openAt(at(closed().id, "/versiones"));
    expect(await screen.findByText("Anoté mal el riesgo", { exact: false })).toBeTruthy();
    expect(screen.getAllByText("Bajo")[0]?.tagName).toBe("DEL");
  });

  test("somebody else's save is compared before anything is overwritten", async () => {
    const state = fakeServer();
    state.instead.set(`PATCH /api/v1/contacts/${live().id}`, () => problem(412, "changed_meanwhile"));
    openAt(at(live().id));
    const closing = await screen.findByRole("textbox", { name: /Cierre e invitación/ });
    fireEvent.change(closing, { target: { value: "Puede volver." } });
    await user.click(screen.getByRole("button", { name: "Guardar sin cerrar" }));
    await user.click(await screen.findByRole("button", { name: "Comparar las dos" }));
    expect(await screen.findByText("Cierre e invitación: Puede volver.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Guardar lo mío" }));
    await waitFor(() => expect(saidOf(state, "change")).toHaveLength(1));
  });

  test("a file that is refused says why in the server's words", async () => {
    fakeServer();
    const { container } = openAt(at(live().id));
    await screen.findByText("Adjuntar un archivo");
    const input = container.querySelector("input[type=file]") as HTMLInputElement;
    await user.upload(input, new File(["x"], "virus.exe"));
    expect(await screen.findByText(/Ese tipo de archivo no se acepta/)).toBeTruthy();
  });

  test("a file is taken away while it is open; closed, the page says to reopen it first", async () => {
    const state = fakeServer();
    state.attention.files = [{ id: "00000000-0000-7000-8000-000000000699", name: "carta.pdf", media_type: "pdf", size: 2048, added_at: live().started_at, added_by: live().agent_id, added_by_name: "Antonia R." }];
    openAt(at(closed().id));
    expect(await screen.findByText("La atención está cerrada y guarda sus archivos. Para quitar uno, reábrala primero.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Descargar carta.pdf" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Quitar carta.pdf" })).toBeNull();
    cleanup();
    openAt(at(live().id));
    expect(await screen.findByRole("button", { name: "Quitar carta.pdf" })).toBeTruthy();
    expect(screen.queryByText(/guarda sus archivos/)).toBeNull();
  });
});

describe("the list", () => {
  test("is the newest first, without what was said; searching travels in bodies", async () => {
    const state = fakeServer();
    const { container } = openAt("/contactos");
    expect(await screen.findAllByRole("link", { name: /Teléfono/ })).toBeTruthy();
    expect(container.textContent).not.toContain("mala mamá");
    expect(await objections(container)).toEqual([]);
    await write(screen.getByLabelText(/^De quién/), "7K3Q-F2XM-9TB9");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("¿De quién? Calzan 2")).toBeTruthy();
    await user.click(screen.getAllByRole("button", { name: /Ver sus conversaciones/ })[0] as HTMLElement);
    await waitFor(() => expect(saidOf(state, "search").at(-1)).toHaveProperty("person_id"));
    expect(window.location.search).toBe("");
  });

  test("is narrowed to whoever attended, also who does no more", async () => {
    const state = fakeServer();
    openAt("/contactos");
    await user.click(await screen.findByRole("combobox", { name: /^Quién atendió/ }));
    await user.click(await screen.findByRole("option", { name: "Carla P." }));
    await waitFor(() => expect(saidOf(state, "search").at(-1)).toMatchObject({ agent_id: "00000000-0000-7000-8000-000000000203" }));
  });

  test("what one left open is offered again", async () => {
    const state = fakeServer();
    state.drafts.set("contact_writeup/new", { content: {}, version: 1, updated_at: new Date().toISOString() });
    openAt("/contactos");
    expect(await screen.findByText("Por anotar: 2")).toBeTruthy();
    expect(screen.getByRole("link", { name: /^Borrador de/ }).getAttribute("href")).toBe("/contactos/nuevo");
  });
});
