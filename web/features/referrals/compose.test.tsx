import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { address, chooseService, withAgreement, writeLines } from "@/tests/compose-page";
import { antonia } from "@/tests/fake-data";
import { received, returned } from "@/tests/fake-referrals";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();

describe("choosing who can help", () => {
  test("asks by age, place and topic, never by who it is; without an agreement no ficha can be sent", async () => {
    const state = fakeServer();
    const { container } = openAt(address);
    await user.click(await screen.findByRole("combobox", { name: "Tema" }));
    await user.click(await screen.findByRole("option", { name: "Familia" }));
    expect(await screen.findByText("Calza 1")).toBeTruthy();
    expect(screen.getByText("Su número está marcado malo")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Elegir Centro Demo de la Familia" })).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("radio", { name: "Información" }));
    expect(screen.getByRole("button", { name: "Elegir Centro Demo de la Familia" })).toHaveProperty("disabled", false);
    expect(state.log.join()).not.toContain("Martina");
    expect(document.title).toBe("Derivar HB-7K2M · Hebra");
    expect(await objections(container)).toEqual([]);
  });
});

describe("writing the ficha", () => {
  test("prefills who, marks only what lets them be called, and shows what will be read", async () => {
    fakeServer(withAgreement);
    const { container } = openAt(address);
    await chooseService();
    expect(screen.getByLabelText("Quién")).toHaveProperty("value", "Martina, 16 años.");
    expect(screen.getByRole("checkbox", { name: "Nombre social" })).toHaveProperty("checked", true);
    expect(screen.getByRole("checkbox", { name: "Contacto seguro" })).toHaveProperty("checked", true);
    expect(screen.getByRole("checkbox", { name: "Nombre legal" })).toHaveProperty("checked", false);
    expect(container.textContent).not.toContain("Josefa");
    await user.click(screen.getByRole("checkbox", { name: "Nombre legal" }));
    expect(screen.getByText("Josefa Martina Huenchuñir Rojas")).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: /Lo reservado/ })).toHaveProperty("disabled", true);
    expect(await objections(container)).toEqual([]);
  });

  test("nothing is sent while a line or the young person's own word is missing", async () => {
    const state = fakeServer(withAgreement);
    openAt(address);
    await chooseService();
    expect(screen.queryByRole("radio", { name: "Que sí" }), "who accepts for themselves has said it").toBeNull();
    await user.click(screen.getByRole("radio", { name: "Quien la cuida" }));
    expect(screen.getByRole("radio", { name: "Que sí" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    const said = (await screen.findByRole("alert")).textContent ?? "";
    expect(said).toContain("Diga qué pasa, en una frase.");
    expect(said).toContain("Anote lo que dice la persona.");
    expect(state.log.some((line) => line.endsWith("/moves"))).toBe(false);
  });

  test("is sent after saying exactly what will be true, with what was marked and nothing else", async () => {
    const state = fakeServer(withAgreement);
    openAt(address);
    await chooseService();
    await writeLines();
    await user.click(screen.getByRole("checkbox", { name: "Lo que ya se hizo" }));
    await write(screen.getByLabelText("Lo que ya se hizo", { selector: "textarea" }), "Dos conversaciones.");
    await user.click(screen.getByRole("checkbox", { name: "Con quién vive y estudia" }));
    await write(screen.getByLabelText("Con quién vive y estudia", { selector: "textarea" }), "Vive con su tía.");
    await user.click(screen.getByRole("checkbox", { name: "Con quién vive y estudia" }));
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("CESFAM Demo Norte podrá leer esto: código, edad y urgencia; nombre social, contacto seguro; lo social.");
    await user.click(within(dialog).getByRole("button", { name: "Enviar derivación" }));
    expect(await screen.findByRole("heading", { name: "Enviada a CESFAM Demo Norte" })).toBeTruthy();
    const sent = state.referrals.at(-1);
    expect(sent).toMatchObject({ status: "sent", content: { ask: "Una hora esta semana.", done: "Dos conversaciones.", share: ["social_name", "safe_contact"] } });
    expect(sent?.content?.social).toBeUndefined();
    expect(sent?.content?.basis).toMatchObject({ kind: "consent", consent: { child_assent: "yes" } });
    await waitFor(() => expect(state.drafts.size).toBe(0));
  });

  test("what goes beyond the agreement is marked class by class, for this referral alone", async () => {
    const state = fakeServer((fresh) => {
      withAgreement(fresh);
      fresh.me = { ...antonia, permissions: [...antonia.permissions, "network_read"] };
      fresh.network = { ...fresh.network, agreements: fresh.network.agreements.map((one) => ({ ...one, class_limit: 1 })) };
    });
    openAt(address);
    await chooseService();
    await writeLines();
    expect(screen.queryByRole("checkbox", { name: "Nombre y contacto (clase 1)" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Marque lo que va más allá del convenio");
    expect(state.log.some((line) => line.endsWith("/moves"))).toBe(false);
    await user.click(screen.getByRole("checkbox", { name: "Lo social, como las tres líneas (clase 2)" }));
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Enviar derivación" }));
    await screen.findByRole("heading", { name: /^Enviada/ });
    expect(state.referrals.at(-1)?.content?.beyond_agreement).toEqual([2]);
  });

  test("an unmet criterion and a similar one ask why, and do not block", async () => {
    const state = fakeServer((fresh) => {
      withAgreement(fresh);
      fresh.warnings = { unmet: ["out_of_age"], similar: received().slice(0, 1) };
    });
    openAt(address);
    await user.click(await screen.findByRole("combobox", { name: "Tema" }));
    await user.click(await screen.findByRole("option", { name: "Familia" }));
    await user.click(await screen.findByRole("button", { name: "Elegir Centro Demo de la Familia" }));
    expect(await screen.findByText("¿Corresponde? Cumple 2 de 3")).toBeTruthy();
    await writeLines();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Diga por qué hace falta otra.");
    await write(screen.getByLabelText(/^Por qué corresponde igual/), "Cumple 15 el lunes.");
    await write(screen.getByLabelText(/^¿Por qué hace falta otra/), "Es por otro motivo.");
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Enviar derivación" }));
    await screen.findByRole("heading", { name: /^Enviada/ });
    expect(state.referrals.at(-1)?.content).toMatchObject({ pertinence_reason: "Cumple 15 el lunes.", redundancy_reason: "Es por otro motivo." });
  });

  test("what the server refuses is shown at its row, and the text stays", async () => {
    const state = fakeServer(withAgreement);
    openAt(address);
    await chooseService();
    await writeLines();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    const id = state.referrals.at(-1)?.id ?? "";
    state.instead.set(`POST /api/v1/referrals/${id}/moves`, () => problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/basis/consent/valid_until", code: "consent_expired", message: "Ese consentimiento ya venció." }]));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Enviar derivación" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Ese consentimiento ya venció.");
    expect(screen.getByLabelText("Qué pasa")).toHaveProperty("value", "Duerme mal hace un mes.");
  });

  test("follows one that was returned: the same facts, and the consent asked again", async () => {
    const state = fakeServer((fresh) => {
      withAgreement(fresh);
      const content = { who: "Martina, 16 años.", what: "Duerme mal.", ask: "Una hora.", health: [], share: ["social_name" as const, "safe_contact" as const], unmet: [], basis: { kind: "consent" as const } };
      fresh.referrals = [{ ...returned(), topic: "family", content }];
    });
    openAt(`${address}?sigue=${returned().id}`);
    await user.click(await screen.findByRole("button", { name: "Elegir Centro Demo de la Familia" }));
    await screen.findByText("¿Corresponde? Cumple 3 de 3");
    expect(screen.getByLabelText("Qué pasa")).toHaveProperty("value", "Duerme mal.");
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Enviar derivación" }));
    await screen.findByRole("heading", { name: /^Enviada/ });
    expect(state.referrals.find(({ id }) => id === returned().id)?.status).toBe("redirected");
    expect(state.referrals.find(({ status }) => status === "sent")?.follows_id).toBe(returned().id);
  });
});

test("information: nothing of the person travels, and a number nobody confirmed is not offered", async () => {
  const state = fakeServer((fresh) => { fresh.referrals = []; });
  openAt(address);
  await user.click(await screen.findByRole("radio", { name: "Información" }));
  await user.click(await screen.findByRole("combobox", { name: "Tema" }));
  await user.click(await screen.findByRole("option", { name: "Familia" }));
  await user.click(await screen.findByRole("button", { name: "Elegir Centro Demo de la Familia" }));
  expect(await screen.findByText("Ningún dato de la persona sale de su institución.")).toBeTruthy();
  expect(screen.getByText("número por confirmar")).toBeTruthy();
  expect(screen.getByText("Calle Demo 140")).toBeTruthy();
  await waitFor(() => expect(state.referrals).toHaveLength(1));
  await waitFor(() => expect(screen.getByRole("button", { name: "Se la entregué" })).toHaveProperty("disabled", false));
  await user.click(screen.getByRole("button", { name: "Se la entregué" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Se la entregué" }));
  await waitFor(() => expect(state.referrals.at(-1)?.status).toBe("given"));
});
