import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { returned } from "@/tests/fake-referrals";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";
import type { FakeState } from "@/tests/fake-server";

const user = userEvent.setup();
const asIntake = (state: FakeState) => {
  if (state.me) state.me = { ...state.me, roles: ["intake"], name: "Marisol T." };
};
const idOf = (number: number) => `00000000-0000-7000-8000-000000000a0${number}`;
const at = (number: number) => `/derivaciones/${idOf(number)}`;

describe("the inbox", () => {
  test("puts the late first, says whose clock runs, and opens nothing by itself", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt("/derivaciones");
    const list = within(await screen.findByRole("list", { name: "Derivaciones recibidas" }));
    expect((await list.findAllByRole("link")).map((link) => link.textContent?.match(/HB-\w+/)?.[0])).toEqual(["HB-4T82", "HB-4T81", "HB-4T84", "HB-4T83"]);
    expect(list.getByText("Espera dato de ellos, su reloj está en pausa")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Por responder 4" }).getAttribute("aria-current")).toBe("page");
    expect(state.log.some((line) => line.endsWith(idOf(1)))).toBe(false);
    expect(await objections(container)).toEqual([]);
  });

  test("tells who coordinates what waits between which two, and opens only what they decide", async () => {
    fakeServer((its) => {
      if (its.me) its.me = { ...its.me, roles: ["territorial"], permissions: [...its.me.permissions, "referral_coordinate"] };
    });
    const { container } = openAt("/derivaciones");
    const contested = within(await screen.findByRole("region", { name: "Devoluciones reclamadas" }));
    expect(contested.getByRole("link").textContent).toMatch(/^Devuelta: Otra comunaHB-4T82Línea Demo Joven a CESFAM Demo NorteDesde .+/);
    expect(contested.getByRole("link").getAttribute("href")).toBe(at(2));
    const unanswered = within(screen.getByRole("region", { name: "Sin respuesta" }));
    expect(unanswered.queryAllByRole("link").filter((link) => link.getAttribute("href")?.startsWith("/derivaciones"))).toEqual([]);
    expect(unanswered.getByRole("listitem").textContent).toMatch(/^Nadie acusó reciboHB-8D3PLínea Demo Joven a OLN Comuna DemoUrgente\. Desde .+Suelta/);
    expect(await objections(container)).toEqual([]);
  });

  test("nobody else asks for what is coordinated", async () => {
    const state = fakeServer(asIntake);
    openAt("/derivaciones");
    await screen.findByRole("list", { name: "Derivaciones recibidas" });
    expect(state.log.some((line) => line.includes("coordination"))).toBe(false);
  });

  test("is walked with the arrows", async () => {
    fakeServer(asIntake);
    openAt("/derivaciones");
    const links = await within(await screen.findByRole("list", { name: "Derivaciones recibidas" })).findAllByRole("link");
    links[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(links[2]);
    await user.keyboard("{End}{Home}");
    expect(document.activeElement).toBe(links[0]);
  });

  test("a line begins with what it sent, and says what is true when there is nothing", async () => {
    fakeServer();
    openAt("/derivaciones");
    expect(await screen.findByRole("heading", { level: 1, name: "Derivaciones enviadas" })).toBeTruthy();
    expect(await screen.findByText("Nada por decidir ni por cerrar.")).toBeTruthy();
  });
});

describe("a referral received", () => {
  test("shows the three lines first, as they were frozen; opening it acknowledges it once", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(at(1));
    expect(await screen.findByText("Hora con psicóloga esta semana, después de las 16:00.")).toBeTruthy();
    expect(screen.getByText("«Dormir bien y poder hablar con mi mamá sin pelear.»").className).toBe("voice");
    expect(screen.getByText(/^No incluye: lo reservado$/)).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Aceptar" })).toBeTruthy();
    expect(state.log.filter((line) => line === `POST /api/v1/referrals/${idOf(1)}/moves`)).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Lista de espera" })).toHaveProperty("disabled", true);
    expect(document.title).not.toContain("Constanza");
    expect(await objections(container)).toEqual([]);
  });

  test("cannot be returned without a reason, and says so at the field", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(at(4));
    await user.click(await screen.findByRole("button", { name: "No podemos" }));
    const panel = within(screen.getByRole("form"));
    await user.click(panel.getByRole("button", { name: "No podemos" }));
    expect((await panel.findByRole("alert")).textContent).toContain("Elija un motivo.");
    expect(await objections(container)).toEqual([]);
    await user.click(panel.getByRole("radio", { name: "Sin cupo" }));
    await user.click(panel.getByRole("button", { name: "No podemos" }));
    await waitFor(() => expect(state.referrals.at(-1)).toMatchObject({ status: "declined", id: idOf(4) }));
    expect(state.referrals.at(-1)?.moves.at(-1)?.code).toBe("no_places");
  });

  test("is accepted as one's own person, after looking for them here first", async () => {
    const state = fakeServer(asIntake);
    openAt(at(4));
    await user.click(await screen.findByRole("button", { name: "Aceptar" }));
    expect(await screen.findByText("Puede que ya la conozcan: 2")).toBeTruthy();
    expect(state.log).toContain("POST /api/v1/people/search");
    await user.click(screen.getByRole("radio", { name: /^M•••••/ }));
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "Aceptar" }));
    expect(await screen.findByRole("button", { name: "Dar una hora" })).toBeTruthy();
  });

  test("somebody was first: it is said, and what was written stays", async () => {
    const state = fakeServer(asIntake);
    openAt(at(4));
    await user.click(await screen.findByRole("button", { name: "Pedir un dato" }));
    await write(screen.getByLabelText(/^Pregunta 1/), "¿Puede venir acompañada?");
    state.referrals = state.referrals.map((one) => (one.id === idOf(4) ? { ...one, version: 9, status: "accepted", possible: ["schedule"], moves: [...one.moves, { action: "accept", to_status: "accepted", at_time: new Date().toISOString(), institution_name: "CESFAM Demo Norte", user_name: "Pedro L.", questions: [] }] } : one));
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "Pedir un dato" }));
    expect(await screen.findByText(/CESFAM Demo Norte, Pedro L\. fue antes: Aceptó/)).toBeTruthy();
    expect(screen.getByLabelText(/^Pregunta 1/)).toHaveProperty("value", "¿Puede venir acompañada?");
  });

  test("a refusal that is nobody's being first is told in the server's words", async () => {
    const state = fakeServer(asIntake);
    openAt(at(4));
    await user.click(await screen.findByRole("button", { name: "Aceptar" }));
    const panel = within(screen.getByRole("form"));
    for (const [code, said] of [["hour_to_come", "Esa hora todavía no llega."], ["no_places", "Ese servicio no tiene cupos libres."], ["slot_taken", "Esa hora ya se ocupó o ya pasó."]] as const) {
      state.instead.set(`POST /api/v1/referrals/${idOf(4)}/moves`, () => problem(409, code, said));
      await user.click(panel.getByRole("button", { name: "Aceptar" }));
      expect(await panel.findByText(said)).toBeTruthy();
      expect(panel.queryByText(/fue antes/)).toBeNull();
    }
  });

  test("what the server refuses is shown where it is", async () => {
    const state = fakeServer(asIntake);
    openAt(at(4));
    await user.click(await screen.findByRole("button", { name: "Lista de espera" }));
    await write(screen.getByLabelText(/^Lugar en la lista/), "3");
    await write(screen.getByLabelText(/^Próxima revisión/), "2099-01-01");
    state.instead.set(`POST /api/v1/referrals/${idOf(4)}/moves`, () => problem(422, "invalid", "Hay datos que corregir.", [{ pointer: "/until", code: "review_too_far", message: "La próxima revisión es a lo más en 30 días." }]));
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "Lista de espera" }));
    expect((await screen.findByRole("alert")).textContent).toContain("La próxima revisión es a lo más en 30 días.");
  });

  test("whose permission ended can no longer be read", async () => {
    fakeServer((state) => {
      asIntake(state);
      state.referrals = state.referrals.map((one) => { const rest = { ...one, status: "cancelled" as const, possible: [] }; delete rest.package; return rest; });
    });
    openAt(at(4));
    expect(await screen.findByText(/La persona retiró su permiso/)).toBeTruthy();
  });

  test("that is another institution's is not here", async () => {
    fakeServer(asIntake);
    openAt("/derivaciones/00000000-0000-7000-8000-00000000beef");
    expect(await screen.findByText("Esta derivación no existe, o no es de su institución.")).toBeTruthy();
  });
});

describe("a referral sent", () => {
  test("returned: another service, an objection, or closing it, which asks once more", async () => {
    const state = fakeServer((fresh) => { fresh.referrals = [returned()]; });
    openAt(at(5));
    const again = await screen.findByRole("link", { name: "Buscar otro servicio" });
    expect(again.getAttribute("href")).toContain(`/derivar?sigue=${idOf(5)}`);
    await user.click(screen.getByRole("button", { name: "Cerrar sin servicio" }));
    await write(screen.getByLabelText(/^Qué se le dijo/), "Prefiere esperar.");
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "Cerrar sin servicio" }));
    expect((await screen.findByRole("dialog")).textContent).toContain("queda en los informes");
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Cerrar sin servicio" }));
    await waitFor(() => expect(state.referrals.at(-1)?.moves.at(-1)).toMatchObject({ action: "close_declined", text: "Prefiere esperar." }));
  });
});

test("information has its own words: nobody receives it", async () => {
  const { package: _package, package_hash: _hash, ...bare } = returned();
  const content = { who: "", what: "", ask: "", health: [], share: [], unmet: [], basis: { kind: "consent" as const } };
  fakeServer((fresh) => { fresh.referrals = [{ ...bare, kind: "information", status: "given", content, possible: ["person_confirms"] }]; });
  openAt(at(5));
  expect(await screen.findByText(/Hasta que le pregunte cómo le fue\./)).toBeTruthy();
  expect(screen.queryByText(/Pasa a quien recibe/)).toBeNull();
  expect(screen.getByText(/Se le informó a la persona dónde acudir/)).toBeTruthy();
});

test("information not given yet says so, once", async () => {
  const { package: _package, package_hash: _hash, sent_at: _sent, ...bare } = returned();
  const content = { who: "", what: "", ask: "", health: [], share: [], unmet: [], basis: { kind: "consent" as const } };
  fakeServer((fresh) => { fresh.referrals = [{ ...bare, kind: "information", status: "draft", content, possible: ["give", "discard"], moves: [] }]; });
  openAt(at(5));
  expect(await screen.findByText(/Todavía no se le informa a la persona/)).toBeTruthy();
  expect(screen.queryByText(/la recibirá cuando usted la envíe/)).toBeNull();
});
