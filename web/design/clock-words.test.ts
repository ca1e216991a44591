import { describe, expect, test } from "vitest";
import { datesFor } from "@/words/dates";
import { speak, type Say, type Values } from "@/words/say";
import { bandOf, clockWords } from "./clock-words";
import { designWords } from "./words";

type Key = keyof (typeof designWords)["es"];
const say = Object.assign((key: Key, values?: Values) => speak(designWords, "es", key, values), { rich: () => null }) as Say<Key>;
const now = new Date("2026-11-20T00:12:00Z"); // 21:12 in Santiago
const dates = datesFor("es", "America/Santiago", () => now);

const k_minute = 60_000;
const k_hour = 60 * k_minute;
const due = (left: number) => new Date(now.getTime() + left);
const words = (left: number, more: { loose?: boolean; paused?: boolean } = {}) => clockWords({ dueAt: due(left), now, ...more }, say, dates);
const band = (left: number, more: { loose?: boolean; paused?: boolean } = {}) => bandOf({ dueAt: due(left), now, ...more });

describe("time left", () => {
  test("within a day it is relative", () => {
    expect(words(48 * k_minute)).toBe("Quedan 48 min");
    expect(words(100 * k_minute)).toBe("Quedan 1 h 40 min");
    expect(words(3 * k_hour)).toBe("Quedan 3 h");
    expect(words(13 * k_hour + 20 * k_minute)).toBe("Quedan 13 h");
    expect(words(24 * k_hour)).toBe("Quedan 24 h");
  });
  test("beyond, it is a day and an hour", () => {
    expect(words(24 * k_hour + k_minute)).toBe("vie 20 nov, 21:13");
  });
  test("the last minute is now", () => {
    expect(words(59_000)).toBe("Vence ahora");
    expect(words(k_minute)).toBe("Quedan 1 min");
  });
});

describe("loose", () => {
  test("says how long, up to two days", () => {
    expect(words(0)).toBe("Suelta desde ahora");
    expect(words(-59_000)).toBe("Suelta desde ahora");
    expect(words(-6 * k_hour - 32 * k_minute)).toBe("Suelta hace 6 h 32 min");
    expect(words(-27 * k_hour)).toBe("Suelta hace 27 h");
  });
  test("then since when", () => expect(words(-72 * k_hour)).toBe("Suelta desde el lun 16 nov, 21:12"));
  test("before its hour, it is that nobody holds it, however far that hour", () => {
    expect(words(3 * k_hour, { loose: true })).toBe("Nadie la sostiene");
    expect(words(72 * k_hour, { loose: true })).toBe("Nadie la sostiene");
  });
});

test("a paused clock says only that", () => {
  expect(words(-k_hour, { paused: true })).toBe("Su reloj está en pausa");
  expect(band(-k_hour, { paused: true })).toBe("paused");
});

test("bands change at a day, two hours, fifteen minutes and the hour itself", () => {
  expect(band(24 * k_hour + 1)).toBe("later");
  expect(band(24 * k_hour)).toBe("today");
  expect(band(2 * k_hour + 1)).toBe("today");
  expect(band(2 * k_hour)).toBe("soon");
  expect(band(15 * k_minute + 1)).toBe("soon");
  expect(band(15 * k_minute)).toBe("last");
  expect(band(1)).toBe("last");
  expect(band(0)).toBe("loose");
  expect(band(3 * k_hour, { loose: true })).toBe("loose");
});
