import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { institutions } from "@/tests/fake-data";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";

const user = userEvent.setup();

describe("when another window made the session act for another institution", () => {
  const elsewhere = () => problem(409, "other_institution", "Esta página muestra una institución y usted actúa ahora por otra.");
  const beginThere = async () => {
    const state = fakeServer();
    const { container } = openAt("/personas/nueva");
    await write(await screen.findByLabelText(/^Cómo quiere que le digan/), "Dani");
    await waitFor(() => expect(state.drafts.size).toBe(1));
    state.keys.length = 0;
    state.instead.set("POST /api/v1/people", elsewhere);
    await user.click(screen.getByRole("button", { name: "Registrar" }));
    const dialog = await screen.findByRole("dialog", { name: "Usted actúa ahora por otra institución" });
    return { state, container, dialog };
  };

  test("one goes on for the one that the page shows, and the same thing is sent again", async () => {
    const { state, container, dialog } = await beginThere();
    expect(await objections(container)).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Seguir por Línea Demo Joven" }));
    expect(await screen.findByText("LUNA-48-RÍO")).toBeTruthy();
    expect(state.log.filter((line) => line.startsWith("POST"))).toEqual(["POST /api/v1/people", "POST /api/v1/sessions/current/institution", "POST /api/v1/people"]);
    expect(state.keys[2]).toBe(state.keys[0]);
  });

  test("or leaves the page for the other, and nothing is sent", async () => {
    const { state, dialog } = await beginThere();
    if (state.me) state.me = { ...state.me, institution: institutions.health };
    await user.click(within(dialog).getByRole("button", { name: "Dejar esta página y pasar a la otra" }));
    expect(await screen.findByRole("button", { name: "Antonia R., CESFAM Demo Norte. Su menú" })).toBeTruthy();
    expect(state.log.filter((line) => line === "POST /api/v1/people")).toHaveLength(1);
  });
});
