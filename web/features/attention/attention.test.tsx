import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { closed, live } from "@/tests/fake-contacts";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();
const at = (id: string, view = "") => `/contactos/${id}${view}`;
const saidOf = (state: ReturnType<typeof fakeServer>, line: string) => state.attention.said.filter((one) => one.line === line).map(({ body }) => body);

describe("while it goes on", () => {
  test("it starts with one tap, and the clock is the server's", async () => {
    const state = fakeServer();
    openAt("/contactos/nuevo");
    await user.click(await screen.findByRole("button", { name: "Empezar una llamada" }));
    expect(await screen.findByText("Llamada en curso")).toBeTruthy();
    expect(saidOf(state, "create")).toEqual([{ channel: "phone" }]);
    expect(screen.getByRole("timer").getAttribute("aria-label")).toBe("18 minutos");
  });

  test("the eight moments are there in any order, with the source's prompts; nothing is objected to", async () => {
    fakeServer();
    const { container } = openAt(at(live().id));
    const moments = within(await screen.findByRole("list", { name: /Ocho momentos/ }));
    expect(moments.getAllByRole("textbox")).toHaveLength(8);
    expect(moments.getByText("Resumen conjunto e invitación a volver, incluso si se ha derivado.")).toBeTruthy();
    expect(moments.getByRole("textbox", { name: /Qué está pasando/ }).getAttribute("id")).toBe("problem");
    expect(moments.getByText(", se habló en el lugar 2, 5")).toBeTruthy();
    expect(await objections(container)).toEqual([]);
  });

  test("what is written is kept as a draft of this contact, and sent only when it is saved", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    const closing = await screen.findByRole("textbox", { name: /Cierre e invitación/ });
    fireEvent.focus(closing);
    fireEvent.change(closing, { target: { value: "Puede volver cuando quiera." } });
    fireEvent.blur(closing);
    await waitFor(() => expect(state.drafts.get(`contact_writeup/${live().id}`)?.content).toMatchObject({ answers: { closing: "Puede volver cuando quiera." } }));
    expect(saidOf(state, "change")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Guardar sin cerrar" }));
    await waitFor(() => expect(saidOf(state, "change")).toHaveLength(1));
    const [sent] = saidOf(state, "change");
    expect(sent).toMatchObject({ answers: { closing: "Puede volver cuando quiera." }, draft: live().id });
    expect((sent?.["moments"] as { moment: string }[]).at(-1)?.moment).toBe("closing");
  });

  test("an earlier draft is offered and never put back silently", async () => {
    const state = fakeServer();
    state.drafts.set(`contact_writeup/${live().id}`, { content: { answers: { closing: "Quedamos en hablar el martes." } }, version: 3, updated_at: new Date().toISOString() });
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Recuperarlo" }));
    expect(screen.getByRole("textbox", { name: /Cierre e invitación/ })).toHaveProperty("value", "Quedamos en hablar el martes.");
  });

  test("without saying how it ends it is not closed; what was written stays, and the place is named", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Guardar y cerrar" }));
    expect(await screen.findByText("Falta corregir 1 dato")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Cómo termina" }).getAttribute("href")).toBe("#disposition");
    expect(state.attention.contacts[0]?.status).toBe("open");
  });

  test("risk shows at once what to do and whom to call, and dials nothing nobody confirmed", async () => {
    fakeServer();
    const { container } = openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Hay riesgo" }));
    expect(await screen.findByText("*4141")).toBeTruthy();
    expect(screen.getAllByText("Número por confirmar.")).toHaveLength(2);
    expect(container.querySelector("a[href^='tel:']")).toBeNull();
    expect(screen.getByRole("radio", { name: "Alto" })).toHaveProperty("checked", true);
    expect(await objections(container)).toEqual([]);
  });

  test("what was no counselling is closed with one tap and can be taken back", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Equivocado" }));
    expect(await screen.findByText("Quedó anotada: Equivocado.")).toBeTruthy();
    expect(saidOf(state, "move")[0]).toMatchObject({ action: "close", disposition: "wrong_number" });
    await user.click(screen.getByRole("button", { name: "Deshacer" }));
    await waitFor(() => expect(saidOf(state, "move")[1]).toMatchObject({ action: "reopen" }));
  });

  test("somebody anonymous gets a code, shown this once", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Darle un código" }));
    expect(await screen.findByText("7K3Q-F2XM-9TB9")).toBeTruthy();
    expect(saidOf(state, "move")[0]).toMatchObject({ action: "attach_person", person: { identity: "anonymous" } });
  });

  test("somebody known is found covered and joined; nothing of it is in the address", async () => {
    const state = fakeServer();
    const { container } = openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Buscarla o registrarla" }));
    await write(screen.getByLabelText("Nombre, teléfono, RUN o código"), "Martina Huenchuñir");
    await user.keyboard("{Enter}");
    expect(await screen.findByText("Puede ser la misma persona: 2")).toBeTruthy();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getAllByRole("button", { name: /^Es ella/ })[0] as HTMLElement);
    await waitFor(() => expect(saidOf(state, "move")[0]).toHaveProperty("person_id"));
    expect(window.location.href).not.toContain("Martina");
  });

  test("it is handed to a colleague", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Entregarla a una colega" }));
    await user.click(screen.getByRole("button", { name: /Quién sigue con ella/ }));
    await user.click(await screen.findByRole("option", { name: "Bastián H." }));
    await user.click(screen.getByRole("button", { name: "Entregar" }));
    await waitFor(() => expect(saidOf(state, "move")[0]).toMatchObject({ action: "hand_over", colleague_id: "00000000-0000-7000-8000-000000000202" }));
  });
});

describe("afterwards", () => {
  test("impossible dates are refused here, each by its name", async () => {
    const state = fakeServer();
    openAt("/contactos/nuevo");
    await write(await screen.findByLabelText("Qué día"), "31-02-2026");
    await write(screen.getByLabelText("Empezó a las"), "25:00");
    await user.click(screen.getByRole("button", { name: "Anotarla" }));
    expect(await screen.findByText("Esa fecha no existe. Escriba día, mes y año: 24-11-2026.")).toBeTruthy();
    expect(screen.getByText("Escriba la hora en que empezó, así: 16:05.")).toBeTruthy();
    expect(saidOf(state, "create")).toEqual([]);
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
    await user.click(screen.getAllByRole("button", { name: /Ver las suyas/ })[0] as HTMLElement);
    await waitFor(() => expect(saidOf(state, "search").at(-1)).toHaveProperty("person_id"));
    expect(window.location.search).toBe("");
  });

  test("what one left open is offered again", async () => {
    const state = fakeServer();
    state.drafts.set("contact_writeup/new", { content: {}, version: 1, updated_at: new Date().toISOString() });
    openAt("/contactos");
    expect(await screen.findByText("Por anotar: 2")).toBeTruthy();
    expect(screen.getByRole("link", { name: /^Borrador de/ }).getAttribute("href")).toBe("/contactos/nuevo");
  });
});
