import { describe, expect, test } from "vitest";
import { isDay, readDay, writeDay } from "./days";

describe("a day", () => {
  test("as people write it", () => {
    for (const text of ["5/3/2009", "05-03-2009", " 5 3 2009 ", "5.3.2009"]) expect(readDay(text)).toBe("2009-03-05");
  });
  test("that does not exist is refused, and so is a short year", () => {
    for (const text of ["31-02-2009", "29-02-2023", "0-1-2009", "1-13-2009", "5-3-09", "2009-03-05", "hoy"]) expect(readDay(text)).toBeNull();
    expect(readDay("29-02-2024")).toBe("2024-02-29");
  });
  test("goes and comes back", () => expect(readDay(writeDay("2009-03-05"))).toBe("2009-03-05"));
  test("as it is kept", () => {
    expect(isDay("2026-02-28")).toBe(true);
    for (const text of ["2026-02-31", "2026-13-40", "28-02-2026", "hoy", ""]) expect(isDay(text)).toBe(false);
  });
});
