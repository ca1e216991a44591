import { expect, test } from "vitest";
import { datesFor } from "./dates";

const now = () => new Date("2026-11-20T00:12:00Z"); // Thursday 19 November, 21:12 in Santiago
const here = datesFor("es", "America/Santiago", now);

test("today is the day of the place, not of Greenwich", () => {
  expect(here.today()).toBe("2026-11-19");
  expect(datesFor("es", "Pacific/Easter", () => new Date("2026-11-20T03:30:00Z")).today()).toBe("2026-11-19");
});

test("near days have names, the rest dates", () => {
  expect(here.moment("2026-11-19T23:58:00Z")).toBe("hoy 20:58");
  expect(here.moment("2026-11-18T21:00:00Z")).toBe("ayer 18:00");
  expect(here.moment("2026-11-20T13:00:00Z")).toBe("mañana 10:00");
  expect(here.moment("2026-11-09T19:12:00Z")).toBe("9 nov 16:12");
});

test("midnight belongs to the new day and is written 00", () => {
  expect(here.moment("2026-11-20T03:00:00Z")).toBe("mañana 00:00");
});

test("Magallanes does not change its clocks; Santiago does", () => {
  const winter = "2026-07-01T16:00:00Z";
  expect(datesFor("es", "America/Punta_Arenas", now).hour(winter)).toBe("13:00");
  expect(here.hour(winter)).toBe("12:00");
});

test("another year is said", () => {
  expect(here.day("2026-11-06T15:00:00Z")).toBe("6 de noviembre");
  expect(here.day("2025-11-06T15:00:00Z")).toBe("6 de noviembre de 2025");
  expect(datesFor("en", "America/Santiago", now).day("2026-11-06T15:00:00Z")).toBe("6 November");
});

test("a birth date is the same day everywhere", () => {
  expect(datesFor("es", "Pacific/Easter", now).calendarDay("2009-03-05")).toBe("5 de marzo de 2009");
});
