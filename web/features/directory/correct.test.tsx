import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { antonia } from "@/tests/fake-data";
import { familyCentre } from "@/tests/fake-directory";
import { fakeServer, objections, openAt, problem, write } from "@/tests/pages";
import { correctedService, correctionErrors, correctionOf, rebased } from "./correct";
import { serviceOf } from "./directory";

const entry = familyCentre();
const form = correctionOf(entry);
const today = "2026-11-22";

describe("what is sent", () => {
  test("the row itself while nothing is touched", () => {
    expect(correctedService(entry, form, today)).toEqual(serviceOf(entry));
    expect(correctionErrors(form)).toEqual({});
  });
  test("a full service says so, as of today", () => {
    expect(correctedService(entry, { ...form, places_free: "0", is_active: false, languages: ["ht"], accessibility: ["wheelchair"] }, today)).toMatchObject({
      capacity: { places_free: 0, waiting_days: 9, updated: today }, is_active: false, languages: ["ht"], accessibility: ["wheelchair"],
    });
  });
  test("what referrals took since is not written back", () => {
    const counted = { ...entry, counted: { service_id: entry.id, quota: 1, held: 1 } };
    expect(correctionOf(counted).places_free).toBe("0");
    expect(correctedService(counted, { ...correctionOf(counted), notes: "Timbre 2" }, today).capacity).toEqual(entry.capacity);
  });
  test("an emptied number is not known any more; a contact that nobody knows stays one, an added line left blank does not go", () => {
    const unknown = { ...entry, channels: [...entry.channels, { kind: "chat" as const, contact: "" }] };
    const written = correctionOf(unknown);
    const after = correctedService(unknown, { ...written, waiting_days: "", channels: [...written.channels, { row: 9, kind: "sms", contact: " ", answered: false }] }, today);
    expect(after.channels).toEqual(unknown.channels);
    expect(after.capacity).toEqual({ places_free: 1, updated: today });
  });
  test("what is wrong has its field", () => {
    expect(correctionErrors({ ...form, name: " ", places: "2", places_free: "3", waiting_days: "-1", reach: "places", regions: [], comunas: [] })).toEqual({
      "name-now": "error.name", places_free: "error.places_of", waiting_days: "error.places", comuna: "error.somewhere",
    });
  });
  test("over a row that changed meanwhile, what was not touched is as it was saved", () => {
    const latest = { ...entry, notes: "De otra persona", kind: "crisis" as const, version: 2 };
    expect(rebased(entry, latest, { ...form, notes: "Mío" })).toMatchObject({ notes: "Mío", kind: "crisis" });
  });
});

describe("the page", () => {
  const editor = { ...antonia, permissions: ["directory_read", "directory_edit", "directory_keep"] };
  const open = () => {
    const state = fakeServer((fresh) => {
      fresh.me = editor;
    });
    return { state, ...openAt(`/catastro/${entry.id}/corregir`) };
  };

  test("a typo is corrected without anybody having answered: nothing is confirmed by it", async () => {
    const { state, container } = open();
    await write(await screen.findByLabelText("Nombre de hoy"), "Centro Demo de las Familias");
    await write(screen.getByLabelText(/^Cupos libres hoy/), "0");
    expect(await objections(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Guardar la corrección" }));
    await waitFor(() => expect(state.entry).toMatchObject({ name: "Centro Demo de las Familias", verified: "seed", capacity: { places_free: 0 } }));
    expect(state.entry.channels).toEqual([expect.objectContaining({ kind: "phone" }), expect.objectContaining({ kind: "in_person" })]);
    expect(state.entry.channels[0]?.confirmation).toBeUndefined();
    expect(await screen.findByText(/sin cupos/)).toBeTruthy();
  });

  test("somebody else saved it meanwhile: what was typed stays, is compared and goes over theirs", async () => {
    const { state } = open();
    await write(await screen.findByLabelText("Nombre de hoy"), "Centro Mío");
    state.entry = { ...state.entry, name: "Centro de otra persona", notes: "Timbre 2", version: 2 };
    state.instead.set(`PUT /api/v1/directory/services/${entry.id}`, () => problem(412, "changed_meanwhile", "Otra persona cambió esta fila."));
    await userEvent.click(screen.getByRole("button", { name: "Guardar la corrección" }));
    await userEvent.click(await screen.findByRole("button", { name: "Comparar las dos" }));
    expect(await screen.findByText("Nombre: Centro de otra persona")).toBeTruthy();
    expect(screen.getByText("Nombre: Centro Mío")).toBeTruthy();
    expect(screen.queryByText(/^Notas: /)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Guardar lo mío" }));
    await waitFor(() => expect(state.entry).toMatchObject({ name: "Centro Mío", notes: "Timbre 2" }));
  });

  test("whoever may not edit the row reads it", async () => {
    fakeServer((fresh) => {
      fresh.me = { ...antonia, permissions: ["directory_read"] };
    });
    openAt(`/catastro/${entry.id}/corregir`);
    expect(await screen.findByRole("heading", { name: entry.name })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Corregir" })).toBeNull();
  });
});
