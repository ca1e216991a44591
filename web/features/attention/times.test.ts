import { describe, expect, test } from "vitest";
import { instantOf, overnightMinutes, readHour, readTimes, spanOf, writtenAt } from "./times";

const zone = "America/Santiago";

describe("an hour as people write it", () => {
  test.each([["21:05", 1265], ["21.05", 1265], ["2105", 1265], ["9", 540], ["9:30 h", 570], ["00:00", 0]])("%s", (text, minutes) => expect(readHour(text)).toBe(minutes));
  test.each(["24:00", "21:60", "", "mediodía", "-1"])("%s is no hour", (text) => expect(readHour(text)).toBeNull());
});

describe("a day and hours as instants", () => {
  test("in summer and in winter the clock on the wall is the one that counts", () => {
    expect(instantOf("2026-11-19", 20 * 60 + 53, zone).toISOString()).toBe("2026-11-19T23:53:00.000Z");
    expect(instantOf("2026-07-01", 12 * 60, zone).toISOString()).toBe("2026-07-01T16:00:00.000Z");
    expect(instantOf("2026-07-01", 12 * 60, "America/Punta_Arenas").toISOString()).toBe("2026-07-01T15:00:00.000Z");
  });
  test("the hour that the change of clocks skips is the one after it", () => {
    // On 6 September 2026 clocks go from 24:00 to 01:00.
    expect(instantOf("2026-09-06", 30, zone).getTime()).toBeGreaterThanOrEqual(Date.parse("2026-09-06T03:30:00Z"));
    expect(instantOf("2026-09-06", 60, zone).toISOString()).toBe("2026-09-06T04:00:00.000Z");
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
