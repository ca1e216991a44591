import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { martina, threadEvents } from "@/tests/fake-data";
import { json } from "@/tests/fake-server";
import { fakeServer, objections, openAt } from "@/tests/pages";

const user = userEvent.setup();
const at = (view: string) => `/personas/${martina.id}/${view}`;
const knots = async () => within(await screen.findByRole("region", { name: /^Hebra:/ })).getAllByRole("button");

describe("the drawing of a thread", () => {
  test("its knots are a list of buttons in time order with one tab stop; the picture is not heard", async () => {
    fakeServer();
    const { container } = openAt(at("dibujo"));
    const all = await knots();
    expect(all.length).toBeGreaterThan(10);
    expect(all[0]?.textContent).toMatch(/^\d+ \S+ \d\d:\d\d\. Atención\. Línea Demo Joven/);
    expect(all.filter((knot) => knot.tabIndex === 0)).toHaveLength(1);
    expect(container.querySelector(".thread__picture")?.getAttribute("aria-hidden")).toBe("true");
    expect(await objections(container)).toEqual([]);
  });

  test("opens on what is loose, walks with the arrows, and tells each fact beside it", async () => {
    fakeServer();
    openAt(at("dibujo"));
    const all = await knots();
    const chosen = all.find((knot) => knot.tabIndex === 0);
    expect(chosen?.textContent).toContain("Hebra suelta");
    expect(screen.getByRole("complementary", { name: "Hecho elegido" }).textContent).toContain("Hebra suelta desde");
    chosen?.focus();
    await user.keyboard("{Home}");
    expect(document.activeElement?.textContent).toContain("Atención");
    expect(within(screen.getByRole("complementary", { name: "Hecho elegido" })).getByRole("heading", { name: "Atención" })).toBeTruthy();
    await user.keyboard("n");
    expect(document.activeElement?.textContent).toContain("Hebra suelta");
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Hecho elegido" }));
  });

  test("L changes to the list and back; late facts tell when they were entered", async () => {
    fakeServer();
    const { container } = openAt(at("dibujo"));
    (await knots()).find((knot) => knot.tabIndex === 0)?.focus();
    await user.keyboard("l");
    expect(window.location.pathname).toBe(at("lista"));
    const late = (await knots()).find((knot) => knot.textContent.includes("Sesión"));
    if (late) await user.click(late);
    expect(screen.getByText(/después de que ocurrió/)).toBeTruthy();
    expect(await objections(container)).toEqual([]);
  });

  test("in the list the yarn is of whoever holds the thread, and the knot of whoever acted", async () => {
    const state = fakeServer();
    const [first] = threadEvents();
    const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const cesfam = { id: "0192f0c4-0000-7000-8000-0000000000cf", name: "CESFAM", sector: "health" as const };
    expect(first?.institution.sector).not.toBe("health");
    const events = [
      { ...first, id: "00000000-0000-7000-8000-000000000001", event_at: at(3), entered_at: at(3) },
      { ...first, id: "00000000-0000-7000-8000-000000000002", kind: "referral_sent" as const, subject_id: "0192f0c4-0000-7000-8000-0000000000aa", event_at: at(2), entered_at: at(2) },
      { ...first, id: "00000000-0000-7000-8000-000000000003", kind: "referral_accepted" as const, subject_id: "0192f0c4-0000-7000-8000-0000000000aa", institution: cesfam, event_at: at(1), entered_at: at(1) },
    ];
    state.instead.set(`GET /api/v1/people/${martina.id}/thread`, () => json({ items: events }));
    openAt(`/personas/${martina.id}/lista`);
    const accepted = (await knots()).find((knot) => /acepta/i.test(knot.textContent));
    expect(accepted?.closest("li")?.className).toContain(`hue-${first?.institution.sector}`);
    expect(accepted?.querySelector("g")?.getAttribute("class")).toBe("hue-health");
  });

  test("a week shows less, and 0 shows all again", async () => {
    fakeServer();
    openAt(at("dibujo"));
    const all = (await knots()).length;
    await user.click(screen.getByRole("button", { name: "Semana" }));
    const few = await knots();
    expect(few.length).toBeLessThan(all);
    few.find((knot) => knot.tabIndex === 0)?.focus();
    await user.keyboard("0");
    expect(await knots()).toHaveLength(all);
  });

  test("a very long one says how far it reaches, and brings what is before", async () => {
    const state = fakeServer();
    let asked = 0;
    const line = `GET /api/v1/people/${martina.id}/thread`;
    const page = (): Response => {
      asked += 1;
      state.instead.set(line, page);
      const at = new Date(Date.now() - asked * 86_400_000).toISOString();
      const [first] = threadEvents();
      return json({ items: [{ ...first, id: `00000000-0000-7000-8000-${String(asked).padStart(12, "0")}`, event_at: at, entered_at: at }], ...(asked < 7 ? { next_cursor: String(asked) } : {}) });
    };
    state.instead.set(line, page);
    openAt(at("dibujo"));
    expect(await screen.findByText(/Hay hechos anteriores/)).toBeTruthy();
    expect(asked).toBe(5);
    await user.click(screen.getByRole("button", { name: "Traer los anteriores" }));
    await waitFor(() => expect(screen.queryByText(/Hay hechos anteriores/)).toBeNull());
    expect(asked).toBe(7);
  });
});
