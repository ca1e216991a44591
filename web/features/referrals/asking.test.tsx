import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { reported } from "@/tests/fake-referrals";
import { fakeServer, objections, openAt, write } from "@/tests/pages";
import { asksPerson, missingInTry } from "./asking";

const user = userEvent.setup();
const at = `/derivaciones/${reported().id}`;
const open = () => {
  const state = fakeServer((fresh) => { fresh.referrals = [reported()]; });
  return { state, ...openAt(at) };
};

describe("asking the person before it is closed", () => {
  test("is written as it was done: on the phone, now, by themselves, unless it is said otherwise", async () => {
    const { state, container } = open();
    await user.click(await screen.findByRole("button", { name: "Cerrar con la persona" }));
    const panel = within(screen.getByRole("form"));
    expect(panel.getByRole("radio", { name: "Teléfono" })).toHaveProperty("checked", true);
    await user.click(panel.getByRole("radio", { name: "Quien la cuida" }));
    expect(await objections(container)).toEqual([]);
    await user.click(panel.getByRole("button", { name: "Cerrar con la persona" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cerrar con la persona" }));
    await waitFor(() => expect(state.referrals.at(-1)?.status).toBe("closed_verified"));
    const asked = state.referrals.at(-1)?.moves.at(-1)?.asked;
    expect(asked).toMatchObject({ channel: "phone", answered_by: "guardian" });
    expect(Math.abs(Date.parse(asked?.at ?? "") - Date.now())).toBeLessThan(120_000);
    expect(await screen.findByText(/Le preguntó: Teléfono, hoy .* Respondió: Quien la cuida/)).toBeTruthy();
  });

  test("may have been by chat, when they were asked and when they were not found", async () => {
    const { state } = open();
    await user.click(await screen.findByRole("button", { name: "Cerrar con la persona" }));
    await user.click(within(screen.getByRole("form")).getByRole("radio", { name: "Chat" }));
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "No la encontré" }));
    const panel = within(await screen.findByRole("form", { name: "No la encontré" }));
    await user.click(panel.getByRole("radio", { name: "Chat" }));
    await user.click(panel.getByRole("radio", { name: "Contestó otra persona" }));
    await user.click(panel.getByRole("button", { name: "Anotar el intento" }));
    await waitFor(() => expect(state.referrals.at(-1)?.tried).toMatchObject([{ channel: "chat" }]));
  });

  test("is told in the order in which it was done, however each time is written", async () => {
    const tried = (at_time: string, text: string) => ({ at: at_time, at_time, channel: "phone" as const, result: "no_answer" as const, text, user_name: "Antonia R." });
    fakeServer((fresh) => { fresh.referrals = [{ ...reported(), tried: [tried("2026-11-20T12:00:00.500Z", "después"), tried("2026-11-20T12:00:00Z", "antes")] }]; });
    openAt(at);
    await screen.findByText("antes");
    const told = screen.getAllByText(/^(antes|después)$/).map(({ textContent }) => textContent);
    expect(told).toEqual(["antes", "después"]);
  });

  test("shows how to reach them safely before they are called", async () => {
    open();
    await user.click(await screen.findByRole("button", { name: "Cerrar con la persona" }));
    expect(await within(screen.getByRole("form")).findByRole("heading", { name: "Contacto seguro" })).toBeTruthy();
  });
});

describe("a try in which nobody could be asked", () => {
  test("says what came of it, closes nothing and is counted in the history", async () => {
    const { state, container } = open();
    await user.click(await screen.findByRole("button", { name: "No la encontré" }));
    const panel = within(screen.getByRole("form"));
    await user.click(panel.getByRole("button", { name: "Anotar el intento" }));
    expect((await panel.findByRole("alert")).textContent).toContain("Diga qué pasó.");
    await user.click(panel.getByRole("radio", { name: "Contestó otra persona" }));
    await write(panel.getByRole("textbox", { name: /^Nota/ }), "Vuelve el lunes.");
    expect(await objections(container)).toEqual([]);
    await user.click(panel.getByRole("button", { name: "Anotar el intento" }));
    await waitFor(() => expect(state.referrals.at(-1)?.tried).toHaveLength(1));
    expect(state.referrals.at(-1)).toMatchObject({ status: "outcome_reported", tried: [{ result: "someone_else_answered", text: "Vuelve el lunes." }] });
    expect(await screen.findByText("Intento 1 de preguntarle")).toBeTruthy();
  });

  test("is reached from the closing panel too", async () => {
    open();
    await user.click(await screen.findByRole("button", { name: "Cerrar con la persona" }));
    await user.click(within(screen.getByRole("form")).getByRole("button", { name: "No la encontré" }));
    expect(await screen.findByRole("heading", { name: "No la encontré" })).toBeTruthy();
  });

  test("is only the origin's, while there is something to ask", () => {
    expect(asksPerson({ viewer: "origin", possible: ["dispute"] })).toBe(true);
    expect(asksPerson({ viewer: "origin", possible: ["cancel"] })).toBe(false);
    expect(asksPerson({ viewer: "destination", possible: ["dispute"] })).toBe(false);
    expect(missingInTry({ channel: "phone", day: "", hour: "", result: "", text: "" })).toEqual({ result: "error.result", day: "error.day", hour: "error.hour" });
  });
});

describe("what is disputed", () => {
  test("is said in words in the list, and how many times they were sought", async () => {
    fakeServer((fresh) => { fresh.referrals = [{ ...reported(), disputed: "outcome", tries: 2 }]; });
    openAt("/derivaciones?caja=enviadas&ver=to_close");
    expect(await screen.findByText("La persona dice que el resultado no ocurrió")).toBeTruthy();
    expect(screen.getByText("2 intentos de preguntarle")).toBeTruthy();
  });
});
