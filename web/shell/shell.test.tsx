import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { setReachable } from "@/api/reach";
import { antonia } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";
import { readAppearance } from "./appearance";

const user = userEvent.setup();

describe("the head", () => {
  test("has the role's words that have a page, the loose threads counted and heard, and says the data are invented", async () => {
    fakeServer();
    openAt("/");
    const nav = (await screen.findAllByRole("navigation", { name: "Principal" }))[0];
    if (!nav) throw new Error("no navigation");
    expect(await within(nav).findByRole("link", { name: "Hebras sueltas, hay 4 sueltas" })).toHaveProperty("ariaCurrent", "page");
    expect(screen.getByText("Datos ficticios")).toBeTruthy();
    expect(document.querySelectorAll(".day-thread .yarn__fray")).toHaveLength(4 * 5);
  });

  test("never shows more than nine frays, and none when all is held", async () => {
    const many = fakeServer((state) => {
      const [first] = state.loose;
      state.loose = Array.from({ length: 30 }, (_, index) => ({ ...(first ?? state.loose[0]!), id: String(index) }));
    });
    const { unmount } = openAt("/");
    await waitFor(() => expect(document.querySelectorAll(".day-thread .yarn__fray")).toHaveLength(9 * 5));
    unmount();
    many.loose = [];
    openAt("/");
    await screen.findByRole("heading", { name: "Ninguna hebra suelta" });
    expect(document.querySelector(".day-thread svg")).toBeNull();
  });

  test("without a demo there is no mark of one", async () => {
    fakeServer((state) => { state.me = { ...antonia, demo: false }; });
    openAt("/");
    await screen.findByRole("heading", { level: 1 });
    expect(screen.queryByText("Datos ficticios")).toBeNull();
  });
});

test("going to another page moves the focus to its content and names the tab without names of people", async () => {
  fakeServer();
  openAt("/");
  await user.click(await screen.findByRole("link", { name: "Registrar a una persona" }));
  await screen.findByRole("heading", { level: 1, name: "Registrar a una persona" });
  expect(document.activeElement?.id).toBe("content");
  expect(document.title).toBe("Registrar a una persona · Hebra");
});

test("an address that leads nowhere says so and offers a way", async () => {
  fakeServer();
  const { container } = openAt("/no-existe");
  expect(await screen.findByRole("heading", { level: 1, name: "Esta página no existe" })).toBeTruthy();
  expect(await objections(container)).toEqual([]);
});

describe("the menu", () => {
  const open = async () => user.click(await screen.findByRole("button", { name: "Antonia R., Línea Demo Joven. Su menú" }));

  test("acting for another institution begins again at home with its name", async () => {
    const state = fakeServer();
    openAt("/cuenta");
    await open();
    await user.click(await screen.findByRole("menuitemradio", { name: /CESFAM Demo Norte/ }));
    expect(await screen.findByRole("button", { name: "Antonia R., CESFAM Demo Norte. Su menú" })).toBeTruthy();
    expect(window.location.pathname).toBe("/");
    expect(state.log).toContain("POST /api/v1/sessions/current/institution");
  });

  test("theme, letter and language change in place and are remembered on this computer", async () => {
    const state = fakeServer();
    openAt("/");
    await open();
    await user.click(await screen.findByRole("menuitemradio", { name: "Noche" }));
    await user.click(screen.getByRole("menuitemradio", { name: "Letra grande" }));
    expect(document.documentElement.dataset).toMatchObject({ theme: "night", letter: "large" });
    await user.click(screen.getByRole("menuitemradio", { name: "English" }));
    expect(await screen.findByRole("menuitemradio", { name: "Night" })).toBeTruthy();
    expect(JSON.parse(localStorage.getItem("hebra.appearance") ?? "{}")).toEqual({ theme: "night", letter: "large", language: "en" });
    expect(state.log).toContain("PATCH /api/v1/me");
  });
});

describe("what was stored about the look", () => {
  test.each([[null], ["{"], ['"x"'], ['{"theme":"pink","letter":7}']])("%j, unreadable, begins again", (stored) => {
    expect(readAppearance(stored, ["es-CL"])).toEqual({ theme: "system", letter: "normal", language: "es" });
  });
  test("is kept, and the language said once is stronger than the browser's", () => {
    expect(readAppearance('{"theme":"contrast","letter":"large","language":"es"}', ["en"])).toEqual({ theme: "contrast", letter: "large", language: "es" });
  });
});

describe("Ctrl K", () => {
  test("finds pages while writing, and people only when asked, never in an address", async () => {
    const state = fakeServer();
    openAt("/");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Control>}k{/Control}");
    const field = await screen.findByRole("searchbox", { name: "Una persona, un código o una página" });
    await write(field, "martina");
    expect(state.log.filter((line) => line.includes("people/search"))).toEqual([]);
    await user.keyboard("{Enter}");
    const found = await screen.findByRole("menuitem", { name: /M•••••/ });
    expect(state.log).toContain("POST /api/v1/people/search");
    expect(screen.getByText("Conocida por la red. Otra institución la atiende.")).toBeTruthy();
    expect(window.location.href).not.toContain("martina");
    await user.click(found);
    expect(await screen.findByRole("heading", { level: 1, name: "Martina" })).toBeTruthy();
    expect(screen.queryByRole("searchbox")).toBeNull();
  });

  test("understands a thread's code, and goes away with Escape", async () => {
    fakeServer();
    openAt("/");
    await screen.findByRole("heading", { level: 1 });
    await user.keyboard("{Control>}k{/Control}");
    await write(await screen.findByRole("searchbox"), "hb 7k2m");
    expect(screen.getByRole("menuitem", { name: "Abrir la hebra HB-7K2M" })).toBeTruthy();
    await user.keyboard("{Escape}{Escape}");
    await waitFor(() => expect(screen.queryByRole("searchbox")).toBeNull());
  });
});

describe("a session that ends while writing", () => {
  test("keeps the text, asks again in place, and sends what was being sent, once", async () => {
    const state = fakeServer();
    openAt("/personas/nueva");
    await write(await screen.findByLabelText(/Cómo quiere que le digan/), "Dani");
    state.me = null;
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    const dialog = await screen.findByRole("dialog", { name: "Su sesión terminó" });
    expect(dialog.textContent).toContain("agente@linea.demo");
    expect(await objections(dialog)).toEqual([]);
    await write(within(dialog).getByLabelText("Clave"), "hebra-demo");
    await user.click(within(dialog).getByRole("button", { name: "Entrar y seguir" }));
    expect(await screen.findByText("LUNA-48-RÍO")).toBeTruthy();
    expect(state.person.alias).toBe("Dani");
    expect(state.log.filter((line) => line === "POST /api/v1/people")).toHaveLength(2);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("somebody else who signs in does not go on with it", async () => {
    const state = fakeServer();
    openAt("/personas/nueva");
    await write(await screen.findByLabelText(/Cómo quiere que le digan/), "Dani");
    state.me = null;
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    const dialog = await screen.findByRole("dialog", { name: "Su sesión terminó" });
    state.me = { ...antonia, user_id: "00000000-0000-7000-8000-000000000299" };
    sessionStorage.setItem("hebra.shared", "1");
    await write(within(dialog).getByLabelText("Clave"), "hebra-demo");
    await user.click(within(dialog).getByRole("button", { name: "Entrar y seguir" }));
    // Leaving forgets this session and opens the door anew, which jsdom cannot do.
    await waitFor(() => expect(sessionStorage.getItem("hebra.shared")).toBeNull());
    expect(state.log.filter((line) => line === "POST /api/v1/people")).toHaveLength(1);
  });
});

describe("without connection", () => {
  test("a strip says so and what waits; it goes when the server answers", async () => {
    const state = fakeServer();
    openAt("/");
    await screen.findByRole("heading", { level: 1 });
    act(() => setReachable(false));
    expect(screen.getByText("Sin conexión con Hebra.")).toBeTruthy();
    expect(screen.getByText(/No hay nada por enviar/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Reintentar ahora" }));
    await waitFor(() => expect(screen.queryByText("Sin conexión con Hebra.")).toBeNull());
    expect(state.log).toContain("GET /healthz");
  });

  test("who leaves while the server is away is told that the session is still open", async () => {
    const state = fakeServer();
    openAt("/");
    await user.click(await screen.findByRole("button", { name: /Su menú/ }));
    const out = await screen.findByRole("menuitem", { name: "Salir" });
    state.instead.set("DELETE /api/v1/sessions/current", () => problem(503, "unavailable"));
    await user.click(out);
    expect(await screen.findByText(/la sesión sigue abierta en este equipo/)).toBeTruthy();
    expect(state.me).not.toBeNull();
  });
});
