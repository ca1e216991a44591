import { describe, expect, test } from "vitest";
import { emptyQuestion, queryOf, readAge } from "./question";

describe("an age", () => {
  test("is whole years up to 120", () => {
    expect(readAge(" 17 ")).toBe(17);
    expect(readAge("0")).toBe(0);
    expect(readAge("120")).toBe(120);
  });
  test("nothing written is not known", () => expect(readAge("  ")).toBeNull());
  test.each(["-7", "121", "diecisiete", "1.5", "1e2"])("%s is none", (text) => expect(readAge(text)).toBeUndefined());
});

describe("a question", () => {
  test("asks nothing that was not said", () => expect(queryOf(emptyQuestion)).toEqual({ limit: 20 }));
  test("carries all that was said", () => {
    expect(queryOf({ topic: "mood", age: "17", comuna: "13101", when: "any", channel: "chat", words: " ánimo ", free: true, anonymous: true })).toEqual({
      limit: 20, topic: "mood", age: 17, comuna: "13101", any_time: true, channel: "chat", q: "ánimo", free: true, anonymous: true,
    });
  });
  test("leaves out an age that is none", () => expect(queryOf({ ...emptyQuestion, age: "-7" })).toEqual({ limit: 20 }));
});
