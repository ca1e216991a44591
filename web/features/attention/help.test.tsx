import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { live } from "@/tests/fake-contacts";
import { antonia, institutions, martina } from "@/tests/fake-data";
import { fakeServer, objections, openAt } from "@/tests/pages";

const user = userEvent.setup();
const address = `/contactos/${live().id}`;
const withPerson = (state: ReturnType<typeof fakeServer>) => {
  state.me = { ...antonia, permissions: [...antonia.permissions, "directory_read"] };
  state.attention.contacts = state.attention.contacts.map((one) => (one.id === live().id ? { ...one, topics: ["mood", "family"], person_id: martina.id, thread_code: "HB-7K2M" } : one));
  state.entry = { ...state.entry, institution: institutions.health.name, institution_id: institutions.health.id };
};
const openHelp = async () => {
  await user.click(await screen.findByRole("button", { name: /^Buscar en el catastro: Recursos/ }));
  return within(await screen.findByRole("region", { name: "Quién puede ayudar" }));
};

describe("the directory inside the conversation", () => {
  test("asks for this person with these topics, editable, and shows reasons, near misses and how far a number holds", async () => {
    fakeServer(withPerson);
    const { container } = openAt(address);
    const help = await openHelp();
    expect(await help.findByRole("button", { name: "Tema: Ánimo" })).toBeTruthy();
    expect(help.getByRole("button", { name: "Edad: 16 años" })).toBeTruthy();
    expect(help.getByRole("button", { name: /^Dónde: Santiago/ })).toBeTruthy();
    await user.click(help.getByRole("button", { name: "Familia" }));
    expect(help.getByRole("button", { name: "Tema: Familia" })).toBeTruthy();
    expect(help.getByText("Atiende su edad")).toBeTruthy();
    expect(help.getByText("Su número está marcado malo")).toBeTruthy();
    expect(help.getByText("número marcado malo, por comprobar")).toBeTruthy();
    expect(help.getAllByText("confirmado").length).toBeGreaterThan(0);
    expect(await objections(container)).toEqual([]);
  });

  test("what they were told of is noted with one touch, counted, and taken away with another; nothing written is lost", async () => {
    const state = fakeServer(withPerson);
    openAt(address);
    fireEvent.change(await screen.findByRole("textbox", { name: /Cierre e invitación/ }), { target: { value: "Puede volver." } });
    const help = await openHelp();
    await user.click(await help.findByRole("button", { name: "Se le contó Línea Demo Joven" }));
    expect(help.getByText("Anotado en sus recursos")).toBeTruthy();
    await waitFor(() => expect(state.log.filter((line) => line.endsWith("/taps"))).toHaveLength(1));
    const told = { resource_kind: "institution", resource: "Línea Demo Joven, https://linea.example: se le contó" };
    await waitFor(() => expect(state.drafts.get(`contact_writeup/${live().id}`)?.content).toMatchObject({ answers: { closing: "Puede volver.", resources: [told] } }));
    await user.click(help.getByRole("button", { name: "Quitar lo anotado Línea Demo Joven" }));
    await waitFor(() => expect(state.drafts.get(`contact_writeup/${live().id}`)?.content).toMatchObject({ answers: { resources: [] } }));
    await user.click(help.getByRole("button", { name: "Cerrar el catastro" }));
    expect(screen.queryByRole("region", { name: "Quién puede ayudar" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /Recursos y redes/ }));
    expect(screen.getByRole("textbox", { name: /Cierre e invitación/ })).toHaveProperty("value", "Puede volver.");
  });

  test("a referral begins from the answer: what was written is kept first, and the conversation stays open", async () => {
    const state = fakeServer(withPerson);
    openAt(address);
    fireEvent.change(await screen.findByRole("textbox", { name: /Cierre e invitación/ }), { target: { value: "Puede volver." } });
    const help = await openHelp();
    expect(help.queryByRole("button", { name: "Derivar Línea Demo Joven" })).toBeNull();
    await user.click(await help.findByRole("button", { name: "Derivar Centro Demo de la Familia" }));
    await waitFor(() => expect(window.location.pathname + window.location.search).toBe(`/personas/${martina.id}/derivar?contacto=${live().id}&servicio=${state.entry.id}`));
    expect(state.attention.contacts[0]).toMatchObject({ status: "open", answers: { closing: "Puede volver." } });
  });

  test("of nobody known it is asked without an age, may be told, and says what referring needs", async () => {
    fakeServer((state) => {
      withPerson(state);
      state.attention.contacts = [live(), ...state.attention.contacts.slice(1)];
    });
    openAt(address);
    const help = await openHelp();
    expect(await help.findByText(/Para derivar hay que saber a quién/)).toBeTruthy();
    expect(help.getByRole("button", { name: "Edad: edad desconocida" })).toBeTruthy();
    expect(await help.findByRole("button", { name: "Se le contó Línea Demo Joven" })).toBeTruthy();
    expect(help.queryByRole("button", { name: /^Derivar/ })).toBeNull();
  });
});
