import { describe, expect, test } from "vitest";
import { datesFor } from "@/words/dates";
import { emptyQuestion, momentOf, queryOf, readAge, type Clock, type Question } from "./question";

/** Thursday 19 November 2026, 21:12 in Santiago. */
const now = () => new Date("2026-11-20T00:12:30Z");
const clock: Clock = { ...datesFor("es", "America/Santiago", now), now };

describe("an age", () => {
  test("is whole years up to 120", () => {
    expect(readAge(" 17 ")).toBe(17);
    expect(readAge("0")).toBe(0);
    expect(readAge("120")).toBe(120);
  });
  test("nothing written is not known", () => expect(readAge("  ")).toBeNull());
  test.each(["-7", "121", "diecisiete", "1.5", "1e2"])("%s is none", (text) => expect(readAge(text)).toBeUndefined());
});

describe("a chosen time", () => {
  const at = (day: string, hour: string) => momentOf({ day, hour }, clock);
  test("is an hour of the clock on the wall, today unless another day was chosen", () => {
    expect(at("", "22:00")).toEqual({ at: "2026-11-20T01:00:00.000Z", day: "2026-11-19", hour: "22:00" });
    expect(at("2026-11-20", "9.05")).toMatchObject({ at: "2026-11-20T12:05:00.000Z", hour: "09:05" });
  });
  test("is not asked while it is blank, no hour, or over", () => {
    expect([at("", " "), at("", "25:00"), at("", "21:11"), at("2026-11-18", "23:00")]).toEqual(["unwritten", "unwritten", "gone", "gone"]);
  });
  test("is not two in the morning on its way to 22:00", () => {
    expect(["2", "22", "22:", "22:0"].map((text) => at("", text))).toEqual(Array(4).fill("unwritten"));
  });
  test("may be this minute", () => expect(at("", "21:12")).toMatchObject({ at: "2026-11-20T00:12:00.000Z" }));
});

describe("a question", () => {
  const asks = (part: Partial<Question>) => queryOf({ ...emptyQuestion, ...part }, clock);
  test("asks nothing that was not said", () => expect(asks({})).toEqual({ limit: 20 }));
  test("carries all that was said", () => {
    const part = { topic: "mood", age: "17", comuna: "13101", channel: "chat" as const, language: "arn", words: " ánimo ", free: true, anonymous: true };
    const told = { limit: 20, topic: "mood", age: 17, comuna: "13101", channel: "chat", language: "arn", q: "ánimo", free: true, anonymous: true };
    expect(asks({ ...part, when: "any" })).toEqual({ ...told, any_time: true });
    expect(asks({ ...part, when: "at", hour: "22:00" })).toEqual({ ...told, at: "2026-11-20T01:00:00.000Z" });
  });
  test("asks a region only where no comuna is known", () => {
    expect(asks({ region: "13" })).toEqual({ limit: 20, region: "13" });
    expect(asks({ region: "13", comuna: "13101" })).toEqual({ limit: 20, comuna: "13101" });
  });
  test("leaves out what is not understood", () => {
    expect(asks({ age: "-7", when: "at", hour: "25:00" })).toEqual({ limit: 20 });
    expect(asks({ hour: "22:00" })).toEqual({ limit: 20 });
  });
});
