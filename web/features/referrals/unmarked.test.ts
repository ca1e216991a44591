import { describe, expect, test } from "vitest";
import { martina } from "@/tests/fake-data";
import { takenOut, unmarkedIn } from "./unmarked";

const rayen = { ...martina, given_names: "Rayén", first_surname: "Curiqueo", second_surname: "de la Fuente", social_name: "Ray", run: "12.345.678-5", phone: "+56900000147", email: "ray@correo.demo", comuna: "13104" };
delete (rayen as Partial<typeof rayen>).safe_contact;
const kinds = (text: string, share: Parameters<typeof unmarkedIn>[2] = []) => unmarkedIn(text, rayen, share, "Conchalí").map(({ kind }) => kind);

describe("what a line says that is not marked", () => {
  test("names without their accents and in any capitals; never a piece of a word, nor the particles of a name", () => {
    expect(kinds("RAYEN y su mamá")).toEqual(["given_name"]);
    expect(kinds("la señora curiqueó, de la Fuente")).toEqual(["surname"]);
    expect(kinds("Vive en conchali.")).toEqual(["comuna"]);
    expect(kinds("Rayenes, de la calle")).toEqual([]);
  });

  test("the RUN and the telephone in any writing", () => {
    for (const text of ["12.345.678-5", "12345678-5", "123456785", "12 345 678 - 5", "su RUN es 12.345.678"]) expect(kinds(text), text).toEqual(["run"]);
    for (const text of ["+56 9 0000 0147", "900000147", "9-0000-0147", "llamar al 0000 0147"]) expect(kinds(text), text).toEqual(["phone"]);
    expect(kinds("112345678")).toEqual([]);
    expect(kinds("RAY@correo.demo")).toContain("email");
  });

  test("a document by its number, whatever it is and wherever it is from", () => {
    const foreign = { ...rayen, document: "passport:VEN:A1234567" };
    expect(unmarkedIn("con pasaporte a-123.4567", foreign, [], "Conchalí").map(({ kind }) => kind)).toEqual(["document"]);
  });

  test("what is marked may be said; the safe contact takes its own number along", () => {
    expect(kinds("Rayén Curiqueo, Conchalí.", ["names", "comuna"])).toEqual([]);
    expect(kinds("Ray", ["names"])).toEqual(["social_name"]);
    expect(unmarkedIn("+56 9 0000 0147", martina, ["safe_contact"], "")).toEqual([]);
    expect(unmarkedIn("Violeta", { ...rayen, identity: "pseudonymous", social_name: "Violeta" }, [], "")).toEqual([]);
  });

  test("is taken out with its commas", () => {
    const line = "Rayén Curiqueo, 36 años, Conchalí.";
    const out = (text: string): string => unmarkedIn(text, rayen, [], "Conchalí").slice(0, 1).reduce((rest, { spans }) => out(takenOut(rest, spans)), text);
    expect(out(line)).toBe("36 años.");
  });
});
