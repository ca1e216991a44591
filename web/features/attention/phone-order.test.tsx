// On a phone what is beside the sheet on a desk comes after it: in the document, where the Tab key and whoever listens find it.
import { screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { live } from "@/tests/fake-contacts";
import { fakeServer, openAt } from "@/tests/pages";

const isBefore = (one: Element, other: Element) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

beforeEach(() => {
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: query.includes("719.98px"), addEventListener: () => undefined, removeEventListener: () => undefined }));
});

test("a contact is begun before it is told to be none", async () => {
  fakeServer();
  openAt("/contactos/nuevo");
  const begin = await screen.findByRole("button", { name: "Empezar una llamada" });
  expect(isBefore(begin, screen.getByRole("button", { name: "Equivocado" }))).toBe(true);
});

test("what is written of a contact comes before the taps that end it", async () => {
  fakeServer();
  openAt(`/contactos/${live().id}`);
  const save = await screen.findByRole("button", { name: "Guardar y cerrar" });
  expect(isBefore(save, screen.getByRole("button", { name: "Equivocado" }))).toBe(true);
  expect(isBefore(screen.getByRole("button", { name: "Hay riesgo" }), save)).toBe(true);
});

test("the loose threads come before the other things that one may do", async () => {
  fakeServer();
  openAt("/");
  const [first] = await screen.findAllByRole("link", { name: /^HB-/ });
  expect(first && isBefore(first, screen.getByRole("link", { name: "Buscar a una persona" }))).toBe(true);
});
