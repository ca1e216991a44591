import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { antonia } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";
import { familyCentre } from "@/tests/fake-directory";

const user = userEvent.setup();
const at = `/catastro/${familyCentre().id}`;
const editor = { ...antonia, permissions: [...antonia.permissions, "directory_read", "directory_doubt", "directory_edit", "directory_keep"] };

describe("asking", () => {
  test("shows who fits with reasons, and who almost does with why not; unknown age counts as a minor and says so", async () => {
    fakeServer();
    const { container } = openAt("/catastro");
    expect(await screen.findByText("Atiende su edad")).toBeTruthy();
    expect(screen.getByText("Su número está marcado malo")).toBeTruthy();
    expect(screen.getByText(/se busca como para una persona menor de 18/)).toBeTruthy();
    expect(await objections(container)).toEqual([]);
  });
  test("an age that is none is told at its field and not asked", async () => {
    fakeServer();
    openAt("/catastro");
    await user.click(await screen.findByRole("button", { name: "Edad: edad desconocida" }));
    await user.type(screen.getByRole("textbox", { name: /^Edad/ }), "-7");
    expect(screen.getByText(/de 0 a 120/)).toBeTruthy();
  });

  const choose = async (field: RegExp, option: string) => {
    await user.type(screen.getByRole("combobox", { name: field }), option);
    await user.click(await screen.findByRole("option", { name: new RegExp(option) }));
    await user.keyboard("{Escape}");
  };

  test("by region while no comuna is known, and by language", async () => {
    const state = fakeServer();
    openAt("/catastro");
    await user.click(await screen.findByRole("button", { name: "Dónde: cualquier comuna" }));
    await choose(/^Región/, "Metropolitana");
    await user.click(await screen.findByRole("button", { name: "Dónde: cualquier comuna de Metropolitana" }));
    await waitFor(() => expect(state.question.get("region")).toBe("13"));
    await choose(/^Comuna/, "Ñuñoa");
    await waitFor(() => expect([state.question.get("region"), state.question.get("comuna")]).toEqual([null, "13120"]));
    await user.click(await screen.findByRole("button", { name: "Más: cualquier canal" }));
    await choose(/^Idioma/, "mapudungun");
    await waitFor(() => expect(state.question.get("language")).toBe("arn"));
    expect(await screen.findByRole("button", { name: "Más: cualquier canal, en mapudungun" })).toBeTruthy();
  });

  test("where nothing fits, what to leave out is one tap away, and the emergency numbers are in sight", async () => {
    const state = fakeServer();
    const { container } = openAt("/catastro");
    await user.click(await screen.findByRole("button", { name: "Dónde: cualquier comuna" }));
    state.instead.set("GET /api/v1/directory/match", () => Response.json({
      matches: [], near_misses: [], match_total: 0, near_miss_total: 0,
      relaxations: [{ part: "region", match_total: 4, near_miss_total: 1 }, { part: "language", match_total: 0, near_miss_total: 2 }],
      emergency_numbers: [{ number: "131", name: "SAMU", use_when: "Si hay riesgo vital", uri: "" }],
    }));
    await choose(/^Región/, "Metropolitana");
    expect(await screen.findByText("131, SAMU")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Quite el idioma: 2 casi calzan" })).toBeTruthy();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Quite la región: 4 líneas" }));
    expect(await screen.findByRole("button", { name: "Dónde: cualquier comuna" })).toBeTruthy();
    expect(screen.queryByText("131, SAMU")).toBeNull();
  });

  test("at a chosen day and hour", async () => {
    const state = fakeServer();
    const { container } = openAt("/catastro");
    await user.click(await screen.findByRole("button", { name: "Cuándo: ahora" }));
    await user.click(screen.getByRole("radio", { name: /^a una hora/ }));
    await user.click(screen.getByRole("button", { name: /Día/ }));
    await user.click(await screen.findByRole("option", { name: "mañana" }));
    await user.type(screen.getByRole("textbox", { name: /^Hora/ }), "21:00");
    await waitFor(() => expect(state.question.get("at")).toMatch(/T\d\d:00:00/));
    expect(await objections(container)).toEqual([]);
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Cuándo: mañana a las 21:00" })).toBeTruthy();
  });
});

describe("one row", () => {
  test("anybody on duty may say that a number is wrong, in one tap; nobody else is shown it from then on", async () => {
    const state = fakeServer((fresh) => {
      fresh.me = { ...antonia, permissions: ["directory_read", "directory_doubt"] };
    });
    const { container } = openAt(at);
    const address = within((await screen.findByText("Calle Demo 140")).closest("li") as HTMLElement);
    await user.click(address.getByRole("button", { name: "Está malo" }));
    expect(screen.getByText(/se avisará que está malo/)).toBeTruthy();
    expect(state.entry.channels[1]?.doubted_at).toBeUndefined();
    window.dispatchEvent(new Event("pagehide"));
    expect(await screen.findByText(/quien responde por esta fila tiene el encargo/)).toBeTruthy();
    expect(state.entry.channels[1]?.doubted_at).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Llamar y confirmar" })).toBeNull();
    expect(container.querySelector('a[href^="tel:"]')).toBeNull();
    expect(await objections(container)).toEqual([]);
  });
});

describe("a touch by mistake", () => {
  test("a number said to be wrong is struck for nobody while it can be taken back, nor ever once it was", async () => {
    const state = fakeServer((fresh) => {
      fresh.me = { ...antonia, permissions: ["directory_read", "directory_doubt"] };
    });
    openAt(at);
    const address = within((await screen.findByText("Calle Demo 140")).closest("li") as HTMLElement);
    vi.useFakeTimers();
    act(() => address.getByRole("button", { name: "Está malo" }).click());
    expect(address.getByRole("button", { name: "Por avisar" })).toHaveProperty("disabled", true);
    act(() => screen.getByRole("button", { name: "Deshacer" }).click());
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    vi.useRealTimers();
    expect(address.getByRole("button", { name: "Está malo" })).toHaveProperty("disabled", false);
    expect(state.log.filter((line) => line.endsWith("/doubts"))).toEqual([]);
  });
});

describe("ringing and confirming", () => {
  const rings = async () => {
    for (const group of await screen.findAllByRole("radiogroup")) await user.click(within(group).getByRole("radio", { name: "Igual" }));
    await user.click(screen.getByRole("checkbox", { name: /22 000 0140/ }));
  };
  const open = () => {
    const state = fakeServer((fresh) => {
      fresh.me = editor;
    });
    return { state, ...openAt(`${at}/llamar`) };
  };

  test("asks all six data and where somebody answered; then the number holds for ninety days", async () => {
    const { state, container } = open();
    await user.click(await screen.findByRole("button", { name: "Confirmar por 90 días" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Falta corregir 7 datos");
    expect(await objections(container)).toEqual([]);
    await rings();
    await user.click(screen.getByRole("button", { name: "Confirmar por 90 días" }));
    expect(await screen.findByText(/confirmado hasta el/, { selector: ".channel:first-child span" })).toBeTruthy();
    expect(state.entry).toMatchObject({ verified: "by_editor", checked_by: "Antonia R." });
    expect(state.entry.channels[0]?.doubted_at).toBeUndefined();
  });

  test("what changed is written beside what there was; a refusal loses nothing", async () => {
    const { state } = open();
    await rings();
    await user.click(within(screen.getByRole("radiogroup", { name: "Nombre" })).getByRole("radio", { name: "Cambió" }));
    await user.type(screen.getByLabelText("Nombre de hoy"), " Sur");
    state.instead.set(`PUT /api/v1/directory/services/${state.entry.id}`, () => problem(412, "changed_meanwhile", "Otra persona cambió esta fila."));
    await user.click(screen.getByRole("button", { name: "Confirmar por 90 días" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Otra persona cambió esta fila.");
    await user.click(screen.getByRole("button", { name: "Confirmar por 90 días" }));
    await waitFor(() => expect(state.entry.name).toBe("Centro Demo de la Familia Sur"));
  });

  test("what the server refuses is told at its field; what has no field here, in its own words", async () => {
    const { state, container } = open();
    await rings();
    await user.click(within(screen.getByRole("radiogroup", { name: "Canales" })).getByRole("radio", { name: "Cambió" }));
    await write(screen.getAllByLabelText(/Número, dirección o página/)[0] as HTMLElement, "12x");
    state.instead.set(`PUT /api/v1/directory/services/${state.entry.id}`, () =>
      problem(422, "invalid", "Hay datos que corregir.", [
        { pointer: "/channels/0/contact", code: "no_phone", message: "Escriba un teléfono." },
        { pointer: "/languages", code: "no_language", message: "Este idioma no se conoce." },
      ]),
    );
    await user.click(screen.getByRole("button", { name: "Confirmar por 90 días" }));
    const alert = within(await screen.findByRole("alert"));
    expect(alert.getByText("Falta corregir 2 datos")).toBeTruthy();
    expect(alert.getByText("Este idioma no se conoce.")).toBeTruthy();
    await user.click(alert.getByRole("link", { name: "Número, dirección o página" }));
    expect(document.activeElement).toHaveProperty("value", "12x");
    expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
    expect(await objections(container)).toEqual([]);
  });

  test("who answers knows nothing: the number is confirmed, the row is not checked", async () => {
    const { state } = open();
    for (const group of await screen.findAllByRole("radiogroup")) await user.click(within(group).getByRole("radio", { name: "No sabe" }));
    await user.click(screen.getByRole("checkbox", { name: /22 000 0140/ }));
    expect(screen.getByText(/no queda comprobada/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Confirmar por 90 días" }));
    await waitFor(() => expect(state.entry.channels[0]?.confirmation).toBeTruthy());
    expect(state.entry).toMatchObject({ verified: "seed", checked_by: "" });
    expect(state.entry.checked_on).toBeUndefined();
  });

  test("nobody answers: who rang and when is kept, nothing is confirmed", async () => {
    const { state } = open();
    await user.click(await screen.findByRole("button", { name: "No contestan" }));
    await waitFor(() => expect(state.entry.rung_by).toBe("Antonia R."));
    expect(state.entry.verified).toBe("seed");
  });
});
