import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { address, chooseService, withAgreement, writeLines } from "@/tests/compose-page";
import { martina } from "@/tests/fake-data";
import { fakeServer, objections, openAt } from "@/tests/pages";

const user = userEvent.setup();

describe("who could be reached with what travels", () => {
  test("who cannot be reached with what travels: it is said before sending with each way out, and nothing is blocked", async () => {
    const state = fakeServer(withAgreement);
    const { container } = openAt(address);
    await chooseService();
    expect(screen.queryByText("Con lo que viaja, nadie podrá llamarla.")).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Contacto seguro" }));
    expect(screen.getByText("Con lo que viaja, nadie podrá llamarla.")).toBeTruthy();
    expect(await objections(container)).toEqual([]);
    await writeLines();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("podrá leer esto: código, edad y urgencia; nombre social; lo social.");
    expect(dialog.textContent).toContain("nadie podrá llamarla");
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Que viaje: contacto seguro" }));
    expect(screen.getByRole("checkbox", { name: "Contacto seguro" })).toHaveProperty("checked", true);
    expect(screen.queryByText("Con lo que viaja, nadie podrá llamarla.")).toBeNull();
    expect(state.log.some((line) => line.endsWith("/moves"))).toBe(false);
  });

  test("somebody anonymous with no contact noted: a formal one may be made warm, and how to reach them may be noted", async () => {
    fakeServer((fresh) => {
      withAgreement(fresh);
      fresh.person = { id: martina.id, thread_id: martina.thread_id, thread_code: "HB-4T9W", identity: "pseudonymous", alias: "Dani", age_stated: 16, comuna: "13101", version: 1, created_at: martina.created_at };
    });
    openAt(address);
    await chooseService();
    expect(screen.getByText("Con lo que viaja, nadie podrá llamarla.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Anotar cómo contactarla" }).getAttribute("href")).toBe(`/personas/${martina.id}/contacto`);
    await user.click(screen.getByRole("radio", { name: "Formal" }));
    await user.click(screen.getByRole("button", { name: "Que sea acompañada" }));
    expect(screen.getByText(/llamen en conjunto mientras/)).toBeTruthy();
    await writeLines();
    await user.click(screen.getByRole("button", { name: "Enviar derivación" }));
    expect((await screen.findByRole("dialog")).textContent).toContain("podrá leer esto: código, edad y urgencia; cómo decirle; lo social.");
  });
});
