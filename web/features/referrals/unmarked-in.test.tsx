import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { institutions, martina } from "@/tests/fake-data";
import type { FakeState } from "@/tests/fake-server";
import { fakeServer, objections, openAt, write } from "@/tests/pages";

const user = userEvent.setup();
const address = `/personas/${martina.id}/derivar`;
const withAgreement = (state: FakeState) => {
  state.referrals = [];
  state.entry = { ...state.entry, institution: institutions.health.name, institution_id: institutions.health.id };
};

async function chooseService(): Promise<void> {
  await user.click(await screen.findByRole("combobox", { name: "Tema" }));
  await user.click(await screen.findByRole("option", { name: "Familia" }));
  await user.click(await screen.findByRole("button", { name: "Elegir Centro Demo de la Familia" }));
  await screen.findByLabelText("Quién");
}

describe("what stays home", () => {
  test("the line that says who follows the marks until it is written by hand", async () => {
    const state = fakeServer(withAgreement);
    openAt(address);
    await chooseService();
    const who = () => (screen.getByLabelText("Quién") as HTMLTextAreaElement).value;
    await user.click(screen.getByRole("checkbox", { name: "Comuna" }));
    expect(who()).toBe("Martina, 16 años, Santiago.");
    await user.click(screen.getByRole("checkbox", { name: "Comuna" }));
    await user.click(screen.getByRole("checkbox", { name: "Nombre social" }));
    expect(who()).toBe("16 años.");
    await write(screen.getByLabelText("Quién"), "Una joven de 16 años.");
    await user.click(screen.getByRole("checkbox", { name: "Nombre social" }));
    expect(who()).toBe("Una joven de 16 años.");
    expect(JSON.stringify(state.referrals)).not.toContain("Santiago");
  });

  test("a line that says what is not marked offers the two ways out, and sending asks first", async () => {
    const state = fakeServer(withAgreement);
    const { container } = openAt(address);
    await chooseService();
    await write(screen.getByLabelText("Qué se pide"), "Una hora esta semana.");
    await write(screen.getByLabelText("Qué pasa"), "La señora HUENCHUNIR no duerme, vive en Santiago.");
    expect(screen.getByText(/Dice el apellido, que no está marcado\./)).toBeTruthy();
    expect(screen.getByText(/Dice la comuna, que no está marcada\./)).toBeTruthy();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Quitar de la línea el apellido, en Qué pasa" }));
    expect(screen.getByLabelText("Qué pasa")).toHaveProperty("value", "La señora no duerme, vive en Santiago.");
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("Sin marca para viajar, lo escrito dice: la comuna.");
    await user.click(within(dialog).getByRole("button", { name: "Volver sin hacerlo" }));
    await user.click(screen.getByRole("button", { name: "Marcar «Comuna»" }));
    expect(screen.getByRole("checkbox", { name: "Comuna" })).toHaveProperty("checked", true);
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    expect((await screen.findByRole("dialog")).textContent).not.toContain("Sin marca");
    expect(state.log.some((line) => line.endsWith("/moves"))).toBe(false);
  });
});

describe("a person known by a call name", () => {
  test("it has its own row, always travels, and is told as what it is", async () => {
    const { given_names: _given, first_surname: _first, second_surname: _second, social_name: _social, phone: _phone, safe_contact: _safe, comuna: _comuna, ...rest } = martina;
    const state = fakeServer((fresh) => {
      withAgreement(fresh);
      fresh.person = { ...rest, identity: "pseudonymous", alias: "Violeta" };
    });
    const { container } = openAt(address);
    await chooseService();
    expect(screen.getByLabelText("Quién")).toHaveProperty("value", "Violeta, 16 años.");
    const row = screen.getByRole("checkbox", { name: /^Cómo decirle/ });
    expect(row).toHaveProperty("checked", true);
    expect(row).toHaveProperty("disabled", true);
    expect(container.textContent).not.toContain("sigue anónima");
    expect(await screen.findByText("No se sabe en qué comuna vive: pregúntele")).toBeTruthy();
    expect(screen.getByText("¿Corresponde? Cumple 2 de 3")).toBeTruthy();
    expect(state.log.some((line) => line.endsWith("/moves"))).toBe(false);
  });
});
