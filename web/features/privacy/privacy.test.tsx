import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { antonia, martina } from "@/tests/fake-data";
import type { FakeState } from "@/tests/fake-server";
import { fakeServer, objections, openAt, write } from "@/tests/pages";
import { actOf, visitsOf, type View } from "./views";

const user = userEvent.setup();
const asOfficer = (state: FakeState) => {
  state.me = { ...antonia, roles: ["privacy_officer"], permissions: ["person_views", "person_erase", "disclosure_read"] };
};

test("a permission is taken back beside the sheet, after saying what it does and cannot do", async () => {
  const state = fakeServer();
  const { container } = openAt(`/personas/${martina.id}`);
  await user.click(await screen.findByRole("button", { name: /^Retirar CESFAM Demo Norte/ }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/deja de leer lo enviado en este mismo instante/)).toBeTruthy();
  expect(dialog.getByText(/eso ya no se puede deshacer/)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Retirar el permiso" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(state.disclosed[0]?.withdrawn_at).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Retirar/ })).toBeNull();
  expect(await objections(container)).toEqual([]);
});

test("all that travelled has its own page: to whom, by what right, and whether it was opened", async () => {
  fakeServer();
  const { container } = openAt(`/personas/${martina.id}/permisos`);
  expect(await screen.findByText(/Sí, 2 veces/)).toBeTruthy();
  expect(screen.getByText("Deber legal, según Ley 21.430, art. 14: «La familia no contesta y hay peligro.»")).toBeTruthy();
  expect(await objections(container)).toEqual([]);
});

test("who saw it is narrowed to the attempts that were refused", async () => {
  fakeServer();
  const { container } = openAt(`/personas/${martina.id}/vistas`);
  await screen.findByText(/Marisol T\., CESFAM Demo Norte/);
  await user.click(screen.getByRole("radio", { name: "Intentos sin permiso" }));
  await waitFor(() => expect(screen.queryByText(/Marisol T\./)).toBeNull());
  expect(screen.getByText("Alguien de Hospital Demo")).toBeTruthy();
  expect(await objections(container)).toEqual([]);
});

test("who protects data asks by code, and sees who looked without opening the record", async () => {
  const state = fakeServer(asOfficer);
  openAt("/accesos");
  await write(await screen.findByLabelText("Código de la hebra"), martina.thread_code);
  await user.click(screen.getByRole("button", { name: "Ver quién la abrió" }));
  expect(await screen.findByText("Alguien de Hospital Demo")).toBeTruthy();
  expect(state.log).not.toContain(`GET /api/v1/people/${martina.id}`);
});

test("erasing shows what goes, asks why and for the code by hand, and then tells what is true", async () => {
  const state = fakeServer(asOfficer);
  const { container } = openAt(`/borrado/${martina.thread_code}`);
  expect(await screen.findByText("2 atenciones, con cada versión")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Borrar para siempre" }));
  expect(screen.getByText(`No es el mismo código: ${martina.thread_code}.`)).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByRole("button", { name: /Por qué/ }));
  await user.click(await screen.findByRole("option", { name: "Lo pidió la persona" }));
  await write(screen.getByLabelText(/^Escriba/), martina.thread_code.toLowerCase());
  await user.click(screen.getByRole("button", { name: "Borrar para siempre" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Borrar para siempre" }));
  expect(await screen.findByRole("heading", { name: `Se borró lo de ${martina.thread_code}` })).toBeTruthy();
  expect(state.log.filter((line) => line === "POST /api/v1/erasures")).toHaveLength(1);
  expect(await objections(container)).toEqual([]);
});

test("an open referral comes first", async () => {
  fakeServer((state) => { asOfficer(state); state.preview = { ...state.preview, open_referrals: 1, confirmation: "" }; });
  openAt(`/borrado/${martina.thread_code}`);
  expect(await screen.findByText(/Tiene una derivación abierta/)).toBeTruthy();
  expect(screen.queryByLabelText(/^Escriba/)).toBeNull();
});

test("what somebody did in one sitting is one line; an attempt stands alone", () => {
  const view = (minutes: number, action: string, more: Partial<View> = {}): View => ({
    at: new Date(10_000_000_000 - minutes * 60_000).toISOString(), actor_name: "A", institution_name: "L", action, fields: [], mine: true, purpose: "unsaid", refused: false, outside: false, ...more,
  });
  const visits = visitsOf([view(0, "person.views", { purpose: "protect" }), view(2, "thread.view"), view(5, "contact.view", { purpose: "attend" }), view(90, "person.view"), view(91, "person.view.refused", { refused: true })]);
  expect(visits.map(({ acts, purpose }) => [acts.join(), purpose])).toEqual([["person.views,thread.view,contact.view", "attend"], ["person.view", "unsaid"], ["person.view", "unsaid"]]);
  expect(actOf("contact.view_file")).toBe("contact.view");
  expect(actOf("referral.try")).toBe("referral.try");
  expect(actOf("something.new")).toBe("other");
});
