import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { appointmentId, holiday, monday, slotId } from "@/tests/fake-agenda";
import { institutions } from "@/tests/fake-data";
import { fakeServer, objections, openAt, write } from "@/tests/pages";
import type { FakeState } from "@/tests/fake-server";
import { writeDay } from "@/words/days";

const user = userEvent.setup();
const week = monday().toISOString().slice(0, 10);
const here = (hour = "") => `/agenda?semana=${week}${hour ? `&hora=${hour}` : ""}`;
const asIntake = (state: FakeState) => {
  if (state.me) state.me = { ...state.me, roles: ["intake"], name: "Marisol T.", institution: institutions.health, permissions: [...state.me.permissions, "referral_move"] };
  state.referrals = state.referrals.map((one, index) => (index < 2 ? { ...one, status: "accepted" as const, possible: ["schedule" as const] } : one));
};

describe("the agenda", () => {
  test("shows the week by code, age and what became of each hour, and never a name", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(here());
    expect(await screen.findByText("horas libres en la semana")).toBeTruthy();
    const given = await screen.findByRole("link", { name: /HB-4T85/ });
    expect(given.textContent).toContain("Urgente");
    expect(given.textContent).toContain("14 a 17 años");
    expect(screen.getByRole("link", { name: /HB-4T87/ }).textContent).toMatch(/2\.ª hora.*No vino/);
    expect(screen.getByRole("link", { name: /HB-4T86/ }).textContent).toContain("Se cambió a otra hora");
    expect(screen.getAllByRole("link", { name: /Libre/ })).toHaveLength(3);
    expect(await screen.findByRole("heading", { name: "Esperan hora 2" })).toBeTruthy();
    expect(container.textContent).not.toContain("Constanza");
    expect(state.log.some((line) => line.includes("GET /api/v1/referrals/"))).toBe(false);
    expect(await objections(container)).toEqual([]);
  });

  test("gives a free hour to who waits for it", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(here(slotId(2)));
    await user.click(await screen.findByRole("radio", { name: /HB-4T81/ }));
    expect(await objections(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Dar esta hora" }));
    await waitFor(() => expect(state.agenda.slots.find(({ id }) => id === slotId(2))?.held).toBe(1));
    expect(state.referrals.find(({ thread_code }) => thread_code === "HB-4T81")?.status).toBe("scheduled");
    expect(await screen.findByText(/· Tiene esta hora/)).toBeTruthy();
  });

  test("takes back a free hour, and offers it again when that was a mistake", async () => {
    const state = fakeServer(asIntake);
    openAt(here(slotId(2)));
    await user.click(await screen.findByRole("button", { name: "Quitar esta hora" }));
    await waitFor(() => expect(state.agenda.slots.some(({ id }) => id === slotId(2))).toBe(false));
    await user.click(await screen.findByRole("button", { name: "Deshacer" }));
    await waitFor(() => expect(state.agenda.slots).toHaveLength(4));
  });

  test("offers hours in a row, and says at the field what the server refuses", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(here());
    await user.click(await screen.findByRole("button", { name: "Ofrecer horas" }));
    const form = within(screen.getByRole("form", { name: "Ofrecer horas" }));
    await write(form.getByRole("textbox", { name: "Minutos cada una" }), "5");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    expect((await form.findAllByText("Cada hora dura entre 10 y 240 minutos."))[0]).toBeTruthy();
    expect(await objections(container)).toEqual([]);
    await write(form.getByRole("textbox", { name: "Minutos cada una" }), "30");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    await waitFor(() => expect(state.agenda.slots).toHaveLength(8));
    expect(state.agenda.slots.at(-1)?.places).toBe(1);
  });

  test("says that a day is a holiday, and leaves it to who offers", async () => {
    const state = fakeServer(asIntake);
    openAt(here());
    await user.click(await screen.findByRole("button", { name: "Ofrecer horas" }));
    const form = within(screen.getByRole("form", { name: "Ofrecer horas" }));
    expect(form.queryByText(/Feriado/)).toBeNull();
    await write(form.getByRole("textbox", { name: "Día" }), writeDay(holiday().date));
    expect((await form.findByText(/Feriado: Inmaculada Concepción/)).textContent).toContain("Puede ofrecer horas igual");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    await waitFor(() => expect(state.agenda.slots).toHaveLength(8));
  });

  test("names the holidays of the week it shows", async () => {
    fakeServer(asIntake);
    openAt(`/agenda?semana=${new Date(monday().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)}`);
    const day = await screen.findByRole("region", { name: /^mié / });
    expect(day.textContent).toContain("Feriado: Inmaculada Concepción.");
    expect(screen.getAllByText(/Feriado/)).toHaveLength(1);
  });

  test("takes the hour that is written for one of the institution's clock, wherever the computer is", async () => {
    const state = fakeServer((fresh) => {
      asIntake(fresh);
      if (fresh.me) fresh.me = { ...fresh.me, zone: "Pacific/Easter" };
    });
    openAt(here());
    await user.click(await screen.findByRole("button", { name: "Ofrecer horas" }));
    const form = within(screen.getByRole("form", { name: "Ofrecer horas" }));
    await write(form.getByRole("textbox", { name: /^Día/ }), "04-07-2029");
    const hour = form.getByRole("textbox", { name: "Primera hora" });
    await write(hour, "25:10");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    expect(hour.getAttribute("aria-invalid")).toBe("true");
    await write(hour, "9");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    await waitFor(() => expect(state.agenda.slots.some(({ starts_at }) => starts_at === "2029-07-04T15:00:00.000Z")).toBe(true));
  });

  test("offers an hour to a group", async () => {
    const state = fakeServer(asIntake);
    openAt(here());
    await user.click(await screen.findByRole("button", { name: "Ofrecer horas" }));
    const form = within(screen.getByRole("form", { name: "Ofrecer horas" }));
    const places = form.getByRole("textbox", { name: /Cupos en cada una/ });
    await write(places, "muchos");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    expect(places.getAttribute("aria-invalid")).toBe("true");
    await write(places, "12");
    await user.click(form.getByRole("button", { name: "Ofrecerlas" }));
    await waitFor(() => expect(state.agenda.slots.at(-1)?.places).toBe(12));
  });

  test("says so when an hour is not one's own, or is gone", async () => {
    fakeServer(asIntake);
    openAt(`/agenda?cita=${slotId(9)}`);
    expect(await screen.findByText(/^Esta hora ya no está/)).toBeTruthy();
  });

  test("from a reminder one lands on its hour; moving it offers the free ones, and «No vino» waits until it has passed", async () => {
    const state = fakeServer(asIntake);
    const { container } = openAt(`/agenda?cita=${appointmentId(5)}`);
    expect(await screen.findByRole("button", { name: "Ya se le recordó" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "No vino" })).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("button", { name: "Cambiar la hora" }));
    const panel = within(await screen.findByRole("form"));
    await user.click(panel.getByRole("button", { name: "Cambiar la hora" }));
    expect((await panel.findByRole("alert")).textContent).toContain("Elija una hora libre, u otra.");
    expect(await objections(container)).toEqual([]);
    expect(panel.queryByLabelText("Día")).toBeNull();
    await user.click(panel.getByRole("radio", { name: "Otra hora, fuera de la agenda" }));
    expect(panel.getByLabelText("Día")).toBeTruthy();
    expect(state.log.some((line) => line.includes("/moves"))).toBe(false);
  });
});
