import { describe, expect, test } from "vitest";
import { datesFor } from "./dates";
import { dayIn, hourIn, instantIn, zoneKnown } from "./zone";

const santiago = "America/Santiago";
const iso = (zone: string, day: string, hour: number, minute = 0) => instantIn(zone, day, hour * 60 + minute).toISOString();

test("these tests run on a computer that is not in Chile: what they say is true on any", () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe("Australia/Lord_Howe");
  expect(new Date("2026-07-01T12:00:00Z").getHours()).toBe(22);
});

describe("whose clock counts", () => {
  test("the one that the server tells, of the institution's place", () => {
    for (const zone of [santiago, "America/Punta_Arenas", "Pacific/Easter"]) expect(zoneKnown(zone)).toBe(zone);
  });
  test("in a browser that does not know Aysén's by its name, that of Magallanes, which is the same", () => expect(zoneKnown("America/Puerto_Aysen")).toBe("America/Punta_Arenas"));
});

describe("an hour on the wall", () => {
  test("in summer, in winter, and where clocks are not changed", () => {
    expect(iso(santiago, "2026-11-19", 20, 53)).toBe("2026-11-19T23:53:00.000Z");
    expect(iso(santiago, "2026-07-01", 12)).toBe("2026-07-01T16:00:00.000Z");
    expect(iso("America/Punta_Arenas", "2026-07-01", 12)).toBe("2026-07-01T15:00:00.000Z");
    expect(iso("Pacific/Easter", "2026-07-01", 12)).toBe("2026-07-01T18:00:00.000Z");
    expect(iso("Pacific/Easter", "2026-12-01", 12)).toBe("2026-12-01T17:00:00.000Z");
  });

  // The first Sunday of April clocks go back from 24:00 of Saturday to 23:00.
  test("on both sides of the change of April", () => {
    expect(iso(santiago, "2026-04-04", 22, 59)).toBe("2026-04-05T01:59:00.000Z");
    expect(iso(santiago, "2026-04-05", 0)).toBe("2026-04-05T04:00:00.000Z");
    expect(iso(santiago, "2026-04-04", 24)).toBe("2026-04-05T04:00:00.000Z");
    expect(iso(santiago, "2026-04-05", 9)).toBe("2026-04-05T13:00:00.000Z");
    expect(iso("Pacific/Easter", "2026-04-04", 20, 59)).toBe("2026-04-05T01:59:00.000Z");
    expect(iso("Pacific/Easter", "2026-04-04", 22)).toBe("2026-04-05T04:00:00.000Z");
  });
  test("of the hour that April shows twice it is the first", () => {
    expect(iso(santiago, "2026-04-04", 23, 30)).toBe("2026-04-05T02:30:00.000Z");
    expect(iso("Pacific/Easter", "2026-04-04", 21, 30)).toBe("2026-04-05T02:30:00.000Z");
  });

  // The first Sunday of September they go forward from 24:00 of Saturday to 01:00 of Sunday.
  test("on both sides of the change of September", () => {
    expect(iso(santiago, "2026-09-05", 23, 59)).toBe("2026-09-06T03:59:00.000Z");
    expect(iso(santiago, "2026-09-06", 1)).toBe("2026-09-06T04:00:00.000Z");
    expect(iso(santiago, "2026-09-06", 9)).toBe("2026-09-06T12:00:00.000Z");
    expect(iso("Pacific/Easter", "2026-09-05", 21, 59)).toBe("2026-09-06T03:59:00.000Z");
    expect(iso("Pacific/Easter", "2026-09-05", 23)).toBe("2026-09-06T04:00:00.000Z");
  });
  test("of the hour that September skips it is the moment of the change: a day that begins there has nothing of the day before", () => {
    expect(iso(santiago, "2026-09-06", 0)).toBe("2026-09-06T04:00:00.000Z");
    expect(iso(santiago, "2026-09-06", 0, 30)).toBe("2026-09-06T04:00:00.000Z");
    expect(iso(santiago, "2026-09-05", 24)).toBe("2026-09-06T04:00:00.000Z");
    expect(iso("Pacific/Easter", "2026-09-05", 22, 30)).toBe("2026-09-06T04:00:00.000Z");
    expect(dayIn(santiago, instantIn(santiago, "2026-09-06", 0))).toBe("2026-09-06");
  });
  test("Magallanes has neither change", () => {
    expect([iso("America/Punta_Arenas", "2026-04-04", 23, 30), iso("America/Punta_Arenas", "2026-09-06", 0, 30)]).toEqual(["2026-04-05T02:30:00.000Z", "2026-09-06T03:30:00.000Z"]);
  });
  test("is shown back as it was chosen, each hour of both Sundays that there is", () => {
    for (const day of ["2026-04-05", "2026-09-06"]) {
      const hours = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => day !== "2026-09-06" || hour > 0);
      expect(hours.map((hour) => hourIn(santiago, instantIn(santiago, day, hour * 60)))).toEqual(hours.map((hour) => `${String(hour).padStart(2, "0")}:00`));
    }
  });
});

test("the same moment is shown on each institution's clock", () => {
  const at = "2026-09-06T03:30:00Z";
  const shown = (zone: string) => datesFor("es", zone, () => new Date("2026-09-06T12:00:00Z")).moment(at);
  expect([santiago, "America/Punta_Arenas", "Pacific/Easter"].map(shown)).toEqual(["ayer 23:30", "hoy 00:30", "ayer 21:30"]);
});
