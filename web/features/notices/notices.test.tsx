import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { fakeServer, objections, openAt } from "@/tests/pages";
import { noticeWords } from "./words";

test("notices say code and act, lead to what they are about, and are marked as seen", async () => {
  fakeServer();
  const { container } = openAt("/avisos");
  expect(await screen.findByText(/Venció .*: Responder una derivación/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "8 avisos" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Abrir HB-9T2C" }).getAttribute("href")).toMatch(/^\/derivaciones\//);
  expect(screen.getByText("Preguntan algo antes de responder la derivación")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Abrir HB-7K3Q" }).getAttribute("href")).toMatch(/^\/derivaciones\//);
  expect(screen.getByText("Proponen un convenio a su institución: falta su firma")).toBeTruthy();
  expect(screen.getByText("Alguien del equipo recibió un rol que abre fichas")).toBeTruthy();
  expect(screen.getByText("Llegó una derivación urgente").closest("li")?.textContent).toMatch(/Diga que lo vio, a más tardar .*; si no, se avisa a quien supervisa/);
  expect(screen.getByText("Llegó una derivación urgente").closest("ol")?.firstElementChild?.textContent, "what must be acknowledged is first").toContain("Llegó una derivación urgente");
  expect(screen.getByText(/^Una institución no ha respondido a otra, vencía .*: Acusar recibo de una derivación$/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Abrir HB-8D3P" }).getAttribute("href")).toBe("/derivaciones");
  expect(await screen.findByRole("checkbox", { name: /nunca nombres/ })).toBeTruthy();
  expect(await objections(container)).toEqual([]);
  await userEvent.setup().click(screen.getByRole("button", { name: "Visto HB-9T2C" }));
  expect(await screen.findByText("1 aviso visto.")).toBeTruthy();
});

test("what asks to be acknowledged is never marked along with the rest", async () => {
  fakeServer();
  openAt("/avisos");
  await userEvent.setup().click(await screen.findByRole("button", { name: "Marcar los demás como vistos" }));
  expect(await screen.findByText("7 avisos vistos.")).toBeTruthy();
  expect(await screen.findByText("Llegó una derivación urgente")).toBeTruthy();
});

test("every notice the server tells has its words", () => {
  const source = join(import.meta.dirname, "../../../src");
  const headers = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".hpp"));
  const kinds = headers.flatMap((path) => [...readFileSync(join(source, path), "utf8").matchAll(/Kind k_\w+\{"([\w.]+)",\s*words::k_act/g)].map((found) => found[1]));
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter((kind) => !Object.hasOwn(noticeWords.es, `notice.${kind}`))).toEqual([]);
});
