import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";
import type { FakeState } from "@/tests/fake-server";

const signedOut = (state: FakeState) => {
  state.me = null;
};
const user = userEvent.setup();

async function signIn(password: string): Promise<void> {
  await write(await screen.findByLabelText("Correo"), "agente@linea.demo");
  await write(screen.getByLabelText("Clave"), password);
  await user.click(screen.getByRole("button", { name: "Entrar" }));
}

describe("the door", () => {
  test("shows people who seek help the way out, and axe objects to nothing", async () => {
    fakeServer(signedOut);
    const { container } = openAt("/entrar");
    const way = await screen.findByRole("link", { name: "Ver quién atiende ahora" });
    expect(way.getAttribute("href")).toBe("/directorio");
    expect(await objections(container)).toEqual([]);
    expect(container.textContent).not.toMatch(/\b(131|\*?4141)\b/);
  });

  test("lets in, to the page that was asked for", async () => {
    fakeServer(signedOut);
    openAt("/cuenta");
    await signIn("hebra-demo");
    expect(await screen.findByRole("heading", { level: 1, name: "Mi cuenta" })).toBeTruthy();
    expect(window.location.pathname).toBe("/cuenta");
  });

  test("from /entrar, to the loose threads", async () => {
    fakeServer(signedOut);
    openAt("/entrar");
    await signIn("hebra-demo");
    expect(await screen.findByRole("heading", { level: 1, name: "4 hebras sueltas" })).toBeTruthy();
  });

  test("says what does not match, keeps what was written, takes the focus there", async () => {
    fakeServer(signedOut);
    openAt("/entrar");
    await signIn("otra clave");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("El correo o la clave no coinciden.");
    expect(document.activeElement).toBe(alert);
    expect(screen.getByLabelText("Correo")).toHaveProperty("value", "agente@linea.demo");
  });

  test("asks for the code when there is one, without calling it an error", async () => {
    fakeServer((state) => {
      signedOut(state);
      state.code = "123456";
    });
    openAt("/entrar");
    await signIn("hebra-demo");
    const code = await screen.findByLabelText("Código de 6 números");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(code.getAttribute("autocomplete")).toBe("one-time-code");
    await write(code, "000000");
    await user.click(screen.getByRole("button", { name: "Entrar" }));
    expect((await screen.findByRole("alert")).textContent).toContain("El código no coincide");
    await write(screen.getByLabelText("Código de 6 números"), "123 456");
    await user.click(screen.getByRole("button", { name: "Entrar" }));
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
  });

  test("speaks English when asked", async () => {
    fakeServer(signedOut);
    openAt("/entrar");
    await user.click(await screen.findByRole("button", { name: "English" }));
    expect(screen.getByRole("heading", { name: "Sign in to your shift" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("en-GB");
  });
});

describe("a link to choose a password", () => {
  test("says what is wrong with it, beside it", async () => {
    fakeServer(signedOut);
    openAt("/entrar/clave/abc");
    await write(await screen.findByLabelText("Clave nueva"), "corta");
    await user.click(screen.getByRole("button", { name: "Guardar y entrar" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Use 10 letras o más.");
    await write(screen.getByLabelText("Clave nueva"), "una frase larga y mía");
    await user.click(screen.getByRole("button", { name: "Guardar y entrar" }));
    expect(await screen.findByText("Su clave quedó guardada. Ya puede entrar.")).toBeTruthy();
  });
  test("that was used says so and offers another", async () => {
    fakeServer(signedOut);
    openAt("/entrar/clave/used");
    await write(await screen.findByLabelText("Clave nueva"), "una frase larga y mía");
    await user.click(screen.getByRole("button", { name: "Guardar y entrar" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Este enlace ya se usó o venció. Pida uno nuevo.");
    expect(screen.getByRole("link", { name: "Pedir otro enlace" })).toBeTruthy();
  });
});

test("who cannot sign in is told who gives a new link", async () => {
  fakeServer(signedOut);
  openAt("/entrar/ayuda");
  expect(await screen.findByText(/^Pida a quien administra Hebra/)).toBeTruthy();
});

test("where mail leaves, the link is asked for by e-mail, and nothing tells whether the account exists", async () => {
  fakeServer((state) => {
    signedOut(state);
    state.instead.set("GET /api/v1/sign-in-help", () => Response.json({ mail: true }));
  });
  openAt("/entrar/ayuda");
  await write(await screen.findByLabelText("Correo"), "nadie@linea.demo");
  await user.click(screen.getByRole("button", { name: "Enviar el enlace" }));
  expect(await screen.findByText(/^Si hay una cuenta con ese correo/)).toBeTruthy();
});

describe("my account", () => {
  test("axe objects to nothing, and another session can be closed", async () => {
    const state = fakeServer();
    const { container } = openAt("/cuenta");
    const close = await screen.findByRole("button", { name: "Cerrar Firefox, Android" });
    expect(await objections(container)).toEqual([]);
    await user.click(close);
    await waitFor(() => expect(screen.queryByText("Firefox, Android")).toBeNull());
    expect(state.sessions).toHaveLength(1);
  });

  test("the password: a wrong one is told beside its field; a right one is changed and forgotten", async () => {
    fakeServer();
    openAt("/cuenta");
    await write(await screen.findByLabelText("Clave actual"), "mala");
    await write(screen.getByLabelText("Clave nueva"), "una frase larga y mía");
    await user.click(screen.getByRole("button", { name: "Cambiar la clave" }));
    expect((await screen.findByRole("alert")).textContent).toContain("La clave actual no coincide.");
    await write(screen.getByLabelText("Clave actual"), "hebra-demo");
    await user.click(screen.getByRole("button", { name: "Cambiar la clave" }));
    expect(await screen.findByText(/^Clave cambiada/)).toBeTruthy();
    expect(screen.getByLabelText("Clave nueva")).toHaveProperty("value", "");
  });

  test("the code: a drawing with its key, confirmed with one code", async () => {
    fakeServer();
    openAt("/cuenta");
    await user.click(await screen.findByRole("button", { name: "Usar un código" }));
    const asked = within(await screen.findByRole("dialog"));
    await write(asked.getByLabelText("Clave"), "otra clave");
    await user.click(asked.getByRole("button", { name: "Usar un código" }));
    expect(await asked.findByText("La clave actual no coincide.")).toBeTruthy();
    expect(screen.queryByRole("img", { name: "Código QR para la aplicación de códigos" })).toBeNull();
    await write(asked.getByLabelText("Clave"), "hebra-demo");
    await user.click(asked.getByRole("button", { name: "Usar un código" }));
    expect(await screen.findByRole("img", { name: "Código QR para la aplicación de códigos" })).toBeTruthy();
    expect(screen.getByText("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP")).toBeTruthy();
    await write(screen.getByLabelText("El código que muestra"), "123456");
    await user.click(screen.getByRole("button", { name: "Confirmar" }));
    expect(await screen.findByText("Al entrar se le pide un código de su teléfono.")).toBeTruthy();
  });

  test("too many tries are told as such", async () => {
    const state = fakeServer(signedOut);
    openAt("/entrar");
    await screen.findByLabelText("Correo");
    state.instead.set("POST /api/v1/sessions", () => problem(429, "too_many_tries", "Demasiados intentos. Espere unos minutos."));
    await signIn("hebra-demo");
    expect((await screen.findByRole("alert")).textContent).toContain("Espere unos minutos");
  });
});
