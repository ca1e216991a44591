import { describe, expect, test } from "vitest";
import { ageOn, looksLikePhone, readRun, readSearch, runDigit, showPhone, threadCodeIn } from "./writing";

describe("RUN", () => {
  test("the check digit, its K and its zero", () => {
    expect(runDigit(12_345_678)).toBe("5");
    expect(runDigit(6)).toBe("K");
    expect(runDigit(14)).toBe("0");
  });
  test("is understood with or without dots and dash", () => {
    for (const text of ["12.345.678-5", "12345678-5", "123456785", " 12 345 678 5 "]) expect(readRun(text)).toEqual({ kind: "right", run: "12.345.678-5" });
    expect(readRun("1.000.013-k")).toEqual(readRun("1000013K"));
  });
  test("a wrong digit is told from something that is no RUN", () => {
    expect(readRun("12.345.678-6")).toEqual({ kind: "wrong_digit" });
    for (const text of ["", "abc", "1234-5", "123.456.789.012-3"]) expect(readRun(text)).toEqual({ kind: "not_a_run" });
  });
});

test("age turns on the birthday itself, also on 29 February", () => {
  expect(ageOn("2010-11-19", "2026-11-18")).toBe(15);
  expect(ageOn("2010-11-19", "2026-11-19")).toBe(16);
  expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
  expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
});

test("phones are grouped for reading; what is not Chilean stays as it was", () => {
  expect(showPhone("+56900000147")).toBe("+56 9 0000 0147");
  expect(showPhone("9 0000 0147")).toBe("+56 9 0000 0147");
  expect(showPhone("+56221234567")).toBe("+56 2 2123 4567");
  expect(showPhone("+56512123456")).toBe("+56 51 212 3456");
  expect(showPhone("+34 600 000 000")).toBe("+34 600 000 000");
  expect(showPhone("*4141")).toBe("*4141");
});

test("one line of search is a code, a RUN, a phone or words", () => {
  expect(readSearch("hb-7k2m")).toEqual({ thread_code: "HB-7K2M" });
  expect(readSearch("HB 7K2M ")).toEqual({ thread_code: "HB-7K2M" });
  expect(readSearch("12345678-5")).toEqual({ run: "12.345.678-5" });
  expect(readSearch("9 0000 0147")).toEqual({ phone: "9 0000 0147" });
  expect(readSearch(" María José ")).toEqual({ text: "María José" });
  expect(threadCodeIn("hebra")).toBeNull();
  expect(looksLikePhone("12 34")).toBe(false);
});
