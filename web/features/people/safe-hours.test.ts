import { describe, expect, test } from "vitest";
import { goodNow, hourOf, instantOf, runsOfDays, weekOf } from "./safe-hours";

test("an hour of a day, and nothing else", () => {
  expect(hourOf("16:30")).toBe(16.5);
  expect(hourOf("9:00")).toBe(9);
  expect(hourOf("24:00")).toBe(24);
  for (const text of ["24:01", "25:00", "16:60", "16", "", "16h"]) expect(hourOf(text)).toBeNull();
});

describe("the week", () => {
  test("is drawn from 8 to 22", () => {
    expect(weekOf([{ days: ["mon"], from: "15:00", to: "22:00", channel: "chat" }])).toEqual({
      firstHour: 8, lastHour: 22, stretches: [{ day: 0, from: 0.5, to: 1, channel: "chat" }],
    });
  });
  test("grows for whoever is safe earlier or later", () => {
    expect(weekOf([{ days: ["sun"], from: "06:30", to: "23:30" }])).toMatchObject({ firstHour: 6, lastHour: 24 });
  });
  test("leaves out what cannot be read, rather than drawing a guess", () => {
    expect(weekOf([{ days: ["mon"], from: "18:00", to: "16:00" }, { days: ["mon"], from: "x", to: "16:00" }]).stretches).toEqual([]);
  });
});

describe("now", () => {
  const hours = [
    { days: ["thu" as const], from: "16:00", to: "18:00", channel: "phone" as const },
    { days: ["thu" as const, "fri" as const], from: "17:00", to: "22:00" },
  ];
  test("is inside from the first minute and outside at the last", () => {
    expect(goodNow(hours, { day: 3, hour: 16 })).toEqual(["phone"]);
    expect(goodNow(hours, { day: 3, hour: 17 })).toEqual(["phone", undefined]);
    expect(goodNow(hours, { day: 3, hour: 18 })).toEqual([undefined]);
    expect(goodNow(hours, { day: 4, hour: 16.9 })).toEqual([]);
  });
  test("is the place's day and hour", () => {
    expect(instantOf(new Date("2026-11-20T00:12:00Z"), "America/Santiago")).toEqual({ day: 3, hour: 21.2 });
    expect(instantOf(new Date("2026-11-23T02:30:00Z"), "America/Santiago")).toEqual({ day: 6, hour: 23.5 });
  });
});

test("days in a row are a run", () => {
  expect(runsOfDays(["mon", "tue", "wed", "thu", "fri"])).toEqual([[0, 4]]);
  expect(runsOfDays(["sun", "mon", "wed", "tue"])).toEqual([[0, 2], [6, 6]]);
  expect(runsOfDays([])).toEqual([]);
});
