import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import type { FakeState } from "@/tests/fake-server";
import { fakeServer, objections, openAt, write } from "@/tests/pages";

const user = userEvent.setup();
const administers = (state: FakeState) => {
  state.me = { ...antonia, roles: ["admin"], permissions: ["user_read", "user_manage"] };
};

describe("the team", () => {
  test("says who works here, who is invited and what became of the mail; axe objects to nothing", async () => {
    fakeServer(administers);
    const { container } = openAt("/equipo");
    await screen.findByRole("heading", { name: "Ignacio P." });
    expect(screen.getByText(/el servidor rechazó el correo/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Cambiar roles Esteban/ })).toBeNull();
    expect(await objections(container)).toEqual([]);
  });

  test("gives whoever may only look nothing to press", async () => {
    fakeServer((state) => {
      state.me = { ...antonia, roles: ["supervisor"], permissions: ["user_read"] };
    });
    openAt("/equipo");
    await screen.findByText(/Ignacio P\./);
    expect(screen.queryByRole("button", { name: /Quitar el acceso/ })).toBeNull();
    expect(screen.queryByRole("button", { name: "Invitar" })).toBeNull();
  });

  test("ends an access only after its consequence is said", async () => {
    fakeServer(administers);
    openAt("/equipo");
    await user.click(await screen.findByRole("button", { name: "Quitar el acceso Ignacio P." }));
    const dialog = await screen.findByRole("dialog", { name: "Quitar el acceso a Ignacio P." });
    expect(dialog.textContent).toContain("vuelve a la institución");
    await user.click(within(dialog).getByRole("button", { name: "Quitar el acceso" }));
    expect((await screen.findAllByText("Ya no tiene acceso.")).length).toBeGreaterThan(0);
  });

  test("shows the link once where no mail leaves", async () => {
    fakeServer(administers);
    openAt("/equipo");
    await write(await screen.findByLabelText("Correo"), "sin-correo@red.demo");
    await user.click(screen.getAllByRole("checkbox", { name: "Atención" }).at(-1) as HTMLElement);
    await user.click(screen.getByRole("button", { name: "Invitar" }));
    expect(await screen.findByText("https://hebra.demo/entrar/invitacion/abc")).toBeTruthy();
  });
});

describe("an invitation", () => {
  test("asks a new person for a name and a password", async () => {
    fakeServer((state) => {
      state.me = null;
    });
    const { container } = openAt("/entrar/invitacion/nueva");
    await write(await screen.findByLabelText("Su nombre"), "Luz Tapia");
    await write(screen.getByLabelText("Clave nueva"), "tres palabras largas");
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Aceptar" }));
    expect(await screen.findByText("Listo. Ya puede entrar.")).toBeTruthy();
  });

  test("asks somebody with an account for its password alone", async () => {
    fakeServer((state) => {
      state.me = null;
    });
    const { container } = openAt("/entrar/invitacion/known");
    await write(await screen.findByLabelText("Su clave de siempre"), "una clave ajena");
    expect(screen.queryByLabelText("Su nombre")).toBeNull();
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Aceptar" }));
    expect((await screen.findAllByText(/no es la clave con que usted entra/)).length).toBeGreaterThan(0);
    await user.clear(screen.getByLabelText("Su clave de siempre"));
    await write(screen.getByLabelText("Su clave de siempre"), "hebra-demo");
    await user.click(screen.getByRole("button", { name: "Aceptar" }));
    expect(await screen.findByText("Listo. Ya puede entrar.")).toBeTruthy();
  });

  test("says when the link is of no use", async () => {
    fakeServer((state) => {
      state.me = null;
    });
    openAt("/entrar/invitacion/used");
    expect(await screen.findByText(/ya se usó o venció/)).toBeTruthy();
  });
});
