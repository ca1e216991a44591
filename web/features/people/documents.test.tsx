import { readFileSync } from "node:fs";
import { join } from "node:path";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { fakeServer, objections, openAt, write } from "@/tests/pages";
import { countryCodes, countryName } from "./countries";
import { DocumentFields, useDocumentInWords } from "./document-fields";
import { documentError, readDocument, sentDocument, writeDocument } from "./documents";
import { emptyForm, patchOf, formOf, searchOf } from "./person-form";

describe("the countries", () => {
  test("are the server's, each once and with a name", () => {
    const theirs = readFileSync(join(import.meta.dirname, "../../../src/platform/chile/countries.cpp"), "utf8").match(/\b[A-Z]{3}(?= )/g);
    expect([...countryCodes].sort()).toEqual([...new Set(theirs)].filter((code) => code !== "ISO").sort());
    const names = countryCodes.filter((code) => !code.startsWith("XX")).map((code) => countryName(code, "es-CL"));
    expect(new Set(names).size).toBe(249);
    expect(names.filter((name) => name.length < 4)).toEqual([]);
    expect([countryName("VEN", "es-CL"), countryName("HTI", "en-GB")]).toEqual(["Venezuela", "Haiti"]);
  });
});

describe("three things that travel as one", () => {
  test.each([["passport:VEN:A1234567", "passport:VEN:A1234567"], ["passport::A1234567", "passport:A1234567"], ["ipe:VEN:1234", "ipe:1234"], ["passport:VEN: ", ""], ["", ""]])("%s is sent as %s", (written, sent) => {
    expect(sentDocument(written)).toBe(sent);
  });
  test("what is read is written back; a number alone keeps its place", () => {
    expect(writeDocument(readDocument("passport:VEN:A1"))).toBe("passport:VEN:A1");
    expect(readDocument("P123")).toEqual({ kind: null, country: "", number: "P123" });
    expect(writeDocument({ kind: "ipe", country: "VEN", number: "1:2" })).toBe("ipe::12");
  });
  test("a number without a kind, and one that is none, are told", () => {
    expect(documentError("P123")).toBe("error.document_kind");
    expect(documentError("passport:VEN:!!")).toBe("error.document_number");
    expect(documentError("passport::A-12.3")).toBeUndefined();
    expect(documentError("passport:VEN:")).toBeUndefined();
  });
  test("is looked for before somebody is recorded twice, and an emptied one is cleared", () => {
    expect(searchOf({ ...emptyForm, rung: "run", document: "passport:VEN:A1234567" })).toEqual({ document: "passport:VEN:A1234567" });
    const before = { ...martina, document: "passport:A1" };
    expect(patchOf(before, { ...formOf(before), document: "passport::A1" })).toEqual({});
    expect(patchOf(before, { ...formOf(before), rung: "run", document: "passport::" })).toEqual({ document: null });
  });
});

function Written() {
  const [document, setDocument] = useState("");
  return (
    <>
      <DocumentFields value={document} onChange={setDocument} />
      <output>{document}</output>
      <p>{useDocumentInWords()("passport:VEN:A1234567")}</p>
    </>
  );
}

test("somebody writes a passport without knowing how it travels", async () => {
  const user = userEvent.setup();
  const { container } = render(<Written />);
  expect(screen.getByText("Pasaporte A1234567, Venezuela")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Otro documento/ }));
  await user.click(await screen.findByRole("option", { name: "Pasaporte" }));
  await user.type(screen.getByRole("combobox", { name: /^País que lo dio/ }), "venez");
  await user.click(await screen.findByRole("option", { name: "Venezuela" }));
  await write(screen.getByLabelText(/^Número del documento/), "A1234567");
  expect(screen.getByRole("status").textContent).toBe("passport:VEN:A1234567");
  expect(await objections(container)).toEqual([]);
});

test("a person is searched by document", async () => {
  const user = userEvent.setup();
  fakeServer();
  openAt("/personas");
  await user.click(await screen.findByRole("button", { name: "Buscar con más datos" }));
  const form = within(screen.getByRole("search"));
  await write(form.getByLabelText(/^Número del documento/), "A1234567");
  await user.click(form.getByRole("button", { name: "Buscar" }));
  expect(await form.findByText(/Diga qué documento es/)).toBeTruthy();
  expect(screen.queryByText(/calza/)).toBeNull();
  await user.click(form.getByRole("button", { name: /Otro documento/ }));
  await user.click(await screen.findByRole("option", { name: "Pasaporte" }));
  await user.click(form.getByRole("button", { name: "Buscar" }));
  expect(await screen.findByText(/calza/)).toBeTruthy();
});
