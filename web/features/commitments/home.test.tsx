import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { antonia } from "@/tests/fake-data";
import type { FakeState } from "@/tests/fake-server";
import { fakeServer, objections, openAt, problem } from "@/tests/pages";

const user = userEvent.setup();

test("the one number, the most dangerous on its own sheet, the rest by danger, then what falls due", async () => {
  fakeServer();
  const { container } = openAt("/");
  expect(await screen.findByRole("heading", { level: 1, name: "4 hebras sueltas" })).toBeTruthy();
  const sheet = screen.getByRole("region", { name: "Primera atención por confirmar" });
  expect(sheet.textContent).toContain("Riesgo inmediato");
  const loose = within(screen.getByRole("list", { name: "Hebras sueltas, la más peligrosa primero" }));
  expect(loose.getAllByRole("heading").map((heading) => heading.textContent)).toEqual([
    "Preguntarle a la persona si la llamaron", "Responder una derivación", "Comprobar un número del catastro",
  ]);
  expect(loose.getByText("Suelta hace 27 h")).toBeTruthy();
  expect(within(await screen.findByRole("list", { name: "Vencen pronto" })).getAllByRole("heading")[0]?.textContent).toBe("Responder lo que preguntaron");
  expect(await objections(container)).toEqual([]);
});

test("the number and its row say one since when: when it was due, not when it was noticed", async () => {
  const due = new Date(Date.now() - 35 * 60_000);
  fakeServer((state) => { state.loose = state.loose.slice(1, 2).map((one) => ({ ...one, due_at: due.toISOString(), loose_since: new Date(Date.now() - 6 * 3_600_000).toISOString() })); });
  openAt("/");
  const hour = new Intl.DateTimeFormat("es-CL", { timeZone: "America/Santiago", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(due);
  expect(await screen.findByText(new RegExp(`^La más peligrosa, desde (hoy|ayer) ${hour}`))).toBeTruthy();
  expect(screen.getAllByText("Suelta hace 35 min").length).toBeGreaterThan(0);
});

test("zero is an unbroken loop and says what comes next", async () => {
  fakeServer((state) => { state.loose = []; });
  openAt("/");
  expect(await screen.findByRole("heading", { level: 1, name: "Ninguna hebra suelta" })).toBeTruthy();
  expect(await screen.findByText(/^La próxima vence (hoy|mañana) \d\d:\d\d\.$/)).toBeTruthy();
  expect(document.querySelector(".home__loop")).toBeTruthy();
});

test("with nothing loose, the sheet is where each one's work begins", async () => {
  const calm = (more: Partial<typeof antonia>) => (state: FakeState) => { state.loose = []; state.due = []; state.me = { ...antonia, ...more }; };
  fakeServer(calm({}));
  const { unmount } = openAt("/");
  expect(await screen.findByRole("region", { name: "Qué va a atender" })).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Empezar una llamada" })).toHaveLength(1);
  unmount();
  fakeServer(calm({ roles: ["admin"], permissions: ["directory_read", "emergency_keep", "user_read"] }));
  const { unmount: leave, container } = openAt("/");
  expect(await screen.findByRole("region", { name: /Instalación|Para empezar a atender/ })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Registrar a una persona" })).toBeNull();
  expect(await objections(container)).toEqual([]);
  leave();
  fakeServer(calm({ roles: ["privacy_officer"], permissions: [] }));
  const { unmount: go } = openAt("/");
  expect(await screen.findByText("Nada suelto en su institución.")).toBeTruthy();
  go();
  fakeServer(calm({ roles: ["regional"], permissions: ["network_read"] }));
  openAt("/");
  expect((await screen.findByRole("link", { name: "Ir a Red" })).getAttribute("href")).toBe("/red");
});

test("whoever may not read what a thread is about is offered neither to open it nor to take it", async () => {
  fakeServer((state) => { state.me = { ...antonia, roles: ["care_lead"], permissions: ["commitment_read", "commitment_move"] }; });
  openAt("/");
  expect(await screen.findByRole("heading", { level: 1, name: "4 hebras sueltas" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: /^Abrir/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Tomarla/ })).toBeNull();
  expect(screen.queryByRole("link", { name: /^HB-/ })).toBeNull();
});

test("who may hand out sees who holds what, by name; whoever may not, does not", async () => {
  fakeServer((state) => { state.me = { ...antonia, roles: ["supervisor"], permissions: [...antonia.permissions, "commitment_reassign"] }; });
  const { container, unmount } = openAt("/");
  const held = within(await screen.findByRole("region", { name: "Quién lleva qué" }));
  expect(held.getAllByRole("listitem").map((one) => one.querySelector("b")?.textContent)).toEqual(["Antonia R.", "Ignacio P.", "Marisol T.", "Nadie todavía"]);
  expect(await objections(container)).toEqual([]);
  unmount();
  fakeServer();
  openAt("/");
  await screen.findByRole("list", { name: "Vencen pronto" });
  expect(screen.queryByRole("region", { name: "Quién lleva qué" })).toBeNull();
});

test("what one holds, and what is waited for from others", async () => {
  fakeServer();
  openAt("/");
  await user.click(await screen.findByRole("link", { name: /^Mías/ }));
  expect(within(await screen.findByRole("list", { name: "Las que lleva usted" })).getAllByRole("listitem")).toHaveLength(1);
  await user.click(screen.getByRole("link", { name: /^De la red/ }));
  const asked = within(await screen.findByRole("list", { name: "Lo que espera de otras instituciones" }));
  expect(asked.getByText("Suelta hace 3 h")).toBeTruthy();
  expect(asked.getByRole("link", { name: "HB-4C6J" })).toBeTruthy();
  expect(asked.getByRole("link", { name: "Abrir HB-4C6J" }).getAttribute("href")).toBe("/derivaciones/00000000-0000-7000-8000-000000000801");
  expect(asked.getByRole("link", { name: "Abrir Casa Demo Mujer" })).toBeTruthy();
});

test("on a phone a row has one act, and the second opens with the row", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
  fakeServer();
  openAt("/");
  const title = await screen.findByRole("button", { name: "Comprobar un número del catastro" });
  expect(screen.queryByRole("button", { name: /^Tomarla/ })).toBeNull();
  await user.click(title);
  expect(title.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getAllByRole("button", { name: /^Tomarla/ })).toHaveLength(1);
});

test("the other views are addresses", async () => {
  fakeServer();
  openAt("/");
  await user.click(await screen.findByRole("link", { name: /^Vencen pronto/ }));
  expect(window.location.search).toBe("?ver=due");
  expect(screen.queryByRole("region", { name: "Primera atención por confirmar" })).toBeNull();
  expect(await screen.findAllByRole("link", { name: /^Abrir/ })).toHaveLength(2);
});

test("a refusal is said in the server's words, in place", async () => {
  const state = fakeServer();
  state.next.push(() => Response.json(state.me));
  for (let request = 0; request < 3; request += 1) state.next.push(() => problem(403, "forbidden", "Su rol no ve compromisos."));
  openAt("/");
  expect(await screen.findByText("Su rol no ve compromisos.")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: /hebra/ })).toBeNull();
});

test("what nobody holds is taken with one tap, and given back within ten seconds", async () => {
  const state = fakeServer();
  openAt("/");
  await user.click(await screen.findByRole("button", { name: "Tomarla HB-9T2C" }));
  expect(await screen.findByText("Ahora la lleva usted.")).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("button", { name: "Tomarla HB-9T2C" })).toBeNull());
  await user.click(screen.getByRole("button", { name: "Deshacer" }));
  expect(await screen.findByRole("button", { name: "Tomarla HB-9T2C" })).toBeTruthy();
  expect(state.loose.find((one) => one.thread_code === "HB-9T2C")).toMatchObject({ mine: false, version: 3 });
});

test("a kind this version does not know is still something to do", async () => {
  fakeServer((state) => { state.loose = state.loose.slice(1, 2).map((one) => ({ ...one, kind: "mesa.verify" })); });
  openAt("/");
  expect(await screen.findByRole("heading", { name: "Compromiso por cumplir" })).toBeTruthy();
});
