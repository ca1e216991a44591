import { describe, expect, test } from "vitest";
import { overnightMinutes, readTimes, spanOf, writtenAt } from "./times";

const zone = "America/Santiago";

describe("a day and hours as instants", () => {
  test("a talk across a change of clocks lasts what it lasted", () => {
    // The night of 5 September 2026 has no hour between 00:00 and 01:00; that of 4 April has the hour from 23:00 on twice.
    expect(readTimes({ day: "05-09-2026", from: "23:30", until: "1:30" }, "2026-09-06", zone)).toMatchObject({ minutes: 60, nextDay: true });
    expect(readTimes({ day: "04-04-2026", from: "22:30", until: "0:30" }, "2026-04-05", zone)).toMatchObject({ minutes: 180, nextDay: true });
  });
  test("past midnight it ends the next day, and says so", () => {
    const read = readTimes({ day: "18-11-2026", from: "23:40", until: "0:20" }, "2026-11-19", zone);
    expect(read).toMatchObject({ minutes: 40, nextDay: true, started_at: "2026-11-19T02:40:00.000Z" });
  });
  test("a long one past midnight is asked, and is so once somebody said it", () => {
    const written = { day: "18-11-2026", from: "10:20", until: "10:00" };
    expect(readTimes(written, "2026-11-19", zone)).toEqual(["overnight"]);
    expect(readTimes({ ...written, overnight: true }, "2026-11-19", zone)).toMatchObject({ minutes: 1420, nextDay: true });
    expect(overnightMinutes(written, "2026-11-19", zone)).toBe(1420);
    expect(overnightMinutes({ ...written, from: "22:00", until: "1:30" }, "2026-11-19", zone)).toBeNull();
    expect(overnightMinutes({ ...written, from: "8:00" }, "2026-11-19", zone)).toBeNull();
  });
  test("what cannot be is named, all of it", () => {
    expect(readTimes({ day: "31-02-2026", from: "25", until: "" }, "2026-11-19", zone)).toEqual(["day", "from", "until"]);
    expect(readTimes({ day: "20-11-2026", from: "10", until: "11" }, "2026-11-19", zone)).toEqual(["day_future"]);
  });
  test("what was read is written back the same", () => {
    expect(writtenAt("2026-11-19T23:53:00Z", zone)).toEqual({ day: "19-11-2026", hour: "20:53" });
    expect(writtenAt(undefined, zone)).toEqual({ day: "", hour: "" });
  });
});

test("a span grows hours only when it has them", () => {
  expect([spanOf(0), spanOf(1122), spanOf(3909), spanOf(-3)]).toEqual(["00:00", "18:42", "1:05:09", "00:00"]);
});
