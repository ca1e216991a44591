import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { live } from "@/tests/fake-contacts";
import { fakeServer, objections, openAt, write } from "@/tests/pages";

const user = userEvent.setup();
const at = (id: string) => `/contactos/${id}`;
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
    await user.click(screen.getByRole("button", { name: /Cómo termina/ }));
    await user.click(await screen.findByRole("option", { name: "Con plan de acción" }));
    expect(screen.queryByText("Falta corregir 1 dato")).toBeNull();
    expect(screen.queryByText("Falta responder.")).toBeNull();
  });

  test("a step with a day that does not exist stays open, and says how a day is written", async () => {
    fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Cambiar 1" }));
    const due = screen.getByRole("textbox", { name: /Para cuándo/ });
    await user.clear(due);
    await user.type(due, "31-02-2026");
    await user.click(screen.getByRole("button", { name: "Listo" }));
    expect(document.activeElement).toBe(due);
    expect(screen.getByText("Esa fecha no existe. Escriba día, mes y año: 24-11-2026.")).toBeTruthy();
    await user.clear(due);
    await user.type(due, "28-2-2027");
    await user.click(screen.getByRole("button", { name: "Listo" }));
    expect(screen.queryByRole("button", { name: "Listo" })).toBeNull();
    expect(screen.getByText(/28 feb/)).toBeTruthy();
  });

  test("a closing that is refused after the text was saved goes on from what was saved", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    fireEvent.change(await screen.findByRole("textbox", { name: /Cierre e invitación/ }), { target: { value: "Puede volver." } });
    await user.click(screen.getByRole("button", { name: "Guardar y cerrar" }));
    expect(await screen.findByText("Falta corregir 1 dato")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Guardar y cerrar" }));
    await waitFor(() => expect(saidOf(state, "move")).toHaveLength(2));
    expect(saidOf(state, "change")).toHaveLength(1);
    expect(saidOf(state, "move").map(({ version }) => version)).toEqual([2, 2]);
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

  test("a demonstration shows its numbers and dials none", async () => {
    const state = fakeServer();
    state.emergency = state.emergency.map((one) => ({ ...one, is_shown: true, uri: "" }));
    const { container } = openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Hay riesgo" }));
    expect(await screen.findAllByText("Datos de muestra: no se marca.")).toHaveLength(2);
    expect(container.querySelector(".emergency a")).toBeNull();
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

  test("that tap keeps what was written; taken back, the text is there, it goes on, and nobody said how it ended", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    fireEvent.change(await screen.findByRole("textbox", { name: /Cierre e invitación/ }), { target: { value: "Puede volver cuando quiera." } });
    await waitFor(() => expect(state.drafts.size).toBe(1));
    await user.click(screen.getByRole("button", { name: "Broma" }));
    expect(await screen.findByText("Quedó anotada: Broma.")).toBeTruthy();
    expect(state.attention.contacts[0]).toMatchObject({ status: "closed", disposition: "prank", answers: { closing: "Puede volver cuando quiera." } });
    await user.click(screen.getByRole("button", { name: "Deshacer" }));
    expect(await screen.findByRole("textbox", { name: /Cierre e invitación/ })).toHaveProperty("value", "Puede volver cuando quiera.");
    expect(state.attention.contacts[0]).toMatchObject({ status: "open", answers: { closing: "Puede volver cuando quiera." } });
    expect(state.attention.contacts[0]).not.toHaveProperty("disposition");
    expect(screen.getByText("Llamada en curso")).toBeTruthy();
  });

  test("an earlier draft that nobody has looked at outlives that tap", async () => {
    const state = fakeServer();
    state.drafts.set(`contact_writeup/${live().id}`, { content: { answers: { closing: "Quedamos en hablar el martes." } }, version: 3, updated_at: new Date().toISOString() });
    openAt(at(live().id));
    await screen.findByRole("button", { name: "Recuperarlo" });
    await user.click(screen.getByRole("button", { name: "Broma" }));
    await user.click(await screen.findByRole("button", { name: "Deshacer" }));
    expect(saidOf(state, "move")[0]).not.toHaveProperty("draft");
    await user.click(await screen.findByRole("button", { name: "Recuperarlo" }));
    expect(screen.getByRole("textbox", { name: /Cierre e invitación/ })).toHaveProperty("value", "Quedamos en hablar el martes.");
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
    await user.click(screen.getAllByRole("button", { name: /^Es esta persona/ })[0] as HTMLElement);
    await waitFor(() => expect(saidOf(state, "move")[0]).toHaveProperty("person_id"));
    expect(window.location.href).not.toContain("Martina");
  });

  test("it is handed to a colleague", async () => {
    const state = fakeServer();
    openAt(at(live().id));
    await user.click(await screen.findByRole("button", { name: "Entregarla a otra persona del equipo" }));
    await user.click(screen.getByRole("button", { name: /Quién sigue con ella/ }));
    await user.click(await screen.findByRole("option", { name: "Bastián H." }));
    await user.click(screen.getByRole("button", { name: "Entregar" }));
    await waitFor(() => expect(saidOf(state, "move")[0]).toMatchObject({ action: "hand_over", colleague_id: "00000000-0000-7000-8000-000000000202" }));
  });
});
