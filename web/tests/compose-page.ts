// The page on which a referral is written, as far as every test of it must come.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { institutions, martina } from "./fake-data";
import type { FakeState } from "./fake-server";
import { write } from "./pages";

const user = userEvent.setup();
export const address = `/personas/${martina.id}/derivar`;
/** An institution with which a ficha may be sent. */
export const withAgreement = (state: FakeState) => {
  state.referrals = [];
  state.entry = { ...state.entry, institution: institutions.health.name, institution_id: institutions.health.id };
};

export async function chooseService(): Promise<void> {
  await user.click(await screen.findByRole("combobox", { name: "Tema" }));
  await user.click(await screen.findByRole("option", { name: "Familia" }));
  await user.click(await screen.findByRole("button", { name: "Elegir Centro Demo de la Familia" }));
  await screen.findByText("¿Corresponde? Cumple 3 de 3", {});
}

export async function writeLines(): Promise<void> {
  await write(screen.getByLabelText("Qué pasa"), "Duerme mal hace un mes.");
  await write(screen.getByLabelText("Qué se pide"), "Una hora esta semana.");
}
