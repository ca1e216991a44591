import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
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

test("zero is an unbroken loop and says what comes next", async () => {
  fakeServer((state) => { state.loose = []; });
  openAt("/");
  expect(await screen.findByRole("heading", { level: 1, name: "Ninguna hebra suelta" })).toBeTruthy();
  expect(await screen.findByText(/^La próxima vence (hoy|mañana) \d\d:\d\d\.$/)).toBeTruthy();
  expect(document.querySelector(".home__loop")).toBeTruthy();
});

test("nothing at all says what is true and offers one act", async () => {
  fakeServer((state) => { state.loose = []; state.due = []; });
  openAt("/");
  expect(await screen.findByText("Nada suelto y nada por vencer. Puede atender con calma.")).toBeTruthy();
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
