import { describe, expect, test } from "vitest";
import { speak } from "@/words/say";
import type { Schedule } from "./directory";
import { hoursInWords, scheduleOf, spansOf } from "./hours";
import { directoryWords, type DirectoryKey } from "./words";

const say = (key: DirectoryKey, values = {}) => speak(directoryWords, "es", key, values);
const office: Schedule = {
  hours: "weekly", on_holidays: "closed", holiday_hours: [], special_days: [], place: {},
  openings: (["mon", "tue", "wed", "thu"] as const).map((day) => ({ day, opens: "09:00", closes: "18:00" })).concat([{ day: "fri", opens: "09:00", closes: "14:00" } as never]),
};

describe("hours in words", () => {
  test("days with the same hours are said together", () => expect(hoursInWords(office, say)).toBe("lun a jue 09:00 a 18:00; vie 09:00 a 14:00"));
  test("not known is said, never guessed", () => expect(hoursInWords({ ...office, hours: "unknown", openings: [] }, say)).toBe("Horario por averiguar"));
});

describe("hours as they are written", () => {
  test("come back as they were", () => expect(scheduleOf(office, "weekly", spansOf(office), "closed")).toEqual(office));
  test("are put in the order of the week, with two digits", () => {
    const spans = [{ row: 1, day: "tue" as const, opens: "9:00", closes: "13:00" }, { row: 2, day: "mon" as const, opens: "10:00", closes: "12:00" }];
    expect(scheduleOf(office, "weekly", spans, "closed").openings).toEqual([{ day: "mon", opens: "10:00", closes: "12:00" }, { day: "tue", opens: "09:00", closes: "13:00" }]);
  });
});
